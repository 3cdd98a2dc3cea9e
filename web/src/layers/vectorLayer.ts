import { isAbort } from '../api';
import type { SourceTile, TileFeature } from '../tiles/features';
import { hitTest, SUBJECT_LAYERS, touches } from '../tiles/hit';
import type { TileAddress, TileSource } from '../tiles/source';
import { type Look, paintTile, pointRadius, type Shape, type Shapes, showsBuildings } from './paint';

const SIDE = 256;

interface Painted {
  coords: L.Coords;
  canvas: HTMLCanvasElement;
  address: TileAddress;
  /** Null until the tile has arrived. */
  tile: SourceTile | null;
  shapes: Shapes;
}

/** A feature seen on the map, with its place on the tile that shows it. */
export interface Seen {
  feature: TileFeature;
  coords: L.Coords;
  /** CSS pixels per unit of the tile, and the pixel of the tile's origin. */
  scale: number;
  offset: L.Point;
}

/**
 * Draws our vector tiles on canvas: one canvas a tile, outlines kept as paths, so a change of theme
 * or a highlight repaints without fetching or decoding. Above the server's highest zoom its tiles
 * are enlarged as outlines and stay sharp.
 */
export class VectorLayer extends L.GridLayer {
  private readonly painted = new Map<string, Painted>();
  private source: TileSource;
  private look: Look;
  private frame = 0;
  private readonly pixelRatio = Math.min(3, Math.max(1, window.devicePixelRatio || 1));
  /** Called when a tile arrives or goes, for labels. */
  onTiles: () => void = () => {};
  /** Called when a tile cannot be read. */
  onFailure: (error: unknown) => void = () => {};

  constructor(source: TileSource, look: Look) {
    super({ tileSize: SIDE, updateWhenZooming: false, updateWhenIdle: false, keepBuffer: 1, maxZoom: 20 });
    this.source = source;
    this.look = look;
    this.on('tileunload', (event) => this.forget((event as L.TileEvent).coords));
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SIDE * this.pixelRatio;
    const painted: Painted = {
      coords,
      canvas,
      address: this.source.coveringAddress(coords),
      tile: null,
      shapes: new Map(),
    };
    this.painted.set(keyOf(coords), painted);
    this.fetch(painted).then(
      () => done(undefined, canvas),
      (error) => {
        if (!isAbort(error)) this.onFailure(error);
        done(error as Error, canvas);
      },
    );
    return canvas;
  }

  private async fetch(painted: Painted): Promise<void> {
    const { address } = painted;
    const tile = await this.source.load(address);
    if (this.painted.get(keyOf(painted.coords)) !== painted) return;
    painted.tile = tile;
    painted.shapes = this.shapesOf(tile, painted);
    this.paint(painted);
    this.onTiles();
  }

  private forget(coords: L.Coords): void {
    const painted = this.painted.get(keyOf(coords));
    if (!painted) return;
    this.painted.delete(keyOf(coords));
    const { z, x, y } = painted.address;
    const shared = [...this.painted.values()].some(
      ({ address }) => address.z === z && address.x === x && address.y === y,
    );
    if (!painted.tile && !shared) this.source.cancel(painted.address);
    this.onTiles();
  }

  /** Takes tiles from another source; what is on the screen stays until its successor is here. */
  setSource(source: TileSource): void {
    this.source = source;
    for (const painted of this.painted.values()) {
      painted.address = source.coveringAddress(painted.coords);
      this.fetch(painted).catch((error) => {
        if (!isAbort(error)) this.onFailure(error);
      });
    }
  }

  /** Repaints on the next frame; with ids, only the tiles that show one of these subjects. */
  restyle(patch: Partial<Look>, ids?: Iterable<string>): void {
    this.look = { ...this.look, ...patch };
    const wanted = ids === undefined ? null : new Set(ids);
    if (wanted) {
      for (const painted of this.painted.values()) {
        const shows = (layer: string) => painted.shapes.get(layer)?.some((shape) => wanted.has(shape.feature.id));
        if (SUBJECT_LAYERS.some(shows)) this.paint(painted);
      }
      return;
    }
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      for (const painted of this.painted.values()) this.paint(painted);
    });
  }

  private paint(painted: Painted): void {
    const context = painted.canvas.getContext('2d');
    if (!context || !painted.tile) return;
    context.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    context.clearRect(0, 0, SIDE, SIDE);
    paintTile(context, painted.shapes, this.look, painted.coords.z, this.pixelRatio);
  }

  /** Finds the community, else the building under a position, with a finger's or a cursor's tolerance in pixels. */
  subjectAt(latlng: L.LatLng, tolerancePixels: number): TileFeature | null {
    const zoom = this.currentZoom();
    const layers = SUBJECT_LAYERS.filter((layer) => layer !== 'building' || showsBuildings(this.look, zoom));
    return this.featureAt(latlng, pointRadius(zoom) + tolerancePixels, layers);
  }

  /** Finds the topmost feature of some layers within a distance in pixels, the first layer first. */
  featureAt(latlng: L.LatLng, tolerancePixels: number, layers: string[]): TileFeature | null {
    const map = this._map;
    if (!map) return null;
    const zoom = this.currentZoom();
    const pixel = map.project(latlng, zoom);
    const painted = this.painted.get(`${Math.floor(pixel.x / SIDE)}/${Math.floor(pixel.y / SIDE)}/${zoom}`);
    if (!painted?.tile) return null;
    const { scale, offset } = this.placing(painted);
    const at = { x: (pixel.x - offset.x) / scale, y: (pixel.y - offset.y) / scale };
    return hitTest(painted.tile, at, tolerancePixels / scale, layers);
  }

  /** Finds the communities within some pixels of a position, on the tiles around it. */
  communitiesNear(latlng: L.LatLng, radius: number): TileFeature[] {
    const map = this._map;
    if (!map) return [];
    const zoom = this.currentZoom();
    const pixel = map.project(latlng, zoom);
    const found: TileFeature[] = [];
    for (const painted of this.painted.values()) {
      if (painted.coords.z !== zoom || !painted.tile) continue;
      const left = painted.coords.x * SIDE - pixel.x;
      const top = painted.coords.y * SIDE - pixel.y;
      if (left > radius || left + SIDE < -radius || top > radius || top + SIDE < -radius) continue;
      const { scale, offset } = this.placing(painted);
      const at = { x: (pixel.x - offset.x) / scale, y: (pixel.y - offset.y) / scale };
      for (const feature of painted.tile.layers.get('community') ?? []) {
        if (touches(feature, at, radius / scale)) found.push(feature);
      }
    }
    return found;
  }

  /** Finds the line of a layer that is nearest to a position within some pixels. */
  lineNear(latlng: L.LatLng, layer: string, radius: number): TileFeature | null {
    const map = this._map;
    if (!map) return null;
    const zoom = this.currentZoom();
    const pixel = map.project(latlng, zoom);
    const painted = this.painted.get(`${Math.floor(pixel.x / SIDE)}/${Math.floor(pixel.y / SIDE)}/${zoom}`);
    if (!painted?.tile) return null;
    const { scale, offset } = this.placing(painted);
    return hitTest(painted.tile, { x: (pixel.x - offset.x) / scale, y: (pixel.y - offset.y) / scale }, radius / scale, [layer]);
  }

  /** Lists the features of a layer on the tiles of the present zoom. */
  seen(layer: string): Seen[] {
    const zoom = this.currentZoom();
    const seen: Seen[] = [];
    for (const painted of this.painted.values()) {
      if (painted.coords.z !== zoom || !painted.tile) continue;
      const place = this.placing(painted);
      for (const feature of painted.tile.layers.get(layer) ?? []) {
        seen.push({ feature, coords: painted.coords, ...place });
      }
    }
    return seen;
  }

  /** Whether every tile on the screen has arrived. */
  get settled(): boolean {
    return this.painted.size > 0 && !this.isLoading();
  }

  private currentZoom(): number {
    return Math.round(this._map?.getZoom() ?? 0);
  }

  /** Scale and origin of a source tile in the map's pixels at the zoom of the painted tile. */
  private placing({ coords, address, tile }: Painted): { scale: number; offset: L.Point } {
    const enlarged = 2 ** (coords.z - address.z);
    const scale = (SIDE * enlarged) / (tile?.extent ?? 4096);
    return { scale, offset: L.point(address.x, address.y).multiplyBy(SIDE * enlarged) };
  }

  private shapesOf(tile: SourceTile, painted: Painted): Shapes {
    const { scale, offset } = this.placing({ ...painted, tile });
    const dx = offset.x - painted.coords.x * SIDE;
    const dy = offset.y - painted.coords.y * SIDE;
    const shapes: Shapes = new Map();
    for (const [layer, features] of tile.layers) {
      shapes.set(
        layer,
        features.map((feature) => shapeOf(feature, scale, dx, dy)),
      );
    }
    return shapes;
  }
}

const keyOf = ({ x, y, z }: L.Coords) => `${x}/${y}/${z}`;

function shapeOf(feature: TileFeature, scale: number, dx: number, dy: number): Shape {
  const path = new Path2D();
  const marks: Shape['marks'] = [];
  for (const part of feature.parts) {
    let longest = 0;
    let middle: Shape['marks'][number] | null = null;
    let previous: { x: number; y: number } | null = null;
    for (const point of part) {
      const x = point.x * scale + dx;
      const y = point.y * scale + dy;
      if (feature.type === 1) marks.push({ x, y, angle: 0 });
      else if (!previous) path.moveTo(x, y);
      else path.lineTo(x, y);
      if (previous && feature.type === 2) {
        const length = Math.hypot(x - previous.x, y - previous.y);
        if (length > longest) {
          longest = length;
          const angle = Math.atan2(y - previous.y, x - previous.x);
          middle = { x: (x + previous.x) / 2, y: (y + previous.y) / 2, angle };
        }
      }
      previous = { x, y };
    }
    if (feature.type === 3) path.closePath();
    if (middle && longest > 14) marks.push(middle);
  }
  return { feature, path, marks };
}
