import type { App } from '../app';
import type { ShapeCollection } from '../contract';
import { el, refill } from '../dom';
import { formatNumber, pick } from '../format';
import { translate } from '../i18n';
import { middleOf } from '../layers/evidence';
import * as api from '../sewer/api';
import type { RankedBreak, WorksYear } from '../sewer/contract';
import { sewerOf } from '../sewer/model';
import type { DockPanel } from '../shell/registry';

const LISTED = 200;

/** The breaks of the whole network, those with most households behind them first, and new works. */
export class BreaksPanel implements DockPanel {
  readonly node = el('div', { class: 'plan', 'data-testid': 'breaks-panel' });
  private found: { total: number; items: RankedBreak[] } | null = null;
  private works: WorksYear[] = [];

  constructor(private readonly app: App) {}

  opened(): void {
    void this.read();
  }

  closed(): void {
    this.app.map.evidence.clear();
  }

  private async read(): Promise<void> {
    try {
      [this.found, this.works] = await this.app.busy.run(this.app.t('sewer.breaks'), () => Promise.all([api.breaks(LISTED), api.works()]));
      this.draw();
      this.render();
    } catch (error) {
      this.app.toasts.error(error);
    }
  }

  /** Marks each break with the households behind it. */
  private draw(): void {
    const features = (this.found?.items ?? []).flatMap((item) => (item.geometry ? [feature(item)] : []));
    this.app.map.evidence.show({ type: 'FeatureCollection', features } as ShapeCollection);
  }

  render(): void {
    const { t } = this.app;
    const { found } = this;
    refill(
      this.node,
      found ? el('p', { class: 'muted' }, t('sewer.breaks.count', { n: found.total, listed: found.items.length })) : el('p', { class: 'muted' }, t('loading')),
      found ? el('ol', { class: 'rows' }, ...found.items.map((item) => this.row(item))) : null,
      this.yearly(),
    );
  }

  private row(item: RankedBreak): HTMLElement {
    const { t } = this.app;
    const lang = this.app.lang();
    const without = item.communities_without_count;
    const known = without < item.communities.length ? t('sewer.breaks.households', { n: formatNumber(item.households, lang) }) : '';
    const unknown = without > 0 ? t('sewer.breaks.without', { n: without }) : '';
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', 'data-testid': 'break-row', onclick: () => this.goTo(item) },
        el('strong', {}, `${lang === 'en' ? item.type_en : item.type_zh} · ${[known, unknown].filter(Boolean).join(' ')}`),
        el('span', {}, pick(item, lang)),
        el('span', { class: 'muted' }, item.communities.map(({ name, id }) => name || id).join(lang === 'en' ? ', ' : '、')),
      ),
    );
  }

  private goTo(item: RankedBreak): void {
    const at = item.geometry ? middleOf(item.geometry) : null;
    if (at) this.app.map.goTo({ lon: at[1], lat: at[0] }, 18);
    this.app.store.set({ panel: 'sewer' });
    void sewerOf(this.app).ask(`node:${item.node}`);
  }

  private yearly(): HTMLElement | null {
    const { t } = this.app;
    const lang = this.app.lang();
    if (this.works.length === 0) return null;
    return el(
      'section',
      { 'data-testid': 'sewer-works' },
      el('h3', {}, t('sewer.works')),
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('sewer.works.year')), el('th', { scope: 'col' }, 'km'), el('th', { scope: 'col' }, t('sewer.works.pipes')))),
        el('tbody', {}, ...this.works.map((year) => el('tr', {}, el('th', { scope: 'row' }, String(year.year)), el('td', {}, year.length_km.toFixed(2)), el('td', {}, formatNumber(year.pipes, lang))))),
      ),
    );
  }
}

/** A number of households that nobody knows is not written as 0. */
function feature(item: RankedBreak): GeoJSON.Feature {
  const known = item.communities_without_count < item.communities.length;
  const households = known ? 'sewer.breaks.households' : 'sewer.breaks.unknown';
  const zh = `${item.type_zh} ${translate('zh-CN', households, { n: item.households })}`;
  const en = `${item.type_en}, ${translate('en', households, { n: item.households })}`;
  return { type: 'Feature', geometry: item.geometry as GeoJSON.Geometry, properties: { role: 'break', zh, en } };
}
