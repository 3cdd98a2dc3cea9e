import { ApiError, isAbort } from '../api';
import { el, icon, ICONS } from '../dom';
import { translate } from '../i18n';
import type { Lang } from '../state';

type Kind = 'info' | 'success' | 'error';

const SHOWN_MILLIS: Record<Kind, number> = { info: 6000, success: 6000, error: 30000 };

/** Short messages over the map, read out by screen readers. */
export class Toasts {
  readonly node = el('div', { class: 'toasts' });

  constructor(private readonly lang: () => Lang) {}

  show(kind: Kind, title: string, detail?: string | null, action?: { label: string; run: () => void }): void {
    const close = () => toast.remove();
    const toast = el(
      'div',
      { class: `toast toast-${kind}`, role: kind === 'error' ? 'alert' : 'status', 'data-testid': 'toast' },
      el(
        'div',
        { class: 'toast-text' },
        el('strong', {}, title),
        detail ? el('span', {}, detail) : null,
        action
          ? el('button', { type: 'button', class: 'link', onclick: () => (close(), action.run()) }, action.label)
          : null,
      ),
      el(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': translate(this.lang(), 'close'), onclick: close },
        icon(ICONS.close),
      ),
    );
    this.node.appendChild(toast);
    while (this.node.childElementCount > 4) this.node.firstElementChild?.remove();
    setTimeout(close, SHOWN_MILLIS[kind]);
  }

  /** Says what went wrong, where, and how to find it in the server's log. */
  error(error: unknown, retry?: () => void): void {
    if (isAbort(error)) return;
    const lang = this.lang();
    const action = retry ? { label: translate(lang, 'retry'), run: retry } : undefined;
    if (!(error instanceof ApiError)) {
      this.show('error', translate(lang, 'error'), error instanceof Error ? error.message : String(error), action);
      return;
    }
    const { problem } = error;
    const what = (lang === 'en' ? problem.en : problem.zh) || problem.detail || problem.title || translate(lang, 'error');
    const notes = [
      what === problem.detail ? null : problem.zh || problem.en ? null : problem.detail,
      problem.status >= 500 || problem.status === 0 ? translate(lang, 'error.where', { where: error.request }) : null,
      problem.requestId ? translate(lang, 'error.request', { id: problem.requestId }) : null,
    ];
    this.show('error', what, notes.filter(Boolean).join(' · '), action);
  }
}
