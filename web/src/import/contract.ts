import type { Bilingual, Bounds } from '../contract';

/** The JSON of imports: what a check found, what may be chosen, and what was chosen. */

export type Severity = 'error' | 'warning' | 'proposal' | 'accepted';

/** longitude, latitude in degrees. */
export type Position = [number, number];

export interface ImportIssue extends Bilingual {
  code: string;
  severity: Severity;
  row: number | null;
  column: string;
  cell: string;
  value: string;
  suggestion: string;
  lonLat: Position | null;
}

export interface ImportCounts {
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface ImportColumn extends Bilingual {
  column: string;
  /** The letter above the column in a spreadsheet, or empty. */
  letter: string;
  unit: string | null;
  use: 'property' | 'id' | 'longitude' | 'latitude' | 'coordinates' | 'original' | 'dropped' | 'not_imported';
  /** What would have to be chosen for this use. */
  choice: string;
  samples: string[];
}

export interface ProposalExample {
  row: number;
  cell: string;
  before: string;
  after: string;
  lonLat: Position | null;
}

export interface ImportProposal extends Bilingual {
  code: string;
  titleZh: string;
  titleEn: string;
  effect: 'position' | 'datum' | 'value' | 'merge' | 'separate' | 'none';
  effectZh: string;
  effectEn: string;
  /** Whether it is accepted by its code; a datum is chosen instead. */
  acceptable: boolean;
  datum: string | null;
  rows: number;
  columns: string[];
  examples: ProposalExample[];
  accepted: boolean;
}

/** A row and a community of the dataset that may be the same estate. */
export interface EstatePair extends Bilingual {
  row: number;
  cell: string;
  name: string;
  storedId: string;
  storedName: string;
  storedPlace: string;
  sure: boolean;
  decision: 'merge' | 'new' | null;
  lonLat: Position | null;
  storedLonLat: Position | null;
}

export interface ImportLayer {
  name: string;
  format: string;
  role: string | null;
  /** How sure the role is, 0 to 1. */
  confidence: number;
  reasons: (Bilingual & { code: string })[];
  /** Every role that the layer's geometries permit, the likeliest first. */
  roles: string[];
  rows: number;
  crs: string;
  crsOrigin: 'stated' | 'declared' | 'assumed' | 'proposed' | 'missing' | 'none';
  crsOriginZh: string;
  crsOriginEn: string;
  /** Whether the coordinates are longitudes and latitudes. */
  degrees: boolean;
  datum: string;
  extent: Bounds | null;
  mapping: ImportColumn[];
  proposals: ImportProposal[];
  estates: EstatePair[];
  counts: ImportCounts;
  issues: ImportIssue[];
  issuesTotal: number;
  errors: number;
  /** What was detected or skipped, for the reader to know. */
  notices: (Bilingual & { code: string })[];
}

export interface ImportFile {
  file: string;
  skipped: boolean;
  committable?: boolean;
  encoding?: string | null;
  errors?: number;
  issues: ImportIssue[];
  layers: ImportLayer[];
}

export interface ImportReport {
  id: string;
  committable: boolean;
  counts: ImportCounts;
  files: ImportFile[];
}

export interface Choice extends Bilingual {
  code: string;
}

/** Everything that may be chosen, with its names. */
export interface ImportVocabulary {
  roles: (Choice & { properties?: (Choice & { unit: string })[] })[];
  uses: Choice[];
  crs: (Bilingual & { items: Choice[] })[];
  datums: Choice[];
  encodings: Choice[];
}

/** What a person chose for a layer; what is absent is recognised. */
export interface LayerChoices {
  role?: string;
  columns?: Record<string, string>;
  crs?: string;
  datum?: string;
  accept?: string[];
  /** For a row the community of the dataset that it is, or empty for a new one. */
  estates?: Record<string, string>;
}

export interface FileChoices {
  skip?: boolean;
  encoding?: string;
  layers?: Record<string, LayerChoices>;
}

export interface ImportChoices {
  files: Record<string, FileChoices>;
  onlyPassing?: boolean;
}

/** Which choice a problem is about. */
export interface ChoicePlace {
  file: string;
  layer?: string;
  control: 'file' | 'layer' | 'role' | 'column' | 'crs' | 'datum' | 'encoding' | 'proposal' | 'estate';
  choice?: string;
}

export interface ImportRows {
  columns: { name: string; letter: string }[];
  rows: { row: number; cells: string[] }[];
}
