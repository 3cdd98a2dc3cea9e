import type { App, Panel } from '../app';
import { icon } from '../design/icons';
import { el } from '../dom';
import { workspaceOf } from '../workspaces';
import type { DockPanel, PanelSpec } from './registry';

/** The rail of a workspace's panels and the dock in which one of them stands; a sheet on phones. */
export class Dock implements Panel {
  readonly rail = el('nav', { class: 'rail', 'data-testid': 'rail' });
  readonly node = el('section', { class: 'dock', id: 'dock', 'data-testid': 'dock', hidden: true });
  private readonly title = el('h2', { tabindex: -1 });
  private readonly body = el('div', { class: 'dock-body' });
  private readonly closeButton: HTMLButtonElement;
  private readonly handle: HTMLButtonElement;
  private readonly loaded = new Map<PanelSpec, Promise<DockPanel>>();
  private spec: PanelSpec | null = null;
  private panel: DockPanel | null = null;

  constructor(private readonly app: App) {
    const { store } = app;
    this.closeButton = el('button', { type: 'button', class: 'icon-button', 'data-testid': 'dock-close', onclick: () => store.set({ panel: null }) }, icon('close'));
    this.handle = el('button', { type: 'button', class: 'sheet-handle', onclick: () => this.node.classList.toggle('tall') });
    this.node.append(this.handle, el('div', { class: 'panel-head' }, this.title, this.closeButton), this.body);
    store.on(['panel', 'workspace'], () => {
      this.render();
      if (this.spec && !this.node.hidden) this.title.focus();
    });
  }

  /** The panels of the present workspace that this dataset has. */
  private specs(): PanelSpec[] {
    const { panels } = workspaceOf(this.app.store.get().workspace);
    return panels.filter((spec) => spec.shown?.(this.app) ?? true);
  }

  toggle(id: string): void {
    const { store } = this.app;
    store.set({ panel: store.get().panel === id ? null : id });
  }

  render(): void {
    const { t } = this.app;
    this.rail.setAttribute('aria-label', t('rail'));
    this.closeButton.setAttribute('aria-label', t('close'));
    this.handle.setAttribute('aria-label', t('sheet.size'));
    this.renderRail();
    this.show(this.specs().find(({ id }) => id === this.app.store.get().panel) ?? null);
  }

  /** Writes the rail again, for example when a number on it changed. */
  renderRail(): void {
    const { t, store } = this.app;
    const open = store.get().panel;
    const focused = this.rail.contains(document.activeElement) ? document.activeElement?.getAttribute('data-panel') : null;
    this.rail.replaceChildren(...this.specs().map((spec) => {
      const waiting = spec.badge?.(this.app) ?? 0;
      return el(
        'button',
        {
          type: 'button',
          'aria-expanded': String(spec.id === open),
          'aria-controls': 'dock',
          title: spec.key ? `${t(spec.title)} (${spec.key})` : t(spec.title),
          'data-panel': spec.id,
          'data-testid': `rail-${spec.id}`,
          onclick: () => this.toggle(spec.id),
        },
        icon(spec.icon),
        el('span', {}, t(spec.short ?? spec.title)),
        waiting > 0 ? el('span', { class: 'rail-badge' }, waiting > 999 ? '999+' : waiting) : null,
      );
    }));
    if (focused) this.rail.querySelector<HTMLElement>(`[data-panel="${CSS.escape(focused)}"]`)?.focus();
  }

  private show(spec: PanelSpec | null): void {
    this.node.hidden = spec === null;
    document.body.classList.toggle('dock-open', spec !== null);
    if (spec) this.title.textContent = this.app.t(spec.title);
    if (spec) this.node.setAttribute('aria-label', this.app.t(spec.title));
    if (spec === this.spec) {
      this.panel?.render();
      return;
    }
    this.panel?.closed?.();
    this.panel = null;
    this.spec = spec;
    this.body.replaceChildren();
    if (spec) void this.load(spec);
  }

  private async load(spec: PanelSpec): Promise<void> {
    let loading = this.loaded.get(spec);
    if (!loading) {
      loading = spec.load(this.app);
      this.loaded.set(spec, loading);
    }
    try {
      const panel = await this.app.busy.run(this.app.t(spec.title), () => loading as Promise<DockPanel>);
      if (this.spec !== spec) return;
      this.panel = panel;
      this.body.replaceChildren(panel.node);
      this.body.scrollTop = 0;
      panel.render();
      panel.opened?.();
    } catch (error) {
      this.loaded.delete(spec);
      this.app.toasts.error(error, () => void this.load(spec));
    }
  }
}
