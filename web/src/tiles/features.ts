import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export interface Point {
  x: number;
  y: number;
}

export type Properties = Record<string, string | number | boolean>;

/** A feature of a tile; coordinates are in units of the tile's extent, y down. */
export interface TileFeature {
  layer: string;
  id: string;
  /** 1 point, 2 line, 3 polygon. */
  type: 1 | 2 | 3;
  properties: Properties;
  parts: Point[][];
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export interface SourceTile {
  /** Units along one side of the tile. */
  extent: number;
  layers: Map<string, TileFeature[]>;
}

export const EMPTY_TILE: SourceTile = { extent: 4096, layers: new Map() };

/** Decodes a vector tile. A tile whose layers differ in extent is scaled to the first one's. */
export function decodeTile(bytes: ArrayBuffer): SourceTile {
  const tile = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  const layers = new Map<string, TileFeature[]>();
  let extent = 0;
  for (const name of Object.keys(tile.layers)) {
    const layer = tile.layers[name];
    if (!layer) continue;
    extent ||= layer.extent;
    const scale = extent / layer.extent;
    const features: TileFeature[] = [];
    for (let i = 0; i < layer.length; i++) {
      const raw = layer.feature(i);
      if (raw.type === 0) continue;
      const parts = raw.loadGeometry().map((part) => part.map((p) => ({ x: p.x * scale, y: p.y * scale })));
      features.push(featureOf(name, raw.type, raw.properties, parts, raw.id));
    }
    layers.set(name, features);
  }
  return { extent: extent || 4096, layers };
}

/** Makes a feature and measures its box. */
export function featureOf(
  layer: string,
  type: 1 | 2 | 3,
  properties: Properties,
  parts: Point[][],
  numericId?: number,
): TileFeature {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const part of parts) {
    for (const { x, y } of part) {
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
  }
  const id = String(properties.id ?? numericId ?? '');
  return { layer, id, type, properties, parts, minX, minY, maxX, maxY };
}
