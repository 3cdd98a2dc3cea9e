import type { App } from '../app';
import type { ThemeClass, ThemeSubject } from '../contract';
import { el } from '../dom';
import { formatValue, pick } from '../format';

/** How many of a class are listed at most. */
export const LIST_LIMIT = 500;

/** Lists the communities and scattered buildings of a class; rows and map point at each other. */
export function classList(app: App, items: ThemeSubject[], counted: ThemeClass | null): HTMLElement {
  const { t } = app;
  const lang = app.lang();
  if (items.length === 0) return el('p', { class: 'empty' }, t('list.empty'));
  return el(
    'div',
    {},
    el('p', { class: 'muted' }, countText(app, items, counted)),
    el(
      'ul',
      { class: 'rows' },
      ...items.map((item) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              'data-row': item.id,
              'data-kind': item.kind,
              onclick: () => {
                app.map.goTo({ lon: item.lon, lat: item.lat });
                app.open({ kind: item.kind, id: item.id });
              },
              onmouseenter: () => app.map.hover(item),
              onmouseleave: () => app.map.hover(null),
              onfocus: () => app.map.hover(item),
              onblur: () => app.map.hover(null),
            },
            el('strong', {}, item.name || item.id),
            el(
              'span',
              { class: 'muted' },
              [item.kind === 'building' ? t('kind.building') : item.street, formatValue(item.households, '户', lang), item.lon === null ? t('list.noPosition') : null]
                .filter(Boolean)
                .join(' · '),
            ),
            pick(item, lang) ? el('small', {}, pick(item, lang)) : null,
          ),
        ),
      ),
    ),
  );
}

function countText(app: App, items: ThemeSubject[], counted: ThemeClass | null): string {
  const { t } = app;
  const buildings = counted?.buildings ?? items.filter(({ kind }) => kind === 'building').length;
  const communities = counted?.count ?? items.length - buildings;
  const parts = [t('list.count', { n: communities })];
  if (buildings > 0) parts.push(t('list.buildings', { n: buildings }));
  if (items.length < communities + buildings) parts.push(t('list.first', { n: items.length }));
  return parts.join(' · ');
}
