import type { App, Panel } from '../app';
import { el, isPhone, refill } from '../dom';
import { formatNumber, pick } from '../format';
import { classStyles, swatchCss } from '../layers/palette';

/** What the colours mean, with counts. On phones it starts closed. */
export class Legend implements Panel {
  readonly node = el('aside', { class: 'legend', 'data-testid': 'legend' });
  private open = !isPhone();

  constructor(private readonly app: App) {
    this.render();
  }

  render(): void {
    const { t } = this.app;
    this.node.setAttribute('aria-label', t('legend'));
    const details = el('details', { open: this.open }, el('summary', { 'data-key': 'legend' }, t('legend')), this.classes());
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
    );
  }
}
