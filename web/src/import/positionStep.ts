import { el } from '../dom';
import { formatLonLat, pick } from '../format';
import type { Bounds } from '../contract';
import { estateCard } from './estateCard';
import type { LayerRef } from './model';
import { proposalCard } from './proposalCard';
import { field, options, problemAt, SimpleStep } from './view';

/** The choice that asks for an EPSG code of one's own. */
const OTHER = 'other';

/** In which CRS and datum positions are read, and everything that is proposed for the layer. */
export class PositionStep extends SimpleStep {
  private typing = false;

  protected content(ref: LayerRef | null): (Node | null)[] {
    if (!ref) return [];
    return [this.position(ref), this.proposals(ref), estateCard(this.view, ref)];
  }

  private position(ref: LayerRef): HTMLElement {
    const { app } = this.view;
    const { file, layer } = ref;
    const chosen = this.view.model.layer(file.file, layer.name);
    const nowhere = layer.crsOrigin === 'none' && !chosen.crs;
    return el(
      'section',
      { class: 'card open import-position' },
      el('h3', {}, app.t('import.position')),
      nowhere
        ? el('p', { class: 'muted' }, app.t('import.position.none'))
        : el('div', { class: 'fields' }, this.crs(ref), this.datum(ref)),
      layer.extent ? this.extent(layer.extent) : null,
    );
  }

  private crs(ref: LayerRef): HTMLElement {
    const { app, model } = this.view;
    const { file, layer } = ref;
    const lang = app.lang();
    const chosen = model.layer(file.file, layer.name).crs ?? '';
    const groups = (model.vocabulary?.crs ?? []).filter(({ items }) => items.length > 0);
    const known = groups.flatMap(({ items }) => items);
    const name = (code: string) => pick(known.find((item) => item.code === code) ?? { zh: code, en: code }, lang);
    const origin = lang === 'en' ? layer.crsOriginEn : layer.crsOriginZh;
    const auto = chosen ? app.t('import.auto') : layer.crsOrigin === 'missing' ? origin : app.t('import.crs.origin', { origin, value: name(layer.crs) });
    const custom = this.typing || (chosen !== '' && !known.some(({ code }) => code === chosen));
    const choose = (crs: string | undefined) => model.chooseLayer(file.file, layer.name, { crs });
    let grouped = chosen;
    const select = el(
      'select',
      {
        'data-key': 'crs',
        'data-testid': 'import-crs',
        onchange: (event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.typing = value === OTHER;
          if (this.typing) this.update(ref);
          else choose(value || undefined);
        },
      },
      el('option', { value: '' }, auto),
      ...groups.map((group) => {
        const choices = options(group.items, custom ? '' : grouped, app.lang);
        // the dataset's own zone stands in its group a second time
        if (group.items.some(({ code }) => code === grouped)) grouped = '';
        return el('optgroup', { label: pick(group, lang) }, ...choices);
      }),
      el('option', { value: OTHER, selected: custom }, app.t('import.crs.other')),
    );
    const problem = problemAt(this.view, 'crs', file.file, layer.name);
    if (!custom) return field(app.t('import.crs'), select, problem);
    const code = el('input', {
      'data-key': 'crs-code',
      value: chosen,
      placeholder: 'EPSG:4548',
      'aria-label': app.t('import.crs.code'),
      'data-testid': 'import-crs-code',
      onchange: (event: Event) => {
        this.typing = false;
        choose((event.target as HTMLInputElement).value.trim() || undefined);
      },
    });
    return el('div', {}, field(app.t('import.crs'), select, problem), code);
  }

  private datum(ref: LayerRef): HTMLElement {
    const { app, model } = this.view;
    const { file, layer } = ref;
    const lang = app.lang();
    const datums = model.vocabulary?.datums ?? [];
    const chosen = model.layer(file.file, layer.name).datum ?? '';
    const assumed = datums.find(({ code }) => code === 'CGCS2000');
    const select = el(
      'select',
      {
        'data-key': 'datum',
        'data-testid': 'import-datum',
        disabled: !layer.degrees && !chosen,
        onchange: (event: Event) => model.chooseLayer(file.file, layer.name, { datum: (event.target as HTMLSelectElement).value || undefined }),
      },
      el('option', { value: '' }, app.t('import.datum.unstated', { value: assumed ? pick(assumed, lang) : '' })),
      ...options(datums, chosen, app.lang),
    );
    const hint = layer.degrees ? null : app.t('import.datum.metres');
    return field(app.t('import.datum'), select, problemAt(this.view, 'datum', file.file, layer.name), hint);
  }

  private extent([west, south, east, north]: Bounds): HTMLElement {
    const { app } = this.view;
    const { bounds } = app.dataset;
    const apart = bounds && (west > bounds[2] || east < bounds[0] || south > bounds[3] || north < bounds[1]);
    return el(
      'div',
      {},
      el(
        'p',
        {},
        `${app.t('import.position.extent')} `,
        el('span', { class: 'figure' }, `${formatLonLat(west, south)} – ${formatLonLat(east, north)}`),
        ' ',
        el('button', { type: 'button', class: 'link', 'data-key': 'extent-map', onclick: () => this.view.showOnMap([(west + east) / 2, (south + north) / 2]) }, app.t('import.showOnMap')),
      ),
      apart ? el('p', { class: 'warning-text' }, app.t('import.position.apart')) : null,
    );
  }

  private proposals(ref: LayerRef): HTMLElement {
    const { app, model } = this.view;
    const { file, layer } = ref;
    const open = layer.proposals.filter(({ accepted, acceptable }) => acceptable && !accepted).map(({ code }) => code);
    return el(
      'section',
      { class: 'import-proposals', 'data-testid': 'import-proposals' },
      el(
        'div',
        { class: 'section-head' },
        el('h3', {}, app.t('import.proposals')),
        open.length > 1
          ? el('button', { type: 'button', class: 'button small', 'data-key': 'accept-all', onclick: () => model.accept(file.file, layer.name, open, true) }, app.t('import.proposal.acceptAll', { n: open.length }))
          : null,
      ),
      layer.proposals.length === 0 ? el('p', { class: 'muted' }, app.t('import.proposals.none')) : null,
      ...layer.proposals.map((proposal) => proposalCard(this.view, ref, proposal)),
    );
  }
}
