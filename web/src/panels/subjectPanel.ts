import * as api from '../api';
import type { App } from '../app';
import type { Attribute, HistoryChange, Subject, SubjectDetail, VerdictItem } from '../contract';
import { icon } from '../design/icons';
import { el } from '../dom';
import { formatAttribute, formatInstant, formatValue, isUnknown, isUnknownAttribute, pick } from '../format';
import { lifeCircleCard } from './lifeCircle';
import { themeOf, verdictCard } from './verdictCard';

const KEY_NUMBERS = {
  community: ['households', 'buildings', 'gross_floor_area', 'built_text'],
  building: ['use', 'storeys', 'households', 'built_year'],
};
const IN_HEADER = ['name', 'address', 'district', 'street', 'neighbourhood'];

/** What the reader has unfolded in a panel, kept when the panel is written again. */
export interface SubjectView {
  /** Analyses whose cards are open. */
  open: Set<string>;
  /** Analysis whose evidence is on the map. */
  shown: string | null;
}

/** Builds the panel of one community or building from what the server knows about it. */
export function subjectPanel(app: App, subject: SubjectDetail, view: SubjectView): HTMLElement {
  const { t } = app;
  return el(
    'div',
    { class: 'community' },
    subject.kind === 'building' ? buildingHeader(app, subject) : communityHeader(app, subject),
    keyNumbers(app, subject),
    el('h3', {}, t('detail.verdicts')),
    verdictList(app, subject, view),
    subject.kind === 'community' && subject.geometry ? lifeCircleCard(app, () => api.communityCircle(subject.id)) : null,
    el(
      'details',
      { class: 'card' },
      el('summary', {}, t('detail.attributes')),
      attributeList(app, subject.attributes.filter(({ name }) => !IN_HEADER.includes(name))),
    ),
    sourceCard(app, subject),
    historyCard(app, subject),
  );
}

function communityHeader(app: App, community: SubjectDetail): HTMLElement {
  const { t } = app;
  const text = (name: string) => {
    const value = community.attributes.find((attribute) => attribute.name === name)?.value;
    return isUnknown(value) ? '' : String(value);
  };
  const place = [text('district'), text('street'), text('neighbourhood')].filter(Boolean).join(' · ');
  const planning = app.store.get().workspace === 'planner';
  const picked = app.plan.selection.has(community.id);
  return el(
    'div',
    { class: 'community-head' },
    el('p', {}, text('address') || formatValue(null, null, app.lang())),
    place ? el('p', { class: 'muted' }, place) : null,
    el(
      'p',
      { class: 'muted' },
      `${t('detail.area')}: `,
      community.area ? el('strong', {}, community.area.name || community.area.id) : t('detail.area.none'),
    ),
    el(
      'div',
      { class: 'row' },
      zoomButton(app, community),
      planning
        ? el(
            'button',
            { type: 'button', class: 'button', 'data-key': 'pick', onclick: () => app.plan.toggle(community.id, community.name) },
            t(picked ? 'detail.removeFromSelection' : 'detail.addToSelection'),
          )
        : null,
    ),
  );
}

function buildingHeader(app: App, building: SubjectDetail): HTMLElement {
  const { t } = app;
  const { community } = building;
  return el(
    'div',
    { class: 'community-head' },
    el(
      'p',
      {},
      community
        ? el(
            'button',
            { type: 'button', class: 'link', onclick: () => app.open({ kind: 'community', id: community.id }) },
            t('detail.building.of', { community: community.name || community.id }),
          )
        : t('detail.building.scattered'),
    ),
    el('div', { class: 'row' }, zoomButton(app, building)),
  );
}

function zoomButton(app: App, subject: SubjectDetail): HTMLElement {
  const { t } = app;
  return subject.geometry
    ? el('button', { type: 'button', class: 'button', onclick: () => zoomTo(app, subject) }, icon('target'), t('detail.zoom'))
    : el('span', { class: 'badge' }, t('list.noPosition'));
}

/** Zooms to the outline. */
function zoomTo(app: App, { geometry }: SubjectDetail): void {
  if (!geometry) return;
  const bounds = L.geoJSON(geometry).getBounds();
  if (bounds.isValid()) {
    app.map.goTo({ lon: null, lat: null, bbox: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] }, 18);
  }
}

function keyNumbers(app: App, subject: SubjectDetail): HTMLElement {
  const lang = app.lang();
  const found = KEY_NUMBERS[subject.kind].map((name) => subject.attributes.find((attribute) => attribute.name === name)).filter(
    (attribute): attribute is Attribute => attribute !== undefined,
  );
  return el(
    'dl',
    { class: 'key-numbers', 'aria-label': app.t('detail.numbers') },
    ...found.map((attribute) =>
      el(
        'div',
        { class: isUnknownAttribute(attribute) ? 'unknown' : null },
        el('dt', {}, pick(attribute, lang)),
        el('dd', {}, formatAttribute(attribute, lang)),
      ),
    ),
  );
}

function verdictList(app: App, subject: SubjectDetail, view: SubjectView): HTMLElement {
  if (subject.verdicts.length === 0) {
    return el('p', { class: 'muted' }, app.t(subject.kind === 'building' ? 'detail.building.noVerdicts' : 'detail.noVerdicts'));
  }
  const theme = app.store.get().theme;
  const rank = (verdict: VerdictItem) => (themeOf(verdict.analysis) === theme ? 0 : 1);
  const ordered = [...subject.verdicts].sort((a, b) => rank(a) - rank(b));
  const list = el('div', { class: 'verdicts' });
  for (const verdict of ordered) {
    const { analysis } = verdict;
    const card = verdictCard(app, verdict, view.open.has(analysis), (zoom) => {
      // a card written again, say in another language, must not take the map from its neighbour
      if (zoom || view.shown === null || view.shown === analysis) showEvidence(app, list, verdict, view, zoom);
    });
    card.addEventListener('toggle', () => (card.open ? view.open.add(analysis) : view.open.delete(analysis)));
    card.classList.toggle('on-map', view.shown === analysis);
    list.append(card);
  }
  return list;
}

/** Draws a verdict's shapes and marks its card as the one on the map. */
function showEvidence(app: App, list: HTMLElement, verdict: VerdictItem, view: SubjectView, zoom: boolean): void {
  // a card that is not on the page any more (closed, another language) must not draw
  if (!list.isConnected) return;
  view.shown = verdict.analysis;
  const bounds = app.map.evidence.show(verdict.shapes);
  if (bounds && zoom) app.map.fit(bounds.pad(0.15), 18);
  for (const card of list.querySelectorAll('.verdict')) {
    card.classList.toggle('on-map', card.getAttribute('data-testid') === `verdict-${verdict.analysis}`);
  }
}

function attributeList(app: App, attributes: Attribute[]): HTMLElement {
  const lang = app.lang();
  return el(
    'dl',
    { class: 'attributes' },
    ...attributes.map((attribute) =>
      el(
        'div',
        { class: isUnknownAttribute(attribute) ? 'unknown' : null },
        el('dt', {}, pick(attribute, lang)),
        el('dd', {}, formatAttribute(attribute, lang)),
      ),
    ),
  );
}

function sourceCard(app: App, { provenance }: SubjectDetail): HTMLElement {
  const { t } = app;
  return el(
    'details',
    { class: 'card' },
    el('summary', {}, t('detail.source')),
    el('p', { class: 'muted' }, t('detail.source.text', { source: provenance.source, locator: provenance.locator || '–' })),
    el(
      'dl',
      { class: 'attributes' },
      ...Object.entries(provenance.original ?? {}).map(([column, value]) =>
        el('div', {}, el('dt', {}, column), el('dd', {}, isUnknown(value) ? '' : String(value))),
      ),
    ),
  );
}

function historyCard(app: App, subject: Subject): HTMLElement {
  const { t } = app;
  const body = el('div', {}, el('p', { class: 'muted' }, t('loading')));
  const card = el('details', { class: 'card' }, el('summary', {}, t('detail.history')), body);
  let asked = false;
  card.addEventListener('toggle', () => {
    if (!card.open || asked) return;
    asked = true;
    api.history(subject).then(
      (changes) => body.replaceChildren(historyList(app, changes)),
      (error) => {
        asked = false;
        card.open = false;
        app.toasts.error(error);
      },
    );
  });
  return card;
}

function historyList(app: App, changes: HistoryChange[]): HTMLElement {
  const { t } = app;
  const lang = app.lang();
  if (changes.length === 0) return el('p', { class: 'muted' }, t('detail.history.none'));
  return el(
    'ol',
    { class: 'history' },
    ...changes.map((change) =>
      el(
        'li',
        {},
        el('div', {}, el('strong', {}, change.reason), ' ', el('span', { class: 'muted' }, t('detail.history.by', { actor: change.actor, at: formatInstant(change.at, lang) }))),
        el(
          'ul',
          {},
          ...change.properties.map((property) =>
            el('li', {}, `${pick(property, lang)}: `, el('del', {}, formatValue(property.before, null, lang)), ' → ', el('ins', {}, formatValue(property.after, null, lang))),
          ),
        ),
      ),
    ),
  );
}
