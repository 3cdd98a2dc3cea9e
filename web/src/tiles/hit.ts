import type { Point, SourceTile, TileFeature } from './features';

/** Layers that answer a click, the one on top first. */
export const SUBJECT_LAYERS = ['community', 'building'];

/**
 * Finds the topmost feature at a point of a tile.
 *
 * Polygons are hit inside (holes are not), points within `tolerance`; of several the smallest
 * polygon wins, then the nearest point, then the smaller id, so the answer does not depend on the
 * order in the tile. Units are those of the tile's extent.
 */
export function hitTest(
  tile: SourceTile,
  at: Point,
  tolerance: number,
  layers: string[] = SUBJECT_LAYERS,
): TileFeature | null {
  for (const layer of layers) {
    let best: TileFeature | null = null;
    let bestRank = Infinity;
    for (const feature of tile.layers.get(layer) ?? []) {
      const rank = rankOf(feature, at, tolerance);
      if (rank === null) continue;
      if (rank < bestRank || (rank === bestRank && best !== null && feature.id < best.id)) {
        best = feature;
        bestRank = rank;
      }
    }
    if (best) return best;
  }
  return null;
}

/** Whether a feature has a point within a distance. Units are those of the tile's extent. */
export function touches({ type, parts, minX, minY, maxX, maxY }: TileFeature, at: Point, distance: number): boolean {
  if (at.x < minX - distance || at.x > maxX + distance || at.y < minY - distance || at.y > maxY + distance) return false;
  if (type === 1) return distanceToPoints(parts, at) <= distance;
  return (type === 3 && inPolygon(parts, at)) || distanceToLines(parts, at) <= distance;
}

/** Lower is nearer the top; null is a miss. Points come before any polygon. */
function rankOf(feature: TileFeature, at: Point, tolerance: number): number | null {
  const { minX, minY, maxX, maxY } = feature;
  if (at.x < minX - tolerance || at.x > maxX + tolerance) return null;
  if (at.y < minY - tolerance || at.y > maxY + tolerance) return null;
  if (feature.type === 3) {
    return inPolygon(feature.parts, at) ? 1 + (maxX - minX) * (maxY - minY) : null;
  }
  const distance =
    feature.type === 1 ? distanceToPoints(feature.parts, at) : distanceToLines(feature.parts, at);
  return distance <= tolerance ? distance / (tolerance + 1) : null;
}

/** Even-odd rule over all rings, so holes and several parts need no ring directions. */
export function inPolygon(rings: Point[][], at: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i] as Point;
      const b = ring[j] as Point;
      if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) {
        inside = !inside;
      }
    }
  }
  return inside;
}

function distanceToPoints(parts: Point[][], at: Point): number {
  let best = Infinity;
  for (const part of parts) for (const p of part) best = Math.min(best, Math.hypot(p.x - at.x, p.y - at.y));
  return best;
}

function distanceToLines(parts: Point[][], at: Point): number {
  let best = Infinity;
  for (const part of parts) {
    for (let i = 1; i < part.length; i++) {
      best = Math.min(best, distanceToSegment(part[i - 1] as Point, part[i] as Point, at));
    }
  }
  return best;
}

function distanceToSegment(a: Point, b: Point, at: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / square));
  return Math.hypot(a.x + along * dx - at.x, a.y + along * dy - at.y);
}
