import * as api from '../api';
import type { App, Panel } from '../app';
import type { ImportIssue, ImportLayer, ImportReport, Severity } from '../contract';
import { el, icon, ICONS } from '../dom';
import { formatNumber, pick } from '../format';
import type { TextKey } from '../i18n';

/** How many messages of a layer are put on the page at most. */
const SHOWN_ISSUES = 400;

const SEVERITIES: (Severity | 'all')[] = ['all', 'error', 'warning', 'proposal'];

/** Choose files, see what the check found, then import all, what passes, or nothing. */
export class ImportDialog implements Panel {
  readonly node = el('dialog', { class: 'import-dialog', 'data-testid': 'import-dialog' });
  private report: ImportReport | null = null;
  private checking: string | null = null;
  private saving = false;
  private filter: Severity | 'all' = 'all';

  constructor(private readonly app: App) {
    this.node.addEventListener('close', () => this.discard());
    this.node.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.node.classList.add('dropping');
    });
    this.node.addEventListener('dragleave', () => this.node.classList.remove('dropping'));
    this.node.addEventListener('drop', (event) => {
      event.preventDefault();
      this.node.classList.remove('dropping');
      void this.check([...(event.dataTransfer?.files ?? [])]);
    });
  }

  open(): void {
    this.render();
    this.node.showModal();
  }

  render(): void {
    const { t } = this.app;
    this.node.setAttribute('aria-label', t('import.title'));
    this.node.replaceChildren(
      el(
        'div',
        { class: 'panel-head' },
        el('h2', {}, t('import.title')),
        el('button', { type: 'button', class: 'icon-button', 'aria-label': t('close'), onclick: () => this.node.close() }, icon(ICONS.close)),
      ),
      el(
        'div',
        { class: 'dialog-body' },
        this.checking !== null
          ? el('p', { class: 'checking', role: 'status' }, el('span', { class: 'spinner' }), t('import.checking', { file: this.checking }))
          : this.report
            ? this.checked(this.report)
            : this.chooser(),
      ),
      this.report ? this.buttons(this.report) : '',
    );
  }

  private chooser(): HTMLElement {
    const { t } = this.app;
    const input = el('input', {
      type: 'file',
      multiple: true,
      class: 'visually-hidden',
      'data-testid': 'import-file',
      onchange: (event: Event) => void this.check([...((event.target as HTMLInputElement).files ?? [])]),
    });
    return el(
      'label',
      { class: 'drop-zone' },
      input,
      icon(ICONS.upload),
      el('strong', {}, t('import.drop')),
      el('span', { class: 'muted' }, t('import.formats')),
    );
  }

  private async check(files: File[]): Promise<void> {
    if (files.length === 0) return;
    await this.discard();
    this.checking = files.map(({ name }) => name).join(', ');
    this.render();
    try {
      this.report = await api.importFiles(files);
      this.filter = 'all';
    } catch (error) {
      this.node.close();
      this.app.toasts.error(error);
    } finally {
      this.checking = null;
      this.render();
    }
  }

  private checked(report: ImportReport): HTMLElement {
    const { t } = this.app;
    return el(
      'div',
      {},
      el('p', {}, el('strong', {}, t('import.file', { file: report.file })), ' ', el('span', { class: 'muted' }, t('import.nothingYet'))),
      (report.issues?.length ?? 0) > 0
        ? el('section', { class: 'card open' }, this.issues({ issues: report.issues ?? [], issuesTotal: report.issues?.length ?? 0 }, 'import.fileIssues'))
        : null,
      ...report.layers.map((layer) => this.layer(layer)),
    );
  }

  private layer(layer: ImportLayer): HTMLElement {
    const { t } = this.app;
    const lang = this.app.lang();
    const role = lang === 'en' ? (layer.roleEn ?? layer.role) : (layer.roleZh ?? layer.role);
    return el(
      'section',
      { class: 'card open' },
      el(
        'h3',
        {},
        layer.name,
        ' ',
        el('span', { class: layer.role ? 'badge' : 'badge warning' }, role ? t('import.role', { role }) : t('import.role.none')),
        ' ',
        el('span', { class: 'muted' }, t('import.rows', { n: formatNumber(layer.rows, lang) })),
        layer.crs ? el('span', { class: 'muted' }, ` · ${t('import.crs', { crs: layer.crs })}`) : null,
      ),
      (layer.notices?.length ?? 0) > 0
        ? el('details', {}, el('summary', {}, t('import.notices')), el('ul', { class: 'fine' }, ...(layer.notices ?? []).map((notice) => el('li', {}, pick(notice, lang)))))
        : null,
      el(
        'dl',
        { class: 'totals' },
        ...(['inserted', 'updated', 'unchanged', 'rejected'] as const).map((key) =>
          el(
            'div',
            { class: key === 'rejected' && layer.counts.rejected > 0 ? 'bad' : null },
            el('dt', {}, t(`count.${key}`)),
            el('dd', {}, formatNumber(layer.counts[key], lang)),
          ),
        ),
      ),
      el(
        'details',
        {},
        el('summary', {}, t('import.mapping')),
        el(
          'ul',
          { class: 'mapping' },
          ...layer.mapping.map((item) =>
            el(
              'li',
              { class: item.property ? null : 'unknown' },
              item.column,
              ' → ',
              item.property ? el('strong', {}, (lang === 'en' ? (item.en ?? item.property) : item.zh) ?? item.property) : t('import.mapping.ignored'),
            ),
          ),
        ),
      ),
      this.issues(layer, 'import.issues'),
    );
  }

  private issues(layer: Pick<ImportLayer, 'issues' | 'issuesTotal'>, title: TextKey): HTMLElement {
    const { t } = this.app;
    if (layer.issues.length === 0) return el('p', { class: 'muted', 'data-testid': 'import-issues' }, t('import.issues.none'));
    const chosen = layer.issues.filter(({ severity }) => this.filter === 'all' || severity === this.filter);
    const shown = chosen.slice(0, SHOWN_ISSUES);
    const columns: TextKey[] = ['issue.severity', 'issue.row', 'issue.cell', 'issue.value', 'issue.message', 'issue.suggestion'];
    return el(
      'div',
      {},
      el(
        'div',
        { class: 'section-head' },
        el('h4', {}, t(title)),
        el(
          'div',
          { class: 'filters', role: 'group', 'aria-label': t('issue.severity') },
          ...SEVERITIES.map((severity) =>
            el(
              'button',
              {
                type: 'button',
                class: 'button small',
                'aria-pressed': String(severity === this.filter),
                'data-testid': `issues-${severity}`,
                onclick: () => {
                  this.filter = severity;
                  this.render();
                },
              },
              `${t(`severity.${severity}`)} ${severity === 'all' ? layer.issuesTotal : layer.issues.filter((issue) => issue.severity === severity).length}`,
            ),
          ),
        ),
      ),
      el(
        'div',
        { class: 'table-scroll issues', tabindex: 0, role: 'region', 'aria-label': t(title) },
        el(
          'table',
          { 'data-testid': 'import-issues' },
          el('thead', {}, el('tr', {}, ...columns.map((key) => el('th', { scope: 'col' }, t(key))))),
          el('tbody', {}, ...shown.map((issue) => this.issueRow(issue))),
        ),
      ),
      layer.issuesTotal > shown.length && this.filter === 'all'
        ? el('p', { class: 'muted' }, t('import.issues.more', { n: layer.issuesTotal, shown: shown.length }))
        : null,
    );
  }

  private issueRow(issue: ImportIssue): HTMLElement {
    const { t } = this.app;
    return el(
      'tr',
      { 'data-severity': issue.severity, 'data-code': issue.code },
      el('td', {}, el('span', { class: `severity severity-${issue.severity}` }, t(`severity.${issue.severity}`))),
      el('td', {}, issue.row ?? ''),
      el('td', {}, issue.cell ?? issue.column ?? ''),
      el('td', {}, issue.value ?? ''),
      el('td', {}, pick(issue, this.app.lang())),
      el('td', {}, issue.suggestion ?? ''),
    );
  }

  private buttons(report: ImportReport): HTMLElement {
    const { t } = this.app;
    const sum = (key: keyof ImportLayer['counts']) => report.layers.reduce((total, layer) => total + layer.counts[key], 0);
    const rejected = sum('rejected');
    const passing = sum('inserted') + sum('updated') + sum('unchanged');
    const complete = report.committable && rejected === 0;
    return el(
      'div',
      { class: 'dialog-foot' },
      rejected > 0 ? el('span', { class: 'muted' }, t('import.blocked', { n: rejected })) : null,
      el('button', { type: 'button', class: 'button', onclick: () => this.node.close() }, t('import.cancel')),
      rejected > 0
        ? el(
            'button',
            { type: 'button', class: 'button', disabled: passing === 0 || this.saving, 'data-testid': 'import-commit-passing', onclick: () => void this.commit(report, true) },
            t('import.passing', { n: passing }),
          )
        : null,
      el(
        'button',
        { type: 'button', class: 'button primary', disabled: !complete || this.saving, 'data-testid': 'import-commit', onclick: () => void this.commit(report, false) },
        t('import.all'),
      ),
    );
  }

  private async commit(report: ImportReport, onlyPassing: boolean): Promise<void> {
    const { t, toasts } = this.app;
    this.saving = true;
    this.render();
    try {
      const counts = await api.commitImport(report.id, onlyPassing);
      this.report = null;
      this.node.close();
      toasts.show(
        'success',
        t('import.done', { inserted: counts.inserted, updated: counts.updated, unchanged: counts.unchanged }),
        counts.inserted + counts.updated > 0 ? t('import.rerun') : null,
      );
      await this.app.reload();
    } catch (error) {
      this.node.close();
      toasts.error(error);
    } finally {
      this.saving = false;
      this.render();
    }
  }

  /** Tells the server to forget a check that was not imported. */
  private async discard(): Promise<void> {
    const report = this.report;
    this.report = null;
    if (!report || this.saving) return;
    await api.discardImport(report.id).catch((error: unknown) => this.app.toasts.error(error));
  }
}
