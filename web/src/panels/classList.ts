import type { App } from '../app';
import type { ThemeCommunity } from '../contract';
import { el } from '../dom';
import { formatValue, pick } from '../format';

/** How many communities of a class are listed at most. */
export const LIST_LIMIT = 500;

/** Lists the communities of a class; rows and map point at each other. */
export function classList(app: App, items: ThemeCommunity[], count: number): HTMLElement {
  const { t } = app;
  const lang = app.lang();
  if (items.length === 0) return el('p', { class: 'empty' }, t('list.empty'));
  return el(
    'div',
    {},
    el('p', { class: 'muted' }, t('list.count', { n: count }), items.length < count ? ` · ${t('list.first', { n: items.length })}` : ''),
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
              onclick: () => {
                app.map.goTo({ lon: item.lon, lat: item.lat });
                app.open(item.id);
              },
              onmouseenter: () => app.map.hover(item.id),
              onmouseleave: () => app.map.hover(null),
              onfocus: () => app.map.hover(item.id),
              onblur: () => app.map.hover(null),
            },
            el('strong', {}, item.name || item.id),
            el(
              'span',
              { class: 'muted' },
              [item.street, formatValue(item.households, '户', lang), item.lon === null ? t('list.noPosition') : null]
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
