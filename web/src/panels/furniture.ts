import type { App, Panel } from '../app';
import { icon } from '../design/icons';
import { el } from '../dom';
import { formatLonLat } from '../format';

/** What a map needs at its edges: scale, north, position, review number, zoom buttons. */
export class Furniture implements Panel {
  readonly node = el('div', { class: 'furniture' });
  private readonly coordinates = el('span', { class: 'coordinates' });
  private readonly review = el('span', { class: 'review', 'data-testid': 'map-review' });
  private readonly scaleBar = el('i', {});
  private readonly scaleText = el('span', {});
  private readonly buttons = el('div', { class: 'map-buttons' });

  constructor(private readonly app: App) {
    this.node.append(
      el('div', { class: 'lower-left' }, this.review, el('span', { class: 'scale' }, this.scaleText, this.scaleBar), this.coordinates),
      this.buttons,
    );
    const { map } = app.map;
    map.on('mousemove', (event) => this.showPosition(event.latlng));
    map.on('move zoomend resize', () => {
      this.showScale();
      if (matchMedia('(hover: none)').matches) this.showPosition(map.getCenter());
    });
    this.render();
    this.showPosition(map.getCenter());
  }

  render(): void {
    const { t, dataset, map } = this.app;
    this.review.textContent = dataset.mapReviewNumber
      ? t('map.review', { number: dataset.mapReviewNumber })
      : t('map.noReview');
    this.review.classList.toggle('not-reviewed', !dataset.mapReviewNumber);
    const button = (label: string, run: () => void, content: Node | string, testid: string) =>
      el('button', { type: 'button', 'aria-label': label, title: label, 'data-testid': testid, onclick: run }, content);
    this.buttons.replaceChildren(
      el('div', { class: 'north', role: 'img', 'aria-label': t('map.north'), title: t('map.north') }, '▲', el('b', {}, 'N')),
      button(t('map.zoomIn'), () => map.map.zoomIn(), icon('plus'), 'zoom-in'),
      button(t('map.zoomOut'), () => map.map.zoomOut(), icon('minus'), 'zoom-out'),
      button(t('map.whole'), () => map.showWhole(this.app.dataset), icon('whole'), 'zoom-all'),
    );
    this.showScale();
  }

  private showPosition(at: L.LatLng): void {
    this.coordinates.textContent = `${formatLonLat(at.lng, at.lat)} · ${this.app.t('map.crs')}`;
  }

  /** A round length that is at most 110 px wide at the map's middle. */
  private showScale(): void {
    const { map } = this.app.map;
    const middle = map.getSize().divideBy(2);
    const left = map.containerPointToLatLng([middle.x - 55, middle.y]);
    const right = map.containerPointToLatLng([middle.x + 55, middle.y]);
    const metres = map.distance(left, right);
    const round = roundDown(metres);
    this.scaleBar.style.width = `${Math.round((110 * round) / metres)}px`;
    this.scaleText.textContent = round >= 1000 ? `${round / 1000} km` : `${round} m`;
  }
}

/** The largest of 1, 2, 5 times a power of ten that is not above a length. */
export function roundDown(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const lead = metres / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}
