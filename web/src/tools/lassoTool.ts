import * as api from '../api';
import type { App } from '../app';
import type { MapTool } from '../shell/registry';
import { Gesture } from './gesture';
import { pickAll, togglePick } from './picking';
import { Stroke } from './stroke';

const STEP_PIXELS = 4;

/** Draws a free ring; the communities in it are picked, with Alt they are taken out. */
export class LassoTool implements MapTool {
  private readonly stroke: Stroke;
  private readonly gesture: Gesture;
  private points: L.Point[] = [];

  constructor(private readonly app: App) {
    const { map } = app.map;
    this.stroke = new Stroke(map);
    this.gesture = new Gesture(map, {
      start: (at) => (this.points = [at]),
      move: (at) => this.draw(at),
      end: (_, event) => this.end(event.altKey),
      cancel: () => this.clear(),
    });
  }

  start(): void {
    this.gesture.start();
  }

  stop(): void {
    this.gesture.stop();
    this.stroke.clear();
  }

  cancel(): boolean {
    return this.gesture.cancel();
  }

  pick: MapTool['pick'] = (subject, name) => togglePick(this.app, subject, name);

  private draw(at: L.Point): void {
    const last = this.points[this.points.length - 1];
    if (last && last.distanceTo(at) < STEP_PIXELS) return;
    this.points.push(at);
    this.stroke.show(this.points, true);
  }

  private end(remove: boolean): void {
    const { map } = this.app.map;
    const ring = this.points.map((point) => map.containerPointToLatLng(point)).map(({ lng, lat }) => [lng, lat]);
    this.clear();
    if (ring.length < 3) return;
    ring.push(ring[0] as number[]);
    void pickAll(this.app, (signal) => api.selectRing(ring, signal), remove);
  }

  private clear(): void {
    this.points = [];
    this.stroke.clear();
  }
}
