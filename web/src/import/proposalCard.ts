import { el } from '../dom';
import { formatNumber, pick } from '../format';
import type { ImportProposal, ProposalExample } from './contract';
import type { LayerRef } from './model';
import { type ImportView, problemAt } from './view';

/** One proposal: what is found, what it would change, and the tick that accepts it. */
export function proposalCard(view: ImportView, ref: LayerRef, proposal: ImportProposal): HTMLElement {
  const { app } = view;
  const { file, layer } = ref;
  const lang = app.lang();
  const english = lang === 'en';
  const title = english ? proposal.titleEn : proposal.titleZh;
  const problem = problemAt(view, 'proposal', file.file, layer.name, proposal.code);
  return el(
    'article',
    { class: proposal.accepted ? 'card open proposal accepted' : 'card open proposal', 'data-testid': 'import-proposal', 'data-code': proposal.code },
    el('div', { class: 'proposal-head' }, decision(view, ref, proposal, title), el('span', { class: 'badge' }, app.t('import.proposal.rows', { n: formatNumber(proposal.rows, lang) }))),
    problem ? el('p', { class: 'unfit', role: 'alert' }, problem) : null,
    pick(proposal, lang) ? el('p', {}, pick(proposal, lang)) : null,
    proposal.columns.length > 0 ? el('p', { class: 'muted' }, app.t('import.proposal.columns', { columns: proposal.columns.join(english ? ', ' : '、') })) : null,
    proposal.examples.length > 0 ? examples(view, proposal.examples) : null,
    el('p', { class: 'fine' }, english ? proposal.effectEn : proposal.effectZh),
  );
}

function decision({ app, model }: ImportView, { file, layer }: LayerRef, proposal: ImportProposal, title: string): HTMLElement {
  const key = `proposal:${proposal.code}`;
  if (proposal.acceptable) {
    const tick = el('input', {
      type: 'checkbox',
      'data-key': key,
      'data-testid': 'import-accept',
      checked: proposal.accepted,
      onchange: (event: Event) => model.accept(file.file, layer.name, [proposal.code], (event.target as HTMLInputElement).checked),
    });
    return el('label', { class: 'tick' }, tick, el('strong', {}, title), ' ', el('span', { class: 'muted' }, app.t(proposal.accepted ? 'import.proposal.accepted' : 'import.proposal.accept')));
  }
  const { datum } = proposal;
  const known = model.vocabulary?.datums.find(({ code }) => code === datum);
  return el(
    'div',
    { class: 'tick' },
    el('strong', {}, title),
    datum && known
      ? el('button', { type: 'button', class: 'button small', 'data-key': key, onclick: () => model.chooseLayer(file.file, layer.name, { datum }) }, app.t('import.proposal.datum', { datum: pick(known, app.lang()) }))
      : null,
  );
}

function examples(view: ImportView, items: ProposalExample[]): HTMLElement {
  const { app } = view;
  return el(
    'div',
    { class: 'table-scroll' },
    el(
      'table',
      { class: 'examples' },
      el('thead', {}, el('tr', {}, ...(['issue.place', 'import.proposal.before', 'import.proposal.after'] as const).map((key) => el('th', { scope: 'col' }, app.t(key))))),
      el('tbody', {}, ...items.map((item) => example(view, item))),
    ),
  );
}

function example(view: ImportView, { row, cell, before, after, lonLat }: ProposalExample): HTMLElement {
  const { app } = view;
  return el(
    'tr',
    {},
    el('td', {}, cell || app.t('issue.row.n', { n: row })),
    el('td', {}, el('del', {}, before)),
    el(
      'td',
      {},
      el('ins', {}, after),
      lonLat
        ? el('button', { type: 'button', class: 'link', 'data-key': `example:${row}`, 'aria-label': app.t('import.showRowOnMap', { row }), onclick: () => view.showOnMap(lonLat) }, app.t('import.showOnMap'))
        : null,
    ),
  );
}
