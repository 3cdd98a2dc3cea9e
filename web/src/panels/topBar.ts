import * as api from '../api';
import type { App, Panel } from '../app';
import { el, icon, ICONS } from '../dom';
import type { TextKey } from '../i18n';
import { THEME_IDS } from '../state';
import type { SearchBox } from './search';

interface Actions {
  importFiles: () => void;
  analyse: () => void;
}

/** Name, dataset, search, themes and the few actions of the page. */
export class TopBar implements Panel {
  readonly node = el('header', { class: 'top-bar' });
  private readonly brand = el('div', { class: 'brand' });
  private readonly themes = el('div', { class: 'themes', role: 'radiogroup' });
  private readonly actions = el('div', { class: 'actions' });

  constructor(
    private readonly app: App,
    search: SearchBox,
    private readonly run: Actions,
  ) {
    this.node.append(this.brand, search.node, this.themes, this.actions);
    this.render();
  }

  render(): void {
    const { t, dataset } = this.app;
    this.brand.replaceChildren(
      el('h1', {}, el('img', { src: '/favicon.svg', alt: '', width: 26, height: 26 }), t('brand')),
      el(
        'div',
        { class: 'dataset' },
        el('span', { class: 'dataset-name', title: dataset.name }, dataset.name),
        dataset.synthetic
          ? el('span', { class: 'badge synthetic', title: t('synthetic.hint'), 'data-testid': 'synthetic-badge' }, t('synthetic'))
          : null,
      ),
    );
    this.renderThemes();
    this.renderActions();
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

  private renderActions(): void {
    const { t, store } = this.app;
    const { lang, mode } = store.get();
    this.actions.replaceChildren(
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          'aria-pressed': String(mode === 'plan'),
          'aria-label': t('plan'),
          title: t('plan'),
          'data-testid': 'plan-mode',
          onclick: () => store.set(mode === 'plan' ? { mode: 'browse' } : { mode: 'plan', selected: null }),
        },
        icon(ICONS.area),
        el('span', {}, t('plan')),
      ),
      el(
        'button',
        { type: 'button', class: 'button', 'aria-label': t('import'), title: t('import'), 'data-testid': 'import-open', onclick: this.run.importFiles },
        icon(ICONS.upload),
        el('span', {}, t('import')),
      ),
      el(
        'button',
        { type: 'button', class: 'button', 'aria-label': t('analyse'), title: t('analyse'), 'data-testid': 'analyse', onclick: this.run.analyse },
        icon(ICONS.play),
        el('span', {}, t('analyse')),
      ),
      this.exportMenu(),
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
      el('summary', { class: 'button', 'aria-label': t('export'), title: t('export') }, icon(ICONS.download), el('span', {}, t('export'))),
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
