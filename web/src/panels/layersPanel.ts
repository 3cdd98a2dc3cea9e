import type { App } from '../app';
import { el, refill } from '../dom';
import type { TextKey } from '../i18n';
import { PIPE_COLOURS } from '../layers/palette';
import type { DockPanel } from '../shell/registry';
import { LAYER_IDS, type LayerId } from '../state';

const LAYER_SWATCH: Record<LayerId, string> = {
  buildings: 'background:var(--map-building);border-color:var(--map-building-line)',
  roads: 'background:linear-gradient(var(--map-arterial-casing) 0 20%,var(--map-arterial) 20% 80%,var(--map-arterial-casing) 80%)',
  pipes: 'background:linear-gradient(90deg,#8c510a 50%,#01665e 50%)',
  exclusions: 'background:rgba(150,110,60,.15);border:1.5px dashed #7a5a2a',
  areas: 'background:none;border:2px dashed var(--map-area)',
  labels: 'background:none;border-color:transparent',
};

/** Which layers are on, and which rules the answers follow. */
export class LayersPanel implements DockPanel {
  readonly node = el('div', { class: 'plan' });

  constructor(private readonly app: App) {
    app.store.on(['layers'], () => this.render());
  }

  render(): void {
    refill(this.node, this.layers(), this.profile());
  }

  private layers(): HTMLElement {
    const { t, dataset, store } = this.app;
    const { layers } = store.get();
    const ids = LAYER_IDS.filter((id) => id !== 'pipes' || dataset.pipesVisible);
    return el(
      'section',
      { class: 'layers' },
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

  private profile(): HTMLElement | null {
    const { t, dataset } = this.app;
    const { profile } = dataset;
    if (!profile) return null;
    return el(
      'section',
      {},
      el('h3', {}, t('legend.profile')),
      el('p', {}, (this.app.lang() === 'en' && profile.titleEn) || profile.title),
      el('p', { class: 'fine' }, `${profile.id} ${profile.version}`),
      ...profile.documents.map(({ number, title, date }) => el('p', { class: 'fine' }, el('strong', {}, number), ` ${title}${date ? ` (${date})` : ''}`)),
    );
  }
}
