import type { ChoicePlace, ImportChoices, ImportReport, ImportRows, ImportVocabulary } from '../src/import/contract';

export const vocabulary: ImportVocabulary;
export function report(
  id: string,
  body: ImportChoices | null,
  refuse: (status: number, zh: string, en: string, at: ChoicePlace) => never,
): ImportReport;
export function rows(from: number): ImportRows;
