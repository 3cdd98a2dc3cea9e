import * as api from '../api';
import type { App } from '../app';
import { icon } from '../design/icons';
import { debounce, el, refill } from '../dom';
import { formatNumber } from '../format';
import type { TextKey } from '../i18n';
import type { DockPanel } from '../shell/registry';

const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'];
const SCALES = [500, 1000, 2000, 2500, 5000, 10_000, 25_000, 50_000];
const SHORT_SIDE_MILLIMETRES: Record<string, number> = { A4: 210, A3: 297, A2: 420, A1: 594, A0: 841 };
const PREVIEW_PIXELS = 700;
const UNIT_KEY = 'lianpian.wallMap.unit';

/** A wall map of what is on the screen: paper, scale, heading, a preview, and the PDF. */
export class WallMapPanel implements DockPanel {
  readonly node = el('div', { class: 'plan wall-map' });
  private paper = 'A3';
  private orientation = 'landscape';
  private scale = 0;
  private onlyView = false;
  private title = '';
  private unit = localStorage.getItem(UNIT_KEY) ?? '';
  private readonly preview = el('div', { class: 'wall-map-preview', 'aria-live': 'polite' });
  private readonly refresh = debounce(300, () => void this.draw());
  private asked = new AbortController();
  private readonly moved = () => {
    if (this.onlyView) this.refresh();
  };

  constructor(private readonly app: App) {
    app.store.on(['theme'], () => this.node.isConnected && this.refresh());
  }

  opened(): void {
    this.app.map.map.on('moveend', this.moved);
    this.refresh();
  }

  closed(): void {
    this.app.map.map.off('moveend', this.moved);
    this.asked.abort();
  }

  render(): void {
    const { t } = this.app;
    refill(
      this.node,
      el(
        'section',
        { class: 'form' },
        this.choice('wallMap.paper', PAPERS.map((paper) => [paper, paper]), this.paper, (value) => (this.paper = value)),
        this.choice(
          'wallMap.orientation',
          [
            ['landscape', t('wallMap.landscape')],
            ['portrait', t('wallMap.portrait')],
          ],
          this.orientation,
          (value) => (this.orientation = value),
        ),
        this.choice(
          'wallMap.scale',
          [['0', t('wallMap.scale.auto')], ...SCALES.map((scale): [string, string] => [String(scale), `1:${formatNumber(scale, this.app.lang())}`])],
          String(this.scale),
          (value) => (this.scale = Number(value)),
        ),
        this.choice(
          'wallMap.extent',
          [
            ['all', t('wallMap.extent.all')],
            ['view', t('wallMap.extent.view')],
          ],
          this.onlyView ? 'view' : 'all',
          (value) => (this.onlyView = value === 'view'),
        ),
        this.text('wallMap.heading', this.title, t('wallMap.heading.auto'), (value) => (this.title = value)),
        this.text('wallMap.unit', this.unit, '', (value) => {
          this.unit = value;
          localStorage.setItem(UNIT_KEY, value);
        }),
      ),
      el('section', {}, this.preview),
      el(
        'section',
        { class: 'row' },
        el('button', { type: 'button', class: 'button primary', 'data-testid': 'wall-map-pdf', 'data-key': 'pdf', onclick: () => this.download('pdf') }, icon('download'), 'PDF'),
        el('button', { type: 'button', class: 'button', 'data-key': 'png', onclick: () => this.download('png') }, icon('download'), 'PNG'),
      ),
      el('p', { class: 'fine' }, t('wallMap.about')),
    );
  }

  private choice(key: TextKey, options: [string, string][], value: string, choose: (value: string) => void): HTMLElement {
    return el(
      'label',
      { class: 'field' },
      el('span', {}, this.app.t(key)),
      el(
        'select',
        {
          'data-key': key,
          'data-testid': key,
          onchange: (event: Event) => {
            choose((event.target as HTMLSelectElement).value);
            this.refresh();
          },
        },
        ...options.map(([code, label]) => el('option', { value: code, selected: code === value }, label)),
      ),
    );
  }

  private text(key: TextKey, value: string, placeholder: string, choose: (value: string) => void): HTMLElement {
    return el(
      'label',
      { class: 'field' },
      el('span', {}, this.app.t(key)),
      el('input', {
        type: 'text',
        value,
        placeholder,
        maxlength: 200,
        'data-key': key,
        'data-testid': key,
        oninput: (event: Event) => {
          choose((event.target as HTMLInputElement).value.trim());
          this.refresh();
        },
      }),
    );
  }

  private path(format: 'pdf' | 'png', dpi?: number): string {
    const { store, lang, map } = this.app;
    const query = new URLSearchParams({ paper: this.paper, orientation: this.orientation, theme: store.get().theme, lang: lang() });
    if (this.scale > 0) query.set('scale', String(this.scale));
    if (this.title) query.set('title', this.title);
    if (this.unit) query.set('unit', this.unit);
    if (this.onlyView) query.set('bbox', map.map.getBounds().toBBoxString());
    if (dpi) query.set('dpi', String(dpi));
    return `/api/wall-map.${format}?${query}`;
  }

  /** Draws the sheet as it will be printed, as large as the panel. */
  private async draw(): Promise<void> {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    const dpi = Math.max(20, Math.round((PREVIEW_PIXELS / SHORT_SIDE_MILLIMETRES[this.paper]!) * 25.4));
    try {
      const { blob, scale, unlabelled } = await api.wallMap(this.path('png', dpi), signal);
      const url = URL.createObjectURL(blob);
      const image = el('img', { src: url, alt: this.app.t('wallMap.preview'), 'data-testid': 'wall-map-preview', onload: () => URL.revokeObjectURL(url) });
      refill(this.preview, image, el('p', { class: 'fine' }, this.app.t('wallMap.result', { scale, unlabelled })));
    } catch (error) {
      if (!signal.aborted) refill(this.preview, el('p', { class: 'warning-text', role: 'alert' }, this.reason(error)));
    }
  }

  private reason(error: unknown): string {
    if (error instanceof api.ApiError) return error.problem[this.app.lang() === 'en' ? 'en' : 'zh'] ?? error.message;
    return String(error);
  }

  private download(format: 'pdf' | 'png'): void {
    el('a', { href: this.path(format, format === 'png' ? 150 : undefined), download: `${this.title || this.app.dataset.name}-${this.paper}.${format}` }).click();
  }
}
