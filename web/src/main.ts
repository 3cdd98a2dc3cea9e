import './style.css';
import * as api from './api';
import type { App, Panel } from './app';
import { community, type Dataset, type SearchResult } from './contract';
import { el } from './dom';
import { translate } from './i18n';
import { BoxSelect } from './layers/boxSelect';
import { MapView } from './map';
import { Furniture } from './panels/furniture';
import { ImportDialog } from './panels/importDialog';
import { JobBar } from './panels/jobBar';
import { Legend } from './panels/legend';
import { PlanPanel } from './panels/planPanel';
import { SearchBox } from './panels/search';
import { SidePanel } from './panels/sidePanel';
import { Toasts } from './panels/toasts';
import { TopBar } from './panels/topBar';
import { PlanModel } from './plan';
import { startStore, type Store } from './state';

declare global {
  interface Window {
    /** For tests: wait on conditions of the map instead of on time. */
    lianpian?: {
      ready: Promise<void>;
      map?: L.Map;
      evidenceCount?: () => number;
      tilesSettled?: () => boolean;
    };
  }
}

const store = startStore();
const page = document.getElementById('app') as HTMLElement;
window.lianpian = { ready: start() };

/** Reads the dataset, again on request while the server cannot be reached, then builds the page. */
async function start(): Promise<void> {
  const toasts = new Toasts(() => store.get().lang);
  document.body.appendChild(toasts.node);
  setDocumentLang(store, null);
  for (;;) {
    page.replaceChildren(el('p', { class: 'splash', role: 'status' }, translate(store.get().lang, 'loading')));
    const dataset = await api.dataset().catch((error: unknown) => {
      page.replaceChildren();
      return new Promise<null>((again) => toasts.error(error, () => again(null)));
    });
    if (dataset) {
      build(dataset, toasts);
      return;
    }
  }
}

function setDocumentLang(from: Store, dataset: Dataset | null): void {
  const { lang } = from.get();
  document.documentElement.lang = lang;
  const brand = translate(lang, 'brand');
  document.title = dataset ? `${dataset.name} · ${brand}` : brand;
}

function build(dataset: Dataset, toasts: Toasts): void {
  const mapNode = el('div', { id: 'map', role: 'application', tabindex: 0, 'data-testid': 'map' });
  const main = el('main', {}, mapNode);
  page.replaceChildren(main);
  document.body.classList.toggle('planning', store.get().mode === 'plan');

  const plan = new PlanModel();
  const map = new MapView(mapNode, dataset, store, plan.ids());
  const app: App = {
    store,
    map,
    plan,
    toasts,
    dataset,
    t: (key, values) => translate(store.get().lang, key, values),
    lang: () => store.get().lang,
    reload: async () => {
      app.dataset = await api.dataset();
      await plan.load();
      map.restyle(app.dataset, plan.ids());
      renderAll();
      if (store.get().selected) await side.openSubject(store.get().selected);
    },
    open: (subject) => store.set({ selected: subject }),
    listClass: (code) => void side.openList(code),
  };

  const box = new BoxSelect(
    map.map,
    () => store.get().mode === 'plan',
    (bounds) => void pickBox(app, bounds),
    () => planPanel.render(),
  );
  const planPanel = new PlanPanel(app, () => box.setTool(!box.active), () => box.active);
  const side = new SidePanel(app, planPanel);
  const importDialog = new ImportDialog(app);
  const jobBar = new JobBar(app);
  const search = new SearchBox(app, (result) => goToResult(app, result));
  const topBar = new TopBar(app, search, { importFiles: () => importDialog.open(), analyse: () => void jobBar.analyse() });
  const legend = new Legend(app);
  const furniture = new Furniture(app);
  const empty = el('div', { class: 'empty-card' });
  page.prepend(topBar.node, jobBar.node);
  main.append(legend.node, furniture.node, side.node, empty);
  document.body.append(importDialog.node, importDialog.bar);

  const panels: Panel[] = [topBar, search, jobBar, legend, furniture, planPanel, side, importDialog];
  const renderAll = () => {
    for (const panel of panels) panel.render();
    mapNode.setAttribute('aria-label', app.t('map'));
    showEmpty(app, empty, () => importDialog.open());
    setDocumentLang(store, app.dataset);
  };

  wireMap(app, side);
  wirePlan(app, side, planPanel);
  wireState(app, side, topBar, legend, box, renderAll);
  wireKeys(app, side, search, box);

  renderAll();
  map.startView(dataset, store.get());
  const loadPlan = () => void plan.load().catch((error) => toasts.error(error));
  // what a plan holds takes the server a while to say: the map comes first
  if (store.get().mode === 'plan') loadPlan();
  else map.tiles.once('load', loadPlan);
  if (store.get().selected) void side.openSubject(store.get().selected);
  Object.assign(window.lianpian as object, {
    map: map.map,
    evidenceCount: () => map.evidence.count,
    tilesSettled: () => map.tiles.settled,
  });
}

function wireMap(app: App, side: SidePanel): void {
  const { map, plan, toasts, t } = app;
  map.onPick = (subject, name) => {
    if (app.store.get().mode === 'browse') app.store.set({ selected: subject });
    else if (subject?.kind === 'community') plan.toggle(subject.id, name);
  };
  map.onHover = (subject) => side.markRow(subject);
  let told = false;
  map.onFailure = () => {
    if (told) return;
    told = true;
    const again = () => {
      told = false;
      map.retry();
    };
    toasts.show('error', t('tiles.failed'), null, { label: t('retry'), run: again });
  };
}

function wirePlan(app: App, side: SidePanel, planPanel: PlanPanel): void {
  const { plan, map, toasts, t } = app;
  plan.onChange = (changed) => {
    map.showSelection(plan.ids(), changed);
    planPanel.render();
    const { selected } = app.store.get();
    if (selected?.kind === 'community' && changed.includes(selected.id)) side.render();
  };
  plan.onPlan = (next) => map.refresh(app.dataset, String(next.revision));
  plan.onError = (error) => toasts.error(error);
  plan.onConflict = () => toasts.show('error', t('plan.conflict'));
}

function wireState(app: App, side: SidePanel, topBar: TopBar, legend: Legend, box: BoxSelect, renderAll: () => void): void {
  const { map, plan } = app;
  store.on(['theme'], () => {
    side.closeList();
    map.evidence.clear();
    side.resetView();
    topBar.render();
    legend.render();
    side.render();
  });
  store.on(['layers'], () => legend.render());
  store.on(['theme', 'layers'], () => map.restyle(app.dataset, plan.ids()));
  store.on(['selected'], ({ selected }, before) => {
    map.select(selected, before.selected);
    map.mark(null);
    void side.openSubject(selected);
  });
  store.on(['mode'], ({ mode }) => {
    if (mode === 'browse') {
      box.cancel();
      plan.clear();
    }
    document.body.classList.toggle('planning', mode === 'plan');
    topBar.render();
    side.render();
  });
  store.on(['lang'], (state) => {
    map.setLang(state);
    renderAll();
  });
}

function wireKeys(app: App, side: SidePanel, search: SearchBox, box: BoxSelect): void {
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, dialog');
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      if (!box.cancel() && side.close()) document.getElementById('map')?.focus();
    } else if (event.key === '/' && !typing) {
      event.preventDefault();
      search.focus();
    } else if ((event.ctrlKey || event.metaKey) && !typing && app.store.get().mode === 'plan') {
      const key = event.key.toLowerCase();
      const undo = key === 'z' && !event.shiftKey;
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (undo && app.plan.plan?.canUndo) void app.plan.run(api.edits.undo);
      if (redo && app.plan.plan?.canRedo) void app.plan.run(api.edits.redo);
      if (undo || redo) event.preventDefault();
    }
  });
}

function goToResult(app: App, result: SearchResult): void {
  app.map.goTo(result, 17);
  if (result.kind === 'community') {
    app.open(community(result.id));
  } else {
    app.store.set(result.kind === 'area' ? { selected: null, mode: 'plan' } : { selected: null });
    app.map.mark(result.kind === 'area' ? null : result);
  }
}

async function pickBox(app: App, bounds: Parameters<typeof api.selectBox>[0]): Promise<void> {
  try {
    const ids = await api.selectBox(bounds);
    const names = new Map(app.map.tiles.seen('community').map(({ feature }) => [feature.id, String(feature.properties.name ?? '')]));
    app.plan.add(ids, (id) => names.get(id) || id);
  } catch (error) {
    app.toasts.error(error);
  }
}

function showEmpty(app: App, node: HTMLElement, importFiles: () => void): void {
  node.hidden = (app.dataset.counts.community ?? 0) > 0;
  node.replaceChildren(
    el('h2', {}, app.t('empty.title')),
    el('p', {}, app.t('empty.text')),
    el('button', { type: 'button', class: 'button primary', onclick: importFiles }, app.t('import')),
  );
}
