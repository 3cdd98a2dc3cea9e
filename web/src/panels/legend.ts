import type { App, Panel } from '../app';
import { el, isPhone, refill } from '../dom';
import { formatNumber, pick } from '../format';
import type { TextKey } from '../i18n';
import { classStyles, PIPE_COLOURS, swatchCss } from '../layers/palette';
import { LAYER_IDS, type LayerId } from '../state';

const LAYER_SWATCH: Record<LayerId, string> = {
  buildings: 'background:#d8d2c6;border-color:#8d8575',
  roads: 'background:linear-gradient(#c2a765 0 20%,#fbe3a5 20% 80%,#c2a765 80%)',
  pipes: 'background:linear-gradient(90deg,#8c510a 50%,#01665e 50%)',
  exclusions: 'background:rgba(150,110,60,.15);border:1.5px dashed #7a5a2a',
  areas: 'background:none;border:2px dashed #4a1486',
  labels: 'background:none;border-color:transparent',
};

/** What the colours mean, with counts, and which layers are on. On phones it starts closed. */
export class Legend implements Panel {
  readonly node = el('aside', { class: 'legend', 'data-testid': 'legend' });
  private open = !isPhone();

  constructor(private readonly app: App) {
    this.render();
  }

  render(): void {
    const { t } = this.app;
    this.node.setAttribute('aria-label', t('legend'));
    const details = el('details', { open: this.open }, el('summary', { 'data-key': 'legend' }, t('legend')), this.classes(), this.layers());
    details.addEventListener('toggle', () => (this.open = details.open));
    refill(this.node, details);
  }

  private classes(): HTMLElement {
    const { t, dataset, store } = this.app;
    const lang = this.app.lang();
    const theme = dataset.themes.find(({ id }) => id === store.get().theme);
    if (!theme) return el('p', { class: 'muted' }, t('empty.title'));
    const styles = classStyles(theme);
    return el(
      'section',
      {},
      el('h2', {}, pick(theme, lang)),
      el(
        'ul',
        { class: 'classes', title: t('legend.hint') },
        ...theme.classes.map((item) =>
          el(
            'li',
            {},
            el(
              'button',
              { type: 'button', 'data-key': `class-${item.code}`, 'data-code': item.code, 'data-testid': `legend-${item.code}`, onclick: () => this.app.listClass(item.code) },
              el('i', { class: 'swatch', style: swatchCss(styles.get(item.code) ?? { fill: '#bbb' }) }),
              el('span', { class: 'class-name' }, item.code === 'NO_VERDICT' ? t('legend.noVerdict') : pick(item, lang)),
              el('span', { class: 'count' }, formatNumber(item.count, lang)),
              item.buildings > 0
                ? el('span', { class: 'count', title: t('list.buildings', { n: item.buildings }) }, `+${formatNumber(item.buildings, lang)}`)
                : null,
            ),
          ),
        ),
      ),
      dataset.profile
        ? el(
            'details',
            { class: 'fine profile' },
            el('summary', { 'data-key': 'profile' }, `${t('legend.profile')}: ${dataset.profile.id} ${dataset.profile.version}`),
            el('p', {}, (lang === 'en' && dataset.profile.titleEn) || dataset.profile.title),
            ...dataset.profile.documents.map(({ number, title, date }) =>
              el('p', {}, el('strong', {}, number), ` ${title}${date ? ` (${date})` : ''}`),
            ),
          )
        : null,
    );
  }

  private layers(): HTMLElement {
    const { t, dataset, store } = this.app;
    const { layers } = store.get();
    const ids = LAYER_IDS.filter((id) => id !== 'pipes' || dataset.pipesVisible);
    return el(
      'section',
      { class: 'layers' },
      el('h2', {}, t('layers')),
      ...ids.map((id) =>
        el(
          'label',
          {},
          el('input', {
            type: 'checkbox',
            checked: layers[id],
            'data-key': `layer-${id}`,
            'data-testid': `layer-${id}`,
            onchange: (event: Event) =>
              store.set({ layers: { ...store.get().layers, [id]: (event.target as HTMLInputElement).checked } }),
          }),
          el('i', { class: 'swatch', style: LAYER_SWATCH[id] }, id === 'labels' ? 'A' : null),
          el('span', {}, t(`layer.${id}` as TextKey)),
        ),
      ),
      dataset.pipesVisible && layers.pipes ? this.pipeKey() : null,
    );
  }

  private pipeKey(): HTMLElement {
    const { t } = this.app;
    return el(
      'div',
      { class: 'pipe-key', title: t('pipes.zoom') },
      ...Object.entries(PIPE_COLOURS).map(([medium, colour]) =>
        el('span', {}, el('i', { style: `background:${colour}` }), t(`pipe.${medium}` as TextKey)),
      ),
    );
  }
}
