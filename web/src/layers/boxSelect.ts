import type { Bounds } from '../contract';

/**
 * Drags a box on the map: with Shift held while planning, or with a finger or mouse once the box
 * tool is on. Escape gives up.
 */
export class BoxSelect {
  private tool = false;
  private start: L.Point | null = null;
  private readonly box = document.createElement('div');

  constructor(
    private readonly map: L.Map,
    private readonly enabled: () => boolean,
    private readonly onBox: (bounds: Bounds) => void,
    private readonly onTool: () => void,
  ) {
    this.box.className = 'select-box';
    this.box.hidden = true;
    const node = map.getContainer();
    node.appendChild(this.box);
    node.addEventListener('pointerdown', (event) => this.down(event), true);
    node.addEventListener('pointermove', (event) => this.move(event));
    node.addEventListener('pointerup', (event) => this.up(event));
    node.addEventListener('pointercancel', () => this.stop());
  }

  get active(): boolean {
    return this.tool;
  }

  setTool(on: boolean): void {
    if (on === this.tool) return;
    this.tool = on;
    this.map.getContainer().classList.toggle('box-tool', on);
    if (on) this.map.dragging.disable();
    else this.map.dragging.enable();
    this.onTool();
  }

  /** Gives up a box that is being dragged or the tool. Answers whether there was one. */
  cancel(): boolean {
    const was = this.tool || this.start !== null;
    this.stop();
    this.setTool(false);
    return was;
  }

  private down(event: PointerEvent): void {
    if (!this.enabled() || event.button !== 0 || !(this.tool || event.shiftKey)) return;
    if ((event.target as Element).closest('button, a')) return;
    // an empty box must not turn into a drag of the map or a selection of text
    this.map.dragging.disable();
    event.preventDefault();
    this.start = this.map.mouseEventToContainerPoint(event);
    this.map.getContainer().setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    if (!this.start) return;
    const at = this.map.mouseEventToContainerPoint(event);
    this.box.hidden = false;
    this.box.style.left = `${Math.min(at.x, this.start.x)}px`;
    this.box.style.top = `${Math.min(at.y, this.start.y)}px`;
    this.box.style.width = `${Math.abs(at.x - this.start.x)}px`;
    this.box.style.height = `${Math.abs(at.y - this.start.y)}px`;
  }

  private up(event: PointerEvent): void {
    const { start } = this;
    this.stop();
    if (!start) return;
    const end = this.map.mouseEventToContainerPoint(event);
    if (Math.abs(end.x - start.x) < 5 || Math.abs(end.y - start.y) < 5) return;
    swallowNextClick(this.map.getContainer());
    const a = this.map.containerPointToLatLng(start);
    const b = this.map.containerPointToLatLng(end);
    const bounds = L.latLngBounds(a, b);
    this.setTool(false);
    this.onBox([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
  }

  private stop(): void {
    this.start = null;
    this.box.hidden = true;
    if (!this.tool) this.map.dragging.enable();
  }
}

/** The click that ends a drag is not a click on what lies under it. */
function swallowNextClick(node: HTMLElement): void {
  const swallow = (event: Event) => event.stopPropagation();
  node.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => node.removeEventListener('click', swallow, { capture: true }), 0);
}
