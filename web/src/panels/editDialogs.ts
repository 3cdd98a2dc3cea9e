import * as api from '../api';
import type { App } from '../app';
import { type Area, community, type ConflictDifference, type Plan, type PlanDelta, type Totals } from '../contract';
import { icon } from '../design/icons';
import { el } from '../dom';
import { formatNumber, formatSum, pick } from '../format';

type Previewed = (revision: Plan['revision'], preview: boolean) => Promise<Plan | PlanDelta>;

/** A small dialog with a title, content and buttons; removed when it is closed. */
function dialog(app: App, title: string, testid: string): { node: HTMLDialogElement; body: HTMLElement; foot: HTMLElement } {
  const body = el('div', { class: 'dialog-body', tabindex: 0, role: 'group', 'aria-label': title });
  const foot = el('div', { class: 'dialog-foot' });
  const node = el('dialog', { class: 'small-dialog', 'aria-label': title, 'data-testid': testid });
  node.append(
    el('div', { class: 'panel-head' }, el('h2', {}, title), el('button', { type: 'button', class: 'icon-button', 'aria-label': app.t('close'), onclick: () => node.close() }, icon('close'))),
    body,
    foot,
  );
  node.addEventListener('close', () => node.remove());
  document.body.append(node);
  return { node, body, foot };
}

/** Shows what an edit would do to each area; saves it when the planner agrees. */
export async function confirmEdit(app: App, title: string, edit: Previewed): Promise<boolean> {
  const { plan, t } = app;
  if (!plan.plan) return false;
  const { revision } = plan.plan;
  let delta: PlanDelta;
  try {
    delta = (await app.busy.run(title, () => edit(revision, true))) as PlanDelta;
  } catch (error) {
    app.toasts.error(error);
    return false;
  }
  const { node, body, foot } = dialog(app, title, 'preview');
  body.append(...previewContent(app, delta));
  return new Promise((resolve) => {
    node.addEventListener('close', () => resolve(node.returnValue === 'save'));
    const save = async () => {
      if (await plan.run((now) => edit(now, false) as Promise<Plan>)) node.close('save');
      else node.close();
    };
    foot.append(
      el('button', { type: 'button', class: 'button', onclick: () => node.close() }, t('cancel')),
      el('button', { type: 'button', class: 'button primary', 'data-testid': 'preview-save', onclick: () => void save() }, t('preview.save')),
    );
    node.showModal();
  });
}

/** Asks which name and id the joined area keeps, and shows what comes out. */
export function mergeDialog(app: App, areas: Area[]): void {
  const { t, plan } = app;
  const { node, body, foot } = dialog(app, t('merge.title'), 'merge-dialog');
  let keep = areas[0] as Area;
  const name = el('input', { class: 'text-field', id: 'merge-name', maxlength: 100, value: keep.name, 'data-testid': 'merge-name' });
  const total = el('div', { 'aria-live': 'polite' });
  const preview = async () => {
    if (!plan.plan) return;
    const { revision } = plan.plan;
    try {
      const ids = areas.map(({ id }) => id);
      const delta = (await api.edits.merge(revision, ids, keep.id, name.value || null, true)) as PlanDelta;
      total.replaceChildren(...previewContent(app, delta));
    } catch (error) {
      node.close();
      app.toasts.error(error);
    }
  };
  body.append(
    el(
      'fieldset',
      { class: 'choices' },
      el('legend', {}, t('merge.keep')),
      ...areas.map((area) =>
        el(
          'label',
          {},
          el('input', {
            type: 'radio',
            name: 'merge-keep',
            checked: area === keep,
            'data-testid': `merge-keep-${area.id}`,
            onchange: () => {
              keep = area;
              name.value = area.name;
              void preview();
            },
          }),
          el('span', {}, area.name || area.id),
          el('span', { class: 'count' }, formatSum(area.totals.households, area.totals.communities, app.lang())),
        ),
      ),
    ),
    el('div', { class: 'field' }, el('label', { for: 'merge-name' }, t('merge.name')), name),
    total,
  );
  const save = async () => {
    const ids = areas.map(({ id }) => id);
    await plan.run((revision) => api.edits.merge(revision, ids, keep.id, name.value || null, false) as Promise<Plan>);
    node.close();
  };
  foot.append(
    el('button', { type: 'button', class: 'button', onclick: () => node.close() }, t('cancel')),
    el('button', { type: 'button', class: 'button primary', 'data-testid': 'merge-save', onclick: () => void save() }, t('plan.merge')),
  );
  node.showModal();
  void preview();
}

/**
 * Somebody else saved first: shows what they changed, lets the planner look at it, and do the own
 * edit again on top of it or leave it. Nothing of either is lost.
 */
export function conflictDialog(app: App, difference: ConflictDifference, again: () => void): void {
  const { t, map } = app;
  const lang = app.lang();
  const { node, body, foot } = dialog(app, t('conflict.title'), 'conflict');
  const name = (item: ConflictDifference['moved'][number]) => item.name || item.id;
  body.append(
    el('p', {}, t('conflict.text')),
    el('p', {}, el('strong', {}, pick({ zh: difference.actionZh, en: difference.actionEn }, lang))),
    difference.moved.length === 0
      ? el('p', { class: 'muted' }, t('conflict.names'))
      : el(
          'ul',
          { class: 'rows' },
          ...difference.moved.slice(0, 100).map((item) =>
            el(
              'li',
              {},
              el(
                'button',
                { type: 'button', onclick: () => (node.close(), app.open(community(item.id)), map.hover(community(item.id))) },
                el('strong', {}, name(item)),
                el('small', {}, item.to ? t('conflict.to', { area: item.to }) : t('conflict.none')),
              ),
            ),
          ),
        ),
  );
  foot.append(
    el('button', { type: 'button', class: 'button', 'data-testid': 'conflict-theirs', onclick: () => node.close() }, t('conflict.theirs')),
    el('button', { type: 'button', class: 'button primary', 'data-testid': 'conflict-mine', onclick: () => (node.close(), again()) }, t('conflict.mine')),
  );
  map.showSelection(new Set([...app.plan.ids(), ...difference.moved.map(({ id }) => id)]), difference.moved.map(({ id }) => id));
  node.addEventListener('close', () => map.showSelection(app.plan.ids(), difference.moved.map(({ id }) => id)));
  node.showModal();
}

function previewContent(app: App, delta: PlanDelta): HTMLElement[] {
  const { t } = app;
  const lang = app.lang();
  const change = (before: Totals | null, after: Totals | null, key: 'buildings' | 'households' | 'grossFloorArea') => {
    const difference = (after?.[key].sum ?? 0) - (before?.[key].sum ?? 0);
    const missing = (after?.[key].missing ?? 0) + (before?.[key].missing ?? 0);
    const known = (totals: Totals | null) => (totals ? totals.communities - totals[key].missing : 0);
    // nothing known on either side is no change of 0
    if (missing > 0 && known(before) + known(after) === 0) return el('td', { class: 'number muted' }, formatSum({ sum: 0, missing }, missing, lang));
    const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
    return el('td', { class: 'number' }, `${sign}${formatNumber(Math.abs(difference), lang)}`, missing > 0 ? el('small', { class: 'muted' }, ` ${t('preview.missing', { n: missing })}`) : null);
  };
  const communities = (totals: Totals | null) => (totals ? formatNumber(totals.communities, lang) : '–');
  const shown = delta.areas.slice(0, 50);
  return [
    el('p', { 'data-testid': 'preview-sentence', class: 'sentence' }, delta.areas.length > 8 ? t('preview.many', { n: delta.areas.length }) : pick(delta, lang)),
    ...(delta.warnings ?? []).map((warning) => el('p', { class: 'warning-text' }, pick(warning, lang))),
    shown.length === 0
      ? el('span', {})
      : el(
          'div',
          { class: 'table-scroll' },
          el(
            'table',
            {},
            el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('preview.area')), ...(['communities', 'households', 'buildings', 'grossFloorArea'] as const).map((key) => el('th', { scope: 'col', class: 'number' }, t(`totals.${key}`))))),
            el(
              'tbody',
              {},
              ...shown.map(({ name, before, after }) =>
                el('tr', {}, el('th', { scope: 'row' }, name), el('td', { class: 'number' }, `${communities(before)} → ${communities(after)}`), change(before, after, 'households'), change(before, after, 'buildings'), change(before, after, 'grossFloorArea')),
              ),
            ),
          ),
        ),
  ];
}
