import type { Bounds, Subject, ThemeId } from './contract';
import type { WorkspaceId } from './shell/registry';

export type Lang = 'zh-CN' | 'en';
export type Brightness = 'light' | 'dark';
export type LayerId = 'buildings' | 'roads' | 'pipes' | 'exclusions' | 'areas' | 'labels';

export const THEME_IDS: ThemeId[] = ['eligibility', 'frontage', 'sewer', 'package', 'location'];
export const LAYER_IDS: LayerId[] = ['buildings', 'roads', 'pipes', 'exclusions', 'areas', 'labels'];

/** Everything a link to the map has to restore. */
export interface State {
  /** Centre in degrees, WGS 84; null until known, then the data's bounds are shown. */
  center: [lon: number, lat: number] | null;
  zoom: number | null;
  theme: ThemeId;
  /** The community or building whose panel is open. */
  selected: Subject | null;
  lang: Lang;
  layers: Record<LayerId, boolean>;
  brightness: Brightness;
  workspace: WorkspaceId;
  /** The panel in the dock, an id of the workspace's panels; null for none. */
  panel: string | null;
  /** The tool of the map, an id of the workspace's tools. */
  tool: string;
  /** The scenario that is worked on; null for the main one. */
  scenario: string | null;
  /** Picked communities, sorted; a link carries at most {@link LINKED_PICKS}. */
  picked: string[];
}

const DEFAULT_LAYERS: Record<LayerId, boolean> = {
  buildings: true,
  roads: true,
  pipes: true,
  exclusions: true,
  areas: true,
  labels: true,
};

const LANG_KEY = 'lianpian.lang';
const BRIGHTNESS_KEY = 'lianpian.brightness';
const WORKSPACES: WorkspaceId[] = ['planner', 'engineer', 'leader'];

/** A link with more picked communities would be too long for letters and chats. */
export const LINKED_PICKS = 60;

/** What the browser remembers of its reader besides the link. */
export interface Remembered {
  lang?: string | null;
  brightness?: string | null;
}

/** Whether two are the same, or both nothing. */
export const sameSubject = (a: Subject | null, b: Subject | null) => a?.kind === b?.kind && a?.id === b?.id;

/** Reads a state from a query string; what is missing or wrong gets its default. */
export function parseState(query: string, remembered: Remembered = {}): State {
  const params = new URLSearchParams(query);
  const zoom = Number(params.get('z') ?? NaN);
  const off = new Set((params.get('off') ?? '').split(','));
  const layers = { ...DEFAULT_LAYERS };
  for (const id of LAYER_IDS) layers[id] = !off.has(id);
  return {
    center: parseCenter(params.get('c')),
    zoom: Number.isFinite(zoom) && zoom >= 3 && zoom <= 20 ? zoom : null,
    theme: oneOf(THEME_IDS, params.get('theme')) ?? 'eligibility',
    selected: parseSubject(params),
    lang: oneOf<Lang>(['zh-CN', 'en'], params.get('lang') ?? remembered.lang ?? null) ?? 'zh-CN',
    layers,
    brightness: oneOf<Brightness>(['light', 'dark'], params.get('look') ?? remembered.brightness ?? null) ?? 'light',
    workspace: oneOf(WORKSPACES, params.get('ws')) ?? 'planner',
    panel: wordOf(params.get('panel')),
    tool: wordOf(params.get('tool')) ?? 'inspect',
    scenario: params.get('plan') || null,
    picked: (params.get('pick') ?? '').split(',').filter(Boolean).map(decodeURIComponent).sort(),
  };
}

const wordOf = (text: string | null) => (text && /^[a-z][a-zA-Z0-9-]*$/.test(text) ? text : null);

function parseSubject(params: URLSearchParams): Subject | null {
  const id = params.get('id');
  return id ? { kind: params.get('kind') === 'building' ? 'building' : 'community', id } : null;
}

function parseCenter(text: string | null): [number, number] | null {
  const [lon, lat, ...rest] = (text ?? '').split(',').map((part) => (part === '' ? NaN : Number(part)));
  if (lon === undefined || lat === undefined || rest.length > 0) return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [lon, lat] : null;
}

function oneOf<T extends string>(allowed: T[], value: string | null): T | null {
  return allowed.find((item) => item === value) ?? null;
}

/** Writes a state as a query string, leaving out what is default. The language is always there. */
export function formatState(state: State): string {
  const params: string[] = [];
  if (state.center) params.push(`c=${state.center[0].toFixed(5)},${state.center[1].toFixed(5)}`);
  if (state.zoom !== null) params.push(`z=${Number(state.zoom.toFixed(2))}`);
  if (state.theme !== 'eligibility') params.push(`theme=${state.theme}`);
  if (state.workspace !== 'planner') params.push(`ws=${state.workspace}`);
  if (state.panel) params.push(`panel=${state.panel}`);
  if (state.tool !== 'inspect') params.push(`tool=${state.tool}`);
  if (state.scenario) params.push(`plan=${encodeURIComponent(state.scenario)}`);
  if (state.selected?.kind === 'building') params.push('kind=building');
  if (state.selected) params.push(`id=${encodeURIComponent(state.selected.id)}`);
  const off = LAYER_IDS.filter((id) => !state.layers[id]);
  if (off.length > 0) params.push(`off=${off.join(',')}`);
  if (state.picked.length > 0 && state.picked.length <= LINKED_PICKS) {
    // twice, since a comma inside an id must survive the list
    params.push(`pick=${encodeURIComponent(state.picked.map(encodeURIComponent).join(','))}`);
  }
  if (state.brightness !== 'light') params.push(`look=${state.brightness}`);
  params.push(`lang=${state.lang}`);
  return `?${params.join('&')}`;
}

type Listener = (state: State, previous: State) => void;

/** The one state of the page. Listeners hear about the keys they asked for, after the change. */
export class Store {
  private readonly listeners: { keys: (keyof State)[]; run: Listener }[] = [];

  constructor(private current: State) {}

  get(): State {
    return this.current;
  }

  set(patch: Partial<State>): void {
    const previous = this.current;
    const changed = (Object.keys(patch) as (keyof State)[]).filter(
      (key) => JSON.stringify(patch[key]) !== JSON.stringify(previous[key]),
    );
    if (changed.length === 0) return;
    this.current = { ...previous, ...patch };
    for (const { keys, run } of this.listeners) {
      if (keys.some((key) => changed.includes(key))) run(this.current, previous);
    }
  }

  on(keys: (keyof State)[], run: Listener): void {
    this.listeners.push({ keys, run });
  }
}

/** Starts the state from the address bar and keeps the address bar and the browser's memory in step. */
export function startStore(): Store {
  const store = new Store(parseState(location.search, { lang: read(LANG_KEY), brightness: read(BRIGHTNESS_KEY) }));
  store.on(Object.keys(store.get()) as (keyof State)[], (state) => {
    history.replaceState(null, '', formatState(state));
  });
  store.on(['lang'], ({ lang }) => remember(LANG_KEY, lang));
  store.on(['brightness'], ({ brightness }) => remember(BRIGHTNESS_KEY, brightness));
  return store;
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // storage may be switched off; the link still carries it
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Grows bounds that are a point or a thin line so that a map can show them. */
export function padBounds([w, s, e, n]: Bounds, degrees = 0.0008): Bounds {
  return [w - degrees, s - degrees, e + degrees, n + degrees];
}
