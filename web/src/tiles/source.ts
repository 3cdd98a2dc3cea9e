import * as api from '../api';
import { decodeTile, EMPTY_TILE, type SourceTile } from './features';

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** Fetches and decodes tiles, each once, and forgets the ones not used for longest. */
export class TileSource {
  private readonly cache = new Map<string, Promise<SourceTile>>();
  private readonly aborts = new Map<string, AbortController>();

  /**
   * @param urlTemplate with `{z}`, `{x}`, `{y}`; must change when the data change
   * @param minZoom lowest zoom that the server has; below it nothing is drawn
   * @param maxZoom highest zoom that the server has; above it tiles are enlarged
   * @param capacity decoded tiles kept
   */
  constructor(
    readonly urlTemplate: string,
    readonly minZoom: number,
    readonly maxZoom: number,
    private readonly capacity = 220,
  ) {}

  /** The tile that covers a tile of the map, at the highest zoom the server has. */
  coveringAddress({ z, x, y }: TileAddress): TileAddress {
    const up = Math.max(0, z - this.maxZoom);
    return { z: z - up, x: x >> up, y: y >> up };
  }

  load(address: TileAddress): Promise<SourceTile> {
    const { z, x, y } = address;
    const side = 2 ** z;
    if (z < this.minZoom || x < 0 || y < 0 || x >= side || y >= side) return Promise.resolve(EMPTY_TILE);
    const key = `${z}/${x}/${y}`;
    const known = this.cache.get(key);
    if (known) {
      this.cache.delete(key);
      this.cache.set(key, known);
      return known;
    }
    const url = this.urlTemplate
      .replace('{z}', String(z))
      .replace('{x}', String(x))
      .replace('{y}', String(y));
    const abort = new AbortController();
    this.aborts.set(key, abort);
    const loading = api
      .tile(url, abort.signal)
      .then((bytes) => (bytes && bytes.byteLength > 0 ? decodeTile(bytes) : EMPTY_TILE))
      .finally(() => this.aborts.delete(key));
    this.cache.set(key, loading);
    // a failure must not stick: the next request tries again
    loading.catch(() => this.cache.delete(key));
    for (const oldest of this.cache.keys()) {
      if (this.cache.size <= this.capacity) break;
      if (!this.aborts.has(oldest)) this.cache.delete(oldest);
      else break;
    }
    return loading;
  }

  /** Stops fetching a tile that nobody looks at any more. */
  cancel({ z, x, y }: TileAddress): void {
    this.aborts.get(`${z}/${x}/${y}`)?.abort();
  }
}
