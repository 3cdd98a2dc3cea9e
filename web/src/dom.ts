/** Small helpers to build the page. Text always goes in as text nodes, so data is never markup. */

type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, unknown>;

/**
 * Creates an element. `class` sets the class, `on…` functions become listeners, true sets an empty
 * attribute, false/null/undefined leave it out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on') && typeof value === 'function') {
      node.addEventListener(name.slice(2), value as EventListener);
    } else if (name === 'value' && 'value' in node) {
      (node as unknown as { value: unknown }).value = value;
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(node, children);
  return node;
}

export function append(node: Node, children: (Child | Child[])[]): void {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    node.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces the content and keeps the keyboard focus on the control with the same `data-key`. */
export function refill(node: HTMLElement, ...children: (Child | Child[])[]): void {
  const active = document.activeElement;
  const key = active && node.contains(active) ? active.getAttribute('data-key') : null;
  node.replaceChildren();
  append(node, children);
  if (key) node.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

const SVG = 'http://www.w3.org/2000/svg';

/** Creates a 20x20 line icon from path data. It is decoration: the control carries the name. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.appendChild(line);
  return svg;
}

export const ICONS = {
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M9 3a6 6 0 1 1 0 12A6 6 0 0 1 9 3zM13.5 13.5L18 18',
  upload: 'M10 13V3M6 7l4-4 4 4M3 13v4h14v-4',
  download: 'M10 3v10M6 9l4 4 4-4M3 13v4h14v-4',
  play: 'M5 3l11 7-11 7z',
  area: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM14 11v6M11 14h6',
  undo: 'M7 4L3 8l4 4M3 8h9a5 5 0 0 1 0 10H8',
  redo: 'M13 4l4 4-4 4M17 8H8a5 5 0 0 0 0 10h4',
  box: 'M3 6V3h3M14 3h3v3M17 14v3h-3M6 17H3v-3M8 3h4M8 17h4M3 8v4M17 8v4',
  target: 'M10 2v4M10 14v4M2 10h4M14 10h4M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  layers: 'M10 3l8 4-8 4-8-4zM2 11l8 4 8-4',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
};

export function debounce<A extends unknown[]>(millis: number, run: (...args: A) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args: A) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), millis);
  };
}

/** True on narrow screens, where panels are bottom sheets. */
export const isPhone = () => window.matchMedia('(max-width: 760px)').matches;
