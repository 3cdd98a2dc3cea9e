import * as api from '../api';
import type { App } from '../app';
import { el } from '../dom';
import type { MapTool } from '../shell/registry';
import { Gesture } from './gesture';
import { pickAll, togglePick } from './picking';

/** Drags a box; the communities in it are picked, with Alt they are taken out. */
export class BoxTool implements MapTool {
  private readonly box = el('div', { class: 'select-box', hidden: true });
  private readonly gesture: Gesture;
  private from: L.Point | null = null;

  /** @param wanted which presses begin a box; every one when it is the chosen tool */
  constructor(
    private readonly app: App,
    wanted?: (event: PointerEvent) => boolean,
  ) {
    const { map } = app.map;
    map.getContainer().appendChild(this.box);
    this.gesture = new Gesture(
      map,
      {
        start: (at) => (this.from = at),
        move: (at) => this.draw(at),
        end: (at, event) => this.end(at, event.altKey),
        cancel: () => this.clear(),
      },
      wanted,
    );
  }

  start(): void {
    this.gesture.start();
  }

  stop(): void {
    this.gesture.stop();
  }

  cancel(): boolean {
    return this.gesture.cancel();
  }

  /** A click without a drag picks as the other tools do. */
  pick: MapTool['pick'] = (subject, name) => togglePick(this.app, subject, name);

  private draw(at: L.Point): void {
    if (!this.from) return;
    this.box.hidden = false;
    this.box.style.left = `${Math.min(at.x, this.from.x)}px`;
    this.box.style.top = `${Math.min(at.y, this.from.y)}px`;
    this.box.style.width = `${Math.abs(at.x - this.from.x)}px`;
    this.box.style.height = `${Math.abs(at.y - this.from.y)}px`;
  }

  private end(at: L.Point, remove: boolean): void {
    const { from } = this;
    this.clear();
    if (!from || Math.abs(at.x - from.x) < 5 || Math.abs(at.y - from.y) < 5) return;
    const { map } = this.app.map;
    const bounds = L.latLngBounds(map.containerPointToLatLng(from), map.containerPointToLatLng(at));
    const box: Parameters<typeof api.selectBox>[0] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    void pickAll(this.app, (signal) => api.selectBox(box, signal), remove);
  }

  private clear(): void {
    this.from = null;
    this.box.hidden = true;
  }
}
