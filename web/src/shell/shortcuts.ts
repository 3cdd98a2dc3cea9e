import type { App } from '../app';
import { icon } from '../design/icons';
import { el } from '../dom';
import type { TextKey } from '../i18n';

export interface Shortcut {
  /** As it is written for people: a letter, `Esc`, `Ctrl+Z`, `Shift+N`. */
  keys: string;
  title: TextKey;
  /** Answers false when there was nothing to do; the key is then left to the browser. */
  run: () => boolean | void;
  group: TextKey;
}

/** Which key does what. The one listener of the page; knows the list that the `?` sheet shows. */
export class Shortcuts {
  private readonly fixed: Shortcut[] = [];

  /** @param current the shortcuts of the present workspace: its panels and tools */
  constructor(private readonly current: () => Shortcut[]) {
    document.addEventListener('keydown', (event) => this.handle(event));
  }

  add(...shortcuts: Shortcut[]): void {
    this.fixed.push(...shortcuts);
  }

  all(): Shortcut[] {
    return [...this.fixed, ...this.current()];
  }

  private handle(event: KeyboardEvent): void {
    const target = event.target as Element;
    const typing = target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog[open]');
    const keys = keysOf(event);
    if (typing && keys !== 'Esc') return;
    if (document.querySelector('dialog[open]')) return;
    const found = this.all().find((shortcut) => shortcut.keys.split(' / ').includes(keys));
    if (found && found.run() !== false) event.preventDefault();
  }
}

/** Writes a key press as {@link Shortcut.keys} does. */
export function keysOf(event: KeyboardEvent): string {
  const key = event.key === 'Escape' ? 'Esc' : event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  // signs such as ? come with Shift on some keyboards only
  const shift = event.shiftKey && /^[A-Z0-9]$|^[A-Z][a-z]+/.test(key) ? 'Shift+' : '';
  return `${control}${alt}${shift}${key}`;
}

/** Opens the sheet of all shortcuts that work at present. */
export function openShortcutSheet(app: App): void {
  const { t } = app;
  const groups = new Map<TextKey, Shortcut[]>();
  for (const shortcut of app.shortcuts.all()) groups.set(shortcut.group, [...(groups.get(shortcut.group) ?? []), shortcut]);
  const dialog = el('dialog', { class: 'small-dialog', 'aria-label': t('help.keys'), 'data-testid': 'shortcut-sheet' });
  dialog.append(
    el('div', { class: 'panel-head' }, el('h2', {}, t('help.keys')), el('button', { type: 'button', class: 'icon-button', 'aria-label': t('close'), onclick: () => dialog.close() }, icon('close'))),
    el(
      'div',
      { class: 'dialog-body shortcut-list', tabindex: 0, role: 'group', 'aria-label': t('help.keys') },
      ...[...groups].flatMap(([group, list]) => [
        el('h3', {}, t(group)),
        ...list.map((shortcut) => el('div', {}, el('span', {}, t(shortcut.title)), el('span', {}, ...shortcut.keys.split(' / ').map((keys) => el('kbd', {}, keys))))),
      ]),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
