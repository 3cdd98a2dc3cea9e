import * as api from '../api';
import type { App } from '../app';
import { type Area, community, type Leftover, type Plan, type Totals } from '../contract';
import { type IconName, icon } from '../design/icons';
import { el, refill } from '../dom';
import { formatNumber, formatSum, pick } from '../format';
import type { TextKey } from '../i18n';
import type { DockPanel } from '../shell/registry';
import { lifeCircleCard } from './lifeCircle';

/** The planner's desk: selection with live totals, edits, areas and what is left over. */
export class PlanPanel implements DockPanel {
  readonly node = el('div', { class: 'plan' });
  private readonly unfolded = new Set<string>();

  constructor(private readonly app: App) {
    app.plan.listen(() => this.render());
  }

  render(): void {
    const { plan } = this.app.plan;
    const scroll = this.node.parentElement?.scrollTop ?? 0;
    refill(
      this.node,
      this.history(plan),
      this.selection(),
      plan ? this.areas(plan) : el('p', { class: 'muted' }, this.app.t('loading')),
      plan ? this.leftovers(plan) : null,
    );
    if (this.node.parentElement) this.node.parentElement.scrollTop = scroll;
  }

  private button(key: TextKey, run: () => void, options: { enabled?: boolean; testid?: string; icon?: IconName; primary?: boolean; title?: string } = {}) {
    return el(
      'button',
      {
        type: 'button',
        class: options.primary ? 'button primary' : 'button',
        disabled: options.enabled === false || this.app.plan.busy,
        'data-key': key,
        'data-testid': options.testid,
        title: options.title,
        onclick: run,
      },
      options.icon ? icon(options.icon) : null,
      this.app.t(key),
    );
  }

  private history(plan: Plan | null): HTMLElement {
    const { t, plan: model } = this.app;
    const lang = this.app.lang();
    return el(
      'section',
      {},
      el(
        'div',
        { class: 'row' },
        this.button('plan.undo', () => void model.run(api.edits.undo), { enabled: plan?.canUndo ?? false, testid: 'undo', icon: 'undo', title: 'Ctrl+Z' }),
        this.button('plan.redo', () => void model.run(api.edits.redo), { enabled: plan?.canRedo ?? false, testid: 'redo', icon: 'redo', title: 'Ctrl+Y' }),
        this.button('plan.propose', () => void this.propose(), { enabled: plan !== null, testid: 'propose' }),
      ),
      plan?.proof ? el('p', { class: 'fine', 'data-testid': 'plan-proof' }, pick(plan.proof, lang)) : null,
      plan?.lastAction ? el('p', { class: 'fine', role: 'status' }, t('plan.last', { action: pick(plan.lastAction, lang) })) : null,
    );
  }

  private async propose(): Promise<void> {
    const { confirmEdit } = await import('./editDialogs');
    await confirmEdit(this.app, this.app.t('plan.propose'), api.edits.propose);
  }

  private async merge(ids: string[]): Promise<void> {
    const areas = (this.app.plan.plan?.areas ?? []).filter(({ id }) => ids.includes(id));
    const { mergeDialog } = await import('./editDialogs');
    mergeDialog(this.app, areas);
  }

  private selection(): HTMLElement {
    const { t, plan: model } = this.app;
    const size = model.selection.size;
    const inAreas = model.pickedByArea();
    const touch = matchMedia('(pointer: coarse)').matches;
    const ticked = [...model.ticked];
    return el(
      'section',
      { class: 'card open', 'data-testid': 'selection' },
      el(
        'div',
        { class: 'section-head' },
        el('h3', {}, `${t('plan.selection')} ${size || ''}`),
        size > 0
          ? el('button', { type: 'button', class: 'button small', 'data-key': 'clear', 'data-testid': 'clear-selection', onclick: () => model.clear() }, t('plan.clear'))
          : null,
      ),
      size === 0
        ? el('p', { class: 'muted' }, t(touch ? 'plan.hint.touch' : 'plan.hint'))
        : el('div', { 'data-testid': 'totals', 'aria-live': 'polite' }, model.totals ? this.totals(model.totals) : el('p', { class: 'muted' }, t('loading'))),
      el(
        'div',
        { class: 'row' },
        this.button('plan.create', () => void this.create(), { enabled: size > 0, testid: 'create-area', primary: true }),
        ticked.length === 1
          ? this.button('plan.addTo', () => void this.addTo(ticked[0] as string), { enabled: size > 0, testid: 'add-to-area' })
          : null,
        this.button('plan.remove', () => void this.remove(), { enabled: inAreas.size > 0, testid: 'remove-from-area' }),
      ),
      size > 0 ? this.picked() : null,
    );
  }

  private picked(): HTMLElement {
    const { t, plan: model } = this.app;
    return el(
      'ul',
      { class: 'picked' },
      ...[...model.selection].slice(0, 60).map(([id, name]) =>
        el(
          'li',
          { 'data-row': id, 'data-kind': 'community', onmouseenter: () => this.app.map.hover(community(id)), onmouseleave: () => this.app.map.hover(null) },
          el('button', { type: 'button', class: 'link', onclick: () => this.app.open(community(id)) }, name || id),
          el(
            'button',
            { type: 'button', class: 'icon-button small', 'aria-label': t('plan.unselect', { name }), onclick: () => model.toggle(id, name) },
            icon('close'),
          ),
        ),
      ),
      model.selection.size > 60 ? el('li', { class: 'muted' }, `… ${model.selection.size - 60}`) : null,
    );
  }

  private totals(totals: Totals): HTMLElement {
    const { t } = this.app;
    const lang = this.app.lang();
    const item = (key: 'buildings' | 'households' | 'grossFloorArea') =>
      el(
        'div',
        { class: totals[key].missing > 0 ? 'missing' : null },
        el('dt', {}, t(`totals.${key}`)),
        el('dd', {}, formatSum(totals[key], totals.communities, lang)),
      );
    return el(
      'dl',
      { class: 'totals' },
      el('div', {}, el('dt', {}, t('totals.communities')), el('dd', {}, formatNumber(totals.communities, lang))),
      item('households'),
      item('buildings'),
      item('grossFloorArea'),
    );
  }

  private async create(): Promise<void> {
    const { plan: model } = this.app;
    const members = [...model.selection.keys()];
    if (await model.run((revision) => api.edits.create(revision, members))) model.clear();
  }

  private async addTo(area: string): Promise<void> {
    const { plan: model } = this.app;
    const members = [...model.selection.keys()];
    if (await model.run((revision) => api.edits.add(revision, area, members))) model.clear();
  }

  private async remove(): Promise<void> {
    const { plan: model } = this.app;
    const edits = [...model.pickedByArea()].map(
      ([area, members]) =>
        (revision: Plan['revision']) =>
          api.edits.remove(revision, area.id, members),
    );
    if (await model.run(...edits)) model.clear();
  }

  private areas(plan: Plan): HTMLElement {
    const { t, plan: model } = this.app;
    const ticked = [...model.ticked];
    return el(
      'section',
      {},
      el(
        'div',
        { class: 'section-head' },
        el('h3', {}, t('plan.areas', { n: plan.areas.length })),
        this.button('plan.merge', () => void this.merge(ticked), {
          enabled: ticked.length >= 2,
          testid: 'merge-areas',
          title: t('plan.merge.hint'),
        }),
        plan.areas.length > 0
          ? this.button(plan.areas.every(({ locked }) => locked) ? 'plan.unlockAll' : 'plan.lockAll', () => void model.run((revision) => api.edits.lockAll(revision, !plan.areas.every(({ locked }) => locked))), { testid: 'lock-all' })
          : null,
      ),
      plan.areas.length === 0 ? el('p', { class: 'empty' }, t('plan.areas.empty')) : null,
      el('ul', { class: 'areas' }, ...plan.areas.map((area) => this.area(area))),
    );
  }

  private area(area: Area): HTMLElement {
    const { t, plan: model, map } = this.app;
    const name = area.name || area.id;
    const details = el(
      'details',
      { open: this.unfolded.has(area.id) },
      el(
        'summary',
        { 'data-key': `fold-${area.id}` },
        el('strong', {}, name),
        area.locked ? el('span', { class: 'badge locked' }, icon('lock'), t('plan.locked')) : null,
        area.warnings.length > 0 ? el('span', { class: 'badge warning' }, t('plan.warnings', { n: area.warnings.length })) : null,
      ),
      ...(this.unfolded.has(area.id) ? this.areaBody(area) : []),
    );
    details.addEventListener('toggle', () => {
      if (details.open === this.unfolded.has(area.id)) return;
      if (details.open) this.unfolded.add(area.id);
      else this.unfolded.delete(area.id);
      this.render();
    });
    return el(
      'li',
      { class: 'area card', 'data-testid': 'area', 'data-area': area.id },
      el(
        'div',
        { class: 'area-head' },
        el('input', {
          type: 'checkbox',
          checked: model.ticked.has(area.id),
          'aria-label': t('plan.tick', { name }),
          'data-key': `tick-${area.id}`,
          onchange: (event: Event) => model.tick(area.id, (event.target as HTMLInputElement).checked),
        }),
        details,
        area.bbox
          ? el(
              'button',
              { type: 'button', class: 'icon-button small', 'aria-label': `${t('detail.zoom')} ${name}`, title: t('detail.zoom'), onclick: () => map.goTo({ lon: null, lat: null, bbox: area.bbox }) },
              icon('target'),
            )
          : null,
      ),
      this.totals(area.totals),
    );
  }

  /** What an unfolded area shows: warnings, scores, members, and what can be done with it. */
  private areaBody(area: Area): (HTMLElement | null)[] {
    const { t, plan: model, map } = this.app;
    const lang = this.app.lang();
    return [
      ...area.warnings.map((warning) => el('p', { class: 'warning-text' }, pick(warning, lang))),
      this.scores(area),
      area.proof ? el('p', { class: 'muted', 'data-testid': 'proof' }, pick(area.proof, lang)) : null,
      lifeCircleCard(this.app, () => api.areaCircle(area.id)),
      el(
        'ul',
        { class: 'members' },
        ...area.members.map((member) =>
          el(
            'li',
            { 'data-row': member.id, 'data-kind': 'community', onmouseenter: () => map.hover(community(member.id)), onmouseleave: () => map.hover(null) },
            el('button', { type: 'button', class: 'link', onclick: () => this.app.open(community(member.id)) }, member.name || member.id),
            el(
              'button',
              {
                type: 'button',
                class: 'icon-button small',
                disabled: area.locked || model.busy,
                'aria-label': t('plan.leave', { name: member.name }),
                onclick: () => void model.run((revision) => api.edits.remove(revision, area.id, [member.id])),
              },
              icon('close'),
            ),
          ),
        ),
      ),
      el(
        'div',
        { class: 'row' },
        this.button('plan.rename', () => this.rename(area), { enabled: !area.locked }),
        this.button(area.locked ? 'plan.unlock' : 'plan.lock', () => void model.run((revision) => api.edits.lock(revision, area.id, !area.locked))),
        this.button('plan.dissolve', () => this.dissolve(area), { enabled: !area.locked }),
      ),
    ];
  }

  private scores(area: Area): HTMLElement | null {
    if (!area.scores) return null;
    const lang = this.app.lang();
    return el(
      'dl',
      { class: 'totals scores' },
      ...(['adjacent', 'type', 'industry', 'culture'] as const).map((key) => {
        const score = area.scores?.[key] ?? null;
        return el(
          'div',
          { class: score === null ? 'unknown' : null },
          el('dt', {}, this.app.t(`score.${key}`)),
          el('dd', {}, score === null ? (lang === 'en' ? 'unknown' : '未知') : formatNumber(score, lang)),
        );
      }),
    );
  }

  private rename(area: Area): void {
    const name = window.prompt(this.app.t('plan.rename.ask'), area.name)?.trim();
    if (name && name !== area.name) void this.app.plan.run((revision) => api.edits.rename(revision, area.id, name));
  }

  private dissolve(area: Area): void {
    const { t, plan: model } = this.app;
    if (!window.confirm(t('plan.dissolve.confirm', { name: area.name || area.id }))) return;
    void model.run((revision) => api.edits.dissolve(revision, area.id));
  }

  /** Puts a leftover into the nearest area, or a new one, with one click. */
  private fix(item: Leftover): HTMLElement {
    const { t, plan: model, map } = this.app;
    const target = model.plan?.areas.find(({ id }) => id === item.nearest && id !== null);
    const go = () => map.goTo({ lon: item.lon ?? null, lat: item.lat ?? null }, 17);
    return el(
      'div',
      { class: 'row fix' },
      item.lon !== null && item.lon !== undefined
        ? el('button', { type: 'button', class: 'button small', 'data-key': `zoom-${item.id}`, onclick: go }, icon('target'), t('detail.zoom'))
        : null,
      target
        ? el('button', { type: 'button', class: 'button small', disabled: target.locked || model.busy, 'data-key': `fix-${item.id}`, 'data-testid': 'fix-leftover', onclick: () => void model.run((revision) => api.edits.add(revision, target.id, [item.id])) }, t('plan.fix', { area: target.name }))
        : el('button', { type: 'button', class: 'button small', disabled: model.busy, 'data-key': `new-${item.id}`, onclick: () => void model.run((revision) => api.edits.create(revision, [item.id])) }, t('plan.create')),
    );
  }

  private leftovers(plan: Plan): HTMLElement | null {
    if (plan.leftovers.length === 0) return null;
    const { t } = this.app;
    const lang = this.app.lang();
    const details = el(
      'details',
      { class: 'card', open: this.unfolded.has('leftovers') },
      el('summary', { 'data-key': 'leftovers' }, t('plan.leftovers', { n: plan.leftovers.length })),
      el(
        'ul',
        { class: 'rows' },
        ...plan.leftovers.map((item) =>
          el(
            'li',
            {},
            el(
              'button',
              { type: 'button', 'data-row': item.id, 'data-kind': 'community', onclick: () => this.app.open(community(item.id)), onmouseenter: () => this.app.map.hover(community(item.id)), onmouseleave: () => this.app.map.hover(null) },
              el('strong', {}, item.name || item.id),
              el('small', {}, pick(item, lang)),
            ),
            this.fix(item),
          ),
        ),
      ),
    );
    details.addEventListener('toggle', () => {
      if (details.open) this.unfolded.add('leftovers');
      else this.unfolded.delete('leftovers');
    });
    return details;
  }
}
