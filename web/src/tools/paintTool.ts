import * as api from '../api';
import type { App } from '../app';
import { el, refill } from '../dom';
import type { MapTool } from '../shell/registry';
import { Gesture } from './gesture';
import { Stroke } from './stroke';

const RADIUS_PIXELS = 5;
const NEW = '';

/**
 * Paints communities into an area. What the brush touches changes its look at once; the stroke is
 * saved as one edit when it ends, so that one undo takes it back.
 */
export class PaintTool implements MapTool {
  readonly options = el('span', { class: 'row' });
  private readonly stroke: Stroke;
  private readonly gesture: Gesture;
  private readonly touched = new Map<string, string>();
  private area = NEW;
  private last: L.Point | null = null;

  constructor(private readonly app: App) {
    this.stroke = new Stroke(app.map.map);
    this.gesture = new Gesture(app.map.map, {
      start: (at) => this.touch(at),
      move: (at) => this.touch(at),
      end: () => void this.save(),
      cancel: () => this.clear(),
    });
    app.plan.listen(() => this.render());
  }

  start(): void {
    const [ticked] = this.app.plan.ticked;
    if (ticked) this.area = ticked;
    this.render();
    this.gesture.start();
  }

  stop(): void {
    this.gesture.stop();
    this.clear();
  }

  cancel(): boolean {
    return this.gesture.cancel();
  }

  /** The press has painted already. */
  pick: MapTool['pick'] = () => {};

  render(): void {
    const { t, plan } = this.app;
    const areas = (plan.plan?.areas ?? []).filter(({ locked }) => !locked);
    if (this.area !== NEW && !areas.some(({ id }) => id === this.area)) this.area = NEW;
    const choose = (event: Event) => (this.area = (event.target as HTMLSelectElement).value);
    refill(
      this.options,
      el(
        'select',
        { class: 'select', 'aria-label': t('paint.area'), 'data-key': 'paint-area', 'data-testid': 'paint-area', onchange: choose },
        el('option', { value: NEW, selected: this.area === NEW }, t('paint.new')),
        ...areas.map(({ id, name }) => el('option', { value: id, selected: id === this.area }, name || id)),
      ),
    );
  }

  private touch(at: L.Point): void {
    const found = this.app.map.communitiesAlong(this.last ?? at, at, RADIUS_PIXELS);
    this.last = at;
    this.stroke.tip(at, RADIUS_PIXELS);
    const fresh = [...found.keys()].filter((id) => !this.touched.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) this.touched.set(id, found.get(id) ?? '');
    this.show(fresh);
  }

  private show(changed: string[]): void {
    this.app.map.showSelection(new Set([...this.app.plan.ids(), ...this.touched.keys()]), changed);
  }

  private async save(): Promise<void> {
    const { plan } = this.app;
    const members = [...this.touched.keys()];
    this.last = null;
    this.stroke.clear();
    if (members.length === 0) return;
    const before = new Set(plan.plan?.areas.map(({ id }) => id));
    const { area } = this;
    const done = await plan.run((revision) => (area === NEW ? api.edits.create(revision, members) : api.edits.add(revision, area, members)));
    if (done && area === NEW) this.area = plan.plan?.areas.find(({ id }) => !before.has(id))?.id ?? NEW;
    this.clear();
    this.render();
  }

  private clear(): void {
    const gone = [...this.touched.keys()];
    this.touched.clear();
    this.last = null;
    this.stroke.clear();
    if (gone.length > 0) this.show(gone);
  }
}
