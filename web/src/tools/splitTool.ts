import * as api from '../api';
import type { App } from '../app';
import type { MapTool } from '../shell/registry';
import { Gesture } from './gesture';
import { Stroke } from './stroke';

const STEP_PIXELS = 6;
const NEAR_PIXELS = 40;
const CLICK_PIXELS = 5;

/**
 * Splits an area: along a line that is drawn across it, or along a road that is clicked. The line
 * need not leave the area; the server thinks it on. The split is shown before it is saved.
 */
export class SplitTool implements MapTool {
  private readonly stroke: Stroke;
  private readonly gesture: Gesture;
  private points: L.Point[] = [];

  constructor(private readonly app: App) {
    this.stroke = new Stroke(app.map.map);
    this.gesture = new Gesture(app.map.map, {
      start: (at) => (this.points = [at]),
      move: (at) => this.draw(at),
      end: (at) => void this.end(at),
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

  pick: MapTool['pick'] = () => {};

  private draw(at: L.Point): void {
    const last = this.points[this.points.length - 1];
    if (last && last.distanceTo(at) < STEP_PIXELS) return;
    this.points.push(at);
    this.stroke.show(this.points, false, 3);
  }

  private async end(at: L.Point): Promise<void> {
    const { map, t, toasts } = this.app;
    const first = this.points[0] ?? at;
    const click = this.points.every((point) => point.distanceTo(first) < CLICK_PIXELS);
    const line = this.points.map((point) => map.map.containerPointToLatLng(point)).map(({ lng, lat }) => [lng, lat]);
    const area = this.areaUnder(click ? [at] : this.points);
    this.clear();
    if (!area) {
      toasts.show('info', t('split.noArea'));
      return;
    }
    const road = click ? map.tiles.lineNear(map.map.containerPointToLatLng(at), 'road', 10) : null;
    if (click && !road) {
      toasts.show('info', t('split.noRoad'));
      return;
    }
    const where = road ? { road: road.id } : { line };
    const { confirmEdit } = await import('../panels/editDialogs');
    await confirmEdit(this.app, t('split.title'), (revision, preview) => api.edits.split(revision, area, where, preview));
  }

  /** The area that the line meets most often; a ticked one goes before. */
  private areaUnder(points: L.Point[]): string | null {
    const { plan, map } = this.app;
    if (plan.ticked.size === 1) return [...plan.ticked][0] as string;
    const of = new Map<string, string>();
    for (const area of plan.plan?.areas ?? []) for (const { id } of area.members) of.set(id, area.id);
    const met = new Map<string, number>();
    points.forEach((point, index) => {
      for (const id of map.communitiesAlong(points[index - 1] ?? point, point, points.length > 1 ? 4 : NEAR_PIXELS).keys()) {
        const area = of.get(id);
        if (area) met.set(area, (met.get(area) ?? 0) + 1);
      }
    });
    return [...met].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }

  private clear(): void {
    this.points = [];
    this.stroke.clear();
  }
}
