import type { ShapeCollection } from '../contract';

export type TraceMode = 'upstream' | 'downstream' | 'to-plant' | 'between';

/** Words in both languages, as the server's sewer answers carry them. */
export interface Said {
  zh: string;
  en: string;
}

export interface TraceEnd {
  node: string;
  result: string;
  result_zh: string;
  result_en: string;
  length_m: number;
  drop_m: number | null;
  passes: string[];
}

export interface SewerBreak extends Said {
  type: string;
  object: string;
  node: string;
  length_m: number;
}

export interface Hookup {
  node: string;
  distance_m: number;
  drop_m: number | null;
  slope_permille: number | null;
  accepted: boolean;
  rejection: string | null;
  crosses: { type: string; id: string; name: string }[] | null;
}

export interface SewerTrace extends Said {
  mode: string;
  from: { kind: 'NODE' | 'PIPE' | 'COMMUNITY'; id: string; name: string; missing_outlets: string[] };
  found: boolean;
  nodes: number;
  pipes: number;
  pipes_drawn: number;
  length_m: number;
  ends: TraceEnd[];
  heads: string[];
  route: { pipes: string[]; length_m: number; drop_m: number | null; travel_s_at_most: number; against: boolean } | null;
  breaks: SewerBreak[];
  hookups: Hookup[];
  shapes: ShapeCollection;
}

export interface RankedBreak extends SewerBreak {
  type_zh: string;
  type_en: string;
  households: number;
  communities_without_count: number;
  communities: { id: string; name: string }[];
  geometry: GeoJSON.Geometry | null;
}

export interface Section {
  title_zh: string;
  title_en: string;
  stations: { node: string; chainage_m: number; ground_m: number | null; invert_m: number | null }[];
  positions: ([lon: number, lat: number] | null)[];
}

export type NetworkChange =
  | { type: 'flip' | 'delete'; pipe: string }
  | { type: 'connect'; from: string; to: string };

export interface StatusChange {
  community: string;
  name: string;
  households: number | null;
  before: Said & { code: string };
  after: Said & { code: string };
}

export interface WorksYear {
  year: number;
  length_m: number;
  length_km: number;
  pipes: number;
  pipes_without_line: number;
}
