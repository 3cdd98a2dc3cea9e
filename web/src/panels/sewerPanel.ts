import type { App } from '../app';
import { el, refill } from '../dom';
import { formatNumber, pick } from '../format';
import * as api from '../sewer/api';
import type { Hookup, NetworkChange, SewerBreak, StatusChange, TraceEnd } from '../sewer/contract';
import { type SewerModel, sewerOf } from '../sewer/model';
import { ProfileSheet } from '../sewer/profileSheet';
import type { DockPanel } from '../shell/registry';

/** How many ends or candidates are listed at most; the count says how many there are. */
const LISTED = 30;

/** Where water comes from and goes to, what keeps it from the plant, and what would change. */
export class SewerPanel implements DockPanel {
  readonly node = el('div', { class: 'plan sewer-panel', 'data-testid': 'sewer-panel' });
  private readonly model: SewerModel;
  private readonly profile: ProfileSheet;
  private changes: { asked: NetworkChange; found: StatusChange[] } | null = null;

  constructor(private readonly app: App) {
    this.model = sewerOf(app);
    this.profile = new ProfileSheet(app);
    this.model.listen(() => {
      this.changes = null;
      this.render();
    });
  }

  opened(): void {
    this.model.draw();
  }

  closed(): void {
    this.profile.close();
    this.app.map.evidence.clear();
  }

  render(): void {
    refill(this.node, this.question(), ...this.answer());
  }

  private question(): HTMLElement {
    const { t } = this.app;
    const input = el('input', { type: 'text', 'data-key': 'place', 'data-testid': 'sewer-place', maxlength: 200, placeholder: t('sewer.place.hint'), value: this.model.answer?.place ?? '' });
    const ask = (event: Event) => {
      event.preventDefault();
      if (input.value.trim()) void this.model.ask(input.value.trim());
    };
    return el(
      'form',
      { class: 'row', onsubmit: ask },
      el('label', { class: 'grow' }, el('span', { class: 'fine' }, t('sewer.place')), input),
      el('button', { type: 'submit', class: 'button primary', 'data-key': 'ask', 'data-testid': 'sewer-ask' }, t('sewer.ask')),
    );
  }

  private answer(): (HTMLElement | null)[] {
    const { t } = this.app;
    const lang = this.app.lang();
    const { answer } = this.model;
    if (!answer) return [el('p', { class: 'muted' }, t('sewer.none'))];
    const { up, down, place } = answer;
    return [
      el('p', { 'data-testid': 'sewer-down' }, el('strong', {}, pick(down, lang))),
      el('p', { 'data-testid': 'sewer-up' }, pick(up, lang)),
      down.from.missing_outlets.length > 0 ? el('p', { class: 'warning-text' }, t('sewer.missingOutlets', { n: down.from.missing_outlets.length })) : null,
      up.pipes > up.pipes_drawn ? el('p', { class: 'fine' }, t('sewer.drawn', { n: up.pipes_drawn, all: up.pipes })) : null,
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'button', class: 'button', 'data-key': 'profile', 'data-testid': 'sewer-profile', onclick: () => void this.profile.open(place, null) }, t('sewer.profile')),
        el('button', { type: 'button', class: 'button', 'data-key': 'zoom', onclick: () => this.zoom() }, t('sewer.zoom')),
        el('button', { type: 'button', class: 'button', 'data-key': 'clear', onclick: () => this.model.clear() }, t('sewer.clear')),
      ),
      this.breaks(down.breaks),
      this.hookups(down.hookups, down.breaks),
      this.ends(down.ends),
      this.whatIf(),
    ];
  }

  private zoom(): void {
    const bounds = this.model.draw();
    if (bounds) this.app.map.fit(bounds.pad(0.15), 18);
  }

  private breaks(breaks: SewerBreak[]): HTMLElement | null {
    if (breaks.length === 0) return null;
    return el(
      'section',
      {},
      el('h3', {}, this.app.t('role.break')),
      el('ul', { class: 'rows' }, ...breaks.map((item) => el('li', {}, el('div', { class: 'warning-text' }, pick(item, this.app.lang()))))),
    );
  }

  private hookups(hookups: Hookup[], breaks: SewerBreak[]): HTMLElement | null {
    const { t } = this.app;
    const well = breaks[0]?.node;
    if (hookups.length === 0 || !well) return null;
    return el(
      'section',
      { 'data-testid': 'sewer-hookups' },
      el('h3', {}, t('sewer.hookups', { n: hookups.length })),
      el(
        'div',
        { class: 'table-scroll', tabindex: 0 },
        el(
          'table',
          {},
          el('thead', {}, el('tr', {}, ...(['sewer.node', 'sewer.distance', 'sewer.drop', 'sewer.slope'] as const).map((key) => el('th', { scope: 'col' }, t(key))), el('th', { scope: 'col' }, ''))),
          el('tbody', {}, ...hookups.slice(0, LISTED).map((item) => this.hookup(item, well))),
        ),
      ),
    );
  }

  private hookup(item: Hookup, well: string): HTMLElement {
    const { t } = this.app;
    const number = (value: number | null) => (value === null ? t('sewer.unknown') : formatNumber(Math.round(value * 100) / 100, this.app.lang()));
    return el(
      'tr',
      { class: item.accepted ? null : 'muted' },
      el('th', { scope: 'row' }, item.node),
      el('td', {}, number(item.distance_m)),
      el('td', {}, number(item.drop_m)),
      el('td', {}, number(item.slope_permille)),
      el(
        'td',
        {},
        item.accepted
          ? el('button', { type: 'button', class: 'link', onclick: () => void this.ask({ type: 'connect', from: well, to: item.node }) }, t('sewer.try'))
          : t(`sewer.rejected.${item.rejection ?? 'ADVERSE'}` as 'sewer.rejected.ADVERSE'),
      ),
    );
  }

  private ends(ends: TraceEnd[]): HTMLElement | null {
    if (ends.length === 0) return null;
    const lang = this.app.lang();
    return el(
      'details',
      { class: 'card' },
      el('summary', {}, this.app.t('sewer.ends', { n: ends.length })),
      el(
        'ul',
        { class: 'rows' },
        ...ends.slice(0, LISTED).map((end) => el('li', {}, el('div', {}, el('strong', {}, lang === 'en' ? end.result_en : end.result_zh), ` ${end.node} · ${formatNumber(Math.round(end.length_m), lang)} m`))),
      ),
    );
  }

  private whatIf(): HTMLElement | null {
    const { t } = this.app;
    const { answer } = this.model;
    if (!answer) return null;
    const pipes = new Set(answer.down.breaks.filter(({ type }) => type === 'REVERSED').map(({ object }) => object));
    if (answer.down.from.kind === 'PIPE') pipes.add(answer.down.from.id);
    if (pipes.size === 0 && !this.changes) return null;
    return el(
      'section',
      { 'data-testid': 'sewer-what-if' },
      el('h3', {}, t('sewer.whatIf')),
      ...[...pipes].map((pipe) =>
        el(
          'div',
          { class: 'row' },
          el('span', { class: 'grow' }, pipe),
          el('button', { type: 'button', class: 'button', 'data-key': `flip-${pipe}`, 'data-testid': 'what-if-flip', onclick: () => void this.ask({ type: 'flip', pipe }) }, t('sewer.flip')),
          el('button', { type: 'button', class: 'button', 'data-key': `delete-${pipe}`, 'data-testid': 'what-if-delete', onclick: () => void this.ask({ type: 'delete', pipe }) }, t('sewer.delete')),
        ),
      ),
      this.changed(),
    );
  }

  private changed(): HTMLElement | null {
    const { t } = this.app;
    const lang = this.app.lang();
    if (!this.changes) return el('p', { class: 'fine' }, t('sewer.whatIf.hint'));
    const { found } = this.changes;
    return el(
      'div',
      { 'data-testid': 'what-if-result', role: 'status' },
      el('p', {}, found.length === 0 ? t('sewer.whatIf.nobody') : t('sewer.whatIf.changed', { n: found.length })),
      el(
        'ul',
        { class: 'rows' },
        ...found.slice(0, LISTED).map((item) =>
          el(
            'li',
            {},
            el(
              'button',
              { type: 'button', onclick: () => this.app.open({ kind: 'community', id: item.community }) },
              el('strong', {}, item.name || item.community),
              el('span', { class: 'muted' }, `${pick(item.before, lang)} → ${pick(item.after, lang)}`),
            ),
          ),
        ),
      ),
    );
  }

  private async ask(change: NetworkChange): Promise<void> {
    try {
      const found = await this.app.busy.run(this.app.t('sewer.whatIf'), () => api.whatIf([change]));
      this.changes = { asked: change, found };
      this.render();
    } catch (error) {
      this.app.toasts.error(error);
    }
  }
}
