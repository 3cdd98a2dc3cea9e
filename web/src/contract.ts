import type { ChoicePlace } from './import/contract';

/** The JSON that the server speaks. Longitude comes before latitude; null means unknown. */

export interface Bilingual {
  zh: string;
  en: string;
}

export type ThemeId = 'eligibility' | 'frontage' | 'sewer' | 'package' | 'location';

/** west, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** What is judged and can be opened. */
export interface Subject {
  kind: 'community' | 'building';
  id: string;
}

export const community = (id: string): Subject => ({ kind: 'community', id });

export interface ThemeClass extends Bilingual {
  code: string;
  /** Communities with this answer. */
  count: number;
  /** Scattered buildings with this answer. */
  buildings: number;
}

export interface Theme extends Bilingual {
  id: ThemeId;
  classes: ThemeClass[];
}

export interface BaseMap {
  urlTemplate: string;
  attribution: string;
  /** `GCJ-02` tiles are moved under our data; anything else is drawn as it is. */
  datum: string;
}

export interface Dataset {
  name: string;
  synthetic: boolean;
  crs: string;
  revision: number | string;
  /** The plan's revision that the tiles show at first. */
  planRevision: Plan['revision'];
  bounds: Bounds | null;
  counts: Record<string, number>;
  profile: {
    id: string;
    version: string;
    title: string;
    titleEn?: string;
    documents: { number: string; title: string; date: string | null }[];
  } | null;
  mapReviewNumber: string | null;
  baseMap: BaseMap | null;
  pipesVisible: boolean;
  tiles: { urlTemplate: string; minZoom: number; maxZoom: number };
  themes: Theme[];
}

export interface SearchResult {
  kind: 'community' | 'place' | 'road' | 'area';
  id: string;
  title: string;
  subtitle: string | null;
  lon: number | null;
  lat: number | null;
  bbox: Bounds | null;
}

export interface Attribute extends Bilingual {
  name: string;
  unit: string | null;
  value: unknown;
  labelZh?: string | null;
  labelEn?: string | null;
}

export interface CitationItem {
  parameter: string;
  document: string | null;
  clause: string;
  requirement: string | null;
  text: string;
  decision: boolean;
}

export interface ShapeProperties extends Bilingual {
  role: string;
}

export type ShapeCollection = GeoJSON.FeatureCollection<GeoJSON.Geometry, ShapeProperties>;

/** An answer that a run replaced, when, and which parts of its input had changed. */
export interface PreviousVerdict extends Bilingual {
  code: string;
  codeZh: string;
  codeEn: string;
  inputHash: string;
  changedAt: string;
  changedBy: string;
  causes: (Bilingual & { code: string })[];
}

export interface VerdictItem extends Bilingual {
  analysis: string;
  analysisZh: string;
  analysisEn: string;
  code: string;
  codeZh: string;
  codeEn: string;
  profile: string;
  profileVersion: string;
  inputHash: string;
  /** The last answer that was another one; null when there was none. */
  previous: PreviousVerdict | null;
  citations: CitationItem[];
  evidence: Record<string, unknown>;
  shapes: ShapeCollection;
}

export interface SubjectDetail extends Subject {
  name: string;
  geometry: GeoJSON.Geometry | null;
  attributes: Attribute[];
  /** The area of a community. */
  area?: { id: string; name: string } | null;
  /** The community of a building. */
  community?: { id: string; name: string } | null;
  provenance: { source: string; locator: string; original: Record<string, unknown> };
  verdicts: VerdictItem[];
}

/** How many facilities of a class lie within each walking time. */
export interface CircleService extends Bilingual {
  code: string;
  counts: number[];
  /** MISSING: there are some, but not within reach. UNKNOWN: the dataset has none of the class. */
  state: 'PRESENT' | 'MISSING' | 'UNKNOWN' | 'NOT_ASKED';
}

export interface CircleFacility extends Bilingual {
  id: string;
  name: string;
  code: string;
  metres: number;
  minutes: number;
  position: [lon: number, lat: number] | null;
}

/** What is reached on foot; zh and en say how it was found. */
export interface LifeCircle extends Bilingual {
  method: 'WALKING_NETWORK' | 'STRAIGHT_LINE';
  minutes: number[];
  classes: CircleService[];
  facilities: CircleFacility[];
  shapes: ShapeCollection;
}

export interface HistoryChange {
  version: number;
  actor: string;
  reason: string;
  at: string;
  properties: (Bilingual & { name: string; before: unknown; after: unknown })[];
}

export interface ThemeSubject extends Subject, Partial<Bilingual> {
  name: string;
  street: string | null;
  households: number | null;
  lon: number | null;
  lat: number | null;
}

/** An attribute of communities by which they can be chosen. */
export interface FilterAttribute extends Bilingual {
  name: string;
  unit: string;
  number: boolean;
  /** What it can be; empty for free text and numbers. */
  codes: (Bilingual & { code: string })[];
}

/** A condition on one attribute; unknown values meet only `missing`. */
export interface Condition {
  property: string;
  min?: number;
  max?: number;
  equals?: string;
  contains?: string;
  missing?: boolean;
}

/** A sum over those that are known, and how many were not. */
export interface PartialSum {
  sum: number;
  missing: number;
}

export interface Totals {
  communities: number;
  buildings: PartialSum;
  households: PartialSum;
  grossFloorArea: PartialSum;
}

export interface Area {
  id: string;
  name: string;
  locked: boolean;
  members: { id: string; name: string }[];
  totals: Totals;
  warnings: (Bilingual & { code: string })[];
  scores: Record<'adjacent' | 'type' | 'industry' | 'culture', number | null> | null;
  /** How good the proposal is that this area still equals, or null. */
  proof: Bilingual | null;
  bbox: Bounds | null;
}

export interface Leftover extends Bilingual {
  id: string;
  /** The area of the plan that holds its nearest neighbour; null when there is none. */
  nearest: string | null;
  lon: number | null;
  lat: number | null;
  name: string;
  reason: string;
}

/** What an edit does to the areas; zh and en are one sentence. */
export interface PlanDelta extends Bilingual {
  areas: { id: string; name: string; before: Totals | null; after: Totals | null }[];
  warnings?: (Bilingual & { code: string })[];
}

/** What somebody else changed meanwhile. */
export interface ConflictDifference {
  revision: Plan['revision'];
  actionZh: string;
  actionEn: string;
  moved: { id: string; name: string; to: string | null }[];
  renamed: string[];
}

export interface Scenario {
  id: string;
  name: string;
  active: boolean;
  copiedFrom: string | null;
  revision: Plan['revision'];
  figures: {
    areas: number;
    members: number;
    households: PartialSum;
    leftovers: number;
    leftoverHouseholds: PartialSum;
    crossStreetAreas: number;
    brokenAreas: number;
  };
}

export interface ScenarioList {
  active: string;
  scenarios: Scenario[];
}

export interface Comparison {
  a: Scenario;
  b: Scenario;
  moved: { id: string; name: string; from: { id: string; name: string } | null; to: { id: string; name: string } | null }[];
  renamed: string[];
}

export interface Plan {
  scenario?: { id: string; name: string };
  /** What the edit did that this plan answers. */
  delta?: PlanDelta;
  revision: number | string;
  canUndo: boolean;
  canRedo: boolean;
  lastAction: Bilingual | null;
  /** How good the last proposal was, or null for a plan made by hand. */
  proof: Bilingual | null;
  areas: Area[];
  leftovers: Leftover[];
}

export interface Job extends Bilingual {
  id: string;
  kind: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  stage: string | null;
  done: number;
  total: number;
}

/** Somewhere to look at: a box when the thing has a size, else a point. */
export interface Place {
  lon: number | null;
  lat: number | null;
  bbox?: Bounds | null;
}

/** An error as application/problem+json (RFC 9457). */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  requestId?: string | null;
  zh?: string;
  en?: string;
  /** The choice of an import that it is about. */
  at?: ChoicePlace;
  /** Where on the map it is. */
  place?: Place | null;
  /** Of a conflict. */
  difference?: ConflictDifference;
}
