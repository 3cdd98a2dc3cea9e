import type { App } from '../app';
import type { CitationItem, PreviousVerdict, VerdictItem } from '../contract';
import { icon } from '../design/icons';
import { el } from '../dom';
import { pick, shortHash } from '../format';
import { classStyles, swatchCss } from '../layers/palette';
import { evidenceTree } from './evidenceTree';

/** The theme of an analysis: themes are named after them. */
export const themeOf = (analysis: string): string => analysis.toLowerCase();

/** One verdict: answer, reason, rules, evidence. Opening it draws its evidence on the map. */
export function verdictCard(app: App, verdict: VerdictItem, open: boolean, draw: (zoom: boolean) => void): HTMLDetailsElement {
  const { t } = app;
  const lang = app.lang();
  const title = lang === 'en' ? verdict.analysisEn : verdict.analysisZh;
  const answer = lang === 'en' ? verdict.codeEn : verdict.codeZh;
  const hasShapes = verdict.shapes.features.length > 0;
  const card = el(
    'details',
    { class: 'card verdict', 'data-testid': `verdict-${verdict.analysis}`, 'data-code': verdict.code, open },
    el(
      'summary',
      {},
      el('span', { class: 'verdict-title' }, title),
      el('span', { class: 'chip' }, el('i', { class: 'swatch', style: swatchOf(app, verdict) }), answer),
    ),
    el('p', { class: 'reason' }, pick(verdict, lang)),
    verdict.previous ? previousLine(app, verdict.previous) : null,
    hasShapes
      ? el(
          'button',
          { type: 'button', class: 'button wide', 'data-testid': `show-evidence-${verdict.analysis}`, onclick: () => draw(true) },
          icon('target'),
          t('verdict.show'),
        )
      : el('p', { class: 'muted' }, t('verdict.noShapes')),
    el(
      'section',
      {},
      el('h4', {}, t('verdict.citations')),
      ...citationLists(app, verdict.citations),
    ),
    Object.keys(verdict.evidence ?? {}).length > 0
      ? el('details', { class: 'sub' }, el('summary', {}, t('verdict.evidence')), evidenceTree(verdict.evidence, lang))
      : null,
    el(
      'p',
      { class: 'fine' },
      t('verdict.profile', { profile: verdict.profile, version: verdict.profileVersion }),
      ' · ',
      el('span', { title: `${verdict.inputHash}\n${t('verdict.hash.hint')}` }, t('verdict.hash', { hash: shortHash(verdict.inputHash) })),
    ),
  );
  // a card that starts open reports that too: draw then, but leave the map where the reader put it
  let startedOpen = open;
  card.addEventListener('toggle', () => {
    if (card.open && hasShapes) draw(!startedOpen);
    startedOpen = false;
  });
  return card;
}

/** What the answer was before, since when it is not, and what changed; its reason as a tooltip. */
function previousLine(app: App, previous: PreviousVerdict): HTMLElement {
  const lang = app.lang();
  return el(
    'p',
    { class: 'muted', 'data-testid': 'verdict-previous', title: `${pick(previous, lang)}\n${previous.inputHash}` },
    app.t('verdict.previous', {
      answer: lang === 'en' ? previous.codeEn : previous.codeZh,
      day: previous.changedAt.slice(0, 10),
    }),
    previous.causes.length > 0
      ? app.t('verdict.previous.causes', {
          causes: previous.causes.map((cause) => pick(cause, lang)).join(lang === 'en' ? ', ' : '、'),
        })
      : '',
  );
}

/** Rules of documents first; many defaults of ours are folded, with their number in sight. */
function citationLists(app: App, citations: CitationItem[]): HTMLElement[] {
  const list = (items: CitationItem[]) =>
    el('ul', { class: 'citations' }, ...items.map((item) => citationItem(app, item)));
  const rules = citations.filter(({ decision }) => !decision);
  const defaults = citations.filter(({ decision }) => decision);
  if (defaults.length <= 2) return [list([...rules, ...defaults])];
  const folded = el(
    'details',
    { class: 'sub defaults' },
    el('summary', {}, el('span', { class: 'badge decision-badge' }, `${app.t('verdict.decision')} × ${defaults.length}`)),
    list(defaults),
  );
  return rules.length > 0 ? [list(rules), folded] : [folded];
}

function citationItem(app: App, citation: CitationItem): HTMLElement {
  const { t } = app;
  return el(
    'li',
    { class: citation.decision ? 'decision' : null },
    el(
      'div',
      {},
      citation.decision
        ? el('span', { class: 'badge decision-badge' }, t('verdict.decision'))
        : el('strong', {}, citation.document ?? ''),
      citation.clause ? el('span', { class: 'clause' }, citation.clause) : null,
      citation.requirement ? el('span', { class: 'muted', title: t('verdict.requirement', { id: citation.requirement }) }, citation.requirement) : null,
    ),
    citation.text ? el('p', {}, citation.text) : null,
  );
}

function swatchOf(app: App, verdict: VerdictItem): string {
  const theme = app.dataset.themes.find(({ id }) => id === themeOf(verdict.analysis));
  const style = theme && classStyles(theme).get(verdict.code);
  return style ? swatchCss(style) : 'background:#bbb';
}
