import type { Attribute, Bilingual, PartialSum } from './contract';
import type { Lang } from './state';

const UNKNOWN: Record<Lang, string> = { 'zh-CN': '未知', en: 'unknown' };

const UNIT_EN: Record<string, string> = { 户: 'households', 栋: 'buildings', 层: 'storeys', 年: '', 米: 'm' };
const UNIT_SIGN: Record<string, string> = { m2: 'm²', permille: '‰', percent: '%' };

/** Chinese or English text of something that carries both; the other one when one is empty. */
export function pick(text: Partial<Bilingual>, lang: Lang): string {
  return (lang === 'en' ? text.en || text.zh : text.zh || text.en) ?? '';
}

export function isUnknown(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value === 'number') return !Number.isFinite(value);
  return Array.isArray(value) && value.length === 0;
}

/** Whole from 10 000 up, two decimals from 1 up, three significant digits below; grouped. */
export function formatNumber(value: number, lang: Lang): string {
  const options: Intl.NumberFormatOptions =
    Math.abs(value) >= 1
      ? { maximumFractionDigits: Math.abs(value) >= 10_000 ? 0 : 2 }
      : { maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(lang, options).format(value);
}

/** Writes a value with its unit. What is not known says so; it is never shown as 0. */
export function formatValue(value: unknown, unit: string | null | undefined, lang: Lang): string {
  if (isUnknown(value)) return UNKNOWN[lang];
  if (typeof value === 'boolean') return lang === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (typeof value === 'number') {
    // years are names, not amounts: no grouping
    if (unit === '年') return lang === 'en' ? String(value) : `${value}年`;
    return withUnit(formatNumber(value, lang), unit, lang);
  }
  if (Array.isArray(value)) return value.map((item) => formatValue(item, unit, lang)).join(lang === 'en' ? ', ' : '、');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function withUnit(text: string, unit: string | null | undefined, lang: Lang): string {
  if (!unit) return text;
  const sign = UNIT_SIGN[unit] ?? (lang === 'en' ? (UNIT_EN[unit] ?? unit) : unit);
  return sign === '' ? text : sign === '%' || sign === '‰' ? `${text}${sign}` : `${text} ${sign}`;
}

/** Writes an attribute by its label when it is a code, else by value and unit. */
export function formatAttribute(attribute: Attribute, lang: Lang): string {
  const label = lang === 'en' ? attribute.labelEn : attribute.labelZh;
  if (label && !isUnknown(attribute.value)) return label;
  return formatValue(attribute.value, attribute.unit, lang);
}

/** Tells whether an attribute says nothing: no value, or the code that means “not known”. */
export function isUnknownAttribute(attribute: Attribute): boolean {
  return isUnknown(attribute.value) || attribute.value === 'UNKNOWN';
}

/**
 * Writes a total of `count` things: `260(缺 2)`. When every one is missing there is no sum, so it
 * is unknown, not 0.
 */
export function formatSum(total: PartialSum, count: number, lang: Lang): string {
  if (count > 0 && total.missing >= count) {
    return lang === 'en' ? `unknown (${total.missing} missing)` : `未知(缺 ${total.missing})`;
  }
  const sum = formatNumber(total.sum, lang);
  if (total.missing === 0) return sum;
  return lang === 'en' ? `${sum} (${total.missing} missing)` : `${sum}(缺 ${total.missing})`;
}

/** Writes a position as 117.63100°E 26.26700°N. */
export function formatLonLat(lon: number, lat: number): string {
  const ew = lon < 0 ? 'W' : 'E';
  const ns = lat < 0 ? 'S' : 'N';
  return `${Math.abs(lon).toFixed(5)}°${ew} ${Math.abs(lat).toFixed(5)}°${ns}`;
}

/** Writes an instant in the reader's time zone; text that is no date stays as it is. */
export function formatInstant(text: string, lang: Lang): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** First characters of a long hash, enough to compare by eye. */
export const shortHash = (hash: string) => hash.replace(/^sha256:/, '').slice(0, 12);
