import { isAbort } from '../api';
import type { App } from '../app';
import type { ShapeCollection } from '../contract';
import * as api from './api';
import type { SewerTrace } from './contract';

/** A place asked about, with what drains to it and where its water goes. */
export interface Answer {
  place: string;
  up: SewerTrace;
  down: SewerTrace;
}

/** The one question about the network that the page shows; tool and panel share it. */
export class SewerModel {
  answer: Answer | null = null;
  private asking: AbortController | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly app: App) {}

  listen(run: () => void): void {
    this.listeners.push(run);
  }

  /** Traces both ways from a node, a pipe or a community and draws what is found. */
  async ask(place: string): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const [up, down] = await this.app.busy.run(this.app.t('sewer.title'), () =>
        Promise.all([api.trace('upstream', place, asking.signal), api.trace('to-plant', place, asking.signal)]),
      );
      this.answer = { place, up, down };
      this.draw();
      this.tell();
    } catch (error) {
      if (!isAbort(error)) this.app.toasts.error(error);
    }
  }

  clear(): void {
    this.asking?.abort();
    this.answer = null;
    this.app.map.evidence.clear();
    this.tell();
  }

  /** Puts the answer on the map again. */
  draw(): L.LatLngBounds | null {
    if (!this.answer) return null;
    const { up, down } = this.answer;
    const shapes: ShapeCollection = { type: 'FeatureCollection', features: [...up.shapes.features, ...down.shapes.features] };
    return this.app.map.evidence.show(shapes);
  }

  private tell(): void {
    for (const run of this.listeners) run();
  }
}

const models = new WeakMap<App, SewerModel>();

export function sewerOf(app: App): SewerModel {
  let model = models.get(app);
  if (!model) {
    model = new SewerModel(app);
    models.set(app, model);
  }
  return model;
}
