import type {
  Bounds,
  Comparison,
  Condition,
  Dataset,
  FilterAttribute,
  HistoryChange,
  Job,
  LifeCircle,
  Plan,
  PlanDelta,
  Problem,
  ScenarioList,
  SearchResult,
  Subject,
  SubjectDetail,
  ThemeId,
  ThemeSubject,
  Totals,
} from './contract';
import type { ImportChoices, ImportReport, ImportRows, ImportVocabulary } from './import/contract';

/** A request that the server refused or that never reached it (status 0). */
export class ApiError extends Error {
  constructor(
    readonly problem: Problem,
    readonly request: string,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${problem.status}`);
  }

  get status(): number {
    return this.problem.status;
  }
}

export interface Options {
  method?: string;
  body?: unknown;
  ifMatch?: string | number;
  signal?: AbortSignal;
}

/** Sends a request and reads the JSON of its answer. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Sends a request; anything but success is an {@link ApiError}. */
export async function send(path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  const init: RequestInit = { method: options.method ?? 'GET', headers };
  if (options.signal) init.signal = options.signal;
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  if (options.body instanceof FormData) {
    init.body = options.body;
  } else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(options.body);
  }
  const label = `${init.method} ${path}`;
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new ApiError(
      { status: 0, zh: '连不上服务器，请检查网络后重试', en: 'The server cannot be reached; check the network and try again' },
      label,
    );
  }
  if (!response.ok) throw new ApiError(await problemOf(response), label);
  return response;
}

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('X-Request-Id');
  try {
    const body = (await response.json()) as Partial<Problem>;
    return { requestId, ...body, status: response.status };
  } catch {
    return { status: response.status, title: response.statusText, requestId };
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

const post = <T>(path: string, body?: unknown, extra: Options = {}) =>
  request<T>(path, { method: 'POST', body: body ?? {}, ...extra });

const enc = encodeURIComponent;

export const dataset = () => request<Dataset>('/api/dataset');

export async function search(q: string, limit: number, signal: AbortSignal): Promise<SearchResult[]> {
  const path = `/api/search?q=${enc(q)}&limit=${limit}`;
  return (await request<{ results: SearchResult[] }>(path, { signal })).results;
}

/** A picture of a wall map, with what came out of it. */
export async function wallMap(path: string, signal: AbortSignal): Promise<{ blob: Blob; scale: string; unlabelled: string }> {
  const response = await send(path, { signal });
  const header = (name: string) => response.headers.get(name) ?? '';
  return { blob: await response.blob(), scale: header('X-Map-Scale'), unlabelled: header('X-Map-Unlabelled') };
}

const COLLECTION = { community: 'communities', building: 'buildings' };

const subjectPath = ({ kind, id }: Subject) => `/api/${COLLECTION[kind]}/${enc(id)}`;

export const subject = (which: Subject, signal?: AbortSignal) =>
  request<SubjectDetail>(subjectPath(which), signal ? { signal } : {});

export async function history(which: Subject): Promise<HistoryChange[]> {
  return (await request<{ changes: HistoryChange[] }>(`${subjectPath(which)}/history`)).changes;
}

export const communityCircle = (id: string) => request<LifeCircle>(`/api/communities/${enc(id)}/life-circle`);

export const areaCircle = (id: string) => request<LifeCircle>(`/api/plan/areas/${enc(id)}/life-circle`);

export async function themeSubjects(theme: ThemeId, code: string, limit: number) {
  const path = `/api/themes/${theme}/subjects?code=${enc(code)}&limit=${limit}`;
  return (await request<{ items: ThemeSubject[] }>(path)).items;
}

async function select(body: unknown, signal: AbortSignal): Promise<string[]> {
  return (await post<{ ids: string[] }>('/api/select', body, { signal })).ids;
}

export const selectBox = (bbox: Bounds, signal: AbortSignal) => select({ bbox }, signal);

/** The communities in a closed ring of [lon, lat]. */
export const selectRing = (ring: number[][], signal: AbortSignal) =>
  select({ polygon: { type: 'Polygon', coordinates: [ring] } }, signal);

/** The communities of the same sub-district or road block. */
export const selectGroup = (group: 'streetOf' | 'blockOf', id: string, signal: AbortSignal) => select({ [group]: id }, signal);

/** The communities that meet all conditions. */
export const selectWhere = (where: Condition[], signal: AbortSignal) => select({ where }, signal);

export async function filterAttributes(): Promise<FilterAttribute[]> {
  return (await request<{ attributes: FilterAttribute[] }>('/api/select/attributes')).attributes;
}

export const totals = (ids: string[], signal: AbortSignal) =>
  post<Totals>('/api/totals', { ids }, { signal });

export const plan = () => request<Plan>('/api/plan');

const previewed = (preview: boolean) => (preview ? '?preview=true' : '');

/** The edits of a plan. Each needs the revision it was decided on and answers the new plan. */
export const edits = {
  create: (revision: Plan['revision'], members: string[], name?: string) =>
    post<Plan>('/api/plan/areas', name ? { members, name } : { members }, { ifMatch: revision }),
  merge: (revision: Plan['revision'], areas: string[], keep: string, name: string | null, preview: boolean) =>
    post<Plan | PlanDelta>(`/api/plan/areas/merge${previewed(preview)}`, { areas, keep, name }, { ifMatch: revision }),
  split: (revision: Plan['revision'], area: string, where: { line: number[][] } | { road: string }, preview: boolean) =>
    post<Plan | PlanDelta>(`/api/plan/areas/${enc(area)}/split${previewed(preview)}`, where, { ifMatch: revision }),
  lockAll: (revision: Plan['revision'], locked: boolean) => post<Plan>('/api/plan/lock', { locked }, { ifMatch: revision }),
  add: (revision: Plan['revision'], area: string, members: string[]) =>
    post<Plan>(`/api/plan/areas/${enc(area)}/add`, { members }, { ifMatch: revision }),
  remove: (revision: Plan['revision'], area: string, members: string[]) =>
    post<Plan>(`/api/plan/areas/${enc(area)}/remove`, { members }, { ifMatch: revision }),
  dissolve: (revision: Plan['revision'], area: string) =>
    request<Plan>(`/api/plan/areas/${enc(area)}`, { method: 'DELETE', ifMatch: revision }),
  rename: (revision: Plan['revision'], area: string, name: string) =>
    post<Plan>(`/api/plan/areas/${enc(area)}/rename`, { name }, { ifMatch: revision }),
  lock: (revision: Plan['revision'], area: string, locked: boolean) =>
    post<Plan>(`/api/plan/areas/${enc(area)}/lock`, { locked }, { ifMatch: revision }),
  undo: (revision: Plan['revision']) => post<Plan>('/api/plan/undo', {}, { ifMatch: revision }),
  redo: (revision: Plan['revision']) => post<Plan>('/api/plan/redo', {}, { ifMatch: revision }),
  propose: (revision: Plan['revision'], preview: boolean) =>
    post<Plan | PlanDelta>(`/api/plan/propose${previewed(preview)}`, {}, { ifMatch: revision }),
};

/** The variants of the plan. Each change answers the new list. */
export const scenarios = {
  list: () => request<ScenarioList>('/api/plan/scenarios'),
  duplicate: (id: string) => post<ScenarioList>(`/api/plan/scenarios/${enc(id)}/duplicate`),
  activate: (id: string) => post<ScenarioList>(`/api/plan/scenarios/${enc(id)}/activate`),
  rename: (id: string, name: string) => post<ScenarioList>(`/api/plan/scenarios/${enc(id)}/rename`, { name }),
  remove: (id: string) => request<ScenarioList>(`/api/plan/scenarios/${enc(id)}`, { method: 'DELETE' }),
  compare: (a: string, b: string) => request<Comparison>(`/api/plan/scenarios/compare?a=${enc(a)}&b=${enc(b)}`),
};

/** The store's revision, the scenario on the map, its plan's revision. */
interface PlanHead {
  revision: number;
  scenario: string;
  plan: Plan['revision'];
}

const LOOK_EVERY_MILLIS = 1000;

/**
 * Hears of every change of the plan, whoever made it, within a second or two. Asks only while the page
 * is seen; a server that cannot be reached is asked again.
 */
export function followPlan(tell: (head: PlanHead) => void): void {
  setInterval(() => {
    if (document.hidden) return;
    request<PlanHead>('/api/plan/head').then(tell, () => {
      // an edit will say that the server is away; a look need not
    });
  }, LOOK_EVERY_MILLIS);
}

export function importFiles(files: File[]): Promise<ImportReport> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return request<ImportReport>('/api/imports', { method: 'POST', body: form });
}

/** Everything that may be chosen for an import, with its names. */
export const importChoices = () => request<ImportVocabulary>('/api/imports/choices');

export const checkImport = (id: string, choices: ImportChoices) =>
  post<ImportReport>(`/api/imports/${enc(id)}/check`, choices);

export const commitImport = (id: string, choices: ImportChoices) =>
  post<ImportReport>(`/api/imports/${enc(id)}/commit`, choices);

/** All issues as a table for a spreadsheet. */
export async function importIssues(id: string, choices: ImportChoices): Promise<Blob> {
  return (await send(`/api/imports/${enc(id)}/issues.csv`, { method: 'POST', body: choices })).blob();
}

/** Rows of a layer as they stand in the file, from a row number on. */
export function importRows(id: string, file: string, layer: string, from: number, encoding?: string): Promise<ImportRows> {
  const query = new URLSearchParams({ file, layer, from: String(from), count: '1' });
  if (encoding) query.set('encoding', encoding);
  return request<ImportRows>(`/api/imports/${enc(id)}/rows?${query}`);
}

export const discardImport = (id: string) =>
  request<void>(`/api/imports/${enc(id)}`, { method: 'DELETE' });

export const startJob = (kind: string) => post<{ id: string }>('/api/jobs', { kind });

export const job = (id: string) => request<Job>(`/api/jobs/${enc(id)}`);

export const cancelJob = (id: string) => request<void>(`/api/jobs/${enc(id)}`, { method: 'DELETE' });

/** Follows a job until it ends; resolves with its last state. */
export function followJob(id: string, onProgress: (job: Job) => void): Promise<Job> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/jobs/${enc(id)}/events`);
    const end = (event: Event) => {
      events.close();
      const data = (event as MessageEvent<string>).data;
      if (data) resolve(JSON.parse(data) as Job);
      else job(id).then(resolve, reject);
    };
    events.addEventListener('progress', (event) => onProgress(JSON.parse(event.data) as Job));
    for (const name of ['done', 'failed', 'cancelled']) events.addEventListener(name, end);
    // a cut stream is not a failed job: ask for its state, and let the browser reconnect
    events.onerror = () => {
      job(id).then(
        (state) => {
          if (state.state !== 'running') {
            events.close();
            resolve(state);
          }
        },
        (error) => {
          events.close();
          reject(error);
        },
      );
    };
  });
}

export async function tile(url: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  const response = await fetch(url, { signal });
  if (response.status === 204 || response.status === 404) return null;
  if (!response.ok) throw new ApiError(await problemOf(response), `GET ${url}`);
  return response.arrayBuffer();
}

export const exportUrl = (type: string, format: 'geojson' | 'csv') =>
  `/api/export/${enc(type)}.${format}`;
