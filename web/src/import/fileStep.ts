import { icon } from '../design/icons';
import { el } from '../dom';
import { pick } from '../format';
import type { ImportFile } from './contract';
import { issueList } from './issueTable';
import { field, options, problemAt, SimpleStep } from './view';

/** The files of an upload: which are imported, and in which encoding their texts are read. */
export class FileStep extends SimpleStep {
  protected content(): (Node | null)[] {
    const { app, model } = this.view;
    const again = el('input', {
      type: 'file',
      multiple: true,
      class: 'visually-hidden',
      'data-key': 'again',
      onchange: (event: Event) => void model.upload([...((event.target as HTMLInputElement).files ?? [])]),
    });
    return [
      ...(model.report?.files ?? []).map((file) => this.file(file)),
      el('label', { class: 'button file-again' }, again, icon('upload'), app.t('import.another')),
    ];
  }

  private file(file: ImportFile): HTMLElement {
    const { app, model } = this.view;
    const lang = app.lang();
    const chosen = model.file(file.file);
    const skip = el('input', {
      type: 'checkbox',
      'data-key': `skip:${file.file}`,
      checked: chosen.skip === true,
      onchange: (event: Event) => model.chooseFile(file.file, { skip: (event.target as HTMLInputElement).checked || undefined }),
    });
    const layers = file.layers.map((layer) => `${layer.name} (${layer.format})`).join(lang === 'en' ? ', ' : '、');
    return el(
      'section',
      { class: 'card open import-file', 'data-testid': 'import-file-card' },
      el('h3', {}, file.file),
      layers ? el('p', { class: 'muted' }, layers) : null,
      el('label', { class: 'tick' }, skip, app.t('import.skipFile')),
      file.encoding || chosen.encoding ? this.encoding(file) : null,
      problemAt(this.view, 'layer', file.file) ? el('p', { class: 'unfit', role: 'alert' }, problemAt(this.view, 'layer', file.file)) : null,
      file.issues.length > 0 && !chosen.skip ? issueList(file.issues, app) : null,
      ...file.layers.flatMap((layer) => layer.notices).map((notice) => el('p', { class: 'fine' }, pick(notice, lang))),
    );
  }

  private encoding(file: ImportFile): HTMLElement {
    const { app, model } = this.view;
    const chosen = model.file(file.file).encoding ?? '';
    const auto = file.encoding && !chosen ? app.t('import.auto.of', { value: file.encoding }) : app.t('import.auto');
    const known = model.vocabulary?.encodings ?? [];
    const select = el(
      'select',
      {
        'data-key': `encoding:${file.file}`,
        'data-testid': 'import-encoding',
        onchange: (event: Event) => model.chooseFile(file.file, { encoding: (event.target as HTMLSelectElement).value || undefined }),
      },
      el('option', { value: '' }, auto),
      ...options(known, chosen, app.lang),
    );
    return field(app.t('import.encoding'), select, problemAt(this.view, 'encoding', file.file));
  }
}
