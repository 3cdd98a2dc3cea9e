import { describe, expect, it, vi } from 'vitest';
import { formatState, parseState, type State, Store } from '../src/state';

const full: State = {
  center: [117.631, 26.267],
  zoom: 16,
  theme: 'sewer',
  selected: { kind: 'building', id: 'C 1/东&x' },
  lang: 'en',
  layers: { buildings: true, roads: false, pipes: true, exclusions: true, areas: true, labels: false },
  mode: 'plan',
};

describe('state in the address', () => {
  it('comes back from its own link', () => {
    expect(parseState(formatState(full))).toEqual(full);
    expect(parseState(formatState(parseState('')))).toEqual(parseState(''));
  });

  it('starts in Chinese and remembers another language unless the link says otherwise', () => {
    expect(parseState('').lang).toBe('zh-CN');
    expect(parseState('', 'en').lang).toBe('en');
    expect(parseState('?lang=zh-CN', 'en').lang).toBe('zh-CN');
    expect(parseState('?lang=xx', null).lang).toBe('zh-CN');
  });

  it('ignores what makes no sense', () => {
    const state = parseState('?c=200,95&z=99&theme=nonsense&mode=x&id=');
    expect(state).toMatchObject({ center: null, zoom: null, theme: 'eligibility', mode: 'browse', selected: null });
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
