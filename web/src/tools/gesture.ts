export interface Handlers {
  start(at: L.Point, event: PointerEvent): void;
  move(at: L.Point, event: PointerEvent): void;
  end(at: L.Point, event: PointerEvent): void;
  /** It ended without an end: Escape, a call, a second finger. */
  cancel(): void;
}

const CLICK_PIXELS = 4;

/**
 * Follows one pointer over the map from press to release, in pixels of the map's container. While
 * Space is held, or with a second finger, the map moves instead.
 */
export class Gesture {
  private pointer: number | null = null;
  private from: L.Point | null = null;
  private space = false;
  private on = false;

  /** @param wanted decides for each press whether it begins a gesture */
  constructor(
    private readonly map: L.Map,
    private readonly handlers: Handlers,
    private readonly wanted: (event: PointerEvent) => boolean = () => true,
  ) {}

  start(): void {
    if (this.on) return;
    this.on = true;
    const node = this.map.getContainer();
    node.addEventListener('pointerdown', this.down, true);
    node.addEventListener('pointermove', this.move);
    node.addEventListener('pointerup', this.up);
    node.addEventListener('pointercancel', this.lost);
    document.addEventListener('keydown', this.key);
    document.addEventListener('keyup', this.key);
  }

  stop(): void {
    if (!this.on) return;
    this.on = false;
    this.cancel();
    const node = this.map.getContainer();
    node.removeEventListener('pointerdown', this.down, true);
    node.removeEventListener('pointermove', this.move);
    node.removeEventListener('pointerup', this.up);
    node.removeEventListener('pointercancel', this.lost);
    document.removeEventListener('keydown', this.key);
    document.removeEventListener('keyup', this.key);
  }

  /** Gives up the gesture under way. Answers whether there was one. */
  cancel(): boolean {
    if (this.pointer === null) return false;
    this.release();
    this.handlers.cancel();
    return true;
  }

  private readonly key = (event: KeyboardEvent) => {
    if (event.key === ' ' && !(event.target as Element).closest('input, textarea, select, button')) this.space = event.type === 'keydown';
  };

  private readonly down = (event: PointerEvent) => {
    if (this.pointer !== null) {
      this.cancel();
      return;
    }
    if (event.button !== 0 || this.space || !this.wanted(event)) return;
    if ((event.target as Element).closest('button, a, input')) return;
    // the map must not take the drag, nor the browser select text
    this.map.dragging.disable();
    event.preventDefault();
    this.pointer = event.pointerId;
    this.from = this.map.mouseEventToContainerPoint(event);
    this.map.getContainer().setPointerCapture(event.pointerId);
    this.handlers.start(this.from, event);
  };

  private readonly move = (event: PointerEvent) => {
    if (event.pointerId === this.pointer) this.handlers.move(this.map.mouseEventToContainerPoint(event), event);
  };

  private readonly up = (event: PointerEvent) => {
    if (event.pointerId !== this.pointer) return;
    const at = this.map.mouseEventToContainerPoint(event);
    if (this.from && at.distanceTo(this.from) >= CLICK_PIXELS) swallowNextClick(this.map.getContainer());
    this.release();
    this.handlers.end(at, event);
  };

  private readonly lost = (event: PointerEvent) => {
    if (event.pointerId === this.pointer) this.cancel();
  };

  private release(): void {
    if (this.pointer !== null && this.map.getContainer().hasPointerCapture(this.pointer)) {
      this.map.getContainer().releasePointerCapture(this.pointer);
    }
    this.pointer = null;
    this.from = null;
    this.map.dragging.enable();
  }
}

/** The click that ends a drag is not a click on what lies under it. */
function swallowNextClick(node: HTMLElement): void {
  const swallow = (event: Event) => event.stopPropagation();
  node.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => node.removeEventListener('click', swallow, { capture: true }), 0);
}
