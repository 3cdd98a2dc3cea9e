import type { Lang } from '../state';
import en from './en.json';
import zh from './zh-CN.json';

export type TextKey = keyof typeof zh;

const TEXTS: Record<Lang, Record<string, string>> = { 'zh-CN': zh, en };

/** Gives the text of a key with `{name}` places filled in. */
export function translate(lang: Lang, key: TextKey, values: Record<string, string | number> = {}): string {
  const text = TEXTS[lang][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** Gives the text of a key that may not exist, for names that come from the server. */
export function lookUp(lang: Lang, key: string): string | null {
  return TEXTS[lang][key] ?? null;
}

export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;
