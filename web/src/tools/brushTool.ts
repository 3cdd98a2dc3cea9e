import type { App } from '../app';
import type { MapTool } from '../shell/registry';
import { Gesture } from './gesture';
import { Stroke } from './stroke';

const RADIUS_PIXELS = 5;

/** Picks what the brush touches, at once; with Alt it takes out. */
export class BrushTool implements MapTool {
  private readonly stroke: Stroke;
  private readonly gesture: Gesture;
  private last: L.Point | null = null;

  constructor(private readonly app: App) {
    this.stroke = new Stroke(app.map.map);
    this.gesture = new Gesture(app.map.map, {
      start: (at, event) => this.touch(at, event.altKey),
      move: (at, event) => this.touch(at, event.altKey),
      end: () => this.clear(),
      cancel: () => this.clear(),
    });
  }

  start(): void {
    this.gesture.start();
  }

  stop(): void {
    this.gesture.stop();
    this.clear();
  }

  cancel(): boolean {
    return this.gesture.cancel();
  }

  private touch(at: L.Point, remove: boolean): void {
    const found = this.app.map.communitiesAlong(this.last ?? at, at, RADIUS_PIXELS);
    this.last = at;
    this.stroke.tip(at, RADIUS_PIXELS);
    if (remove) this.app.plan.unpick(found.keys());
    else this.app.plan.add(found.keys(), (id) => found.get(id) || id);
  }

  private clear(): void {
    this.last = null;
    this.stroke.clear();
  }

  /** A press without a drag has picked already: the click that follows must not undo it. */
  pick: MapTool['pick'] = () => {};

}
