import { vi } from 'vitest';
import * as mock from '../dev/mockImport.mjs';
import { ApiError } from '../src/api';
import type { App } from '../src/app';
import type { ImportChoices } from '../src/import/contract';
import type { ImportApi } from '../src/import/model';
import { type TextKey, translate } from '../src/i18n';

export const FILE = '列东台账.csv';
export const LAYER = '列东台账';

const refuse = (status: number, zh: string, en: string, at: object): never => {
  throw new ApiError({ status, zh, en, at: at as never }, 'POST');
};

/** What the mock server finds with some choices. */
export const found = (choices: ImportChoices | null = null) => mock.report('I1', choices, refuse);

/** A server that answers as the mock does. */
export function server(): { [K in keyof ImportApi]: ReturnType<typeof vi.fn> } & ImportApi {
  return {
    importChoices: vi.fn(async () => mock.vocabulary),
    importFiles: vi.fn(async () => found()),
    checkImport: vi.fn(async (_id: string, choices: ImportChoices) => found(choices)),
    commitImport: vi.fn(async (_id: string, choices: ImportChoices) => found(choices)),
    discardImport: vi.fn(async () => undefined),
  } as never;
}

/** As much of the app as an import uses. */
export function app(lang: 'zh-CN' | 'en' = 'zh-CN') {
  return {
    t: (key: TextKey, values?: Record<string, string | number>) => translate(lang, key, values),
    lang: () => lang,
    dataset: { bounds: [117.6, 26.2, 117.7, 26.3] },
    map: { mark: vi.fn(), goTo: vi.fn() },
    toasts: { show: vi.fn(), error: vi.fn() },
    reload: vi.fn(async () => undefined),
  } as unknown as App;
}

export const ledger = () => new File(['x'], FILE);
