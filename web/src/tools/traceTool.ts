import type { App } from '../app';
import type { Subject } from '../contract';
import { sewerOf } from '../sewer/model';
import type { MapTool } from '../shell/registry';

const LAYERS = ['manhole', 'reach'];

/** A click on a node, a pipe or a community traces its water both ways. */
export class TraceTool implements MapTool {
  private community: Subject | null = null;

  constructor(private readonly app: App) {}

  start(): void {
    this.app.map.map.on('click', this.clicked);
  }

  stop(): void {
    this.app.map.map.off('click', this.clicked);
  }

  /** Hears of the community below the click just before the click itself. */
  pick(subject: Subject | null): void {
    this.community = subject?.kind === 'community' ? subject : null;
  }

  private readonly clicked = (event: L.LeafletMouseEvent) => {
    const tolerance = matchMedia('(pointer: coarse)').matches ? 14 : 6;
    const hit = this.app.map.tiles.featureAt(event.latlng, tolerance, LAYERS);
    const place = hit ? `${hit.layer === 'manhole' ? 'node' : 'pipe'}:${hit.id}` : this.community ? `community:${this.community.id}` : null;
    this.community = null;
    if (!place || !this.app.dataset.pipesVisible) return;
    this.app.store.set({ panel: 'sewer' });
    void sewerOf(this.app).ask(place);
  };
}
