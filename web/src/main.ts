import './design/index.css';
import * as api from './api';
import type { App, Panel } from './app';
import { community, type Dataset, type SearchResult } from './contract';
import { el } from './dom';
import { pick } from './format';
import { translate } from './i18n';
import { MapView } from './map';
import { Furniture } from './panels/furniture';
import type { ImportDialog } from './panels/importDialog';
import { JobBar } from './panels/jobBar';
import { Legend } from './panels/legend';
import { SearchBox } from './panels/search';
import { SidePanel } from './panels/sidePanel';
import { Toasts } from './panels/toasts';
import { TopBar } from './panels/topBar';
import { PlanModel } from './plan';
import { Busy } from './shell/busy';
import { Dock } from './shell/dock';
import { MapBar } from './shell/mapBar';
import { openShortcutSheet, type Shortcut, Shortcuts } from './shell/shortcuts';
import { startStore, type Store } from './state';
import { BoxTool } from './tools/boxTool';
import { workspaceOf } from './workspaces';

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
const showBrightness = () => (document.documentElement.dataset.look = store.get().brightness);
// before anything that reads the tokens
showBrightness();
store.on(['brightness'], showBrightness);
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
  // stands from the start, so that the map can measure itself
  page.replaceChildren(main);

  const t: App['t'] = (key, values) => translate(store.get().lang, key, values);
  const plan = new PlanModel(store.get().picked);
  const map = new MapView(mapNode, dataset, store, plan.ids());
  const app: App = {
    store,
    map,
    plan,
    toasts,
    busy: new Busy(t),
    shortcuts: new Shortcuts(() => workspaceKeys(dock)),
    dataset,
    t,
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

  const side = new SidePanel(app);
  const dock = new Dock(app);
  const mapBar = new MapBar(app);
  const jobBar = new JobBar(app);
  const importer = importDialog(app);
  const search = new SearchBox(app, (result) => goToResult(app, result));
  const help = () => openShortcutSheet(app);
  const topBar = new TopBar(app, search, { importFiles: importer.open, analyse: () => void jobBar.analyse(), help });
  const legend = new Legend(app);
  const furniture = new Furniture(app);
  const empty = el('div', { class: 'empty-card' });
  page.replaceChildren(
    topBar.node,
    jobBar.node,
    app.busy.bar,
    el('div', { class: 'desk' }, dock.rail, dock.node, el('div', { class: 'stage' }, app.busy.line, mapBar.node, main)),
  );
  main.append(legend.node, furniture.node, side.node, empty);

  const panels: Panel[] = [topBar, search, jobBar, dock, mapBar, legend, furniture, side];
  const renderAll = () => {
    for (const panel of panels) panel.render();
    importer.render();
    mapNode.setAttribute('aria-label', app.t('map'));
    showEmpty(app, empty, importer.open);
    setDocumentLang(store, app.dataset);
  };

  wireMap(app, side, mapBar);
  wirePlan(app, side, dock);
  wireState(app, side, legend, renderAll);
  wireKeys(app, side, search, mapBar, help);
  toasts.showPlace = (place) => {
    map.goTo(place);
    map.mark(place);
  };

  renderAll();
  map.startView(dataset, store.get());
  const loadPlan = () => void plan.load().catch((error) => toasts.error(error));
  // what a plan holds takes the server a while to say: the map comes first
  map.tiles.once('load', loadPlan);
  if (store.get().selected) void side.openSubject(store.get().selected);
  Object.assign(window.lianpian as object, {
    map: map.map,
    evidenceCount: () => map.evidence.count,
    tilesSettled: () => map.tiles.settled,
  });
}

/** The import is loaded when it is first opened. */
function importDialog(app: App): { open: () => void; render: () => void } {
  let loading: Promise<ImportDialog> | null = null;
  const load = async () => {
    const dialog = new (await import('./panels/importDialog')).ImportDialog(app);
    document.body.append(dialog.node, dialog.bar);
    return dialog;
  };
  const open = () => {
    loading ??= load();
    app.busy.run(app.t('import.title'), () => loading as Promise<ImportDialog>).then(
      (dialog) => dialog.open(),
      (error: unknown) => {
        loading = null;
        app.toasts.error(error, open);
      },
    );
  };
  return { open, render: () => void loading?.then((dialog) => dialog.render()) };
}

function wireMap(app: App, side: SidePanel, mapBar: MapBar): void {
  const { map, plan, toasts, t } = app;
  const planning = () => store.get().workspace === 'planner';
  map.onPick = (subject, name, event) => {
    if (mapBar.pick(subject, name)) return;
    if (planning() && (event.ctrlKey || event.metaKey) && subject?.kind === 'community') plan.toggle(subject.id, name);
    else store.set({ selected: subject });
  };
  // Shift and drag is a box with every tool that does not draw itself
  new BoxTool(app, (event) => event.shiftKey && planning() && ['inspect', 'pick'].includes(store.get().tool)).start();
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

function wirePlan(app: App, side: SidePanel, dock: Dock): void {
  const { plan, map, toasts, t } = app;
  plan.listen((changed) => {
    if (changed.length > 0) {
      map.showSelection(plan.ids(), changed);
      store.set({ picked: [...plan.ids()].sort() });
    }
    dock.renderRail();
    const { selected } = store.get();
    if (selected?.kind === 'community' && changed.includes(selected.id)) side.render();
  });
  let following = false;
  plan.onPlan = (next) => {
    map.refresh(app.dataset, String(next.revision));
    if (next.delta && next.delta.areas.length > 0 && next.delta.areas.length <= 4) toasts.show('success', pick(next.delta, app.lang()));
    if (following) return;
    following = true;
    api.followPlan((event) => {
      if (plan.busy || !plan.plan || event.plan === plan.plan.revision) return;
      plan.load().then(
        () => toasts.show('info', t('plan.others'), plan.plan?.lastAction ? pick(plan.plan.lastAction, app.lang()) : null),
        (error: unknown) => toasts.error(error),
      );
    });
  };
  plan.onError = (error) => toasts.error(error);
  plan.onConflict = (difference, again) => {
    if (!difference) {
      toasts.show('error', t('plan.conflict'));
      return;
    }
    import('./panels/editDialogs').then(({ conflictDialog }) => conflictDialog(app, difference, again), toasts.error.bind(toasts));
  };

}

function wireState(app: App, side: SidePanel, legend: Legend, renderAll: () => void): void {
  const { map, plan } = app;
  store.on(['theme'], () => {
    side.closeList();
    map.evidence.clear();
    side.resetView();
    legend.render();
    side.render();
  });
  store.on(['theme', 'layers', 'brightness'], () => map.restyle(app.dataset, plan.ids()));
  store.on(['selected'], ({ selected }, before) => {
    map.select(selected, before.selected);
    map.mark(null);
    void side.openSubject(selected);
  });
  store.on(['lang'], (state) => {
    map.setLang(state);
    renderAll();
  });
}

/** The keys of the panels and tools of the present workspace. */
function workspaceKeys(dock: Dock): Shortcut[] {
  const { panels, tools } = workspaceOf(store.get().workspace);
  return [
    ...panels.flatMap(({ id, key, title }) => (key ? [{ keys: key, title, group: 'keys.panels' as const, run: () => dock.toggle(id) }] : [])),
    ...(tools.length < 2 ? [] : tools.map(({ id, key, title }) => ({ keys: key, title, group: 'keys.tools' as const, run: () => store.set({ tool: id }) }))),
  ];
}

function wireKeys(app: App, side: SidePanel, search: SearchBox, mapBar: MapBar, help: () => void): void {
  const { plan } = app;
  const focusMap = () => document.getElementById('map')?.focus();
  const edit = (possible: boolean | undefined, run: (typeof api.edits)['undo']) => {
    if (store.get().workspace !== 'planner' || !possible) return false;
    void plan.run(run);
    return true;
  };
  app.shortcuts.add(
    { keys: '/', title: 'key.search', group: 'keys.map', run: () => search.focus() },
    {
      keys: 'Esc',
      title: 'key.cancel',
      group: 'keys.map',
      run: () => {
        if (mapBar.cancel()) return true;
        if (!side.close()) {
          if (!store.get().panel) return false;
          store.set({ panel: null });
        }
        focusMap();
        return true;
      },
    },
    { keys: '?', title: 'key.help', group: 'keys.map', run: help },
    { keys: 'Ctrl+Z', title: 'plan.undo', group: 'keys.plan', run: () => edit(plan.plan?.canUndo, api.edits.undo) },
    { keys: 'Ctrl+Y / Ctrl+Shift+Z', title: 'plan.redo', group: 'keys.plan', run: () => edit(plan.plan?.canRedo, api.edits.redo) },
  );
}

function goToResult(app: App, result: SearchResult): void {
  app.map.goTo(result, 17);
  if (result.kind === 'community') {
    app.open(community(result.id));
  } else {
    app.store.set(result.kind === 'area' ? { selected: null, workspace: 'planner', panel: 'areas' } : { selected: null });
    app.map.mark(result.kind === 'area' ? null : result);
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
