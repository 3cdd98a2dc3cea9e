import type { App } from '../app';
import type { CircleFacility, CircleService, LifeCircle, ShapeCollection } from '../contract';
import { el } from '../dom';
import { formatNumber, pick } from '../format';

/** A card that asks for a life circle when it is opened, draws it and counts what lies in it. */
export function lifeCircleCard(app: App, ask: () => Promise<LifeCircle>): HTMLElement {
  const { t } = app;
  const body = el('div', {}, el('p', { class: 'muted' }, t('loading')));
  const card = el('details', { class: 'card', 'data-testid': 'life-circle' }, el('summary', {}, t('circle.title')), body);
  let asked = false;
  card.addEventListener('toggle', () => {
    if (!card.open || asked) return;
    asked = true;
    ask().then(
      (circle) => {
        body.replaceChildren(...circleContent(app, circle));
        const bounds = app.map.evidence.show(withFacilities(circle));
        if (bounds) app.map.fit(bounds, 17);
      },
      (error) => {
        asked = false;
        card.open = false;
        app.toasts.error(error);
      },
    );
  });
  return card;
}

function circleContent(app: App, circle: LifeCircle): (HTMLElement | string)[] {
  const { t } = app;
  const lang = app.lang();
  const asked = circle.classes.filter(({ state, counts }) => state !== 'NOT_ASKED' || counts.some((count) => count > 0));
  const missing = circle.classes.filter(({ state }) => state === 'MISSING');
  const minutes = circle.minutes.at(-1) ?? 0;
  return [
    el('p', { class: circle.method === 'STRAIGHT_LINE' ? 'warning-text' : 'muted' }, pick(circle, lang)),
    missing.length > 0
      ? el('p', { class: 'warning-text' }, t('circle.missing', { n: minutes, classes: missing.map((item) => pick(item, lang)).join(lang === 'en' ? ', ' : '、') }))
      : '',
    el(
      'div',
      { class: 'table-scroll', tabindex: 0 },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('circle.class')), ...circle.minutes.map((each) => el('th', { scope: 'col' }, t('circle.minutes', { n: each }))))),
        el('tbody', {}, ...asked.map((item) => row(app, item))),
      ),
    ),
    circle.facilities.length > 0
      ? el(
          'details',
          { class: 'sub' },
          el('summary', {}, t('circle.facilities', { n: circle.facilities.length })),
          el('ul', { class: 'rows' }, ...circle.facilities.map((item) => facility(app, item))),
        )
      : '',
  ];
}

function row(app: App, item: CircleService): HTMLElement {
  const lang = app.lang();
  const cells =
    item.state === 'UNKNOWN'
      ? [el('td', { colspan: item.counts.length, class: 'unknown' }, app.t('circle.unknown'))]
      : item.counts.map((count) => el('td', {}, formatNumber(count, lang)));
  const name = el('th', { scope: 'row' }, pick(item, lang), item.state === 'MISSING' ? el('span', { class: 'badge warning' }, app.t('circle.none')) : null);
  return el('tr', { 'data-code': item.code }, name, ...cells);
}

function facility(app: App, item: CircleFacility): HTMLElement {
  const lang = app.lang();
  const go = () => item.position && app.map.goTo({ lon: item.position[0], lat: item.position[1] }, 18);
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', onclick: go },
      el('strong', {}, item.name || pick(item, lang)),
      el('span', { class: 'muted' }, `${pick(item, lang)} · ${app.t('circle.walk', { m: item.metres, n: item.minutes })}`),
    ),
  );
}

/** Facilities are drawn as points above the circles. */
function withFacilities({ shapes, facilities }: LifeCircle): ShapeCollection {
  const points = facilities.flatMap(({ position, zh, en }) =>
    position
      ? [{ type: 'Feature' as const, properties: { role: 'facility', zh, en }, geometry: { type: 'Point' as const, coordinates: position } }]
      : [],
  );
  return { type: 'FeatureCollection', features: [...shapes.features, ...points] };
}
