import type { App } from './app';
import type { PanelSpec, ToolSpec, Workspace, WorkspaceId } from './shell/registry';

// Each panel and each tool is one entry here and one file of its own, loaded when it is first used.

const LAYERS: PanelSpec = { id: 'layers', icon: 'layers', title: 'layers', key: 'L', load: async (app) => new (await import('./panels/layersPanel')).LayersPanel(app) };

const WALL_MAP: PanelSpec = { id: 'wall-map', icon: 'print', title: 'wallMap.title', short: 'wallMap.short', key: 'M', load: async (app) => new (await import('./panels/wallMapPanel')).WallMapPanel(app) };

const INSPECT: ToolSpec = { id: 'inspect', icon: 'inspect', title: 'tool.inspect', hint: 'tool.inspect.hint', key: 'V', load: async () => ({ start() {}, stop() {} }) };

/** Only where the server shows pipes. */
const showsPipes = (app: App) => app.dataset.pipesVisible;

export const WORKSPACES: readonly Workspace[] = [
  {
    id: 'planner',
    icon: 'planner',
    title: 'workspace.planner',
    theme: 'package',
    panels: [
      { id: 'areas', icon: 'area', title: 'plan.title', short: 'plan.short', key: 'P', load: async (app) => new (await import('./panels/planPanel')).PlanPanel(app) },
      { id: 'filter', icon: 'filter', title: 'filter.title', short: 'filter.short', key: 'F', load: async (app) => new (await import('./panels/filterPanel')).FilterPanel(app) },
      { id: 'scenarios', icon: 'scenarios', title: 'scenario.title', short: 'scenario.short', key: 'S', load: async (app) => new (await import('./panels/scenarioPanel')).ScenarioPanel(app) },
      LAYERS,
      WALL_MAP,
    ],
    tools: [
      INSPECT,
      { id: 'pick', icon: 'pick', title: 'tool.pick', hint: 'tool.pick.hint', key: 'C', group: true, load: async (app) => new (await import('./tools/pickTool')).PickTool(app) },
      { id: 'box', icon: 'box', title: 'tool.box', hint: 'tool.box.hint', key: 'X', load: async (app) => new (await import('./tools/boxTool')).BoxTool(app) },
      { id: 'lasso', icon: 'lasso', title: 'tool.lasso', hint: 'tool.lasso.hint', key: 'O', load: async (app) => new (await import('./tools/lassoTool')).LassoTool(app) },
      { id: 'brush', icon: 'brush', title: 'tool.brush', hint: 'tool.brush.hint', key: 'B', load: async (app) => new (await import('./tools/brushTool')).BrushTool(app) },
      { id: 'street', icon: 'street', title: 'tool.street', hint: 'tool.street.hint', key: 'J', load: async (app) => new (await import('./tools/groupTool')).GroupTool(app, 'streetOf') },
      { id: 'block', icon: 'block', title: 'tool.block', hint: 'tool.block.hint', key: 'K', load: async (app) => new (await import('./tools/groupTool')).GroupTool(app, 'blockOf') },
      { id: 'paint', icon: 'edit', title: 'tool.paint', hint: 'tool.paint.hint', key: 'A', group: true, load: async (app) => new (await import('./tools/paintTool')).PaintTool(app) },
      { id: 'split', icon: 'split', title: 'tool.split', hint: 'tool.split.hint', key: 'D', load: async (app) => new (await import('./tools/splitTool')).SplitTool(app) },
    ],
  },
  {
    id: 'engineer',
    icon: 'drain',
    title: 'workspace.engineer',
    theme: 'sewer',
    panels: [
      { id: 'sewer', icon: 'pipe', title: 'sewer.title', short: 'sewer.short', key: 'T', shown: showsPipes, load: async (app) => new (await import('./panels/sewerPanel')).SewerPanel(app) },
      { id: 'breaks', icon: 'warning', title: 'sewer.breaks', short: 'sewer.breaks.short', key: 'B', shown: showsPipes, load: async (app) => new (await import('./panels/breaksPanel')).BreaksPanel(app) },
      { id: 'connections', icon: 'ticket', title: 'ledger.title', short: 'ledger.short', key: 'J', shown: showsPipes, load: async (app) => new (await import('./panels/ledgerPanel')).LedgerPanel(app) },
      LAYERS,
      WALL_MAP,
    ],
    tools: [
      INSPECT,
      { id: 'trace', icon: 'profile', title: 'tool.trace', hint: 'tool.trace.hint', key: 'R', load: async (app) => new (await import('./tools/traceTool')).TraceTool(app) },
    ],
  },
  {
    id: 'leader',
    icon: 'overview',
    title: 'workspace.leader',
    theme: 'eligibility',
    panels: [LAYERS, WALL_MAP],
    tools: [INSPECT],
  },
];

export const WORKSPACE_IDS: WorkspaceId[] = WORKSPACES.map(({ id }) => id);

export function workspaceOf(id: WorkspaceId): Workspace {
  const found = WORKSPACES.find((workspace) => workspace.id === id);
  if (!found) throw new Error(`no workspace ${id}`);
  return found;
}
