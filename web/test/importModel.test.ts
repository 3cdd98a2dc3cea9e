import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../src/api';
import { firstOpen, ImportModel, layersOf, openIn } from '../src/import/model';
import { FILE, found, LAYER, ledger, server } from './importFixture';

const SWAP = 'coordinate.swapped-axes';

/** Lets every answer that is on its way arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('an import', () => {
  let fake: ReturnType<typeof server>;
  let model: ImportModel;

  beforeEach(async () => {
    fake = server();
    model = new ImportModel(fake);
    await model.upload([ledger()]);
  });

  it('is uploaded once, however often it is checked', async () => {
    model.accept(FILE, LAYER, [SWAP], true);
    model.chooseColumn(FILE, LAYER, '住户数量', 'households');
    await settle();
    expect(fake.importFiles).toHaveBeenCalledTimes(1);
    expect(model.report?.committable).toBe(true);
    expect(model.settled).toBe(true);
  });

  it('sends what was chosen and nothing else', async () => {
    model.chooseColumn(FILE, LAYER, '住户数量', 'households');
    model.chooseFile(FILE, { encoding: 'GB18030' });
    model.chooseLayer(FILE, LAYER, { crs: 'EPSG:4490' });
    model.chooseColumn(FILE, LAYER, '住户数量', undefined);
    model.chooseFile(FILE, { encoding: undefined });
    await settle();
    expect(model.body()).toEqual({ files: { [FILE]: { layers: { [LAYER]: { crs: 'EPSG:4490' } } } } });
    model.chooseLayer(FILE, LAYER, { crs: undefined });
    await settle();
    expect(model.body()).toEqual({ files: {} });
  });

  it('recognises columns anew for another role', async () => {
    model.chooseColumn(FILE, LAYER, '住户数量', 'households');
    model.accept(FILE, LAYER, [SWAP], true);
    model.chooseRole(FILE, LAYER, 'place');
    await settle();
    expect(model.layer(FILE, LAYER)).toEqual({ role: 'place' });
  });

  it('keeps the last report and names the choice that does not fit', async () => {
    model.chooseLayer(FILE, LAYER, { crs: 'EPSG:4548' });
    await settle();
    expect(model.unfit).toMatchObject({ file: FILE, layer: LAYER, control: 'crs', choice: 'EPSG:4548' });
    expect(model.report).not.toBeNull();
    expect(await model.commit(false)).toBeNull();
    expect(fake.commitImport).not.toHaveBeenCalled();
    model.chooseLayer(FILE, LAYER, { crs: 'EPSG:4490' });
    await settle();
    expect(model.unfit).toBeNull();
  });

  it('checks one at a time, and counts only the answer to the last choices', async () => {
    let answerFirst: (value: unknown) => void = () => {};
    fake.checkImport.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
    model.accept(FILE, LAYER, [SWAP], true);
    model.accept(FILE, LAYER, [SWAP], false);
    await settle();
    expect(fake.checkImport).toHaveBeenCalledTimes(1);
    answerFirst(found({ files: { [FILE]: { layers: { [LAYER]: { accept: [SWAP] } } } } }));
    await settle();
    expect(fake.checkImport).toHaveBeenCalledTimes(2);
    expect(fake.checkImport).toHaveBeenLastCalledWith('I1', { files: {} });
    expect(model.report?.committable).toBe(false);
    expect(model.settled).toBe(true);
  });

  it('commits exactly what was checked', async () => {
    model.accept(FILE, LAYER, [SWAP], true);
    await settle();
    const done = await model.commit(true);
    expect(fake.commitImport).toHaveBeenCalledWith('I1', {
      files: { [FILE]: { layers: { [LAYER]: { accept: [SWAP] } } } },
      onlyPassing: true,
    });
    expect(done?.counts.inserted).toBe(260);
    expect(model.report).toBeNull();
  });

  it('forgets what was accepted and is proposed no longer', async () => {
    model.chooseColumn(FILE, LAYER, '住户数量', 'households');
    model.accept(FILE, LAYER, ['number.approximate'], true);
    await settle();
    expect(model.layer(FILE, LAYER).accept).toEqual(['number.approximate']);
    model.chooseColumn(FILE, LAYER, '住户数量', undefined);
    await settle();
    expect(model.layer(FILE, LAYER).accept).toEqual([]);
  });

  it('says what failed, and goes on after another check', async () => {
    fake.checkImport.mockRejectedValueOnce(new ApiError({ status: 500, zh: '服务内部错误' }, 'POST'));
    model.accept(FILE, LAYER, [SWAP], true);
    await settle();
    expect(model.failure).toBeInstanceOf(ApiError);
    expect(model.settled).toBe(false);
    await model.check();
    expect(model.settled).toBe(true);
  });

  it('is given up on the server too', async () => {
    await model.discard();
    expect(fake.discardImport).toHaveBeenCalledWith('I1');
    expect(model.report).toBeNull();
    expect(model.body()).toEqual({ files: {} });
  });
});

describe('the first step to look at', () => {
  it('is the positions when those wait for a decision, else the check', () => {
    expect(firstOpen(found()).step).toBe('positions');
    expect(firstOpen(found({ files: { [FILE]: { layers: { [LAYER]: { accept: [SWAP] } } } } })).step).toBe('issues');
  });

  it('is the columns when nothing was recognised, and not when a sheet of notes was not', () => {
    const known = found({ files: { [FILE]: { layers: { [LAYER]: { accept: [SWAP] } } } } });
    const notes = { ...known.files[0]!.layers[0]!, name: '填表说明', role: null, proposals: [], errors: 0 };
    const ledgerAndNotes = { ...known, files: [{ ...known.files[0]!, layers: [...known.files[0]!.layers, notes] }] };
    expect(firstOpen(ledgerAndNotes).step).toBe('issues');
    expect(firstOpen({ ...known, files: [{ ...known.files[0]!, layers: [notes] }] }).step).toBe('columns');
  });

  it('is the files when one cannot be read', () => {
    const report = found();
    const unread = { file: '说明.pdf', skipped: false, issues: report.files[0]!.layers[0]!.issues, layers: [] };
    expect(firstOpen({ ...report, files: [...report.files, unread] }).step).toBe('files');
    expect(firstOpen({ ...report, files: [...report.files, { ...unread, skipped: true }] }).step).toBe('positions');
  });

  it('asks no more about what was decided', () => {
    const [ref] = layersOf(found());
    const unsure = { file: ref!.file, layer: { ...ref!.layer, confidence: 0.1 } };
    expect(openIn('columns', unsure, {})).toBe(1);
    expect(openIn('columns', unsure, { role: 'community' })).toBe(0);
  });
});
