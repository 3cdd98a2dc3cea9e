import * as api from '../api';
import type { Bilingual } from '../contract';
import type {
  ChoicePlace,
  FileChoices,
  ImportChoices,
  ImportFile,
  ImportLayer,
  ImportReport,
  ImportVocabulary,
  LayerChoices,
} from './contract';

export type Step = 'files' | 'columns' | 'positions' | 'issues';

export const STEPS: Step[] = ['files', 'columns', 'positions', 'issues'];

/** Below this a recognised role is a guess. */
const UNSURE = 0.3;

export interface LayerRef {
  file: ImportFile;
  layer: ImportLayer;
}

/** What is on the server while an import is prepared: the calls, so that tests can stand in. */
export type ImportApi = Pick<typeof api, 'importChoices' | 'importFiles' | 'checkImport' | 'commitImport' | 'discardImport'>;

/**
 * One import from the first look to the commit: what was found, what was chosen, and which choice
 * does not fit. Every change of a choice is checked again on the files that the server keeps.
 */
export class ImportModel {
  report: ImportReport | null = null;
  vocabulary: ImportVocabulary | null = null;
  /** The names of files that are on their way. */
  uploading: string | null = null;
  /** Whether the report is older than the choices. */
  checking = false;
  saving = false;
  /** The choice that the last check refused. */
  unfit: (ChoicePlace & Bilingual) | null = null;
  /** What went wrong otherwise. */
  failure: unknown = null;
  onChange: () => void = () => {};
  private choices: Record<string, FileChoices> = {};
  private outdated = false;
  private running: Promise<void> | null = null;

  constructor(private readonly server: ImportApi = api) {}

  /** Sends files and looks at them. */
  async upload(files: File[]): Promise<void> {
    if (files.length === 0) return;
    await this.discard();
    this.uploading = files.map(({ name }) => name).join(', ');
    this.failure = null;
    this.onChange();
    try {
      this.vocabulary ??= await this.server.importChoices();
      this.report = await this.server.importFiles(files);
    } catch (error) {
      this.failure = error;
    } finally {
      this.uploading = null;
      this.onChange();
    }
  }

  file(name: string): FileChoices {
    return this.choices[name] ?? {};
  }

  layer(file: string, layer: string): LayerChoices {
    return this.file(file).layers?.[layer] ?? {};
  }

  chooseFile(file: string, change: Partial<FileChoices>): void {
    this.choices[file] = defined({ ...this.file(file), ...change });
    void this.check();
  }

  chooseLayer(file: string, layer: string, change: Partial<LayerChoices>): void {
    const layers = { ...this.file(file).layers, [layer]: defined({ ...this.layer(file, layer), ...change }) };
    this.chooseFile(file, { layers });
  }

  /** Chooses a role; columns and proposals belong to the old one and are recognised anew. */
  chooseRole(file: string, layer: string, role: string | undefined): void {
    this.chooseLayer(file, layer, { role, columns: undefined, accept: undefined, estates: undefined });
  }

  /** Chooses what a column brings; undefined is recognised again. */
  chooseColumn(file: string, layer: string, column: string, choice: string | undefined): void {
    const columns = { ...this.layer(file, layer).columns };
    if (choice === undefined) delete columns[column];
    else columns[column] = choice;
    this.chooseLayer(file, layer, { columns });
  }

  /** Decides which community of the dataset a row is; undefined leaves it to the proposal. */
  chooseEstate(file: string, layer: string, row: number, id: string | undefined): void {
    const estates = { ...this.layer(file, layer).estates };
    if (id === undefined) delete estates[row];
    else estates[row] = id;
    this.chooseLayer(file, layer, { estates });
  }

  accept(file: string, layer: string, codes: string[], yes: boolean): void {
    const kept = (this.layer(file, layer).accept ?? []).filter((code) => !codes.includes(code));
    this.chooseLayer(file, layer, { accept: yes ? [...kept, ...codes] : kept });
  }

  /** All choices as the server reads them, without what chooses nothing. */
  body(onlyPassing = false): ImportChoices {
    const files: Record<string, FileChoices> = {};
    for (const [file, { layers, ...own }] of Object.entries(this.choices)) {
      const decided: Record<string, LayerChoices> = {};
      for (const [name, { columns, accept, estates, ...rest }] of Object.entries(layers ?? {})) {
        const layer: LayerChoices = { ...rest };
        if (columns && Object.keys(columns).length > 0) layer.columns = columns;
        if (accept && accept.length > 0) layer.accept = accept;
        if (estates && Object.keys(estates).length > 0) layer.estates = estates;
        if (Object.keys(layer).length > 0) decided[name] = layer;
      }
      const choice: FileChoices = { ...own };
      if (Object.keys(decided).length > 0) choice.layers = decided;
      if (Object.keys(choice).length > 0) files[file] = choice;
    }
    return onlyPassing ? { files, onlyPassing } : { files };
  }

  /**
   * Checks again. One check runs at a time, since the server reads whole files for it; choices made
   * meanwhile are checked together after it, and only the answer to the last ones counts.
   */
  async check(): Promise<void> {
    if (!this.report) return;
    this.outdated = true;
    this.checking = true;
    this.onChange();
    this.running ??= this.checkUntilCurrent();
    await this.running;
  }

  private async checkUntilCurrent(): Promise<void> {
    while (this.outdated && this.report) {
      this.outdated = false;
      const { id } = this.report;
      const answer = await this.server.checkImport(id, this.body()).catch((error: unknown) => ({ error }));
      if (this.outdated || this.report?.id !== id) continue;
      if ('error' in answer) this.refused(answer.error);
      else this.found(answer);
    }
    this.running = null;
    this.checking = false;
    this.onChange();
  }

  private found(report: ImportReport): void {
    this.report = report;
    this.unfit = null;
    this.failure = null;
    this.forgetUnproposed(report);
  }

  private refused(error: unknown): void {
    const problem = error instanceof api.ApiError ? error.problem : null;
    if (problem?.at) this.unfit = { ...problem.at, zh: problem.zh ?? '', en: problem.en ?? '' };
    else this.failure = error;
  }

  /** What is proposed no longer was accepted for nothing, and would only blur the history. */
  private forgetUnproposed(report: ImportReport): void {
    for (const { file, layer } of layersOf(report)) {
      const { accept } = this.layer(file.file, layer.name);
      if (!accept) continue;
      const kept = accept.filter((code) => layer.proposals.some((proposal) => proposal.code === code));
      this.choices[file.file]!.layers![layer.name]!.accept = kept;
    }
  }

  /** Whether the report shows exactly what a commit would do. */
  get settled(): boolean {
    return this.report !== null && !this.checking && !this.saving && this.unfit === null && this.failure === null;
  }

  /** Imports with the choices that were checked; resolves to the report when it was done. */
  async commit(onlyPassing: boolean): Promise<ImportReport | null> {
    if (!this.report || !this.settled) return null;
    this.saving = true;
    this.onChange();
    try {
      const done = await this.server.commitImport(this.report.id, this.body(onlyPassing));
      this.reset();
      return done;
    } catch (error) {
      this.failure = error;
      return null;
    } finally {
      this.saving = false;
      this.onChange();
    }
  }

  /** Forgets everything and tells the server to do so. */
  async discard(): Promise<void> {
    const id = this.report?.id;
    this.reset();
    this.onChange();
    if (id === undefined) return;
    await this.server.discardImport(id).catch((error: unknown) => {
      // an upload that has expired is as gone as one that is given up
      if (!(error instanceof api.ApiError && error.status === 404)) this.failure = error;
    });
  }

  private reset(): void {
    this.outdated = false;
    this.report = null;
    this.choices = {};
    this.unfit = null;
    this.failure = null;
    this.checking = false;
  }
}

/** Leaves out what is undefined, so that it is recognised. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/** All layers in the order of files. */
export function layersOf(report: ImportReport): LayerRef[] {
  return report.files.flatMap((file) => file.layers.map((layer) => ({ file, layer })));
}

/** Whether a file could not be read at all, and is not left out. */
export const isUnread = (file: ImportFile) => !file.skipped && file.issues.length > 0 && file.layers.length === 0;

/** How much of a step still asks for a decision: 0 is nothing. */
export function openIn(step: Step, { file, layer }: LayerRef, chosen: LayerChoices): number {
  switch (step) {
    case 'files':
      return file.skipped ? 0 : file.issues.length;
    case 'columns':
      return chosen.role ? 0 : layer.role === null || layer.confidence < UNSURE ? 1 : 0;
    case 'positions':
      return (
        layer.proposals.filter((proposal) => !proposal.accepted && proposal.effect !== 'none').length +
        (layer.crsOrigin === 'missing' ? 1 : 0)
      );
    case 'issues':
      return layer.errors;
  }
}

/** Whether all that is left to decide is which rows are estates that the dataset has. */
const onlyEstates = (layer: ImportLayer) =>
  layer.crsOrigin !== 'missing' && layer.proposals.every(({ accepted, effect }) => accepted || effect === 'none' || effect === 'merge' || effect === 'separate');

/** The first step that asks for a decision, and its layer; else the last one. */
export function firstOpen(report: ImportReport): { step: Step; layer: LayerRef | null } {
  const layers = layersOf(report);
  if (report.files.some(isUnread)) return { step: 'files', layer: layers[0] ?? null };
  // a sheet of notes beside the ledger is no riddle to begin with
  const nothingKnown = layers.every(({ layer }) => layer.role === null);
  const puzzling = layers.find((ref) => (nothingKnown || ref.layer.role !== null) && openIn('columns', ref, {}) > 0);
  if (puzzling) return { step: 'columns', layer: puzzling };
  // errors keep everything out, a row that may be a known estate only itself
  const proposing = layers.find((ref) => openIn('positions', ref, {}) > 0 && !(ref.layer.errors > 0 && onlyEstates(ref.layer)));
  if (proposing) return { step: 'positions', layer: proposing };
  return { step: 'issues', layer: layers.find(({ layer }) => layer.errors > 0) ?? layers[0] ?? null };
}
