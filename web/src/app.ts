import type { Dataset, Subject } from './contract';
import type { Translate } from './i18n';
import type { MapView } from './map';
import type { Toasts } from './panels/toasts';
import type { PlanModel } from './plan';
import type { Busy } from './shell/busy';
import type { Shortcuts } from './shell/shortcuts';
import type { Lang, Store } from './state';

/** What panels share. Panels know the app; the app wires them together in main.ts. */
export interface App {
  readonly store: Store;
  readonly map: MapView;
  readonly plan: PlanModel;
  readonly toasts: Toasts;
  readonly busy: Busy;
  readonly shortcuts: Shortcuts;
  dataset: Dataset;
  t: Translate;
  lang(): Lang;
  /** Reads the dataset and the plan again and refreshes everything shown. */
  reload(): Promise<void>;
  /** Opens the panel of a community or building. */
  open(subject: Subject): void;
  /** Lists who is in a class of the present theme. */
  listClass(code: string): void;
}

/** A part of the page that can write itself again, for example in another language. */
export interface Panel {
  readonly node: HTMLElement;
  render(): void;
}
