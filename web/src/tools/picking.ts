import type { App } from '../app';
import type { Subject } from '../contract';

/** Names of communities as far as the map has seen them. */
export function seenNames(app: App): Map<string, string> {
  return new Map(app.map.tiles.seen('community').map(({ feature }) => [feature.id, String(feature.properties.name ?? '')]));
}

/** Asks for communities and puts them into the selection, or takes them out; says how many. */
export async function pickAll(app: App, ask: (signal: AbortSignal) => Promise<string[]>, remove = false): Promise<void> {
  try {
    const ids = await app.busy.run(app.t('tools.selecting'), ask);
    if (remove) {
      app.plan.unpick(ids);
      return;
    }
    const names = seenNames(app);
    app.plan.add(ids, (id) => names.get(id) || id);
    if (ids.length === 0) app.toasts.show('info', app.t('tools.selected.none'));
  } catch (error) {
    app.toasts.error(error);
  }
}

/** What a click does with every tool that picks. */
export function togglePick(app: App, subject: Subject | null, name: string): void {
  if (subject?.kind === 'community') app.plan.toggle(subject.id, name);
}
