import * as api from '../api';
import type { App, Panel } from '../app';
import type { Job } from '../contract';
import { el } from '../dom';
import { formatNumber, pick } from '../format';

/** Starts the analysis, shows how far it is, lets it be cancelled. */
export class JobBar implements Panel {
  readonly node = el('div', { class: 'job-bar', role: 'status', 'data-testid': 'job-bar', hidden: true });
  private job: Job | null = null;

  constructor(private readonly app: App) {}

  async analyse(): Promise<void> {
    if (this.job) return;
    const { t, toasts } = this.app;
    try {
      const { id } = await api.startJob('analyse');
      this.update({ id, kind: 'analyse', state: 'running', stage: null, done: 0, total: 0, zh: '', en: '' });
      const end = await api.followJob(id, (job) => this.update(job));
      if (end.state === 'done') {
        toasts.show('success', t('job.done'), pick(end, this.app.lang()) || null);
        await this.app.reload();
      } else if (end.state === 'cancelled') {
        toasts.show('info', t('job.cancelled'));
      } else {
        toasts.show('error', t('job.failed', { why: pick(end, this.app.lang()) || end.state }));
      }
    } catch (error) {
      toasts.error(error, () => void this.analyse());
    } finally {
      this.update(null);
    }
  }

  private update(job: Job | null): void {
    this.job = job;
    this.render();
  }

  render(): void {
    const { job } = this;
    const { t } = this.app;
    const lang = this.app.lang();
    this.node.hidden = job === null;
    if (!job) {
      this.node.replaceChildren();
      return;
    }
    const counted = job.total > 0 ? `${formatNumber(job.done, lang)} / ${formatNumber(job.total, lang)}` : '';
    this.node.replaceChildren(
      el('strong', {}, t('job.analyse')),
      el('span', { class: 'muted' }, [pick(job, lang), job.stage].filter(Boolean).join(' · ')),
      job.total > 0 ? el('progress', { max: job.total, value: job.done, 'aria-label': t('job.analyse') }) : el('progress', { 'aria-label': t('job.analyse') }),
      el('span', {}, counted),
      el(
        'button',
        { type: 'button', class: 'button small', 'data-testid': 'job-cancel', onclick: () => void this.cancel(job.id) },
        t('job.cancel'),
      ),
    );
  }

  private async cancel(id: string): Promise<void> {
    await api.cancelJob(id).catch((error: unknown) => this.app.toasts.error(error));
  }
}
