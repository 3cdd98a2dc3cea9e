import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { el } from '../src/dom';
import { evidenceTree } from '../src/panels/evidenceTree';
import { Toasts } from '../src/panels/toasts';

const HOSTILE = '<b>红岩</b><img src=x onerror=alert(1)>';

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

describe('names from data (B-51)', () => {
  it('are text, never markup', () => {
    const node = el('p', { title: HOSTILE }, HOSTILE);
    expect(node.children).toHaveLength(0);
    expect(node.textContent).toBe(HOSTILE);
    expect(node.getAttribute('title')).toBe(HOSTILE);
  });

  it('are text in evidence and in messages too', () => {
    const tree = evidenceTree({ name: HOSTILE, shields: [{ name: HOSTILE }], [HOSTILE]: { deep: HOSTILE } }, 'zh-CN');
    expect(tree.querySelector('b, img')).toBeNull();
    expect(tree.textContent).toContain(HOSTILE);
    const toasts = new Toasts(() => 'zh-CN');
    toasts.show('info', HOSTILE, HOSTILE);
    expect(toasts.node.querySelector('b, img')).toBeNull();
  });

  it('never meet an HTML parser: no source assigns markup', () => {
    for (const path of sources('src')) {
      const code = readFileSync(path, 'utf8');
      expect(code.match(/(innerHTML|outerHTML)\s*\+?=|insertAdjacentHTML|document\.write/), path).toBeNull();
    }
  });
});
