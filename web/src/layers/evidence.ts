import type { ShapeCollection, ShapeProperties } from '../contract';
import { el } from '../dom';
import { pick } from '../format';
import { lookUp } from '../i18n';
import type { Lang } from '../state';

/** How each role of evidence is drawn. Lines get a white casing so they stand out on any ground. */
const STYLES: Record<string, L.PathOptions> = {
  sight: { color: '#00706a', weight: 2.5, dashArray: '7 5' },
  bank: { color: '#08519c', weight: 5 },
  blocker: { color: '#7f2704', weight: 2.5, fillColor: '#f16913', fillOpacity: 0.45 },
  exposed: { color: '#d7191c', weight: 6 },
  trace: { color: '#54278f', weight: 4.5 },
  upstream: { color: '#c51b7d', weight: 4 },
  downstream: { color: '#7570b3', weight: 4 },
  route: { color: '#54278f', weight: 5 },
  end: { color: '#54278f', weight: 2 },
  loop: { color: '#b30000', weight: 2 },
  break: { color: '#b30000', weight: 4 },
  hookup: { color: '#005a32', weight: 3, dashArray: '2 6' },
  barrier: { color: '#99000d', weight: 5, dashArray: '12 6' },
  connector: { color: '#3f007d', weight: 2.5, dashArray: '3 6' },
  overlap: { color: '#67000d', weight: 2, fillColor: '#cb181d', fillOpacity: 0.45 },
  circle: { color: '#2171b5', weight: 1.5, fillColor: '#6baed6', fillOpacity: 0.14 },
  facility: { color: '#00441b', weight: 2 },
  candidate: { color: '#00629b', weight: 2.5, dashArray: '6 4', fillColor: '#6baed6', fillOpacity: 0.3 },
};
const FALLBACK: L.PathOptions = { color: '#333333', weight: 3 };

/** Where a label may stand: in half label widths to the right, and pixels down. */
const LABEL_PLACES: [number, number][] = [
  [0, -22], [0, 22], [1, 0], [-1, 0], [1, -22], [-1, -22], [1, 22], [-1, 22], [0, -46], [0, 46], [1, -46], [-1, 46], [0, -70], [0, 70],
];

const POINT_SIGNS: Record<string, string> = { break: '✕', end: '◆', loop: '↻', hookup: '◎', candidate: '○', facility: '●' };

/** The shapes of one verdict, with small labels; nothing else of the map changes. */
export class EvidenceLayer {
  private readonly group: L.FeatureGroup;
  private shown: ShapeCollection | null = null;
  private labels: { at: L.LatLng; node: HTMLElement; text: string }[] = [];

  constructor(
    private readonly map: L.Map,
    private lang: Lang,
  ) {
    this.group = L.featureGroup().addTo(map);
    map.on('zoomend', () => this.spreadLabels());
  }

  /** How many shapes are on the map. */
  get count(): number {
    return this.shown?.features.length ?? 0;
  }

  setLang(lang: Lang): void {
    this.lang = lang;
    if (this.shown) this.draw(this.shown);
  }

  clear(): void {
    this.shown = null;
    this.group.clearLayers();
  }

  /** Draws the shapes and tells their bounds, or null when there is nothing to see. */
  show(shapes: ShapeCollection): L.LatLngBounds | null {
    this.shown = shapes;
    this.draw(shapes);
    const bounds = this.group.getBounds();
    return bounds.isValid() ? bounds : null;
  }

  private draw(shapes: ShapeCollection): void {
    this.group.clearLayers();
    this.labels = [];
    const labelled = new Set<string>();
    for (const feature of shapes.features) {
      if (!feature.geometry) continue;
      const properties = feature.properties;
      const style = STYLES[properties.role] ?? FALLBACK;
      const casing = { color: '#ffffff', weight: (style.weight ?? 3) + 3, opacity: 0.9, fill: false };
      this.group.addLayer(this.geoJson(feature, casing, false));
      const drawn = this.geoJson(feature, style, true);
      this.group.addLayer(drawn);
      if (properties.role === 'trace' || properties.role === 'route') this.addArrows(feature.geometry, style.color as string);
      const text = pick(properties, this.lang) || lookUp(this.lang, `role.${properties.role}`) || properties.role;
      // one label per wording: twenty blockers of one name need not say it twenty times
      if (!labelled.has(text)) {
        labelled.add(text);
        this.addLabel(feature.geometry, properties, text);
      }
    }
    this.spreadLabels();
  }

  /** Puts each label above its place, or beside it where another label already is. */
  private spreadLabels(): void {
    const taken: L.Bounds[] = [];
    for (const { at, node, text } of this.labels) {
      const half = L.point(node.offsetWidth / 2 || text.length * 7, node.offsetHeight / 2 || 11).add([2, 1]);
      const point = this.map.latLngToLayerPoint(at);
      const free = LABEL_PLACES.find(([x, y]) => {
        const middle = point.add([x * (half.x + 10), y]);
        const box = L.bounds(middle.subtract(half), middle.add(half));
        return taken.every((other) => !other.overlaps(box));
      });
      const [x, y] = free ?? (LABEL_PLACES[0] as [number, number]);
      const middle = point.add([x * (half.x + 10), y]);
      taken.push(L.bounds(middle.subtract(half), middle.add(half)));
      node.style.transform = `translate(-50%, -50%) translate(${x * (half.x + 10)}px, ${y}px)`;
    }
  }

  private geoJson(feature: ShapeCollection['features'][number], style: L.PathOptions, withPoints: boolean): L.GeoJSON {
    return L.geoJSON(feature, {
      interactive: false,
      pane: 'evidence',
      style: { ...style, lineCap: 'round', lineJoin: 'round', className: `evidence evidence-${feature.properties.role}` },
      filter: ({ geometry }) => withPoints || !geometry.type.endsWith('Point'),
      pointToLayer: (_, latlng) => signMarker(latlng, feature.properties.role, style.color as string),
    });
  }

  private addLabel(geometry: GeoJSON.Geometry, properties: ShapeProperties, text: string): void {
    const at = middleOf(geometry);
    if (!at) return;
    const html = el('span', { class: `evidence-label role-${properties.role}` }, text);
    const marker = L.marker(at, {
      interactive: false,
      keyboard: false,
      pane: 'evidenceLabels',
      icon: L.divIcon({ className: 'evidence-anchor', html, iconSize: [0, 0] }),
    });
    this.group.addLayer(marker);
    this.labels.push({ at: L.latLng(at), node: html, text });
  }

  private addArrows(geometry: GeoJSON.Geometry, colour: string): void {
    for (const line of linesOf(geometry)) {
      const step = Math.max(1, Math.ceil((line.length - 1) / 12));
      for (let i = 1; i < line.length; i += step) {
        const a = L.latLng(line[i - 1]![1]!, line[i - 1]![0]!);
        const b = L.latLng(line[i]![1]!, line[i]![0]!);
        const from = this.map.project(a, 18);
        const to = this.map.project(b, 18);
        if (from.distanceTo(to) < 4) continue;
        const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
        const head = el('span', {
          class: 'evidence-arrow',
          style: `color:${colour};transform:rotate(${degrees.toFixed(1)}deg)`,
        });
        const icon = L.divIcon({ className: 'evidence-anchor', html: head, iconSize: [0, 0] });
        const at = this.map.unproject(from.add(to).divideBy(2), 18);
        this.group.addLayer(L.marker(at, { interactive: false, keyboard: false, pane: 'evidence', icon }));
      }
    }
  }
}

function signMarker(latlng: L.LatLng, role: string, colour: string): L.Layer {
  const html = el('span', { class: `evidence-sign role-${role}`, style: `color:${colour}` }, POINT_SIGNS[role] ?? '●');
  return L.marker(latlng, {
    interactive: false,
    keyboard: false,
    pane: 'evidenceLabels',
    icon: L.divIcon({ className: 'evidence-anchor', html, iconSize: [0, 0] }),
  });
}

function linesOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(linesOf);
  return [];
}

/** A point to hang a label on: the middle of the longest line, the middle of a ring's box, the point. */
export function middleOf(geometry: GeoJSON.Geometry): [lat: number, lon: number] | null {
  switch (geometry.type) {
    case 'Point':
      return swap(geometry.coordinates);
    case 'MultiPoint':
      return swap(geometry.coordinates[0]);
    case 'LineString':
      return alongMiddle(geometry.coordinates);
    case 'MultiLineString':
      return alongMiddle([...geometry.coordinates].sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? []);
    case 'Polygon':
      return boxMiddle(geometry.coordinates[0] ?? []);
    case 'MultiPolygon':
      return boxMiddle(geometry.coordinates[0]?.[0] ?? []);
    case 'GeometryCollection':
      return geometry.geometries[0] ? middleOf(geometry.geometries[0]) : null;
  }
}

function swap(position: GeoJSON.Position | undefined): [number, number] | null {
  return position ? [position[1] as number, position[0] as number] : null;
}

function lengthOf(line: GeoJSON.Position[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i++) {
    length += Math.hypot(line[i]![0]! - line[i - 1]![0]!, line[i]![1]! - line[i - 1]![1]!);
  }
  return length;
}

function alongMiddle(line: GeoJSON.Position[]): [number, number] | null {
  let left = lengthOf(line) / 2;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as [number, number];
    const b = line[i] as [number, number];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length >= left && length > 0) {
      const t = left / length;
      return [a[1] + t * (b[1] - a[1]), a[0] + t * (b[0] - a[0])];
    }
    left -= length;
  }
  return swap(line[0]);
}

function boxMiddle(ring: GeoJSON.Position[]): [number, number] | null {
  if (ring.length === 0) return null;
  const lons = ring.map((p) => p[0] as number);
  const lats = ring.map((p) => p[1] as number);
  return [(Math.min(...lats) + Math.max(...lats)) / 2, (Math.min(...lons) + Math.max(...lons)) / 2];
}
