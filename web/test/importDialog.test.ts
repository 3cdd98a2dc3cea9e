import { describe, expect, it, vi } from 'vitest';
import { ImportModel } from '../src/import/model';
import { ImportDialog } from '../src/panels/importDialog';
import { app, FILE, LAYER, ledger, server } from './importFixture';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

let fake = server();

async function opened(lang: 'zh-CN' | 'en' = 'zh-CN'): Promise<ImportDialog> {
  fake = server();
  const dialog = new ImportDialog(app(lang), new ImportModel(fake));
  document.body.replaceChildren(dialog.node, dialog.bar);
  dialog.open();
  await dialog.model.upload([ledger()]);
  return dialog;
}

const byId = <T extends HTMLElement>(dialog: ImportDialog, id: string) => dialog.node.querySelector<T>(`[data-testid="${id}"]`)!;
const column = (dialog: ImportDialog, name: string) => dialog.node.querySelector<HTMLSelectElement>(`[data-column="${name}"]`)!;

async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settle();
}

describe('the import dialog', () => {
  it('begins where something is proposed, and accepts it by a tick', async () => {
    const dialog = await opened();
    const proposal = byId(dialog, 'import-proposal');
    expect(proposal.textContent).toContain('经度、纬度两列互换');
    expect(proposal.textContent).toContain('26.2620, 117.6250');
    const tick = byId<HTMLInputElement>(dialog, 'import-accept');
    tick.checked = true;
    tick.dispatchEvent(new Event('change'));
    await settle();
    expect(byId(dialog, 'import-proposal').classList).toContain('accepted');
    expect(fake.checkImport).toHaveBeenLastCalledWith('I1', { files: { [FILE]: { layers: { [LAYER]: { accept: ['coordinate.swapped-axes'] } } } } });
  });

  it('shows texts of files as text', async () => {
    const dialog = await opened();
    byId(dialog, 'import-step-columns').click();
    expect(dialog.node.querySelector('.samples b')).toBeNull();
    expect(byId(dialog, 'import-columns').textContent).toContain('<b>府西</b>新村');
    await choose(column(dialog, '住户数量'), 'households');
    byId(dialog, 'import-step-issues').click();
    expect(dialog.node.querySelector('img')).toBeNull();
    expect(byId(dialog, 'import-issues').textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('keeps a list open while an earlier choice is checked', async () => {
    const dialog = await opened();
    byId(dialog, 'import-step-columns').click();
    const open = column(dialog, 'lon');
    await choose(column(dialog, '住户数量'), 'households');
    expect(column(dialog, 'lon')).toBe(open);
    expect(column(dialog, '住户数量').closest('tr')!.classList).toContain('chosen');
  });

  it('says beside the control which choice does not fit, and does not import then', async () => {
    const dialog = await opened();
    byId(dialog, 'import-step-columns').click();
    await choose(column(dialog, '住户数量'), 'households');
    await choose(column(dialog, '联系人'), 'households');
    const row = column(dialog, '联系人').closest('tr')!;
    expect(row.querySelector('[role=alert]')!.textContent).toContain('住户数量');
    expect(column(dialog, '联系人').hasAttribute('aria-invalid')).toBe(true);
    byId(dialog, 'import-step-issues').click();
    expect(byId<HTMLButtonElement>(dialog, 'import-commit').disabled).toBe(true);
    expect(byId(dialog, 'import-status').textContent).toContain('住户数量');
  });

  it('lists so many messages, says how many more, and leads to their column', async () => {
    const dialog = await opened();
    dialog.model.chooseColumn(FILE, LAYER, '住户数量', 'households');
    dialog.model.accept(FILE, LAYER, ['coordinate.swapped-axes'], true);
    await settle();
    byId(dialog, 'import-step-issues').click();
    // one for the swapped axes, 87 for the numbers
    expect(dialog.node.querySelectorAll('.issues tbody tr')).toHaveLength(88);
    const map = dialog.node.querySelector<HTMLButtonElement>('[data-key^="to-map"]')!;
    map.click();
    expect(dialog.node.open).toBe(false);
    expect(dialog.app.map.goTo).toHaveBeenCalledWith({ lon: 117.625, lat: 26.262 });
    expect(dialog.bar.hidden).toBe(false);
    dialog.bar.querySelector<HTMLButtonElement>('[data-testid=import-resume]')!.click();
    expect(dialog.node.open).toBe(true);
    dialog.node.querySelector<HTMLButtonElement>('[data-key^="to-column"]')!.click();
    expect(document.activeElement).toBe(column(dialog, '住户数量'));
  });

  it('puts no more than a page of messages on the page', async () => {
    const dialog = await opened();
    const { report } = dialog.model;
    const layer = report!.files[0]!.layers[0]!;
    const one = layer.issues[0]!;
    layer.issues = Array.from({ length: 260 }, (_, row) => ({ ...one, row }));
    layer.issuesTotal = 4000;
    byId(dialog, 'import-step-issues').click();
    expect(dialog.node.querySelectorAll('.issues tbody tr')).toHaveLength(100);
    const more = dialog.node.querySelector<HTMLButtonElement>('[data-key=more]')!;
    expect(more.textContent).toContain('160');
    expect(byId(dialog, 'import-issues').textContent).toContain('4,000');
    more.click();
    expect(dialog.node.querySelectorAll('.issues tbody tr')).toHaveLength(200);
  });

  it('imports with what was chosen and says what was done', async () => {
    const dialog = await opened('en');
    dialog.model.accept(FILE, LAYER, ['coordinate.swapped-axes'], true);
    await settle();
    byId(dialog, 'import-step-issues').click();
    byId(dialog, 'import-commit').click();
    await settle();
    expect(fake.commitImport).toHaveBeenCalledTimes(1);
    expect(dialog.node.open).toBe(false);
    expect(dialog.bar.hidden).toBe(true);
    expect(vi.mocked(dialog.app.toasts.show).mock.calls[0]![1]).toContain('260 new');
    expect(dialog.app.reload).toHaveBeenCalled();
  });

  it('is only put aside when it is closed, and given up by its button', async () => {
    const dialog = await opened();
    dialog.node.close();
    await settle();
    expect(dialog.bar.hidden).toBe(false);
    expect(fake.discardImport).not.toHaveBeenCalled();
    dialog.open();
    byId(dialog, 'import-cancel').click();
    await settle();
    expect(fake.discardImport).toHaveBeenCalledWith('I1');
    expect(dialog.bar.hidden).toBe(true);
  });

  it('names every control for screen readers', async () => {
    const dialog = await opened();
    for (const step of ['files', 'columns', 'positions', 'issues']) {
      byId(dialog, `import-step-${step}`).click();
      for (const control of dialog.node.querySelectorAll<HTMLElement>('select, input')) {
        const named = control.getAttribute('aria-label') ?? dialog.node.querySelector(`label[for="${control.id}"]`)?.textContent ?? control.closest('label')?.textContent;
        expect(named, control.outerHTML).toBeTruthy();
      }
    }
  });
});
