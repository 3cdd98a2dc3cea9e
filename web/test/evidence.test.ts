import { describe, expect, it } from 'vitest';
import { middleOf } from '../src/layers/evidence';
import { evidenceLabel, evidenceTree } from '../src/panels/evidenceTree';

describe('evidence tree', () => {
  it('reads units off the keys', () => {
    expect(evidenceLabel('distance_m', 'zh-CN')).toEqual({ text: '距离', unit: 'm' });
    expect(evidenceLabel('gapMetres', 'en').unit).toBe('m');
    expect(evidenceLabel('areaSquareMetres', 'en').unit).toBe('m²');
    expect(evidenceLabel('slope_permille', 'en').unit).toBe('‰');
  });

  it('writes words for keys it does not know', () => {
    expect(evidenceLabel('someNewThing', 'en')).toEqual({ text: 'Some new thing', unit: null });
  });

  it('shows unknown values as unknown and numbers with their unit', () => {
    const tree = evidenceTree({ distance_m: 32.4, parcel_coverage: null }, 'zh-CN');
    const values = [...tree.querySelectorAll('dd')].map((dd) => dd.textContent);
    expect(values).toEqual(['32.4 m', '未知']);
    expect(tree.querySelectorAll('.unknown')).toHaveLength(1);
  });

  it('names codes used as keys, hands the unit down and folds long lists', () => {
    const tree = evidenceTree({ exposed_by_side_m: { SOUTH: 93.2 }, route: Array.from({ length: 40 }, (_, i) => `P${i}`) }, 'zh-CN');
    expect(tree.textContent).toContain('南岸');
    expect(tree.textContent).toContain('93.2 m');
    expect(tree.querySelector('details summary')?.textContent).toBe('共 40 项');
  });

  it('shows a list of like things as a table', () => {
    const tree = evidenceTree({ shields: [{ id: 'C1', hidden_m: 23.8 }, { id: 'C2', hidden_m: null }] }, 'en');
    expect(tree.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(tree.querySelectorAll('td.unknown')).toHaveLength(1);
  });

  it('shows of a bilingual pair only the reader’s language', () => {
    const tree = evidenceTree({ reason: { zh: '阻隔', en: 'Barrier' } }, 'en');
    expect(tree.textContent).toContain('Barrier');
    expect(tree.textContent).not.toContain('阻隔');
  });

  it('hangs a label on the middle of a line, not on its end', () => {
    expect(middleOf({ type: 'LineString', coordinates: [[0, 0], [10, 0]] })).toEqual([0, 5]);
    expect(middleOf({ type: 'Point', coordinates: [117, 26] })).toEqual([26, 117]);
    expect(middleOf({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]] })).toEqual([1, 2]);
  });
});
