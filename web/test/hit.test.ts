import { describe, expect, it } from 'vitest';
import { featureOf, type Point, type SourceTile, type TileFeature } from '../src/tiles/features';
import { hitTest, inPolygon } from '../src/tiles/hit';

const rect = (x: number, y: number, w: number, h: number): Point[] => [
  { x, y },
  { x: x + w, y },
  { x: x + w, y: y + h },
  { x, y: y + h },
  { x, y },
];
const polygon = (id: string, ...rings: Point[][]) => featureOf('community', 3, { id }, rings);
const tileOf = (...features: TileFeature[]): SourceTile => ({ extent: 4096, layers: new Map([['community', features]]) });

describe('hit test', () => {
  const courtyard = polygon('court', rect(0, 0, 100, 100), rect(40, 40, 20, 20));

  it('hits inside, misses outside and in a courtyard', () => {
    const tile = tileOf(courtyard);
    expect(hitTest(tile, { x: 20, y: 20 }, 0)?.id).toBe('court');
    expect(hitTest(tile, { x: 50, y: 50 }, 0)).toBeNull();
    expect(hitTest(tile, { x: 101, y: 50 }, 0)).toBeNull();
  });

  it('prefers the smaller of two communities, whatever their order', () => {
    const small = polygon('small', rect(10, 10, 20, 20));
    expect(hitTest(tileOf(courtyard, small), { x: 15, y: 15 }, 0)?.id).toBe('small');
    expect(hitTest(tileOf(small, courtyard), { x: 15, y: 15 }, 0)?.id).toBe('small');
  });

  it('gives the same answer for equal communities in any order', () => {
    const a = polygon('a', rect(0, 0, 10, 10));
    const b = polygon('b', rect(0, 0, 10, 10));
    expect(hitTest(tileOf(b, a), { x: 5, y: 5 }, 0)?.id).toBe('a');
    expect(hitTest(tileOf(a, b), { x: 5, y: 5 }, 0)?.id).toBe('a');
  });

  it('hits a point within the tolerance, above the polygon it lies on', () => {
    const point = featureOf('community', 1, { id: 'point' }, [[{ x: 15, y: 15 }]]);
    expect(hitTest(tileOf(courtyard, point), { x: 18, y: 15 }, 5)?.id).toBe('point');
    expect(hitTest(tileOf(courtyard, point), { x: 25, y: 15 }, 5)?.id).toBe('court');
  });

  it('agrees with counting crossings along another ray on random points', () => {
    const rings = courtyard.parts;
    let seed = 42;
    const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let i = 0; i < 500; i++) {
      const at = { x: next() * 140 - 20, y: next() * 140 - 20 };
      const outer = at.x > 0 && at.x < 100 && at.y > 0 && at.y < 100;
      const hole = at.x > 40 && at.x < 60 && at.y > 40 && at.y < 60;
      expect(inPolygon(rings, at), `seed 42, point ${i}: ${at.x} ${at.y}`).toBe(outer && !hole);
    }
  });

  it('answers with a building only where no community lies', () => {
    const building = featureOf('building', 3, { id: 'block' }, [rect(90, 10, 40, 10)]);
    const tile: SourceTile = { extent: 4096, layers: new Map([['community', [courtyard]], ['building', [building]]]) };
    expect(hitTest(tile, { x: 95, y: 15 }, 0)?.id).toBe('court');
    expect(hitTest(tile, { x: 120, y: 15 }, 0)).toMatchObject({ layer: 'building', id: 'block' });
    expect(hitTest(tile, { x: 120, y: 15 }, 0, ['community'])).toBeNull();
  });
});
