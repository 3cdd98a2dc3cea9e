import { icon } from '../design/icons';
import { append, el } from '../dom';
import { formatNumber, pick } from '../format';
import type { ImportColumn } from './contract';
import type { LayerRef } from './model';
import { field, type ImportView, options, problemAt, type StepView } from './view';

/** One column's row; it lives as long as the role, so that an open list stays open. */
interface Row {
  readonly node: HTMLElement;
  readonly select: HTMLSelectElement;
  readonly note: HTMLElement;
  readonly reset: HTMLElement;
}

/** What a layer holds, and what each of its columns brings. */
export class ColumnStep implements StepView {
  readonly node = el('div', { class: 'import-step' });
  private readonly head = el('div', { class: 'import-role' });
  private readonly body = el('tbody');
  private readonly rows = new Map<string, Row>();
  private built = '';

  constructor(private readonly view: ImportView) {
    const { t } = view.app;
    const titles = ['import.column', 'import.samples', 'import.use'] as const;
    const table = el(
      'table',
      { class: 'columns', 'data-testid': 'import-columns' },
      el('caption', { class: 'visually-hidden' }, t('import.columns')),
      el('thead', {}, el('tr', {}, ...titles.map((key) => el('th', { scope: 'col' }, t(key))))),
      this.body,
    );
    append(this.node, [this.head, table]);
  }

  update(ref: LayerRef | null): void {
    if (!ref) return;
    const { layer } = ref;
    const shape = [layer.role, ...layer.mapping.map(({ column }) => column)].join('\n');
    this.updateRole(ref);
    if (shape !== this.built) this.build(ref);
    this.built = shape;
    for (const column of layer.mapping) this.updateRow(ref, column);
  }

  /** Puts the keyboard on a column. */
  focus(column: string): void {
    const row = this.rows.get(column);
    row?.node.scrollIntoView({ block: 'center' });
    row?.select.focus();
  }

  private updateRole(ref: LayerRef): void {
    const { app, model } = this.view;
    const { file, layer } = ref;
    const lang = app.lang();
    const chosen = model.layer(file.file, layer.name).role ?? '';
    const named = new Map((model.vocabulary?.roles ?? []).map((role) => [role.code, role]));
    const recognised = layer.role && !chosen ? named.get(layer.role) : undefined;
    const auto = recognised ? app.t('import.auto.of', { value: pick(recognised, lang) }) : app.t('import.auto');
    const items = [...layer.roles, 'skip'].flatMap((code) => named.get(code) ?? []);
    const focused = document.activeElement?.getAttribute('data-key') === 'role';
    const select = el(
      'select',
      {
        'data-key': 'role',
        'data-testid': 'import-role',
        onchange: (event: Event) => model.chooseRole(file.file, layer.name, (event.target as HTMLSelectElement).value || undefined),
      },
      el('option', { value: '' }, auto),
      ...options(items, chosen, app.lang),
    );
    const reasons = layer.reasons.map((reason) => pick(reason, lang)).join(lang === 'en' ? '; ' : '；');
    const guess = !chosen && (layer.role === null || layer.confidence < 0.3);
    const hint = layer.role === null && !chosen ? app.t('import.role.none') : reasons ? app.t('import.role.why', { reasons }) : null;
    this.head.replaceChildren(
      field(app.t('import.role'), select, problemAt(this.view, 'role', file.file, layer.name), hint),
      el('span', { class: 'muted' }, app.t('import.rows', { n: formatNumber(layer.rows, lang) })),
      guess && layer.role !== null ? el('span', { class: 'badge warning' }, app.t('import.role.unsure')) : '',
    );
    if (focused) select.focus();
  }

  private build(ref: LayerRef): void {
    this.rows.clear();
    this.body.replaceChildren();
    for (const column of ref.layer.mapping) {
      const row = this.newRow(ref, column);
      this.rows.set(column.column, row);
      this.body.appendChild(row.node);
    }
  }

  private newRow(ref: LayerRef, column: ImportColumn): Row {
    const { app, model } = this.view;
    const { t } = app;
    const { file, layer } = ref;
    const role = model.vocabulary?.roles.find(({ code }) => code === layer.role);
    const imported = role?.properties !== undefined;
    const choose = (choice: string | undefined) => model.chooseColumn(file.file, layer.name, column.column, choice);
    const select = el(
      'select',
      {
        'data-key': `column:${column.column}`,
        'data-testid': 'import-column',
        'data-column': column.column,
        'aria-label': t('import.use.of', { column: column.column }),
        disabled: !imported,
        onchange: (event: Event) => choose((event.target as HTMLSelectElement).value),
      },
      el('optgroup', { label: t('import.use.properties') }, ...options(role?.properties ?? [], '', app.lang)),
      el('optgroup', { label: t('import.use.others') }, ...options(model.vocabulary?.uses ?? [], '', app.lang)),
    );
    const note = el('p', { class: 'note' });
    const reset = el(
      'button',
      { type: 'button', class: 'icon-button small', 'aria-label': t('import.column.reset', { column: column.column }), title: t('import.column.reset', { column: column.column }), onclick: () => choose(undefined) },
      icon('undo'),
    );
    const node = el(
      'tr',
      {},
      el('th', { scope: 'row' }, column.letter ? el('span', { class: 'letter' }, column.letter) : null, column.column, column.unit ? el('span', { class: 'muted' }, ` (${column.unit})`) : null),
      el('td', { class: 'samples' }, ...column.samples.map((sample) => el('span', {}, sample))),
      el('td', { class: 'use' }, el('div', { class: 'use-control' }, select, reset), note),
    );
    return { node, select, note, reset };
  }

  private updateRow({ file, layer }: LayerRef, column: ImportColumn): void {
    const { app, model } = this.view;
    const row = this.rows.get(column.column)!;
    const chosen = model.layer(file.file, layer.name).columns?.[column.column];
    const problem = problemAt(this.view, 'column', file.file, layer.name, column.column);
    const value = chosen ?? column.choice;
    if (row.select.value !== value) row.select.value = value;
    row.node.classList.toggle('chosen', chosen !== undefined);
    row.node.classList.toggle('unused', value === '' || value === '@original');
    row.reset.toggleAttribute('hidden', chosen === undefined);
    row.select.toggleAttribute('aria-invalid', problem !== null);
    const text = problem ?? (column.use === 'dropped' ? app.t('import.column.personal') : '');
    if (row.note.textContent !== text) row.note.textContent = text;
    row.note.className = problem ? 'note unfit' : 'note fine';
    if (problem) row.note.setAttribute('role', 'alert');
    else row.note.removeAttribute('role');
  }
}
