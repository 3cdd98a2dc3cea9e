/** Our one icon set: paths on a 20 by 20 grid, drawn as lines in the colour of the text. */
export const ICONS = {
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  search: 'M9 3a6 6 0 1 1 0 12A6 6 0 0 1 9 3zM13.5 13.5L18 18',
  upload: 'M10 13V3M6 7l4-4 4 4M3 13v4h14v-4',
  download: 'M10 3v10M6 9l4 4 4-4M3 13v4h14v-4',
  play: 'M5 3l11 7-11 7z',
  /** Estates that touch: the sign of an area. */
  area: 'M3 3h7v6H3zM10 6h7v7h-7M6 9v8h8v-4M10 9v8',
  undo: 'M7 4L3 8l4 4M3 8h9a5 5 0 0 1 0 10H8',
  redo: 'M13 4l4 4-4 4M17 8H8a5 5 0 0 0 0 10h4',
  box: 'M3 6V3h3M14 3h3v3M17 14v3h-3M6 17H3v-3M8 3h4M8 17h4M3 8v4M17 8v4',
  whole: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M8 8h4v4H8z',
  target: 'M10 2v4M10 14v4M2 10h4M14 10h4M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  layers: 'M10 3l8 4-8 4-8-4zM2 11l8 4 8-4',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  /** A pointer: look at what is clicked. */
  inspect: 'M5 3l10.5 7.5-4.5.9 2.5 4.6-2 1-2.4-4.6L5 15.5z',
  /** A pointer with a tick: click to pick. */
  pick: 'M4 3l8.5 6-3.6.8L7 13.5zM11 15l2 2 4-4.5',
  lasso: 'M10 3c4.5 0 8 2 8 5s-3.5 5-8 5-8-2-8-5 3.5-5 8-5zM6 13c-1 1-1 3 1 3s2 2 1 3',
  brush: 'M17 3c-4 2-7 5-8.5 8l1.5 1.5C13 11 16 7 17 3zM8 11.5c-2 0-3 1-3 3 0 1.5-1 2-2 2 3 2 7 1 7-2.5z',
  street: 'M6 2L4 18M14 2l2 16M10 3v2M10 8v3M10 14v3',
  block: 'M2 6h16M2 15h16M5 2v16M15 2v16M8 9h4v3H8z',
  filter: 'M3 4h14l-5.5 6.5V16l-3 1.5v-7z',
  merge: 'M3 4h5l4 6h5M3 16h5l4-6M15 8l2 2-2 2',
  split: 'M3 10h5l4-6h5M8 10l4 6h5M15 2l2 2-2 2M15 14l2 2-2 2',
  line: 'M4 16L16 4M2.5 16a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0M14.5 4a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3M10 12v2',
  unlock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 5.8-1M10 12v2',
  link: 'M8 12l4-4M7 9L4.5 11.5a2.8 2.8 0 0 0 4 4L11 13M13 11l2.5-2.5a2.8 2.8 0 0 0-4-4L9 7',
  unlink: 'M7 9L4.5 11.5a2.8 2.8 0 0 0 4 4L11 13M13 11l2.5-2.5a2.8 2.8 0 0 0-4-4L9 7M3 3l14 14',
  shape: 'M4 5l11-1 2 8-9 5-5-5zM3 5h2M14 4h2M16 12h2M7 17h2M2 12h2',
  scenarios: 'M3 5h9v9H3zM8 14v3h9V8h-5',
  compare: 'M10 2v16M3 5h4v10H3M13 5h4v10h-4',
  review: 'M3 4h14v10H9l-4 3v-3H3zM6 8h8M6 11h5',
  pin: 'M10 18s6-5.5 6-10a6 6 0 0 0-12 0c0 4.5 6 10 6 10zM10 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  stamp: 'M7 3h6l-1 6h4v4H4V9h4zM4 16h12',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.5h.01',
  orphan: 'M4 4h5v5H4zM13 13h.01M15 11a3 3 0 1 1-3 5M10 14h-.01',
  info: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 9v5M10 6.5h.01',
  help: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM7.8 7.8a2.3 2.3 0 1 1 3 2.2c-.8.4-.8 1-.8 1.6M10 14.2h.01',
  light: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4',
  dark: 'M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9z',
  language: 'M2.5 5h8M6.5 3v2M9 5c-.5 3-3 5.5-6 7M4.5 7.5c1 2 2.5 3.5 4.5 4.5M10 17l3.5-9 3.5 9M11.2 14h4.6',
  planner: 'M3 3h7v6H3zM10 6h7v7h-7M6 9v8h8v-4',
  drain: 'M3 6h7a3 3 0 0 1 3 3v8M3 10h5a1 1 0 0 1 1 1v6M7 17h8M15 3c1.5 2 2 2.8 2 3.7a2 2 0 0 1-4 0C13 5.8 13.5 5 15 3z',
  overview: 'M3 17V9M8 17V4M13 17v-6M18 17H2',
  river: 'M2 6c3-2 5 2 8 0s5-1 8-1M2 10c3-2 5 2 8 0s5-1 8-1M2 14c3-2 5 2 8 0s5-1 8-1',
  pipe: 'M3 4v5h5M3 6.5h6a4 4 0 0 1 4 4V17M8 4v5h5a0 0 0 0 1 0 0M10.5 14h5',
  profile: 'M2 17h16M3 5l5 3 5 1 4 4M3 5v9M8 8v6M13 9v6',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12',
  address: 'M10 18s6-5.5 6-10a6 6 0 0 0-12 0c0 4.5 6 10 6 10zM7.5 8h5M10 5.5v5',
  ticket: 'M3 5h14v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM12 5v10',
  camera: 'M3 6h3l1.5-2h5L14 6h3v10H3zM10 8a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  print: 'M6 7V3h8v4M4 7h12v7h-2M6 14H4V7M6 12h8v5H6z',
  share: 'M7.5 11.5l5-3M7.5 9l5 3M5 8a2 2 0 1 1 0 4.5A2 2 0 0 1 5 8zM15 4.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM15 11.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  edit: 'M3 17l1-4L13 4l3 3-9 9zM11.5 5.5l3 3',
  trash: 'M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  previous: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
};

export type IconName = keyof typeof ICONS;

const SVG = 'http://www.w3.org/2000/svg';

/** Draws an icon. It is decoration: the control that holds it carries the name. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', ICONS[name]);
  svg.appendChild(line);
  return svg;
}
