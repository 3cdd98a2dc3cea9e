import { describe, expect, it, vi } from 'vitest';
import { formatState, parseState, type State, Store } from '../src/state';

const full: State = {
  center: [117.631, 26.267],
  zoom: 16,
  theme: 'sewer',
  selected: { kind: 'building', id: 'C 1/东&x' },
  lang: 'en',
  layers: { buildings: true, roads: false, pipes: true, exclusions: true, areas: true, labels: false },
  brightness: 'dark',
  workspace: 'engineer',
  panel: 'layers',
  tool: 'box',
  scenario: 'B 方案',
  picked: ['C1', 'C2,x&y'],
};

describe('state in the address', () => {
  it('comes back from its own link', () => {
    expect(parseState(formatState(full))).toEqual(full);
    expect(parseState(formatState(parseState('')))).toEqual(parseState(''));
  });

  it('starts in Chinese and remembers another language unless the link says otherwise', () => {
    expect(parseState('').lang).toBe('zh-CN');
    expect(parseState('', { lang: 'en' }).lang).toBe('en');
    expect(parseState('?lang=zh-CN', { lang: 'en' }).lang).toBe('zh-CN');
    expect(parseState('?lang=xx').lang).toBe('zh-CN');
  });

  it('ignores what makes no sense', () => {
    const state = parseState('?c=200,95&z=99&theme=nonsense&ws=x&panel=<b>&look=pink&id=');
    expect(state).toMatchObject({ center: null, zoom: null, theme: 'eligibility', workspace: 'planner', panel: null, brightness: 'light', selected: null });
    expect(parseState('?c=,&z=').center).toBeNull();
    expect(parseState('?c=,&z=').zoom).toBeNull();
  });
});

describe('store', () => {
  it('tells listeners of the keys that changed, and only then', () => {
    const store = new Store(parseState(''));
    const heard = vi.fn();
    store.on(['theme'], heard);
    store.set({ theme: 'eligibility' });
    store.set({ selected: { kind: 'community', id: 'C1' } });
    expect(heard).not.toHaveBeenCalled();
    store.set({ theme: 'sewer' });
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]?.[1]).toMatchObject({ theme: 'eligibility' });
  });
});
