import type { Translate } from '../i18n';
import { el } from '../dom';

const SPINNER_AFTER_MILLIS = 300;
const BAR_AFTER_MILLIS = 2000;

/** How far some work is, as far as it knows. */
export type Report = (done: number, total: number) => void;

interface Running {
  title: string;
  abort: AbortController;
  done: number;
  total: number;
  slow: boolean;
}

/**
 * Shows that something is under way: a moving line after 0.3 s, a bar with progress and a way to
 * cancel after 2 s. Quick work shows nothing.
 */
export class Busy {
  /** The line; stands over the desk. */
  readonly line = el('div', { class: 'busy-line', hidden: true, 'data-testid': 'busy' });
  /** The bar; stands between the bar above and the desk. */
  readonly bar = el('div', { class: 'busy-bar', role: 'status', hidden: true, 'data-testid': 'busy-bar' });
  private readonly running = new Set<Running>();

  constructor(private readonly t: Translate) {}

  /**
   * Runs work and shows it while it lasts.
   *
   * @param work hands its signal to what it asks the server; aborting it is cancelling
   */
  async run<T>(title: string, work: (signal: AbortSignal, report: Report) => Promise<T>): Promise<T> {
    const item: Running = { title, abort: new AbortController(), done: 0, total: 0, slow: false };
    const start = setTimeout(() => this.add(item), SPINNER_AFTER_MILLIS);
    const slow = setTimeout(() => {
      item.slow = true;
      this.render();
    }, BAR_AFTER_MILLIS);
    try {
      return await work(item.abort.signal, (done, total) => {
        Object.assign(item, { done, total });
        if (item.slow) this.render();
      });
    } finally {
      clearTimeout(start);
      clearTimeout(slow);
      this.running.delete(item);
      this.render();
    }
  }

  private add(item: Running): void {
    this.running.add(item);
    this.render();
  }

  private render(): void {
    this.line.hidden = this.running.size === 0;
    const slow = [...this.running].find((item) => item.slow);
    this.bar.hidden = slow === undefined;
    if (!slow) {
      this.bar.replaceChildren();
      return;
    }
    const known = slow.total > 0 ? { max: slow.total, value: slow.done } : {};
    this.bar.replaceChildren(
      el('strong', {}, slow.title),
      el('progress', { ...known, 'aria-label': slow.title }),
      slow.total > 0 ? el('span', { class: 'number' }, `${slow.done} / ${slow.total}`) : '',
      el('button', { type: 'button', class: 'button small', 'data-testid': 'busy-cancel', onclick: () => slow.abort.abort() }, this.t('job.cancel')),
    );
  }
}
