import { request, send } from '../api';
import type { NetworkChange, RankedBreak, Section, SewerTrace, StatusChange, TraceMode, WorksYear } from './contract';

const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

export const trace = (mode: TraceMode, from: string, signal: AbortSignal, to?: string) =>
  request<SewerTrace>(`/api/sewer/trace?${query({ mode, from, ...(to ? { to } : {}) })}`, { signal });

const way = (from: string, to: string | null): Record<string, string> => (to ? { from, to } : { from });

export const section = (from: string, to: string | null) => request<Section>(`/api/sewer/profile?${query(way(from, to))}`);

export const drawingUrl = (from: string, to: string | null, sheet: 'screen' | 'print', lang: string) =>
  `/api/sewer/profile.svg?${query({ ...way(from, to), sheet, lang })}`;

export async function drawing(from: string, to: string | null, lang: string): Promise<string> {
  return (await send(drawingUrl(from, to, 'screen', lang), {})).text();
}

export const breaks = (limit: number) => request<{ total: number; items: RankedBreak[] }>(`/api/sewer/breaks?limit=${limit}`);

export async function works(): Promise<WorksYear[]> {
  return (await request<{ years: WorksYear[] }>('/api/sewer/works')).years;
}

export async function whatIf(changes: NetworkChange[]): Promise<StatusChange[]> {
  return (await request<{ changes: StatusChange[] }>('/api/sewer/what-if', { method: 'POST', body: { changes } })).changes;
}
