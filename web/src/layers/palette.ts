import type { Theme } from '../contract';
import classes from './classes.json';

export type PatternId = 'hatch' | 'dots' | 'cross';

/** How a class of a theme is drawn: colour first, a pattern where colour must not stand alone. */
export interface ClassStyle {
  fill: string;
  pattern?: PatternId;
}

/**
 * The styles of all known classes, shared with the server's wall maps. ColorBrewer RdYlBu and BrBG:
 * colour-blind safe, dark enough on the pale land tone.
 */
const CLASSES = classes as unknown as Record<string, Record<string, ClassStyle>>;
const NO_DATA = classes.noData as ClassStyle;

// for codes not listed above: ColorBrewer's qualitative colours that stay apart for everyone
const QUALITATIVE = ['#2c7bb6', '#fdae61', '#8073ac', '#d7191c', '#7fbf7b', '#a6611a', '#92c5de'];

/** Gives each class of a theme its style; the answer depends only on the theme. */
export function classStyles(theme: Theme): Map<string, ClassStyle> {
  const styles = new Map<string, ClassStyle>();
  let next = 0;
  for (const { code } of theme.classes) {
    if (code === 'NO_VERDICT') styles.set(code, NO_DATA);
    else styles.set(code, CLASSES[theme.id]?.[code] ?? { fill: QUALITATIVE[next++ % QUALITATIVE.length] as string });
  }
  if (!styles.has('NO_VERDICT')) styles.set('NO_VERDICT', NO_DATA);
  return styles;
}

export const PIPE_COLOURS: Record<string, string> = {
  SEWAGE: '#8c510a',
  STORM: '#01665e',
  COMBINED: '#762a83',
  INTERCEPTING: '#c51b7d',
  UNKNOWN: '#666666',
};

export const pipeColour = (medium: unknown) => PIPE_COLOURS[String(medium)] ?? '#666666';

/** Draws a repeating 8 px pattern over a colour; null stands for the colour alone. */
export function patternTile(style: ClassStyle, scale: number): HTMLCanvasElement | null {
  if (!style.pattern) return null;
  const side = 8;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * scale;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  context.fillStyle = style.fill;
  context.fillRect(0, 0, side, side);
  context.strokeStyle = context.fillStyle = style.pattern === 'cross' ? 'rgba(255,255,255,.55)' : 'rgba(60,60,60,.5)';
  context.lineWidth = 1;
  context.beginPath();
  if (style.pattern === 'dots') {
    context.arc(2, 2, 1, 0, 7);
    context.arc(6, 6, 1, 0, 7);
    context.fill();
  } else {
    for (const shift of [-side, 0, side]) {
      context.moveTo(shift, side);
      context.lineTo(shift + side, 0);
      if (style.pattern === 'cross') {
        context.moveTo(shift, 0);
        context.lineTo(shift + side, side);
      }
    }
    context.stroke();
  }
  return canvas;
}

/** CSS of a legend swatch that looks as the map does. */
export function swatchCss(style: ClassStyle): string {
  const image = patternTile(style, 1)?.toDataURL();
  return image ? `background:${style.fill} url(${image})` : `background:${style.fill}`;
}
