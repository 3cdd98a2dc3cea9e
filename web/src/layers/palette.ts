import type { Theme, ThemeId } from '../contract';

export type PatternId = 'hatch' | 'dots' | 'cross';

/** How a class of a theme is drawn: colour first, a pattern where colour must not stand alone. */
export interface ClassStyle {
  fill: string;
  pattern?: PatternId;
}

const NO_DATA: ClassStyle = { fill: '#e3e3e3', pattern: 'hatch' };
const NOT_CONCERNED: ClassStyle = { fill: '#cfcfcf' };

// ColorBrewer RdYlBu and BrBG: colour-blind safe, dark enough on the pale land tone
const BLUE = '#2c7bb6';
const PALE_BLUE = '#92c5de';
const YELLOW = '#fee08b';
const ORANGE = '#fdae61';
const DEEP_ORANGE = '#f46d43';
const RED = '#d7191c';

const CLASSES: Record<ThemeId, Record<string, ClassStyle>> = {
  eligibility: {
    ELIGIBLE: { fill: BLUE },
    NEEDS_REVIEW: { fill: ORANGE },
    NOT_ELIGIBLE: { fill: RED, pattern: 'cross' },
  },
  frontage: {
    FIRST_ROW: { fill: RED },
    PARTIAL: { fill: ORANGE },
    BEHIND: { fill: PALE_BLUE },
    OUTSIDE: NOT_CONCERNED,
    NEEDS_SURVEY: { fill: YELLOW, pattern: 'dots' },
    NO_DATA: { fill: '#c9c9c9', pattern: 'dots' },
    NOT_APPLICABLE: { fill: '#eeeeee' },
  },
  sewer: {
    SEPARATED_CONNECTED: { fill: BLUE },
    INTERCEPTED: { fill: PALE_BLUE },
    PARTIAL: { fill: YELLOW },
    SEPARATED_UNCONNECTED: { fill: ORANGE },
    COMBINED: { fill: DEEP_ORANGE },
    MISCONNECTED: { fill: '#a50026', pattern: 'cross' },
    UNKNOWN: { fill: '#c9c9c9', pattern: 'dots' },
    NOT_APPLICABLE: NOT_CONCERNED,
  },
  package: {
    IN_PACKAGE: { fill: BLUE },
    STAND_ALONE: { fill: PALE_BLUE },
    LEFTOVER: { fill: ORANGE },
    NO_POSITION: { fill: '#c9c9c9', pattern: 'dots' },
    EXCLUDED: { fill: RED, pattern: 'cross' },
  },
  location: {
    GIVEN: { fill: BLUE },
    LOCATED: { fill: PALE_BLUE },
    LOCATED_APPROXIMATE: { fill: YELLOW },
    AMBIGUOUS: { fill: ORANGE },
    AREA_DESCRIPTION: { fill: '#b2abd2' },
    NOT_FOUND: { fill: RED, pattern: 'cross' },
  },
};

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
