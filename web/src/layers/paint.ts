import type { Subject } from '../contract';
import { type LayerId, sameSubject } from '../state';
import type { TileFeature } from '../tiles/features';
import type { Ground } from './ground';
import { type ClassStyle, patternTile, pipeColour } from './palette';

/** What decides how tiles look. Changing it repaints; nothing is fetched. */
export interface Look {
  /** Property of a community or building that holds the code of the theme. */
  theme: string;
  styles: Map<string, ClassStyle>;
  layers: Record<LayerId, boolean>;
  selected: Subject | null;
  hovered: Subject | null;
  /** Communities that the planner has selected. */
  selection: Set<string>;
  ground: Ground;
}

/** A feature ready to paint: its outline in CSS pixels of the canvas. */
export interface Shape {
  feature: TileFeature;
  path: Path2D;
  /** For points: centres in pixels. For lines: middles with directions, for arrows. */
  marks: { x: number; y: number; angle: number }[];
}

export type Shapes = Map<string, Shape[]>;

interface RoadStyle {
  width: number;
  fill: keyof Ground;
  casing: keyof Ground;
  minZoom: number;
}

const ROADS: Record<string, RoadStyle> = {
  EXPRESSWAY: { width: 7, fill: 'expressway', casing: 'expresswayCasing', minZoom: 8 },
  ARTERIAL: { width: 6, fill: 'arterial', casing: 'arterialCasing', minZoom: 10 },
  COLLECTOR: { width: 4.5, fill: 'road', casing: 'roadCasing', minZoom: 12 },
  LOCAL: { width: 3, fill: 'road', casing: 'roadCasing', minZoom: 13 },
  ALLEY: { width: 1.6, fill: 'road', casing: 'roadCasing', minZoom: 15 },
  UNKNOWN: { width: 2, fill: 'road', casing: 'roadCasing', minZoom: 14 },
};
const ROAD_ORDER = ['ALLEY', 'UNKNOWN', 'LOCAL', 'COLLECTOR', 'ARTERIAL', 'EXPRESSWAY'];

/** Line widths grow with the zoom: 1 at zoom 16. */
const widening = (zoom: number) => Math.max(0.35, Math.min(3, 2 ** ((zoom - 16) * 0.7)));

/** Paints one tile, from the ground up. The context is in CSS pixels. */
export function paintTile(
  context: CanvasRenderingContext2D,
  shapes: Shapes,
  look: Look,
  zoom: number,
  pixelRatio: number,
): void {
  const of = (layer: string) => shapes.get(layer) ?? [];
  const grow = widening(zoom);
  const { ground } = look;
  context.lineJoin = context.lineCap = 'round';
  for (const shape of of('admin_unit')) line(context, shape.path, ground.admin, zoom > 14 ? 0.8 : 1.2, [6, 4]);
  for (const shape of of('watercourse')) paintWater(context, shape, grow, ground);
  if (look.layers.exclusions) for (const shape of of('exclusion_zone')) paintExclusion(context, shape, pixelRatio);
  if (showsBuildings(look, zoom)) {
    for (const shape of of('building')) paintBuilding(context, shape, look, zoom, pixelRatio);
  }
  if (look.layers.roads) paintRoads(context, of('road'), zoom, grow, ground);
  if (look.layers.roads) for (const shape of of('railway')) paintRailway(context, shape, grow, ground);
  paintCommunities(context, of('community'), look, zoom, pixelRatio);
  if (showsBuildings(look, zoom)) {
    // again as outlines, so that blocks stay readable inside coloured communities
    context.globalAlpha = 0.55;
    for (const shape of of('building')) line(context, shape.path, ground.buildingEdge, zoom >= 17 ? 1 : 0.6);
    context.globalAlpha = 1;
  }
  if (look.layers.areas) for (const shape of of('area')) paintArea(context, shape, zoom, ground);
  if (look.layers.pipes) {
    // pipes lead only where sewage is the question; elsewhere they are a faint ground
    const leading = look.theme === 'sewer';
    context.globalAlpha = leading ? 1 : 0.35;
    for (const shape of of('reach')) paintReach(context, shape, zoom, grow, leading);
    if (leading) for (const shape of of('manhole')) paintManhole(context, shape, zoom);
    context.globalAlpha = 1;
  }
  paintEmphasis(context, of('building'), 'building', look, zoom);
  paintEmphasis(context, of('community'), 'community', look, zoom);
}

export const showsBuildings = (look: Look, zoom: number) => look.layers.buildings && zoom >= 15;

function line(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number, dash: number[] = []) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke(path);
  if (dash.length > 0) context.setLineDash([]);
}

function fill(context: CanvasRenderingContext2D, shape: Shape, colour: string | CanvasPattern, outline: string | null) {
  if (shape.feature.type !== 3) return;
  context.fillStyle = colour;
  context.fill(shape.path, 'evenodd');
  if (outline) line(context, shape.path, outline, 0.8);
}

/** A building with an answer of its own wears its colour. */
function paintBuilding(context: CanvasRenderingContext2D, shape: Shape, look: Look, zoom: number, pixelRatio: number) {
  const style = look.styles.get(String(shape.feature.properties[look.theme] ?? ''));
  fill(context, shape, style ? fillOf(context, style, pixelRatio) : look.ground.building, zoom >= 16 ? look.ground.buildingLine : null);
}

function paintWater(context: CanvasRenderingContext2D, shape: Shape, grow: number, ground: Ground) {
  const hidden = shape.feature.properties.culverted === true;
  if (shape.feature.type === 3) {
    context.globalAlpha = hidden ? 0.35 : 1;
    context.fillStyle = ground.water;
    context.fill(shape.path, 'evenodd');
    context.globalAlpha = 1;
    line(context, shape.path, ground.bank, 1.1, hidden ? [5, 4] : []);
  } else {
    line(context, shape.path, hidden ? ground.bank : ground.stream, Math.max(1.2, 3 * grow), hidden ? [5, 4] : []);
  }
}

const exclusionPatterns = new Map<number, CanvasPattern | null>();

function paintExclusion(context: CanvasRenderingContext2D, shape: Shape, pixelRatio: number) {
  if (shape.feature.type === 3) {
    let pattern = exclusionPatterns.get(pixelRatio);
    if (pattern === undefined) {
      const tile = patternTile({ fill: 'rgba(150,110,60,.10)', pattern: 'hatch' }, pixelRatio);
      pattern = tile && devicePattern(context, tile, pixelRatio);
      exclusionPatterns.set(pixelRatio, pattern);
    }
    if (pattern) {
      context.fillStyle = pattern;
      context.fill(shape.path, 'evenodd');
    }
  }
  line(context, shape.path, '#7a5a2a', 1.4, [8, 3, 2, 3]);
}

function paintRoads(context: CanvasRenderingContext2D, roads: Shape[], zoom: number, grow: number, ground: Ground) {
  const byClass = new Map<string, Shape[]>();
  for (const road of roads) {
    const name = String(road.feature.properties.road_class ?? 'UNKNOWN');
    const key = name in ROADS ? name : 'UNKNOWN';
    byClass.set(key, [...(byClass.get(key) ?? []), road]);
  }
  // all casings first, so that crossings stay open
  for (const pass of ['casing', 'fill'] as const) {
    for (const name of ROAD_ORDER) {
      const style = ROADS[name] as RoadStyle;
      if (zoom < style.minZoom) continue;
      const width = Math.max(0.8, style.width * grow);
      for (const road of byClass.get(name) ?? []) {
        line(context, road.path, ground[style[pass]], pass === 'casing' ? width + 1.6 : width);
      }
    }
  }
}

function paintRailway(context: CanvasRenderingContext2D, shape: Shape, grow: number, ground: Ground) {
  const width = Math.max(1.6, 3 * grow);
  context.lineCap = 'butt';
  line(context, shape.path, ground.rail, width + 1.4);
  line(context, shape.path, ground.road, width, [8, 8]);
  context.lineCap = 'round';
}

const communityPatterns = new Map<string, CanvasPattern | null>();

function devicePattern(context: CanvasRenderingContext2D, tile: HTMLCanvasElement, pixelRatio: number) {
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / pixelRatio));
  return pattern;
}

function fillOf(context: CanvasRenderingContext2D, style: ClassStyle, pixelRatio: number): string | CanvasPattern {
  if (!style.pattern) return style.fill;
  const key = `${style.fill}/${style.pattern}/${pixelRatio}`;
  let pattern = communityPatterns.get(key);
  if (pattern === undefined) {
    const tile = patternTile(style, pixelRatio);
    pattern = tile && devicePattern(context, tile, pixelRatio);
    communityPatterns.set(key, pattern);
  }
  return pattern ?? style.fill;
}

/** Radius of a community that is only a point, pixels. */
export const pointRadius = (zoom: number) => (zoom < 12 ? 3.5 : zoom < 14 ? 5 : 7);

function paintCommunities(
  context: CanvasRenderingContext2D,
  communities: Shape[],
  look: Look,
  zoom: number,
  pixelRatio: number,
) {
  for (const shape of communities) {
    const code = String(shape.feature.properties[look.theme] ?? 'NO_VERDICT');
    const style = look.styles.get(code) ?? (look.styles.get('NO_VERDICT') as ClassStyle);
    context.fillStyle = fillOf(context, style, pixelRatio);
    if (shape.feature.type === 1) {
      context.beginPath();
      for (const { x, y } of shape.marks) circle(context, x, y, pointRadius(zoom));
      context.fill();
      context.strokeStyle = look.ground.halo;
      context.lineWidth = 3;
      context.stroke();
      context.strokeStyle = look.ground.outline;
      context.lineWidth = 1.2;
      context.stroke();
    } else {
      context.globalAlpha = zoom >= 15 ? 0.72 : 0.88;
      context.fill(shape.path, 'evenodd');
      context.globalAlpha = 1;
      line(context, shape.path, look.ground.outline, zoom >= 14 ? 1.1 : 0.6);
    }
  }
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number) {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function paintArea(context: CanvasRenderingContext2D, shape: Shape, zoom: number, ground: Ground) {
  if (shape.feature.type !== 3) return;
  // an outline only: a tint would change the status colours below it
  line(context, shape.path, ground.halo, zoom >= 14 ? 4.6 : 3);
  line(context, shape.path, ground.area, zoom >= 14 ? 2.4 : 1.4, shape.feature.properties.locked === true ? [] : [9, 4]);
}

function paintReach(context: CanvasRenderingContext2D, shape: Shape, zoom: number, grow: number, leading: boolean) {
  const { medium, level, state } = shape.feature.properties;
  if (level !== 'MUNICIPAL' && zoom < 16) return;
  const colour = state === 'ABANDONED' ? '#8a8a8a' : pipeColour(medium);
  const width = (level === 'MUNICIPAL' ? 2.6 : 1.5) * Math.max(0.7, Math.min(1.6, grow));
  const dash = state === 'PLANNED' ? [7, 5] : state === 'BUILDING' ? [12, 4] : state === 'ABANDONED' ? [2, 4] : [];
  if (leading) line(context, shape.path, 'rgba(255,255,255,.85)', width + 2);
  line(context, shape.path, colour, width, dash);
  if (zoom < 16 || !leading) return;
  context.fillStyle = colour;
  for (const { x, y, angle } of shape.marks) arrow(context, x, y, angle, 3 + width);
}

/** A filled arrow head that points along `angle` (radians, y down). */
function arrow(context: CanvasRenderingContext2D, x: number, y: number, angle: number, size: number) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(size, 0);
  context.lineTo(-size * 0.7, size * 0.75);
  context.lineTo(-size * 0.7, -size * 0.75);
  context.closePath();
  context.fill();
  context.restore();
}

function paintManhole(context: CanvasRenderingContext2D, shape: Shape, zoom: number) {
  const kind = shape.feature.properties.kind;
  const big = kind === 'WWTP' || kind === 'OUTFALL' || kind === 'PUMP';
  if (zoom < 17 && !big) return;
  context.fillStyle = kind === 'PRIVATE_WELL' ? '#fdd49e' : kind === 'OUTFALL' ? '#a6dbe8' : '#ffffff';
  context.beginPath();
  for (const { x, y } of shape.marks) circle(context, x, y, big ? 6 : 3.2);
  context.fill();
  context.strokeStyle = '#3b2f20';
  context.lineWidth = 1.2;
  context.stroke();
}

/** Hover, the open community and the planner's selection, above everything else. */
function paintEmphasis(context: CanvasRenderingContext2D, shapes: Shape[], kind: Subject['kind'], look: Look, zoom: number) {
  for (const shape of shapes) {
    const subject = { kind, id: shape.feature.id };
    const chosen = kind === 'community' && look.selection.has(subject.id);
    const hovered = sameSubject(subject, look.hovered);
    if (!chosen && !hovered && !sameSubject(subject, look.selected)) continue;
    const path = shape.feature.type === 1 ? pointPath(shape, zoom) : shape.path;
    if (chosen) {
      context.globalAlpha = 0.35;
      context.fillStyle = look.ground.pick;
      context.fill(path, 'evenodd');
      context.globalAlpha = 1;
    }
    line(context, path, look.ground.halo, 6);
    line(context, path, chosen ? look.ground.pickLine : look.ground.open, hovered ? 3.6 : 3);
  }
}

function pointPath(shape: Shape, zoom: number): Path2D {
  const path = new Path2D();
  for (const { x, y } of shape.marks) {
    const radius = pointRadius(zoom) + 4;
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  return path;
}
