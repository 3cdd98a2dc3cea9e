import type { App } from '../app';
import { el } from '../dom';
import { pick } from '../format';
import type { ImportIssue } from './contract';

/** The place of an issue for people: its cell, else its row, else its column. */
export function placeOf(issue: ImportIssue, app: App): string {
  if (issue.cell) return issue.cell;
  if (issue.row !== null) return app.t('issue.row.n', { n: issue.row });
  return issue.column;
}

export function severityBadge(issue: ImportIssue, app: App): HTMLElement {
  return el('span', { class: `severity severity-${issue.severity}` }, app.t(`severity.${issue.severity}`));
}

/** A few issues of a file as a whole. */
export function issueList(issues: ImportIssue[], app: App): HTMLElement {
  return el(
    'ul',
    { class: 'file-issues' },
    ...issues.map((issue) =>
      el('li', {}, severityBadge(issue, app), ' ', pick(issue, app.lang()), issue.suggestion ? el('span', { class: 'muted' }, ` ${issue.suggestion}`) : null),
    ),
  );
}
