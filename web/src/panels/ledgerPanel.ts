import type { App } from '../app';
import { el, refill } from '../dom';
import { formatValue, pick } from '../format';
import type { TextKey } from '../i18n';
import * as api from '../sewer/ledgerApi';
import type { LookBack, LookBackItem, OutletStanding } from '../sewer/ledgerApi';
import type { DockPanel } from '../shell/registry';

const STEPS = ['PLAN', 'BUILD', 'EVIDENCE', 'RECTIFY', 'RECHECK', 'CLOSE'];
const EVIDENCE = ['DYE', 'SMOKE', 'CCTV', 'VISUAL', 'AS_BUILT', 'NONE'];

/** Finished projects to look at again, and the ledger of the outlets of one community. */
export class LedgerPanel implements DockPanel {
  readonly node = el('div', { class: 'plan ledger-panel', 'data-testid': 'ledger-panel' });
  private list: LookBack | null = null;
  private open: { id: string; name: string; outlets: OutletStanding[] } | null = null;

  constructor(private readonly app: App) {
    app.store.on(['selected'], ({ selected }) => {
      if (this.node.isConnected && selected?.kind === 'community' && selected.id !== this.open?.id) void this.show(selected.id, selected.id);
    });
  }

  opened(): void {
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.list = await this.app.busy.run(this.app.t('ledger.title'), () => api.lookBack());
      this.render();
    } catch (error) {
      this.app.toasts.error(error);
    }
  }

  private async show(id: string, name: string): Promise<void> {
    try {
      this.open = { id, name, outlets: await api.ofCommunity(id) };
      this.render();
    } catch (error) {
      this.app.toasts.error(error);
    }
  }

  render(): void {
    refill(this.node, this.open ? this.ledger() : this.lookBack());
  }

  private lookBack(): HTMLElement {
    const { t } = this.app;
    const { list } = this;
    if (!list) return el('p', { class: 'muted' }, t('loading'));
    return el(
      'section',
      {},
      el('p', { class: 'muted' }, t(list.since ? 'ledger.since' : 'ledger.noSince', { n: list.total, since: list.since ?? '' })),
      el('ol', { class: 'rows' }, ...list.items.map((item) => this.candidate(item))),
    );
  }

  private candidate(item: LookBackItem): HTMLElement {
    const { t } = this.app;
    const lang = this.app.lang();
    const open = () => {
      this.app.open({ kind: 'community', id: item.community });
      void this.show(item.community, item.name);
    };
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', 'data-testid': 'look-back-row', 'data-row': item.community, 'data-kind': 'community', onclick: open },
        el('strong', {}, item.name || item.community),
        el('span', {}, `${pick(item, lang)} · ${item.days === null ? t('ledger.noDate') : t('ledger.days', { n: item.days })}`),
        el('span', { class: 'muted' }, [item.street, formatValue(item.households, '户', lang), t('ledger.inspections', { n: item.inspections })].filter(Boolean).join(' · ')),
      ),
    );
  }

  private ledger(): HTMLElement {
    const { t } = this.app;
    const { open } = this;
    if (!open) return el('div');
    const back = () => {
      this.open = null;
      this.render();
      void this.read();
    };
    return el(
      'section',
      { 'data-testid': 'ledger-of-community' },
      el('div', { class: 'section-head' }, el('h3', {}, open.name), el('button', { type: 'button', class: 'button', 'data-key': 'back', onclick: back }, t('ledger.back'))),
      open.outlets.length === 0 ? el('p', { class: 'warning-text' }, t('ledger.noOutlets')) : null,
      ...open.outlets.map((outlet) => this.outlet(outlet)),
    );
  }

  private outlet(outlet: OutletStanding): HTMLElement {
    const { t } = this.app;
    const en = this.app.lang() === 'en';
    const missing = en ? outlet.missing_en : outlet.missing_zh;
    return el(
      'details',
      { class: 'card', open: this.open?.outlets.length === 1, 'data-testid': 'ledger-outlet' },
      el('summary', {}, `${outlet.node || outlet.connection} · ${en ? outlet.state_en : outlet.state_zh}`),
      el('p', {}, t('ledger.derived', { to: en ? outlet.derived_en : outlet.derived_zh })),
      missing ? el('p', { class: 'warning-text' }, missing) : null,
      el(
        'ol',
        { class: 'history' },
        ...outlet.entries.map((entry) =>
          el(
            'li',
            {},
            el('strong', {}, en ? entry.step_en : entry.step_zh),
            ` ${entry.on} · ${[entry.unit, entry.role, en ? entry.evidence_en : entry.evidence_zh, entry.passed === null ? null : t(entry.passed ? 'ledger.passed' : 'ledger.failed'), entry.due ? t('ledger.dueOn', { on: entry.due }) : null, entry.text].filter(Boolean).join(' · ')}`,
          ),
        ),
      ),
      this.form(outlet),
    );
  }

  private form(outlet: OutletStanding): HTMLElement {
    const { t } = this.app;
    const text = (name: string, label: TextKey, type = 'text') =>
      el('label', {}, el('span', { class: 'fine' }, t(label)), el('input', { name, type, maxlength: 200, 'data-testid': `ledger-${name}` }));
    const choice = (name: string, label: TextKey, codes: string[], prefix: string) =>
      el(
        'label',
        {},
        el('span', { class: 'fine' }, t(label)),
        el('select', { name, 'data-testid': `ledger-${name}` }, ...codes.map((code) => el('option', { value: code }, code ? t(`${prefix}.${code}` as TextKey) : '–'))),
      );
    const form: HTMLFormElement = el(
      'form',
      { class: 'ledger-form', onsubmit: (event: Event) => void this.enter(event, outlet, form) },
      choice('step', 'ledger.step', STEPS, 'ledger.step'),
      text('on', 'ledger.on', 'date'),
      text('unit', 'ledger.unit'),
      text('role', 'ledger.role'),
      text('person', 'ledger.person'),
      choice('evidence', 'ledger.evidence', ['', ...EVIDENCE], 'ledger.evidence'),
      choice('passed', 'ledger.recheck', ['', 'true', 'false'], 'ledger.recheck'),
      text('due', 'ledger.due', 'date'),
      text('text', 'ledger.text'),
      el('button', { type: 'submit', class: 'button primary', 'data-testid': 'ledger-enter' }, t('ledger.enter')),
    );
    return form;
  }

  private async enter(event: Event, outlet: OutletStanding, form: HTMLFormElement): Promise<void> {
    event.preventDefault();
    const data = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]));
    const { passed, ...rest } = data;
    try {
      await api.enter({ ...rest, ...(passed ? { passed: passed === 'true' } : {}), connection: outlet.connection, seen: outlet.entries.length });
      if (this.open) await this.show(this.open.id, this.open.name);
    } catch (error) {
      this.app.toasts.error(error);
    }
  }
}
