import { el } from '../dom';
import { formatNumber, pick } from '../format';
import type { EstatePair, Position } from './contract';
import type { LayerRef } from './model';
import { type ImportView, problemAt } from './view';

/** Rows that may be estates that the dataset has of another source, each with its decision. */
export function estateCard(view: ImportView, ref: LayerRef): HTMLElement | null {
  const { app } = view;
  const { file, layer } = ref;
  if (layer.estates.length === 0) return null;
  const problem = problemAt(view, 'estate', file.file, layer.name);
  const waiting = layer.estates.filter(({ decision }) => decision === null).length;
  const titles = ['issue.place', 'import.estate.row', 'import.estate.stored', 'import.estate.why', 'import.estate.decision'] as const;
  return el(
    'section',
    { class: 'card open import-estates', 'data-testid': 'import-estates' },
    el(
      'div',
      { class: 'section-head' },
      el('h3', {}, app.t('import.estates')),
      el('span', { class: waiting > 0 ? 'badge warning' : 'badge' }, app.t('import.estates.waiting', { n: formatNumber(waiting, app.lang()) })),
    ),
    problem ? el('p', { class: 'unfit', role: 'alert' }, problem) : null,
    el(
      'div',
      { class: 'table-scroll' },
      el(
        'table',
        { class: 'examples' },
        el('thead', {}, el('tr', {}, ...titles.map((key) => el('th', { scope: 'col' }, app.t(key))))),
        el('tbody', {}, ...layer.estates.map((pair) => estateRow(view, ref, pair))),
      ),
    ),
    el('p', { class: 'fine' }, app.t('import.estates.hint')),
  );
}

function estateRow(view: ImportView, { file, layer }: LayerRef, pair: EstatePair): HTMLElement {
  const { app, model } = view;
  const choose = (value: string) => model.chooseEstate(file.file, layer.name, pair.row, value === 'merge' ? pair.storedId : value === 'new' ? '' : undefined);
  const option = (value: string, label: string) => el('option', { value, selected: (pair.decision ?? '') === value }, label);
  const select = el(
    'select',
    {
      'data-key': `estate:${pair.row}`,
      'data-testid': 'import-estate',
      'data-row': String(pair.row),
      'aria-label': app.t('import.estate.of', { name: pair.name }),
      onchange: (event: Event) => choose((event.target as HTMLSelectElement).value),
    },
    option('', app.t('import.estate.wait')),
    option('merge', app.t('import.estate.merge')),
    option('new', app.t('import.estate.new')),
  );
  return el(
    'tr',
    {},
    el('td', {}, pair.cell || app.t('issue.row.n', { n: pair.row })),
    el('td', {}, pair.name, ' ', mapLink(view, pair.lonLat, `row:${pair.row}`)),
    el('td', {}, pair.storedName, el('br', {}), el('span', { class: 'muted' }, pair.storedPlace), ' ', mapLink(view, pair.storedLonLat, `stored:${pair.row}`)),
    el('td', {}, pick(pair, app.lang())),
    el('td', {}, select),
  );
}

function mapLink(view: ImportView, at: Position | null, key: string): HTMLElement | null {
  return at ? el('button', { type: 'button', class: 'link', 'data-key': `estate-map:${key}`, onclick: () => view.showOnMap(at) }, view.app.t('import.showOnMap')) : null;
}
