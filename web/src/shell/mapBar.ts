import type { App, Panel } from '../app';
import type { Subject } from '../contract';
import { icon } from '../design/icons';
import { el } from '../dom';
import type { TextKey } from '../i18n';
import { THEME_IDS } from '../state';
import { workspaceOf } from '../workspaces';
import type { MapTool, ToolSpec } from './registry';

/** The bar above the map: which question is shown, and what the mouse does. */
export class MapBar implements Panel {
  readonly node = el('section', { class: 'map-bar' });
  private readonly themes = el('div', { class: 'themes', role: 'radiogroup' });
  private readonly tools = el('div', { class: 'tools', role: 'group' });
  private readonly hint = el('div', { class: 'tool-hint', hidden: true, role: 'status' });
  private readonly loaded = new Map<ToolSpec, Promise<MapTool>>();
  private spec: ToolSpec | null = null;
  private tool: MapTool | null = null;

  constructor(private readonly app: App) {
    this.node.append(this.themes, this.tools, this.hint);
    app.store.on(['theme'], () => this.renderThemes());
    app.store.on(['tool', 'workspace'], () => this.render());
  }

  /** Gives up what is half drawn, else the tool. Answers whether there was something. */
  cancel(): boolean {
    if (this.tool?.cancel?.()) return true;
    if (this.app.store.get().tool === 'inspect') return false;
    this.app.store.set({ tool: 'inspect' });
    return true;
  }

  /** Gives a click to the tool. Answers whether the tool takes clicks. */
  pick(subject: Subject | null, name: string): boolean {
    if (!this.tool?.pick) return false;
    this.tool.pick(subject, name);
    return true;
  }

  render(): void {
    this.node.setAttribute('aria-label', this.app.t('mapBar'));
    this.renderThemes();
    this.renderTools();
    const { workspace, tool } = this.app.store.get();
    const { tools } = workspaceOf(workspace);
    this.choose(tools.find(({ id }) => id === tool) ?? (tools[0] as ToolSpec));
    this.renderHint();
  }

  private renderThemes(): void {
    const { t, store } = this.app;
    const current = store.get().theme;
    this.themes.setAttribute('aria-label', t('themes'));
    const focused = this.themes.contains(document.activeElement);
    this.themes.replaceChildren(
      ...THEME_IDS.map((id) =>
        el(
          'button',
          {
            type: 'button',
            role: 'radio',
            'aria-checked': String(id === current),
            tabindex: id === current ? 0 : -1,
            'data-testid': `theme-${id}`,
            onclick: () => store.set({ theme: id }),
            onkeydown: (event: KeyboardEvent) => this.themeKey(event),
          },
          t(`theme.${id}` as TextKey),
        ),
      ),
    );
    if (focused) this.themes.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }

  private themeKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = THEME_IDS.indexOf(this.app.store.get().theme);
    const next = THEME_IDS[(at + step + THEME_IDS.length) % THEME_IDS.length];
    if (next) this.app.store.set({ theme: next });
  }

  private renderTools(): void {
    const { t, store } = this.app;
    const { workspace, tool } = store.get();
    const { tools } = workspaceOf(workspace);
    this.tools.hidden = tools.length < 2;
    this.tools.setAttribute('aria-label', t('tools'));
    const focused = this.tools.contains(document.activeElement);
    this.tools.replaceChildren(
      ...tools.flatMap((spec) => [
        spec.group ? el('span', { class: 'gap' }) : null,
        el(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-pressed': String(spec.id === tool),
            'aria-label': t(spec.title),
            title: `${t(spec.title)} (${spec.key})`,
            'data-testid': `tool-${spec.id}`,
            onclick: () => store.set({ tool: spec.id }),
          },
          icon(spec.icon),
        ),
      ]).filter((node) => node !== null),
    );
    if (focused) this.tools.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }

  private renderHint(): void {
    const { spec, tool } = this;
    this.hint.hidden = spec === null || spec.id === 'inspect';
    if (!spec || this.hint.hidden) return;
    tool?.render?.();
    this.hint.replaceChildren(el('span', {}, this.app.t(spec.hint)));
    if (tool?.options) this.hint.append(tool.options);
  }

  private choose(spec: ToolSpec): void {
    if (spec === this.spec) return;
    this.tool?.stop();
    this.tool = null;
    this.spec = spec;
    document.body.classList.toggle('drawing', spec.id !== 'inspect');
    let loading = this.loaded.get(spec);
    if (!loading) {
      loading = spec.load(this.app);
      this.loaded.set(spec, loading);
    }
    loading.then(
      (tool) => {
        if (this.spec !== spec) return;
        this.tool = tool;
        tool.start();
        this.renderHint();
      },
      (error: unknown) => {
        this.loaded.delete(spec);
        this.app.toasts.error(error);
      },
    );
  }
}
