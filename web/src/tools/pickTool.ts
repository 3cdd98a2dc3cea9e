import type { App } from '../app';
import type { Subject } from '../contract';
import type { MapTool } from '../shell/registry';
import { togglePick } from './picking';

/** A click puts a community into the selection or takes it out. */
export class PickTool implements MapTool {
  constructor(private readonly app: App) {}

  start(): void {}

  stop(): void {}

  pick(subject: Subject | null, name: string): void {
    togglePick(this.app, subject, name);
  }
}
