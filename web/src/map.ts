import type { BaseMap, Bounds, Dataset, Place, Subject, Theme } from './contract';
import { isPhone } from './dom';
import { BaseMapLayer } from './layers/baseMap';
import { EvidenceLayer } from './layers/evidence';
import { LabelLayer } from './layers/labels';
import { readGround } from './layers/ground';
import type { Look } from './layers/paint';
import { classStyles } from './layers/palette';
import { VectorLayer } from './layers/vectorLayer';
import { padBounds, sameSubject, type State, type Store } from './state';
import type { TileFeature } from './tiles/features';
import { TileSource } from './tiles/source';

/** The map with all its layers; the rest of the page talks to it in ids and degrees. */
export class MapView {
  readonly map: L.Map;
  readonly tiles: VectorLayer;
  readonly evidence: EvidenceLayer;
  private readonly labels: LabelLayer;
  private readonly store: Store;
  private baseMap: BaseMapLayer | null = null;
  private tileTemplate: string;
  private pin: L.Marker | null = null;
  private hovered: Subject | null = null;
  onPick: (subject: Subject | null, name: string, event: MouseEvent) => void = () => {};
  onHover: (subject: Subject | null) => void = () => {};
  /** Called when tiles could not be read. */
  onFailure: (error: unknown) => void = () => {};

  constructor(node: HTMLElement, dataset: Dataset, store: Store, selection: Set<string>) {
    const state = store.get();
    this.store = store;
    this.map = L.map(node, {
      zoomControl: false,
      attributionControl: false,
      boxZoom: false,
      minZoom: 5,
      maxZoom: 20,
      zoomAnimation: !reducedMotion(),
      fadeAnimation: !reducedMotion(),
      wheelPxPerZoomLevel: 100,
    });
    // a first place, since others ask for it; startView follows when the panels stand
    this.map.setView(dataset.bounds ? latLngBounds(dataset.bounds).getCenter() : [35, 105], 12);
    this.map.createPane('labels').style.zIndex = '450';
    this.map.createPane('evidence').style.zIndex = '460';
    this.map.createPane('evidenceLabels').style.zIndex = '470';
    for (const name of ['labels', 'evidence', 'evidenceLabels']) {
      (this.map.getPane(name) as HTMLElement).style.pointerEvents = 'none';
    }
    const source = this.sourceOf(dataset, String(dataset.planRevision));
    this.tileTemplate = source.urlTemplate;
    const look = this.lookOf(dataset, state, selection);
    this.tiles = new VectorLayer(source, look);
    this.labels = new LabelLayer(this.tiles, state.layers, look.ground);
    this.tiles.onTiles = () => this.labels.schedule();
    this.tiles.onFailure = (error) => this.onFailure(error);
    this.evidence = new EvidenceLayer(this.map, state.lang);
  }

  /** Shows the place of the link, else all data, beside the panels that are open by now. */
  startView(dataset: Dataset, { center, zoom }: State): void {
    this.map.invalidateSize({ animate: false });
    if (center && zoom !== null) this.map.setView([center[1], center[0]], Math.round(zoom));
    else if (dataset.bounds) this.map.fitBounds(latLngBounds(dataset.bounds), this.padding());
    else this.map.setView([35, 105], 5);
    this.setBaseMap(dataset);
    this.tiles.addTo(this.map);
    this.labels.addTo(this.map);
    this.listen();
  }

  private listen(): void {
    const { map } = this;
    // the job bar and a turned phone change the map's size without a resize of the window
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
    const remember = () => {
      const center = map.getCenter();
      this.store.set({ center: [center.lng, center.lat], zoom: map.getZoom() });
    };
    map.on('moveend', remember);
    const tolerance = () => (matchMedia('(pointer: coarse)').matches ? 12 : 3);
    map.on('click', (event) => {
      const hit = this.tiles.subjectAt(event.latlng, tolerance());
      this.onPick(subjectOf(hit), String(hit?.properties.name ?? hit?.id ?? ''), event.originalEvent);
    });
    map.on('mousemove', (event) => {
      const hit = this.tiles.subjectAt(event.latlng, 2);
      map.getContainer().style.cursor = hit ? 'pointer' : '';
      this.hover(subjectOf(hit));
    });
    map.on('mouseout', () => this.hover(null));
  }

  /** Emphasises something from a list or from the cursor; null ends it. */
  hover(subject: Subject | null): void {
    if (sameSubject(subject, this.hovered)) return;
    const changed = idsOf(this.hovered, subject);
    this.hovered = subject;
    this.tiles.restyle({ hovered: subject }, changed);
    this.onHover(subject);
  }

  /** The communities that a round tip touches on its way, with their names; both in pixels of the map. */
  communitiesAlong(from: L.Point, to: L.Point, radius: number): Map<string, string> {
    const found = new Map<string, string>();
    const steps = Math.max(1, Math.ceil(from.distanceTo(to) / radius));
    for (let i = 0; i <= steps; i++) {
      const at = from.add(to.subtract(from).multiplyBy(i / steps));
      for (const feature of this.tiles.communitiesNear(this.map.containerPointToLatLng(at), radius)) {
        found.set(feature.id, String(feature.properties.name ?? ''));
      }
    }
    return found;
  }

  select(subject: Subject | null, before: Subject | null): void {
    this.tiles.restyle({ selected: subject }, idsOf(subject, before));
    this.labels.show(this.store.get().layers, subject);
  }

  /** Repaints the planner's selection; `changed` are the communities that went in or out. */
  showSelection(selection: Set<string>, changed: Iterable<string>): void {
    this.tiles.restyle({ selection }, changed);
  }

  /** Applies theme, layers and class styles. */
  restyle(dataset: Dataset, selection: Set<string>): void {
    const state = this.store.get();
    const look = this.lookOf(dataset, state, selection);
    this.tiles.restyle(look);
    this.labels.ground = look.ground;
    this.labels.show(state.layers, state.selected);
  }

  /** Reads the tiles again when the data or the plan changed. */
  refresh(dataset: Dataset, planRevision: string): void {
    const source = this.sourceOf(dataset, planRevision);
    this.setBaseMap(dataset);
    if (source.urlTemplate === this.tileTemplate) return;
    this.tileTemplate = source.urlTemplate;
    this.tiles.setSource(source);
  }

  /** Reads the tiles again after a failure. */
  retry(): void {
    this.tiles.redraw();
  }

  private sourceOf({ tiles }: Dataset, planRevision: string): TileSource {
    const joint = tiles.urlTemplate.includes('?') ? '&' : '?';
    return new TileSource(`${tiles.urlTemplate}${joint}p=${encodeURIComponent(planRevision)}`, tiles.minZoom, tiles.maxZoom);
  }

  private lookOf(dataset: Dataset, state: State, selection: Set<string>): Look {
    const theme: Theme = dataset.themes.find(({ id }) => id === state.theme) ?? {
      id: state.theme,
      zh: '',
      en: '',
      classes: [],
    };
    const layers = { ...state.layers, pipes: state.layers.pipes && dataset.pipesVisible };
    return { theme: theme.id, styles: classStyles(theme), layers, selected: state.selected, hovered: null, selection, ground: readGround() };
  }

  private setBaseMap({ baseMap, bounds }: Dataset): void {
    if (!baseMap || this.baseMap) return;
    this.baseMap = newBaseMap(baseMap, bounds).addTo(this.map);
    this.baseMap.bringToBack();
    this.map.getContainer().classList.add('has-base-map');
    L.control.attribution({ prefix: false, position: 'bottomright' }).addTo(this.map);
  }

  /** Moves to something, leaving room for the panels that lie over the map. */
  goTo({ lon, lat, bbox }: Place, maxZoom = 17): void {
    if (bbox) this.fit(latLngBounds(padBounds(bbox)), maxZoom);
    else if (lon !== null && lat !== null) this.fit(latLngBounds(padBounds([lon, lat, lon, lat])), maxZoom);
  }

  fit(bounds: L.LatLngBounds, maxZoom = 19): void {
    const options = { ...this.padding(), maxZoom };
    if (reducedMotion()) this.map.fitBounds(bounds, options);
    else this.map.flyToBounds(bounds, { ...options, duration: 0.6 });
  }

  /** Marks a found place that is not a community; null takes the mark away. */
  mark(at: Place | null): void {
    this.pin?.remove();
    this.pin = null;
    if (!at || at.lon === null || at.lat === null) return;
    const html = document.createElement('span');
    html.className = 'pin';
    const icon = L.divIcon({ className: 'evidence-anchor', html, iconSize: [0, 0] });
    this.pin = L.marker([at.lat, at.lon], { icon, interactive: false, keyboard: false }).addTo(this.map);
  }

  /** Space taken by the top bar, the legend and the open panel, in pixels. */
  private padding(): L.FitBoundsOptions {
    const panel = document.querySelector<HTMLElement>('.side-panel:not([hidden])');
    if (isPhone()) {
      const lower = panel ?? document.querySelector<HTMLElement>('.dock:not([hidden])');
      const sheet = lower ? Math.min(lower.offsetHeight, window.innerHeight * 0.45) : 40;
      return { paddingTopLeft: [24, 24], paddingBottomRight: [24, sheet + 24] };
    }
    return { paddingTopLeft: [24, 24], paddingBottomRight: [(panel?.offsetWidth ?? 0) + 24, 24] };
  }

  showWhole(dataset: Dataset): void {
    if (dataset.bounds) this.fit(latLngBounds(dataset.bounds), 17);
  }

  setLang(state: State): void {
    this.evidence.setLang(state.lang);
  }
}

const idsOf = (...subjects: (Subject | null)[]) => subjects.flatMap((subject) => (subject ? [subject.id] : []));

const subjectOf = (hit: TileFeature | null): Subject | null =>
  hit && { kind: hit.layer === 'building' ? 'building' : 'community', id: hit.id };

function newBaseMap(baseMap: BaseMap, bounds: Bounds | null): BaseMapLayer {
  const anchor = bounds ? latLngBounds(bounds).getCenter() : L.latLng(35, 105);
  return new BaseMapLayer(baseMap, anchor);
}

export function latLngBounds([w, s, e, n]: Bounds): L.LatLngBounds {
  return L.latLngBounds([s, w], [n, e]);
}

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
