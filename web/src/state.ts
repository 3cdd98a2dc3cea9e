import type { Bounds, Subject, ThemeId } from './contract';

export type Lang = 'zh-CN' | 'en';
export type LayerId = 'buildings' | 'roads' | 'pipes' | 'exclusions' | 'areas' | 'labels';
export type Mode = 'browse' | 'plan';

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
  mode: Mode;
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

/** Whether two are the same, or both nothing. */
export const sameSubject = (a: Subject | null, b: Subject | null) => a?.kind === b?.kind && a?.id === b?.id;

/** Reads a state from a query string; what is missing or wrong gets its default. */
export function parseState(query: string, rememberedLang: string | null = null): State {
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
    lang: oneOf<Lang>(['zh-CN', 'en'], params.get('lang') ?? rememberedLang) ?? 'zh-CN',
    layers,
    mode: params.get('mode') === 'plan' ? 'plan' : 'browse',
  };
}

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
  if (state.mode !== 'browse') params.push(`mode=${state.mode}`);
  if (state.selected?.kind === 'building') params.push('kind=building');
  if (state.selected) params.push(`id=${encodeURIComponent(state.selected.id)}`);
  const off = LAYER_IDS.filter((id) => !state.layers[id]);
  if (off.length > 0) params.push(`off=${off.join(',')}`);
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

/** Starts the state from the address bar and keeps the address bar and the language memory in step. */
export function startStore(): Store {
  const store = new Store(parseState(location.search, readLang()));
  store.on(['center', 'zoom', 'theme', 'selected', 'lang', 'layers', 'mode'], (state) => {
    history.replaceState(null, '', formatState(state));
  });
  store.on(['lang'], (state) => {
    try {
      localStorage.setItem(LANG_KEY, state.lang);
    } catch {
      // storage may be switched off; the link still carries the language
    }
  });
  return store;
}

function readLang(): string | null {
  try {
    return localStorage.getItem(LANG_KEY);
  } catch {
    return null;
  }
}

/** Grows bounds that are a point or a thin line so that a map can show them. */
export function padBounds([w, s, e, n]: Bounds, degrees = 0.0008): Bounds {
  return [w - degrees, s - degrees, e + degrees, n + degrees];
}
