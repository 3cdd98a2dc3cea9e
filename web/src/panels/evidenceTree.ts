import { el } from '../dom';
import { formatValue, isUnknown } from '../format';
import { lookUp, translate } from '../i18n';
import type { Lang } from '../state';

const UNIT_SUFFIXES: [RegExp, string][] = [
  [/[_ ]?square_?metres$/i, 'm²'],
  [/_m2$/i, 'm²'],
  [/_?metres$/i, 'm'],
  [/_m$/, 'm'],
  [/_?permille$/i, '‰'],
  [/_?percent$/i, '%'],
  [/_mm$/, 'mm'],
];

/** Longer lists of plain values, such as the pipes of a route, are folded. */
const LONG_LIST = 12;

export interface EvidenceLabel {
  text: string;
  unit: string | null;
}

/** Names a key of the evidence: the known label, else its words; the unit is read off its ending. */
export function evidenceLabel(key: string, lang: Lang): EvidenceLabel {
  let unit: string | null = null;
  let stem = key;
  for (const [suffix, sign] of UNIT_SUFFIXES) {
    if (suffix.test(key)) {
      unit = sign;
      stem = key.replace(suffix, '');
      break;
    }
  }
  const known =
    codeLabel(key, lang) ??
    lookUp(lang, `evidence.${snake(key)}`) ??
    lookUp(lang, `evidence.${snake(stem)}`);
  return { text: known ?? words(stem || key), unit };
}

const codeLabel = (text: string, lang: Lang) => (/^[A-Z][A-Z0-9_]+$/.test(text) ? lookUp(lang, `code.${text}`) : null);

const snake = (key: string) => key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

function words(key: string): string {
  const text = snake(key).replace(/[_.-]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Shows the evidence of a verdict as nested lists: maps as name and value, lists of like maps as
 * tables, everything else as it is. Keys starting with the other language's ending are left out.
 */
export function evidenceTree(evidence: unknown, lang: Lang): HTMLElement {
  return nodeOf(evidence, null, lang, 0);
}

function nodeOf(value: unknown, unit: string | null, lang: Lang, depth: number): HTMLElement {
  if (Array.isArray(value)) return listOf(value, unit, lang, depth);
  if (value !== null && typeof value === 'object') return mapOf(value as Record<string, unknown>, unit, lang, depth);
  return el('span', { class: isUnknown(value) ? 'unknown' : 'value' }, scalar(value, unit, lang));
}

function scalar(value: unknown, unit: string | null, lang: Lang): string {
  if (typeof value === 'string') {
    return codeLabel(value, lang) ?? formatValue(value, null, lang);
  }
  return formatValue(value, unit, lang);
}

function mapOf(map: Record<string, unknown>, outerUnit: string | null, lang: Lang, depth: number): HTMLElement {
  const list = el('dl', { class: depth === 0 ? 'evidence-tree' : 'evidence-tree nested' });
  for (const [key, value] of entries(map, lang)) {
    const { text, unit: ownUnit } = evidenceLabel(key, lang);
    const unit = ownUnit ?? outerUnit;
    const deep = value !== null && typeof value === 'object' && !isUnknown(value);
    list.append(
      el('div', { class: deep ? 'entry deep' : 'entry' }, el('dt', {}, text), el('dd', {}, nodeOf(value, unit, lang, depth + 1))),
    );
  }
  return list;
}

/** The entries of a map, of a pair `zh`/`en` only the one of this language. */
function entries(map: Record<string, unknown>, lang: Lang): [string, unknown][] {
  const other = lang === 'en' ? 'zh' : 'en';
  const own = lang === 'en' ? 'en' : 'zh';
  return Object.entries(map).filter(([key]) => !(key === other && own in map));
}

function listOf(values: unknown[], unit: string | null, lang: Lang, depth: number): HTMLElement {
  if (values.length === 0) return el('span', { class: 'unknown' }, lang === 'en' ? 'none' : '无');
  if (values.every(isFlatMap)) return tableOf(values as Record<string, unknown>[], lang);
  if (values.every((value) => value === null || typeof value !== 'object')) {
    const separator = lang === 'en' ? ', ' : '、';
    const text = values.map((value) => scalar(value, unit, lang)).join(separator);
    if (values.length <= LONG_LIST) return el('span', { class: 'value' }, text);
    return el('details', {}, el('summary', {}, translate(lang, 'evidence.items', { n: values.length })), text);
  }
  return el('ol', {}, ...values.map((value) => el('li', {}, nodeOf(value, unit, lang, depth + 1))));
}

function isFlatMap(value: unknown): boolean {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).length <= 6 &&
    Object.values(value).every((item) => item === null || typeof item !== 'object')
  );
}

function tableOf(rows: Record<string, unknown>[], lang: Lang): HTMLElement {
  const keys = [...new Set(rows.flatMap((row) => entries(row, lang).map(([key]) => key)))];
  const labels = keys.map((key) => evidenceLabel(key, lang));
  return el(
    'div',
    { class: 'table-scroll', tabindex: 0 },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...labels.map(({ text, unit }) => el('th', { scope: 'col' }, unit ? `${text} ${unit}` : text)))),
      el(
        'tbody',
        {},
        ...rows.map((row) =>
          el('tr', {}, ...keys.map((key) => el('td', { class: isUnknown(row[key]) ? 'unknown' : null }, scalar(row[key], null, lang)))),
        ),
      ),
    ),
  );
}
