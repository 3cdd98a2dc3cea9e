import * as api from '../api';
import type { App } from '../app';
import type { Subject } from '../contract';
import type { MapTool } from '../shell/registry';
import { pickAll } from './picking';

/** A click picks the whole sub-district or the whole road block of the community under it. */
export class GroupTool implements MapTool {
  constructor(
    private readonly app: App,
    private readonly group: 'streetOf' | 'blockOf',
  ) {}

  start(): void {}

  stop(): void {}

  pick(subject: Subject | null): void {
    if (subject?.kind === 'community') void pickAll(this.app, (signal) => api.selectGroup(this.group, subject.id, signal));
    else this.app.toasts.show('info', this.app.t('tools.noCommunity'));
  }
}
