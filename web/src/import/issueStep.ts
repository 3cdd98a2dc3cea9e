import * as api from '../api';
import { icon } from '../design/icons';
import { el } from '../dom';
import { formatNumber, pick } from '../format';
import type { ImportIssue, ImportRows, Severity } from './contract';
import { placeOf, severityBadge } from './issueTable';
import type { LayerRef } from './model';
import { SimpleStep } from './view';

/** So many messages are put on the page at a time. */
const PAGE = 100;

const SEVERITIES: (Severity | 'all')[] = ['all', 'error', 'warning', 'proposal', 'accepted'];

/** What would be written, and every message with the way to its column, row and place. */
export class IssueStep extends SimpleStep {
  private filter: Severity | 'all' = 'all';
  private shown = PAGE;
  /** The message whose row is shown, and the row as it stands in the file. */
  private opened: { issue: string; rows: ImportRows | null } | null = null;

  protected content(ref: LayerRef | null): (Node | null)[] {
    return ref ? [this.counts(ref), this.issues(ref)] : [];
  }

  private counts({ layer }: LayerRef): HTMLElement {
    const { app } = this.view;
    return el(
      'dl',
      { class: 'totals', 'data-testid': 'import-counts' },
      ...(['inserted', 'updated', 'unchanged', 'rejected'] as const).map((key) =>
        el('div', { class: key === 'rejected' && layer.counts.rejected > 0 ? 'bad' : null }, el('dt', {}, app.t(`count.${key}`)), el('dd', {}, formatNumber(layer.counts[key], app.lang()))),
      ),
    );
  }

  private issues(ref: LayerRef): HTMLElement {
    const { app } = this.view;
    const { layer } = ref;
    const matching = layer.issues.filter(({ severity }) => this.filter === 'all' || severity === this.filter);
    const shown = matching.slice(0, this.shown);
    const columns = ['issue.severity', 'issue.place', 'issue.value', 'issue.message', 'issue.actions'] as const;
    return el(
      'section',
      { 'data-testid': 'import-issues' },
      el('div', { class: 'section-head' }, el('h3', {}, app.t('import.issues')), this.filters(ref), this.download()),
      layer.issues.length === 0 ? el('p', { class: 'muted' }, app.t('import.issues.none')) : null,
      shown.length > 0
        ? el(
            'table',
            { class: 'issues' },
            el('caption', { class: 'visually-hidden' }, app.t('import.issues')),
            el('thead', {}, el('tr', {}, ...columns.map((key) => el('th', { scope: 'col' }, app.t(key))))),
            el('tbody', {}, ...shown.flatMap((issue) => this.row(ref, issue))),
          )
        : null,
      matching.length > shown.length
        ? el('button', { type: 'button', class: 'button wide', 'data-key': 'more', onclick: () => this.again(ref, () => (this.shown += PAGE)) }, app.t('import.issues.more', { n: formatNumber(matching.length - shown.length, app.lang()) }))
        : null,
      layer.issuesTotal > layer.issues.length
        ? el('p', { class: 'muted' }, app.t('import.issues.beyond', { n: formatNumber(layer.issuesTotal, app.lang()), shown: formatNumber(layer.issues.length, app.lang()) }))
        : null,
    );
  }

  private filters(ref: LayerRef): HTMLElement {
    const { app } = this.view;
    const { issues, issuesTotal } = ref.layer;
    const count = (severity: Severity | 'all') => (severity === 'all' ? issuesTotal : issues.filter((issue) => issue.severity === severity).length);
    return el(
      'div',
      { class: 'filters', role: 'group', 'aria-label': app.t('issue.severity') },
      ...SEVERITIES.filter((severity) => severity === 'all' || count(severity) > 0).map((severity) =>
        el(
          'button',
          {
            type: 'button',
            class: 'button small',
            'aria-pressed': String(severity === this.filter),
            'data-key': `filter:${severity}`,
            'data-testid': `issues-${severity}`,
            onclick: () =>
              this.again(ref, () => {
                this.filter = severity;
                this.shown = PAGE;
              }),
          },
          `${app.t(`severity.${severity}`)} ${formatNumber(count(severity), app.lang())}`,
        ),
      ),
    );
  }

  private download(): HTMLElement {
    const { app } = this.view;
    return el(
      'button',
      { type: 'button', class: 'button small', 'data-key': 'csv', 'data-testid': 'import-csv', onclick: () => void this.save() },
      icon('download'),
      app.t('import.csv'),
    );
  }

  private async save(): Promise<void> {
    const { app, model } = this.view;
    if (!model.report) return;
    try {
      const url = URL.createObjectURL(await api.importIssues(model.report.id, model.body()));
      el('a', { href: url, download: `${app.t('import.csv.name')}.csv` }).click();
      URL.revokeObjectURL(url);
    } catch (error) {
      model.failure = error;
      model.onChange();
    }
  }

  private row(ref: LayerRef, issue: ImportIssue): HTMLElement[] {
    const { app } = this.view;
    const key = `${issue.code}:${issue.row}:${issue.column}:${issue.cell}`;
    const open = this.opened?.issue === key ? this.opened : null;
    const { row, column, lonLat } = issue;
    const known = column !== '' && ref.layer.mapping.some((item) => item.column === column);
    const cells = el(
      'tr',
      { 'data-severity': issue.severity, 'data-code': issue.code },
      el('td', {}, severityBadge(issue, app)),
      el('td', {}, placeOf(issue, app)),
      el('td', { class: 'value' }, issue.value),
      el('td', {}, pick(issue, app.lang()), issue.suggestion ? el('p', { class: 'fine' }, app.t('issue.suggestion.of', { text: issue.suggestion })) : null),
      el(
        'td',
        { class: 'issue-actions' },
        el(
          'div',
          {},
          known
          ? el('button', { type: 'button', class: 'link', 'data-key': `to-column:${key}`, onclick: () => this.view.goToColumn(ref, column) }, app.t('issue.toColumn', { column }))
          : null,
        row !== null
          ? el('button', { type: 'button', class: 'link', 'data-key': `to-row:${key}`, 'aria-expanded': String(open !== null), onclick: () => void this.toggleRow(ref, key, row) }, app.t(open ? 'issue.hideRow' : 'issue.toRow'))
          : null,
        lonLat ? el('button', { type: 'button', class: 'link', 'data-key': `to-map:${key}`, onclick: () => this.view.showOnMap(lonLat) }, app.t('import.showOnMap')) : null,
        ),
      ),
    );
    return open?.rows ? [cells, this.detail(open.rows, column)] : [cells];
  }

  /** The whole row as it stands in the file. */
  private detail({ columns, rows }: ImportRows, marked: string): HTMLElement {
    const cells = rows[0]?.cells ?? [];
    return el(
      'tr',
      { class: 'row-detail' },
      el(
        'td',
        { colspan: 5 },
        el(
          'dl',
          {},
          ...columns.map(({ name, letter }, index) =>
            el('div', { class: name === marked ? 'marked' : null }, el('dt', {}, letter ? `${letter} ${name}` : name), el('dd', {}, cells[index] ?? '')),
          ),
        ),
      ),
    );
  }

  private async toggleRow(ref: LayerRef, issue: string, row: number): Promise<void> {
    const { model } = this.view;
    if (this.opened?.issue === issue || !model.report) {
      this.again(ref, () => (this.opened = null));
      return;
    }
    try {
      const { encoding } = model.file(ref.file.file);
      const rows = await api.importRows(model.report.id, ref.file.file, ref.layer.name, row, encoding);
      this.again(ref, () => (this.opened = { issue, rows }));
    } catch (error) {
      model.failure = error;
      model.onChange();
    }
  }

  private again(ref: LayerRef, change: () => void): void {
    change();
    this.update(ref);
  }
}
