import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translate } from '../src/i18n';
import en from '../src/i18n/en.json';
import zh from '../src/i18n/zh-CN.json';

const texts: Record<string, Record<string, string>> = { zh, en };

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

describe('texts', () => {
  it('has every key in both languages, none empty', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    for (const map of Object.values(texts)) {
      for (const [key, text] of Object.entries(map)) expect(text, key).not.toBe('');
    }
  });

  it('has the same places to fill in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const key of Object.keys(zh)) expect(places(texts.en![key]!), key).toEqual(places(texts.zh![key]!));
  });

  it('fills in values and leaves unknown places visible', () => {
    expect(translate('zh-CN', 'list.count', { n: 7 })).toBe('7 个小区');
    expect(translate('en', 'list.count')).toBe('{n} communities');
  });

  it('keeps Chinese out of the code, except what is data of the server', () => {
    const allowed = new Set(['format.ts', 'api.ts', 'evidenceTree.ts', 'planPanel.ts']);
    for (const path of sources('src')) {
      if (allowed.has(path.split('/').pop()!)) continue;
      const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      const found = code.match(/'[^'\n]*[\u4e00-\u9fff][^'\n]*'/g)?.filter((text) => text !== "'户'");
      expect(found ?? [], path).toEqual([]);
    }
  });
});
