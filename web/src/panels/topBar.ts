import * as api from '../api';
import type { App, Panel } from '../app';
import { type IconName, icon } from '../design/icons';
import { el } from '../dom';
import type { TextKey } from '../i18n';
import { WORKSPACES } from '../workspaces';
import type { SearchBox } from './search';

interface Actions {
  importFiles: () => void;
  analyse: () => void;
  help: () => void;
}

/** Name, dataset, workspaces, search and the few actions of the page. */
export class TopBar implements Panel {
  readonly node = el('header', { class: 'top-bar' });
  private readonly brand = el('div', { class: 'brand' });
  private readonly workspaces = el('nav', { class: 'workspaces' });
  private readonly actions = el('div', { class: 'actions' });

  constructor(
    private readonly app: App,
    search: SearchBox,
    private readonly run: Actions,
  ) {
    this.node.append(this.brand, this.workspaces, search.node, this.actions);
    app.store.on(['workspace'], () => this.renderWorkspaces());
    app.store.on(['brightness'], () => this.renderActions());
    this.render();
  }

  render(): void {
    const { t, dataset } = this.app;
    this.brand.replaceChildren(
      el('h1', {}, el('img', { src: '/favicon.svg', alt: '', width: 26, height: 26 }), el('span', {}, t('brand'))),
      el(
        'div',
        { class: 'dataset' },
        el('span', { class: 'dataset-name', title: dataset.name }, dataset.name),
        dataset.synthetic
          ? el('span', { class: 'badge synthetic', title: t('synthetic.hint'), 'data-testid': 'synthetic-badge' }, t('synthetic'))
          : null,
      ),
    );
    this.renderWorkspaces();
    this.renderActions();
  }

  private renderWorkspaces(): void {
    const { t, store } = this.app;
    const current = store.get().workspace;
    this.workspaces.setAttribute('aria-label', t('workspaces'));
    const focused = this.workspaces.contains(document.activeElement);
    this.workspaces.replaceChildren(
      ...WORKSPACES.map(({ id, title, theme }) =>
        el(
          'button',
          {
            type: 'button',
            'aria-current': id === current ? 'page' : null,
            'data-testid': `workspace-${id}`,
            onclick: () => id !== current && store.set({ workspace: id, theme, panel: null, tool: 'inspect' }),
          },
          t(title),
        ),
      ),
    );
    if (focused) this.workspaces.querySelector<HTMLElement>('[aria-current]')?.focus();
  }

  private renderActions(): void {
    const { t, store } = this.app;
    const { lang, brightness } = store.get();
    this.actions.replaceChildren(
      el(
        'button',
        { type: 'button', class: 'button', 'aria-label': t('import'), title: t('import'), 'data-testid': 'import-open', onclick: this.run.importFiles },
        icon('upload'),
        el('span', {}, t('import')),
      ),
      el(
        'button',
        { type: 'button', class: 'button', 'aria-label': t('analyse'), title: t('analyse'), 'data-testid': 'analyse', onclick: this.run.analyse },
        icon('play'),
        el('span', {}, t('analyse')),
      ),
      this.exportMenu(),
      this.button(brightness === 'dark' ? 'light' : 'dark', brightness === 'dark' ? 'look.light' : 'look.dark', 'look-switch', () => store.set({ brightness: brightness === 'dark' ? 'light' : 'dark' })),
      this.button('help', 'help.keys', 'help-open', this.run.help),
      el(
        'button',
        {
          type: 'button',
          class: 'button language',
          lang: lang === 'en' ? 'zh-CN' : 'en',
          title: t('language.hint'),
          'data-testid': 'language-switch',
          onclick: () => store.set({ lang: lang === 'en' ? 'zh-CN' : 'en' }),
        },
        t('language'),
      ),
    );
  }

  private button(sign: IconName, title: TextKey, testid: string, run: () => void): HTMLElement {
    const name = this.app.t(title);
    return el('button', { type: 'button', class: 'button', 'aria-label': name, title: name, 'data-testid': testid, onclick: run }, icon(sign));
  }

  private exportMenu(): HTMLElement {
    const { t } = this.app;
    const links = (type: string, title: string) =>
      el(
        'div',
        { class: 'menu-row' },
        el('span', {}, title),
        ...(['csv', 'geojson'] as const).map((format) =>
          el('a', { href: api.exportUrl(type, format), download: '', 'aria-label': `${title} ${format}` }, format.toUpperCase()),
        ),
      );
    const menu = el(
      'details',
      { class: 'menu' },
      el('summary', { class: 'button', 'aria-label': t('export'), title: t('export') }, icon('download'), el('span', {}, t('export'))),
      el('div', { class: 'menu-body' }, links('community', t('export.communities')), links('verdict', t('export.verdicts'))),
    );
    menu.addEventListener('focusout', (event) => {
      if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    return menu;
  }
}
