import type { BaseMap } from '../contract';

/**
 * Draws a base map under our data.
 *
 * Tiles in the shifted datum GCJ-02 are moved so that they fit our positions. The shift is taken
 * at one place of the data; across a city it changes by less than a metre or two.
 */
export class BaseMapLayer extends L.TileLayer {
  private readonly shifted: boolean;
  private readonly anchor: L.LatLng;

  constructor(base: BaseMap, anchor: L.LatLng) {
    super(base.urlTemplate, { attribution: escapeHtml(base.attribution), maxZoom: 20, maxNativeZoom: 18 });
    this.shifted = /^gcj-?02$/i.test(base.datum);
    this.anchor = anchor;
  }

  private shift(): L.Point {
    const map = this._map;
    if (!this.shifted || !map) return L.point(0, 0);
    const zoom = (this as unknown as { _tileZoom?: number })._tileZoom ?? map.getZoom();
    const [lon, lat] = gcj02(this.anchor.lng, this.anchor.lat);
    return map.project(L.latLng(lat, lon), zoom).subtract(map.project(this.anchor, zoom));
  }

  // Leaflet asks these two which tiles cover the view and where to put each
  _getTiledPixelBounds(center: L.LatLng): L.Bounds {
    const bounds = protectedOf(L.TileLayer.prototype)._getTiledPixelBounds.call(this, center);
    const shift = this.shift();
    return L.bounds(bounds.min!.add(shift), bounds.max!.add(shift));
  }

  _getTilePos(coords: L.Coords): L.Point {
    return protectedOf(L.TileLayer.prototype)._getTilePos.call(this, coords).subtract(this.shift());
  }
}

interface Protected {
  _getTiledPixelBounds(this: L.TileLayer, center: L.LatLng): L.Bounds;
  _getTilePos(this: L.TileLayer, coords: L.Coords): L.Point;
}
const protectedOf = (prototype: L.TileLayer) => prototype as unknown as Protected;

// Leaflet puts an attribution into the page as HTML
function escapeHtml(text: string): string {
  const node = document.createElement('span');
  node.textContent = text;
  return node.innerHTML;
}

/** Moves a WGS 84 position as GCJ-02 does, to about half a metre. Source: the published algorithm. */
export function gcj02(lon: number, lat: number): [lon: number, lat: number] {
  const a = 6378245;
  const ee = 0.006693421622965943;
  const x = lon - 105;
  const y = lat - 35;
  const wave = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  let dLat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave;
  dLat += ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3;
  dLat += ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  let dLon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave;
  dLon += ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3;
  dLon += ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  const phi = (lat / 180) * Math.PI;
  const magic = 1 - ee * Math.sin(phi) ** 2;
  const root = Math.sqrt(magic);
  return [
    lon + (dLon * 180) / ((a / root) * Math.cos(phi) * Math.PI),
    lat + (dLat * 180) / (((a * (1 - ee)) / (magic * root)) * Math.PI),
  ];
}
