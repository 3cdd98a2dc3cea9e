import { request } from '../api';
import type { Said } from './contract';

export interface LookBackItem extends Said {
  community: string;
  name: string;
  street: string;
  households: number | null;
  accepted_on: string | null;
  days: number | null;
  status: string;
  inspections: number;
}

export interface LookBack {
  since: string | null;
  total: number;
  items: LookBackItem[];
}

export interface LedgerEntry {
  number: number;
  step: string;
  step_zh: string;
  step_en: string;
  on: string;
  unit: string;
  role: string;
  evidence_zh: string | null;
  evidence_en: string | null;
  passed: boolean | null;
  due: string | null;
  text: string;
}

/** Where an outlet stands; persons are in no answer. */
export interface OutletStanding {
  connection: string;
  node: string;
  derived_zh: string;
  derived_en: string;
  state: string;
  state_zh: string;
  state_en: string;
  missing_zh: string;
  missing_en: string;
  entries: LedgerEntry[];
}

export const lookBack = () => request<LookBack>('/api/sewer/look-back');

export async function ofCommunity(id: string): Promise<OutletStanding[]> {
  return (await request<{ items: OutletStanding[] }>(`/api/sewer/ledger?community=${encodeURIComponent(id)}`)).items;
}

export const enter = (entry: Record<string, string | number | boolean>) =>
  request<unknown>('/api/sewer/ledger', { method: 'POST', body: entry });
