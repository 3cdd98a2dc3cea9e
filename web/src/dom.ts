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

export function debounce<A extends unknown[]>(millis: number, run: (...args: A) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args: A) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), millis);
  };
}

/** True on narrow screens, where panels are bottom sheets. */
export const isPhone = () => window.matchMedia('(max-width: 760px)').matches;
