import type { App, Panel } from '../app';
import type { Subject, ThemeId } from '../contract';
import type { IconName } from '../design/icons';
import type { TextKey } from '../i18n';

export type WorkspaceId = 'planner' | 'engineer' | 'leader';

/** A panel that stands in the dock while its button in the rail is pressed. */
export interface DockPanel extends Panel {
  /** Called each time it comes to stand in the dock. */
  opened?(): void;
  /** Called when it leaves the dock: takes its drawings off the map. */
  closed?(): void;
}

/** What the rail has to know about a panel; the panel itself is loaded when it is first opened. */
export interface PanelSpec {
  /** Its name in links (`panel=`) and in test ids (`rail-…`). */
  readonly id: string;
  readonly icon: IconName;
  readonly title: TextKey;
  /** A shorter name below the icon; the title when it is short enough. */
  readonly short?: TextKey;
  /** A single letter that opens and closes it. */
  readonly key?: string;
  load(app: App): Promise<DockPanel>;
  /** Whether this dataset has it; always when left out. */
  shown?(app: App): boolean;
  /** A number on its button, for what waits to be done; nothing for 0. */
  badge?(app: App): number;
}

/** What the mouse or finger does on the map while the tool is chosen. */
export interface MapTool {
  start(): void;
  stop(): void;
  /** Gives up what is half drawn. Answers whether there was something. */
  cancel?(): boolean;
  /** Takes a click on a community, building or nothing; without it a click opens the record. */
  pick?(subject: Subject | null, name: string): void;
  /** A line of choices below the tools, for example to which area a brush paints. */
  readonly options?: HTMLElement;
  /** Writes the options again. */
  render?(): void;
}

export interface ToolSpec {
  readonly id: string;
  readonly icon: IconName;
  readonly title: TextKey;
  /** What to do with it, in one sentence. */
  readonly hint: TextKey;
  readonly key: string;
  /** Starts a new group in the bar. */
  readonly group?: boolean;
  load(app: App): Promise<MapTool>;
}

/** The desk of one role: what it can open, what it can do on the map, which question comes first. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly icon: IconName;
  readonly title: TextKey;
  readonly theme: ThemeId;
  readonly panels: readonly PanelSpec[];
  readonly tools: readonly ToolSpec[];
}
