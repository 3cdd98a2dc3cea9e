import { describe, expect, it } from 'vitest';
import { formatAttribute, formatLonLat, formatNumber, formatSum, formatValue, isUnknownAttribute, pick } from '../src/format';
import { roundDown } from '../src/panels/furniture';

describe('format', () => {
  it('shows what is unknown as unknown, never as 0', () => {
    for (const value of [null, undefined, '', NaN, []]) {
      expect(formatValue(value, '户', 'zh-CN')).toBe('未知');
      expect(formatValue(value, '户', 'en')).toBe('unknown');
    }
    expect(formatValue(0, '户', 'zh-CN')).toBe('0 户');
    expect(formatValue(false, null, 'zh-CN')).toBe('否');
  });

  it('counts what is missing in a total beside the sum of what is known (US-P10)', () => {
    expect(formatSum({ sum: 260, missing: 0 }, 3, 'zh-CN')).toBe('260');
    expect(formatSum({ sum: 260, missing: 2 }, 5, 'zh-CN')).toBe('260(缺 2)');
    expect(formatSum({ sum: 260, missing: 2 }, 5, 'en')).toBe('260 (2 missing)');
    expect(formatSum({ sum: 0, missing: 3 }, 3, 'zh-CN')).toBe('未知(缺 3)');
    expect(formatSum({ sum: 0, missing: 0 }, 0, 'zh-CN')).toBe('0');
  });

  it('writes units by their signs and years without grouping', () => {
    expect(formatValue(14836.5, 'm2', 'zh-CN')).toBe('14,837 m²');
    expect(formatValue(12.9, 'permille', 'en')).toBe('12.9‰');
    expect(formatValue(2000, '年', 'zh-CN')).toBe('2000年');
    expect(formatValue(120, '户', 'en')).toBe('120 households');
    expect(formatNumber(0.0371, 'en')).toBe('0.0371');
  });

  it('prefers the label of a code and knows which code means unknown', () => {
    const willingness = { name: 'willingness', zh: '改造意愿', en: 'Willingness', unit: null, value: 'UNKNOWN', labelZh: '不详', labelEn: 'Unknown' };
    expect(formatAttribute(willingness, 'zh-CN')).toBe('不详');
    expect(isUnknownAttribute(willingness)).toBe(true);
    expect(formatAttribute({ ...willingness, value: null }, 'en')).toBe('unknown');
  });

  it('falls back to the other language when one text is empty', () => {
    expect(pick({ zh: '首排', en: '' }, 'en')).toBe('首排');
    expect(pick({ zh: '首排', en: 'First row' }, 'zh-CN')).toBe('首排');
  });

  it('writes positions east and north', () => {
    expect(formatLonLat(117.631, 26.267)).toBe('117.63100°E 26.26700°N');
  });

  it('rounds the scale bar down to 1, 2 or 5', () => {
    expect([0.7, 1, 4.9, 99, 500, 730].map(roundDown)).toEqual([0.5, 1, 2, 50, 500, 500]);
  });
});
