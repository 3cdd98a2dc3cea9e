import type { App } from '../app';
import { icon } from '../design/icons';
import { el } from '../dom';
import * as api from './api';
import type { Section } from './contract';

/** The longitudinal section below the map; a place on it is a place on the map. */
export class ProfileSheet {
  readonly node = el('section', { class: 'profile-sheet', 'data-testid': 'profile-sheet', hidden: true });
  private readonly title = el('h3', { tabindex: -1 });
  private readonly chart = el('div', { class: 'profile-chart', tabindex: 0 });
  private readonly said = el('p', { class: 'profile-said', role: 'status' });
  private marker: L.CircleMarker | null = null;
  private way: { from: string; to: string | null } | null = null;
  private section: Section | null = null;
  private columns: SVGGElement[] = [];
  private at = -1;

  constructor(private readonly app: App) {
    this.chart.addEventListener('mousemove', (event) => this.mark(this.nearest(event.clientX)));
    this.chart.addEventListener('mouseleave', () => this.mark(-1));
    this.chart.addEventListener('keydown', (event) => this.step(event));
    this.chart.addEventListener('blur', () => this.mark(-1));
    app.map.map.getContainer().parentElement?.append(this.node);
    app.store.on(['lang'], () => this.way && void this.open(this.way.from, this.way.to));
    app.store.on(['workspace'], () => this.close());
  }

  /** Reads and shows the section from a place, to another or to where its sewage ends. */
  async open(from: string, to: string | null): Promise<void> {
    const { app } = this;
    try {
      const [section, drawing] = await app.busy.run(app.t('sewer.profile'), () =>
        Promise.all([api.section(from, to), api.drawing(from, to, app.lang())]),
      );
      this.way = { from, to };
      this.section = section;
      this.show(drawing);
    } catch (error) {
      app.toasts.error(error);
    }
  }

  close(): void {
    this.mark(-1);
    this.way = null;
    this.node.hidden = true;
  }

  private show(drawing: string): void {
    const { t, lang } = this.app;
    const { way, section } = this;
    if (!way || !section) return;
    const svg = document.importNode(new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement, true);
    this.chart.replaceChildren(svg);
    this.columns = [...this.chart.querySelectorAll<SVGGElement>('g.station')];
    this.title.textContent = lang() === 'en' ? section.title_en : section.title_zh;
    this.chart.setAttribute('aria-label', t('sewer.profile.keys'));
    const head = el(
      'div',
      { class: 'panel-head' },
      this.title,
      el('a', { class: 'button', href: api.drawingUrl(way.from, way.to, 'print', lang()), target: '_blank', rel: 'noopener', 'data-testid': 'profile-print' }, icon('print'), t('sewer.profile.print')),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': t('close'), 'data-testid': 'profile-close', onclick: () => this.close() }, icon('close')),
    );
    this.node.replaceChildren(head, this.chart, this.said);
    this.node.setAttribute('aria-label', t('sewer.profile'));
    this.node.hidden = false;
    this.title.focus();
  }

  private nearest(clientX: number): number {
    let best = -1;
    let distance = Infinity;
    this.columns.forEach((column, index) => {
      const box = column.getBoundingClientRect();
      const off = Math.abs(box.left + box.width / 2 - clientX);
      if (off < distance) {
        distance = off;
        best = index;
      }
    });
    return best;
  }

  private step(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !this.section) return;
    event.preventDefault();
    this.mark(Math.max(0, Math.min(this.columns.length - 1, this.at + step)));
  }

  /** Marks a station on the section and on the map; -1 ends it. */
  private mark(index: number): void {
    if (index === this.at) return;
    this.columns[this.at]?.classList.remove('marked');
    this.at = index;
    this.marker?.remove();
    this.marker = null;
    const station = this.section?.stations[index];
    this.said.textContent = '';
    if (!station) return;
    this.columns[index]?.classList.add('marked');
    const unknown = this.app.t('sewer.unknown');
    const level = (value: number | null) => (value === null ? unknown : `${value.toFixed(2)} m`);
    this.said.textContent = this.app.t('sewer.station', {
      node: station.node,
      at: station.chainage_m.toFixed(1),
      ground: level(station.ground_m),
      invert: level(station.invert_m),
    });
    const position = this.section?.positions[index];
    if (!position) return;
    this.marker = L.circleMarker([position[1], position[0]], { radius: 9, color: '#b30000', weight: 3, fillColor: '#ffffff', fillOpacity: 0.9, interactive: false, className: 'profile-mark' }).addTo(this.app.map.map);
    if (!this.app.map.map.getBounds().contains([position[1], position[0]])) this.app.map.map.panTo([position[1], position[0]]);
  }
}
