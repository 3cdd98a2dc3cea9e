/** A line or ring that is being drawn, over the map and in its pixels. */
export class Stroke {
  private readonly canvas = document.createElement('canvas');

  constructor(private readonly map: L.Map) {
    this.canvas.className = 'tool-canvas';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.hidden = true;
    map.getContainer().appendChild(this.canvas);
  }

  /** Draws points as a line, closed and filled when it is a ring. */
  show(points: readonly L.Point[], ring = false, width = 2): void {
    const context = this.begin();
    if (!context || points.length === 0) return;
    const style = getComputedStyle(document.documentElement);
    context.strokeStyle = style.getPropertyValue('--map-pick-line');
    context.fillStyle = style.getPropertyValue('--map-pick');
    context.lineWidth = width;
    context.lineJoin = context.lineCap = 'round';
    context.setLineDash(ring ? [6, 4] : []);
    context.beginPath();
    points.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    if (ring) {
      context.closePath();
      context.globalAlpha = 0.16;
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    context.stroke();
  }

  /** Draws the round tip of a brush. */
  tip(at: L.Point, radius: number): void {
    const context = this.begin();
    if (!context) return;
    const style = getComputedStyle(document.documentElement);
    context.strokeStyle = style.getPropertyValue('--map-pick-line');
    context.fillStyle = style.getPropertyValue('--map-pick');
    context.lineWidth = 2;
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.globalAlpha = 0.2;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  }

  clear(): void {
    this.canvas.hidden = true;
  }

  remove(): void {
    this.canvas.remove();
  }

  private begin(): CanvasRenderingContext2D | null {
    const { x, y } = this.map.getSize();
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    if (this.canvas.width !== x * ratio || this.canvas.height !== y * ratio) {
      this.canvas.width = x * ratio;
      this.canvas.height = y * ratio;
      this.canvas.style.width = `${x}px`;
      this.canvas.style.height = `${y}px`;
    }
    this.canvas.hidden = false;
    const context = this.canvas.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    context?.clearRect(0, 0, x, y);
    return context;
  }
}
