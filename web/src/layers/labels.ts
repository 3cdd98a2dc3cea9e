import type { Subject } from '../contract';
import type { LayerId } from '../state';
import type { Ground } from './ground';
import type { Seen, VectorLayer } from './vectorLayer';

interface Label {
  text: string;
  x: number;
  y: number;
  angle: number;
  size: number;
  weight: number;
  colour: string;
  /** Smaller is placed first. */
  rank: number;
  key: string;
}

interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

const FONT = getComputedStyle(document.documentElement).getPropertyValue('--font') || 'sans-serif';

/**
 * Writes names over the tiles, on one canvas the size of the screen: each name once, however many
 * tiles show the thing, and never over another name. Which names win depends on rank, then id.
 */
export class LabelLayer extends L.Layer {
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d');
  private frame = 0;
  private visible: Record<LayerId, boolean>;
  private selected: Subject | null = null;
  private readonly tiles: VectorLayer;

  constructor(
    tiles: VectorLayer,
    visible: Record<LayerId, boolean>,
    public ground: Ground,
  ) {
    super();
    this.tiles = tiles;
    this.visible = visible;
    this.canvas.className = 'label-canvas leaflet-zoom-hide';
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: L.Map): this {
    (map.getPane('labels') ?? map.getPanes().overlayPane).appendChild(this.canvas);
    map.on('moveend zoomend resize viewreset', this.schedule, this);
    this.schedule();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off('moveend zoomend resize viewreset', this.schedule, this);
    this.canvas.remove();
    return this;
  }

  /** Draws again on the next frame. */
  schedule(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  show(visible: Record<LayerId, boolean>, selected: Subject | null): void {
    this.visible = visible;
    this.selected = selected;
    this.schedule();
  }

  private draw(): void {
    const map = this._map;
    if (!map || !this.context) return;
    const size = map.getSize();
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    if (this.canvas.width !== size.x * ratio || this.canvas.height !== size.y * ratio) {
      this.canvas.width = size.x * ratio;
      this.canvas.height = size.y * ratio;
      this.canvas.style.width = `${size.x}px`;
      this.canvas.style.height = `${size.y}px`;
    }
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    const context = this.context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    if (!this.visible.labels) return;
    const zoom = Math.round(map.getZoom());
    const origin = map.project(map.containerPointToLatLng([0, 0]), zoom);
    const labels = this.collect(zoom, origin, size);
    labels.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
    const placed: Box[] = [];
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const label of labels) this.place(context, label, placed);
  }

  private place(context: CanvasRenderingContext2D, label: Label, placed: Box[]): void {
    context.font = `${label.weight} ${label.size}px ${FONT}`;
    const width = context.measureText(label.text).width + 6;
    const height = label.size + 4;
    const cos = Math.abs(Math.cos(label.angle));
    const sin = Math.abs(Math.sin(label.angle));
    const halfX = (width * cos + height * sin) / 2;
    const halfY = (width * sin + height * cos) / 2;
    const box = { minX: label.x - halfX, minY: label.y - halfY, maxX: label.x + halfX, maxY: label.y + halfY };
    const hits = placed.some(
      (other) => box.minX < other.maxX && box.maxX > other.minX && box.minY < other.maxY && box.maxY > other.minY,
    );
    if (hits) return;
    placed.push(box);
    context.save();
    context.translate(label.x, label.y);
    context.rotate(label.angle);
    context.strokeStyle = this.ground.halo;
    context.lineWidth = 3.5;
    context.strokeText(label.text, 0, 0);
    context.fillStyle = label.colour;
    context.fillText(label.text, 0, 0);
    context.restore();
  }

  private collect(zoom: number, origin: L.Point, size: L.Point): Label[] {
    const labels: Label[] = [];
    const add = (seen: Seen[], make: (item: Seen, at: Anchor) => Omit<Label, 'x' | 'y' | 'key' | 'text'> | null) => {
      for (const [key, item, at] of largest(seen)) {
        const text = String(item.feature.properties.name ?? '');
        const x = at.x - origin.x;
        const y = at.y - origin.y;
        if (text === '' || x < -50 || y < -20 || x > size.x + 50 || y > size.y + 20) continue;
        const label = make(item, at);
        if (label) labels.push({ ...label, x, y, text, key });
      }
    };
    const upright = { angle: 0, weight: 600 };
    if (this.visible.areas && zoom >= 12) {
      add(this.tiles.seen('area'), (_, at) =>
        at.size < 24 ? null : { ...upright, size: 14, weight: 700, colour: this.ground.labelArea, rank: 10 },
      );
    }
    if (zoom >= 15) {
      add(this.tiles.seen('community'), ({ feature }, at) => {
        const tooSmall = feature.type === 3 ? at.size < 26 : zoom < 16;
        const open = this.selected?.kind === 'community' && this.selected.id === feature.id;
        if (tooSmall && !open) return null;
        const households = Number(feature.properties.households ?? 0);
        const rank = open ? 0 : 20 - Math.min(9, households / 200);
        return { ...upright, size: 12.5, colour: this.ground.label, rank };
      });
    }
    const units = this.tiles.seen('admin_unit').filter(({ feature }) => unitShown(feature.properties.level, zoom));
    add(units, () => ({ ...upright, size: 15, weight: 700, colour: this.ground.labelPlace, rank: 15 }));
    if (zoom >= 13) {
      add(this.tiles.seen('watercourse'), (_, at) =>
        at.length < 60 ? null : { angle: at.angle, weight: 500, size: 13, colour: this.ground.labelWater, rank: 30 },
      );
    }
    if (this.visible.roads && zoom >= 14) {
      add(this.tiles.seen('road'), (_, at) =>
        at.length < 70 ? null : { angle: at.angle, weight: 500, size: 11.5, colour: this.ground.labelRoad, rank: 40 },
      );
    }
    if (this.visible.exclusions && zoom >= 15) {
      add(this.tiles.seen('exclusion_zone'), (_, at) =>
        at.size < 60 ? null : { ...upright, weight: 500, size: 11.5, colour: this.ground.labelRoad, rank: 50 },
      );
    }
    return labels;
  }
}

/** Districts are named on small maps, sub-districts on middling ones; unknown levels as districts. */
function unitShown(level: unknown, zoom: number): boolean {
  if (level === 'STREET') return zoom >= 12 && zoom <= 15;
  return level !== 'NEIGHBOURHOOD' && zoom <= 13;
}

interface Anchor {
  /** World pixels at the present zoom. */
  x: number;
  y: number;
  angle: number;
  /** Shorter side of the box, pixels. */
  size: number;
  /** Longest straight piece, pixels. */
  length: number;
}

/** For each thing the part that shows most of it, and where its name goes. */
function largest(seen: Seen[]): [string, Seen, Anchor][] {
  const best = new Map<string, [Seen, Anchor, number]>();
  for (const item of seen) {
    const { feature } = item;
    // roads come in pieces with one name: name them once
    const key = feature.type === 2 ? `${feature.layer}:${feature.properties.name ?? ''}` : `${feature.layer}:${feature.id}`;
    const anchor = anchorOf(item);
    const weight = feature.type === 2 ? anchor.length : (feature.maxX - feature.minX) * (feature.maxY - feature.minY) * item.scale;
    const known = best.get(key);
    if (!known || weight > known[2]) best.set(key, [item, anchor, weight]);
  }
  return [...best].map(([key, [item, anchor]]) => [key, item, anchor]);
}

function anchorOf({ feature, scale, offset }: Seen): Anchor {
  const toX = (x: number) => x * scale + offset.x;
  const toY = (y: number) => y * scale + offset.y;
  const width = (feature.maxX - feature.minX) * scale;
  const height = (feature.maxY - feature.minY) * scale;
  const size = Math.min(width, height);
  if (feature.type === 1) {
    return { x: toX(feature.minX), y: toY(feature.minY) - 15, angle: 0, size, length: 0 };
  }
  if (feature.type === 2) {
    let anchor: Anchor = { x: 0, y: 0, angle: 0, size, length: 0 };
    for (const part of feature.parts) {
      for (let i = 1; i < part.length; i++) {
        const a = part[i - 1]!;
        const b = part[i]!;
        const length = Math.hypot(b.x - a.x, b.y - a.y) * scale;
        if (length <= anchor.length) continue;
        const angle = readable(Math.atan2(b.y - a.y, b.x - a.x));
        anchor = { x: toX((a.x + b.x) / 2), y: toY((a.y + b.y) / 2), angle, size, length };
      }
    }
    return anchor;
  }
  const x = toX((feature.minX + feature.maxX) / 2);
  const y = toY((feature.minY + feature.maxY) / 2);
  const elongated = Math.max(width, height);
  const angle = feature.layer === 'watercourse' && height > width * 1.5 ? -Math.PI / 2 : 0;
  return { x, y, angle, size, length: elongated };
}

/** Turns a direction so that text along it is not upside down. */
function readable(angle: number): number {
  if (angle > Math.PI / 2) return angle - Math.PI;
  if (angle < -Math.PI / 2) return angle + Math.PI;
  return angle;
}
