import * as api from '../api';
import type { App } from '../app';
import { community, type Comparison, type Scenario, type ScenarioList } from '../contract';
import { el, refill } from '../dom';
import { formatNumber, formatSum } from '../format';
import type { TextKey } from '../i18n';
import type { DockPanel } from '../shell/registry';

const FIGURES = ['areas', 'members', 'households', 'leftovers', 'leftoverHouseholds', 'crossStreetAreas', 'brokenAreas'] as const;

/** The variants of the plan: copy, rename, put on the map, delete, and compare two of them. */
export class ScenarioPanel implements DockPanel {
  readonly node = el('div', { class: 'plan', 'data-testid': 'scenarios' });
  private list: ScenarioList | null = null;
  private pair: [string, string] | null = null;
  private comparison: Comparison | null = null;

  constructor(private readonly app: App) {
    app.plan.listen((changed) => {
      // an edit changes the figures; a new selection does not
      if (changed.length === 0 && this.node.isConnected && this.list && this.revision() !== this.app.plan.plan?.revision) void this.load();
    });
  }

  private revision() {
    return this.list?.scenarios.find(({ active }) => active)?.revision;
  }

  opened(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    await this.run(() => api.scenarios.list());
  }

  private async run(ask: () => Promise<ScenarioList>): Promise<boolean> {
    try {
      const list = await this.app.busy.run(this.app.t('scenario.title'), ask);
      const other = list.active !== this.list?.active && this.list !== null;
      this.list = list;
      if (other || list.scenarios.find(({ active }) => active)?.revision !== this.app.plan.plan?.revision) await this.app.plan.load();
      this.app.store.set({ scenario: list.active === 'main' ? null : list.active });
      await this.compare();
      return true;
    } catch (error) {
      this.app.toasts.error(error);
      return false;
    } finally {
      this.render();
    }
  }

  private async compare(): Promise<void> {
    this.comparison = null;
    const ids = this.list?.scenarios.map(({ id }) => id) ?? [];
    if (ids.length < 2) return;
    if (!this.pair || !this.pair.every((id) => ids.includes(id))) this.pair = [ids[0] as string, ids[1] as string];
    if (this.pair[0] !== this.pair[1]) this.comparison = await api.scenarios.compare(...this.pair);
  }

  render(): void {
    const { t } = this.app;
    refill(
      this.node,
      this.list ? el('ul', {}, ...this.list.scenarios.map((each) => this.card(each))) : el('p', { class: 'muted' }, t('loading')),
      this.list && this.list.scenarios.length < 2 ? el('p', { class: 'empty' }, t('scenario.one')) : this.comparing(),
    );
  }

  private card(scenario: Scenario): HTMLElement {
    const { t } = this.app;
    const button = (key: TextKey, testid: string, run: () => void) =>
      el('button', { type: 'button', class: 'button small', 'data-key': `${key}-${scenario.id}`, 'data-testid': `${testid}-${scenario.id}`, onclick: run }, t(key));
    return el(
      'li',
      { class: 'card open', 'data-testid': 'scenario' },
      el('div', { class: 'section-head' }, el('h3', {}, scenario.name), scenario.active ? el('span', { class: 'badge' }, t('scenario.active')) : null),
      el('p', { class: 'fine' }, t('scenario.figures', { areas: scenario.figures.areas, households: formatSum(scenario.figures.households, scenario.figures.members, this.app.lang()), leftovers: scenario.figures.leftovers })),
      el(
        'div',
        { class: 'row' },
        scenario.active ? null : button('scenario.activate', 'activate', () => void this.run(() => api.scenarios.activate(scenario.id))),
        button('scenario.duplicate', 'duplicate', () => void this.run(() => api.scenarios.duplicate(scenario.id))),
        button('plan.rename', 'rename', () => this.rename(scenario)),
        scenario.active ? null : button('scenario.delete', 'delete', () => this.remove(scenario)),
      ),
    );
  }

  private rename(scenario: Scenario): void {
    const name = window.prompt(this.app.t('scenario.name'), scenario.name)?.trim();
    if (name && name !== scenario.name) void this.run(() => api.scenarios.rename(scenario.id, name));
  }

  private remove(scenario: Scenario): void {
    if (window.confirm(this.app.t('scenario.delete.confirm', { name: scenario.name }))) void this.run(() => api.scenarios.remove(scenario.id));
  }

  private comparing(): HTMLElement | null {
    const { list, pair, comparison } = this;
    if (!list || !pair) return null;
    const { t } = this.app;
    const lang = this.app.lang();
    const chooser = (side: 0 | 1) =>
      el(
        'select',
        {
          class: 'select',
          'aria-label': t('scenario.side', { n: side + 1 }),
          'data-key': `side-${side}`,
          onchange: (event: Event) => {
            pair[side] = (event.target as HTMLSelectElement).value;
            this.compare().then(() => this.render(), (error: unknown) => this.app.toasts.error(error));
          },
        },
        ...list.scenarios.map(({ id, name }) => el('option', { value: id, selected: id === pair[side] }, name)),
      );
    const figure = (scenario: Scenario, key: (typeof FIGURES)[number]) => {
      const value = scenario.figures[key];
      return typeof value === 'number' ? formatNumber(value, lang) : formatSum(value, key === 'households' ? scenario.figures.members : scenario.figures.leftovers, lang);
    };
    return el(
      'section',
      { 'data-testid': 'comparison' },
      el('h3', {}, t('scenario.compare')),
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, el('td', {}), el('td', {}, chooser(0)), el('td', {}, chooser(1)))),
        comparison
          ? el('tbody', {}, ...FIGURES.map((key) => el('tr', {}, el('th', { scope: 'row' }, t(`figure.${key}`)), el('td', { class: 'number' }, figure(comparison.a, key)), el('td', { class: 'number' }, figure(comparison.b, key)))))
          : null,
      ),
      comparison
        ? el(
            'details',
            { class: 'card', open: true },
            el('summary', {}, t('scenario.moved', { n: comparison.moved.length })),
            el(
              'ul',
              { class: 'rows' },
              ...comparison.moved.slice(0, 200).map((item) =>
                el(
                  'li',
                  {},
                  el(
                    'button',
                    { type: 'button', 'data-row': item.id, 'data-kind': 'community', onclick: () => this.app.open(community(item.id)), onmouseenter: () => this.app.map.hover(community(item.id)), onmouseleave: () => this.app.map.hover(null) },
                    el('strong', {}, item.name),
                    el('small', {}, `${item.from?.name ?? t('scenario.noArea')} → ${item.to?.name ?? t('scenario.noArea')}`),
                  ),
                ),
              ),
            ),
          )
        : null,
    );
  }
}
