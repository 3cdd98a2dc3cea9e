import { beforeAll, describe, expect, it } from 'vitest';

describe('shifted base maps', () => {
  // the module extends Leaflet's classes, which the server's webjar provides in the browser
  beforeAll(async () => {
    const leaflet = await import('leaflet');
    (globalThis as { L?: unknown }).L = leaflet.default ?? leaflet;
  });

  it('shifts the test vector of Sanming as published', async () => {
    const { gcj02 } = await import('../src/layers/baseMap');
    const [lon, lat] = gcj02(117.631, 26.267);
    expect(lon).toBeCloseTo(117.635889, 6);
    expect(lat).toBeCloseTo(26.263562, 6);
  });
});
