import { ApiError, isAbort } from '../api';
import type { Place } from '../contract';
import { icon } from '../design/icons';
import { el } from '../dom';
import { translate } from '../i18n';
import type { Lang } from '../state';

type Kind = 'info' | 'success' | 'error';

interface Action {
  label: string;
  run: () => void;
}

const SHOWN_MILLIS: Record<Kind, number> = { info: 6000, success: 6000, error: 30000 };

/** Short messages over the map, read out by screen readers. */
export class Toasts {
  readonly node = el('div', { class: 'toasts' });

  /** Moves the map to what a message is about. */
  showPlace: (place: Place) => void = () => {};

  constructor(private readonly lang: () => Lang) {}

  show(kind: Kind, title: string, detail?: string | null, action?: Action, place?: Place | null): void {
    const close = () => toast.remove();
    const actions = place ? [{ label: translate(this.lang(), 'error.place'), run: () => this.showPlace(place) }] : [];
    if (action) actions.push(action);
    const toast = el(
      'div',
      { class: `toast toast-${kind}`, role: kind === 'error' ? 'alert' : 'status', 'data-testid': 'toast' },
      el(
        'div',
        { class: 'toast-text' },
        el('strong', {}, title),
        detail ? el('span', {}, detail) : null,
        actions.length > 0
          ? el('div', { class: 'row' }, ...actions.map(({ label, run }) => el('button', { type: 'button', class: 'link', onclick: () => (close(), run()) }, label)))
          : null,
      ),
      el(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': translate(this.lang(), 'close'), onclick: close },
        icon('close'),
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
    this.show('error', what, notes.filter(Boolean).join(' · '), action, problem.place);
  }
}
