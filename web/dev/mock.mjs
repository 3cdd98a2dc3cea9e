// Serves the API contract over the made-up town of town.mjs, for `npm run dev` and screenshots.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import GeoJSONVT from 'geojson-vt';
import vtpbf from 'vt-pbf';
import * as imports from './mockImport.mjs';
import { makeTown } from './town.mjs';

const port = Number(process.env.PORT ?? 7071);
const web = fileURLToPath(new URL('..', import.meta.url));
const town = makeTown();
const communities = town.community.map(({ properties, geometry }) => ({ ...properties, geometry }));
const byId = new Map(communities.map((item) => [item.id, item]));
const LABELS = {
  eligibility: ['范围认定', 'Eligibility', { ELIGIBLE: ['符合', 'Eligible'], NEEDS_REVIEW: ['待核', 'Needs review'], NOT_ELIGIBLE: ['不符合', 'Not eligible'] }],
  frontage: ['沿河首排', 'Riverside first row', { FIRST_ROW: ['首排', 'First row'], PARTIAL: ['部分首排', 'Partly first row'], BEHIND: ['非首排', 'Behind the first row'], OUTSIDE: ['范围外', 'Outside'], NEEDS_SURVEY: ['需实测', 'Needs a survey'], NO_DATA: ['资料不足', 'Too little data'] }],
  sewer: ['污水接驳', 'Sewer connection', { SEPARATED_CONNECTED: ['已分流已接驳', 'Separated, connected'], INTERCEPTED: ['截流纳管', 'Intercepted'], PARTIAL: ['部分分流', 'Partly separated'], SEPARATED_UNCONNECTED: ['已分流未接驳', 'Separated, not connected'], COMBINED: ['雨污合流', 'Combined'], MISCONNECTED: ['混接错接', 'Misconnected'], UNKNOWN: ['未调查', 'Not surveyed'] }],
  package: ['成片连片', 'Work package', { IN_PACKAGE: ['纳入片区', 'In a package'], STAND_ALONE: ['单独实施', 'On its own'], LEFTOVER: ['未整合', 'Left over'], EXCLUDED: ['不纳入', 'Excluded'] }],
  location: ['空间定位', 'Location', { GIVEN: ['随资料提供坐标', 'Given with the data'], LOCATED: ['已定位', 'Located'], LOCATED_APPROXIMATE: ['概略定位', 'Approximate'], AMBIGUOUS: ['多处待选', 'Several candidates'] }],
};

const plan = { revision: 1, areas: [], undo: [], redo: [], next: 1 };
const boxOf = (geometries) => {
  const all = geometries.flatMap((g) => (g.type === 'Point' ? [g.coordinates] : g.coordinates[0]));
  const xs = all.map((p) => p[0]);
  const ys = all.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};
const partial = (ids, value) => {
  const known = ids.map((id) => value(byId.get(id))).filter((v) => v !== undefined && v !== null);
  return { sum: known.reduce((a, b) => a + b, 0), missing: ids.length - known.length };
};
const totals = (ids) => ({
  communities: ids.length,
  buildings: partial(ids, () => 4),
  households: partial(ids, (c) => c.households),
  grossFloorArea: partial(ids, (c) => (c.households ? c.households * 78.5 : null)),
});
const planView = () => ({
  revision: plan.revision,
  canUndo: plan.undo.length > 0,
  canRedo: plan.redo.length > 0,
  lastAction: plan.undo.length ? { zh: '组成片区', en: 'Created an area' } : null,
  areas: plan.areas.map((area) => ({
    id: area.id,
    name: area.name,
    locked: false,
    members: area.members.map((id) => ({ id, name: byId.get(id).name })),
    totals: totals(area.members),
    warnings: new Set(area.members.map((id) => byId.get(id).street)).size > 1 ? [{ code: 'CROSS_STREET', zh: '成员跨街道', en: 'Members lie in different sub-districts' }] : [],
    scores: { adjacent: 0.82, type: 0.6, industry: null, culture: 0.4 },
    bbox: boxOf(area.members.map((id) => byId.get(id).geometry)),
  })),
  leftovers: communities.filter((c) => c.package === 'LEFTOVER').slice(0, 8).map((c) => ({ id: c.id, name: c.name, reason: 'NO_NEIGHBOUR', zh: '30 m 内没有相邻小区；最近片区相距 46.2 m', en: 'No neighbour within 30 m; the nearest area is 46.2 m away' })),
});

const DATE = '2021-03-30';
const dataset = () => ({
  name: '示意老城区（合成）', synthetic: true, crs: 'EPSG:4548', revision: 1, planRevision: plan.revision,
  bounds: boxOf(communities.map((c) => c.geometry)),
  counts: { community: process.env.EMPTY ? 0 : communities.length, building: town.building.length },
  profile: { id: 'DEMO-SANYUAN', version: '2026.1', title: '三元区示意方案', documents: [{ number: '榕政办〔2021〕60号', title: '福州市老旧小区改造', date: DATE }] },
  mapReviewNumber: null, baseMap: null, pipesVisible: true,
  tiles: { urlTemplate: '/tiles/{z}/{x}/{y}.mvt?v=1', minZoom: 8, maxZoom: 18 },
  themes: Object.entries(LABELS).map(([id, [zh, en, classes]]) => ({
    id, zh, en,
    classes: [...Object.entries(classes).map(([code, [czh, cen]]) => ({ code, zh: czh, en: cen, count: communities.filter((c) => c[id] === code).length, buildings: 0 })), { code: 'NO_VERDICT', zh: '无数据', en: 'No data', count: communities.filter((c) => !c[id]).length, buildings: 0 }],
  })),
});

function detail(id) {
  const c = byId.get(id);
  if (!c) return null;
  const [w, s, e, n] = boxOf([c.geometry]);
  const shape = (role, zh, en, geometry) => ({ type: 'Feature', properties: { role, zh, en }, geometry });
  const line = (...coordinates) => ({ type: 'LineString', coordinates });
  const shapes = {
    frontage: [
      shape('bank', '沙溪北岸水边线', 'North bank of Shaxi', line([w - 0.0006, s - 0.00035], [e + 0.0006, s - 0.0004])),
      shape('sight', '视线 32.4 m', 'Sight 32.4 m', line([(w + e) / 2, s], [(w + e) / 2 + 0.00002, s - 0.00037])),
      shape('exposed', '临河面 68.2 m', 'Exposed 68.2 m', line([w, s], [e - 0.0002, s])),
      shape('blocker', '遮挡：江滨花园', 'Blocked by Jiangbin Garden', { type: 'Polygon', coordinates: [[[e - 0.0002, s - 0.0003], [e + 0.0003, s - 0.0003], [e + 0.0003, s - 0.0001], [e - 0.0002, s - 0.0001], [e - 0.0002, s - 0.0003]]] }),
    ],
    sewer: [
      shape('trace', '下游路径 W-1→M3', 'Downstream W-1→M3', line([(w + e) / 2, s], [(w + e) / 2, s - 0.0004], [e + 0.0008, s - 0.0005], [e + 0.0016, s - 0.0005])),
      shape('break', '断点：M9 疑似反向', 'Break: M9 reversed', { type: 'Point', coordinates: [e + 0.0016, s - 0.0005] }),
      shape('hookup', '可接驳 M2 31 m', 'Hook-up M2 31 m', line([e, n], [e + 0.0003, n + 0.0001])),
    ],
  };
  const citation = (parameter, document, clause, text) => ({ parameter, document, clause, requirement: document ? 'FZ-03' : null, text, decision: document === null });
  const verdicts = Object.entries(LABELS).filter(([theme]) => c[theme]).map(([theme, [zh, en, classes]]) => ({
    analysis: theme.toUpperCase(), analysisZh: zh, analysisEn: en,
    code: c[theme], codeZh: classes[c[theme]][0], codeEn: classes[c[theme]][1],
    zh: `${c.name}:${classes[c[theme]][0]},距沙溪北岸水边线 32.40 m(规定 50 m 以内)。`, en: `${c.name}: ${classes[c[theme]][1]}; 32.40 m from the north bank of Shaxi (limit 50 m).`,
    profile: 'DEMO-SANYUAN', profileVersion: '2026.1', inputHash: 'sha256:9f2c4b1de0aa77c1905bb2',
    citations: [citation('riverside.distance', '榕政办〔2021〕60号', '一(一)', '城区河道两岸50米内第一排住宅小区的污水管网问题'), ...['first_row_share', 'partial_share', 'review_band'].map((key) => citation(`riverside.${key}`, null, 'U-3', '无文件规定，按临河面可见比例判定'))],
    evidence: { mode: 'PARCEL', distance_m: 32.4, frontage_m: 92.0, exposed_m: 68.2, share: 0.741, river: '沙溪', parcel_coverage: null, shields: [{ id: 'C002', name: '江滨花园', hidden_m: 23.8 }, { id: 'C003', name: '玉湖新村', hidden_m: null }], notes: [] },
    shapes: { type: 'FeatureCollection', features: shapes[theme] ?? [] },
  }));
  const attribute = (name, zh, en, unit, value, labelZh, labelEn) => ({ name, zh, en, unit, value, labelZh, labelEn });
  const area = plan.areas.find((a) => a.members.includes(id));
  return {
    kind: 'community', id, name: c.name, geometry: c.geometry,
    attributes: [
      attribute('address', '地址', 'Address', null, '列东街道新和路45号'), attribute('district', '区县', 'District', null, '三元区'), attribute('street', '街道', 'Sub-district', null, c.street),
      attribute('households', '户数', 'Households', '户', c.households ?? null), attribute('buildings', '栋数', 'Buildings', '栋', 4),
      attribute('gross_floor_area', '建筑面积', 'Gross floor area', 'm2', c.households ? c.households * 78.5 : null), attribute('built_text', '建成年份', 'Built', null, '1994'),
      attribute('structure', '结构', 'Structure', null, ''), attribute('willingness', '改造意愿', 'Willingness', null, 'UNKNOWN', '不详', 'Unknown'), attribute('urban', '城镇范围内', 'Urban', null, true),
    ],
    area: area ? { id: area.id, name: area.name } : null,
    provenance: { source: '列东街道台账.xlsx', locator: 'Sheet1!12', original: { 小区名称: c.name, 户数: '约120户', 备注: '<script>alert(1)</script>' } },
    verdicts,
  };
}

const tileIndexes = Object.fromEntries(Object.entries(town).map(([layer, features]) => [layer, new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 18, buffer: 256, extent: 4096, indexMaxZoom: 5 })]));
const MIN_ZOOM = { building: 14, reach: 14, manhole: 16 };

function tile(z, x, y) {
  const areaFeatures = plan.areas.map((area) => {
    const [w, s, e, n] = boxOf(area.members.map((id) => byId.get(id).geometry));
    return { type: 'Feature', properties: { id: area.id, name: area.name, locked: false }, geometry: { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] } };
  });
  const indexes = { ...tileIndexes, area: new GeoJSONVT({ type: 'FeatureCollection', features: areaFeatures }, { maxZoom: 18, buffer: 256, extent: 4096 }) };
  const layers = {};
  for (const [layer, index] of Object.entries(indexes)) {
    if (z < (MIN_ZOOM[layer] ?? 0) || (layer === 'admin_unit' && z > 13)) continue;
    const found = index.getTile(z, x, y);
    if (found) layers[layer] = found;
  }
  return gzipSync(vtpbf.fromGeojsonVt(layers, { version: 2, extent: 4096 }));
}

class Refused extends Error {
  constructor(status, zh, en, at) {
    super(en);
    Object.assign(this, { status, zh, en, at });
  }
}
const refuse = (...problem) => {
  throw new Refused(...problem);
};

function edit(request, change) {
  const match = request.headers['if-match'];
  if (!match) throw new Refused(428, '缺少 If-Match', 'If-Match is missing');
  if (match !== `"${plan.revision}"`) throw new Refused(409, '方案已被别人修改', 'The plan has changed');
  const before = structuredClone(plan.areas);
  change(before);
  plan.revision++;
  return planView();
}
const record = (before) => {
  plan.undo.push(before);
  plan.redo = [];
};

const jobs = new Map();
async function api(request, url, body) {
  const path = url.pathname;
  const route = `${request.method} ${path}`;
  const found = (pattern) => route.match(pattern);
  let m;
  if (route === 'GET /api/dataset') return dataset();
  if (route === 'GET /api/search') {
    const q = url.searchParams.get('q');
    return { results: communities.filter((c) => c.name.includes(q)).slice(0, 10).map((c) => ({ kind: 'community', id: c.id, title: c.name, subtitle: c.street, lon: boxOf([c.geometry])[0], lat: boxOf([c.geometry])[1], bbox: boxOf([c.geometry]) })) };
  }
  if ((m = found(/^GET \/api\/communities\/([^/]+)\/history$/))) return { changes: [{ version: 2, actor: '王工', reason: '核对户数', at: '2026-03-01T09:12:00+08:00', properties: [{ name: 'households', zh: '户数', en: 'Households', before: null, after: 120 }] }] };
  if ((m = found(/^GET \/api\/communities\/([^/]+)$/))) {
    const item = detail(decodeURIComponent(m[1]));
    if (!item) throw new Refused(404, '没有这个小区', 'No such community');
    return item;
  }
  if ((m = found(/^GET \/api\/themes\/(\w+)\/subjects$/))) {
    const code = url.searchParams.get('code');
    return { items: communities.filter((c) => (c[m[1]] ?? 'NO_VERDICT') === code).map((c) => ({ kind: 'community', id: c.id, name: c.name, street: c.street, households: c.households ?? null, lon: boxOf([c.geometry])[0], lat: boxOf([c.geometry])[1], zh: '距沙溪 32.40 m', en: '32.40 m from Shaxi' })) };
  }
  if (route === 'POST /api/select') {
    const [w, s, e, n] = body.bbox;
    return { ids: communities.filter((c) => { const b = boxOf([c.geometry]); return b[0] <= e && b[2] >= w && b[1] <= n && b[3] >= s; }).map((c) => c.id) };
  }
  if (route === 'POST /api/totals') return totals(body.ids);
  if (route === 'GET /api/plan') return planView();
  if (route === 'POST /api/plan/areas') return edit(request, (before) => {
    const taken = plan.areas.find((a) => a.members.some((id) => body.members.includes(id)));
    if (taken) throw new Refused(422, `有小区已在“${taken.name}”，先移出`, `A member is already in “${taken.name}”`);
    record(before);
    plan.areas.push({ id: `A${plan.next}`, name: `片区 ${plan.next++}`, members: body.members });
  });
  if (route === 'POST /api/plan/areas/merge') return edit(request, (before) => {
    record(before);
    const [first, ...rest] = plan.areas.filter((a) => body.areas.includes(a.id));
    first.members.push(...rest.flatMap((a) => a.members));
    plan.areas = plan.areas.filter((a) => !rest.includes(a));
  });
  if ((m = found(/^POST \/api\/plan\/areas\/(\w+)\/(add|remove)$/))) return edit(request, (before) => {
    record(before);
    const area = plan.areas.find((a) => a.id === m[1]);
    area.members = area.members.filter((id) => !body.members.includes(id));
    if (m[2] === 'add') area.members.push(...body.members);
    plan.areas = plan.areas.filter((a) => a.members.length > 0);
  });
  if ((m = found(/^DELETE \/api\/plan\/areas\/(\w+)$/))) return edit(request, (before) => {
    record(before);
    plan.areas = plan.areas.filter((a) => a.id !== m[1]);
  });
  if (route === 'POST /api/plan/undo') return edit(request, (before) => { plan.redo.push(before); plan.areas = plan.undo.pop(); });
  if (route === 'POST /api/plan/redo') return edit(request, (before) => { plan.undo.push(before); plan.areas = plan.redo.pop(); });
  if (route === 'POST /api/plan/propose') return edit(request, (before) => {
    record(before);
    plan.areas = [];
    const inside = communities.filter((c) => c.package === 'IN_PACKAGE');
    for (let i = 0; i + 3 < inside.length; i += 3) plan.areas.push({ id: `A${plan.next}`, name: `片区 ${plan.next++}`, members: inside.slice(i, i + 3).map((c) => c.id) });
  });
  if (route === 'GET /api/imports/choices') return imports.vocabulary;
  if (route === 'POST /api/imports') return imports.report('I1', null, refuse);
  if (found(/^POST \/api\/imports\/\w+\/(check|commit)$/)) return imports.report('I1', body, refuse);
  if (found(/^GET \/api\/imports\/\w+\/rows$/)) return imports.rows(Number(url.searchParams.get('from')));
  if (found(/^POST \/api\/imports\/\w+\/issues\.csv$/)) return '文件 File,图层 Layer\r\n';
  if (found(/^DELETE \/api\/imports\//)) return undefined;
  if (route === 'POST /api/jobs') { jobs.set('J1', { id: 'J1', kind: 'analyse', state: 'running', stage: 'FRONTAGE', done: 0, total: 40, zh: '沿河首排', en: 'Riverside first row' }); return { id: 'J1' }; }
  if (route === 'GET /api/jobs/J1') return jobs.get('J1');
  if (route === 'DELETE /api/jobs/J1') { jobs.get('J1').state = 'cancelled'; return undefined; }
  throw new Refused(404, `没有 ${path}`, `No ${path}`);
}

function events(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  const job = jobs.get('J1');
  const timer = setInterval(() => {
    if (job.state === 'running' && ++job.done >= job.total) job.state = 'done';
    response.write(`event: ${job.state === 'running' ? 'progress' : job.state}\ndata: ${JSON.stringify(job)}\n\n`);
    if (job.state !== 'running') { clearInterval(timer); response.end(); }
  }, 100);
}

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png' };
async function file(response, path) {
  const local = path.startsWith('/webjars/leaflet/1.9.4/') ? `${web}node_modules/leaflet/${path.slice('/webjars/leaflet/1.9.4/'.length)}` : `${web}dist${path === '/' ? '/index.html' : path}`;
  const bytes = await readFile(local).catch(() => null);
  response.writeHead(bytes ? 200 : 404, { 'Content-Type': TYPES[path.split('.').pop()] ?? TYPES.html });
  response.end(bytes ?? '');
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const tilePath = url.pathname.match(/^\/tiles\/(\d+)\/(\d+)\/(\d+)\.mvt$/);
  if (tilePath) {
    response.writeHead(200, { 'Content-Type': 'application/vnd.mapbox-vector-tile', 'Content-Encoding': 'gzip' });
    response.end(tile(...tilePath.slice(1).map(Number)));
  } else if (url.pathname.endsWith('/events')) {
    events(response);
  } else if (url.pathname.startsWith('/api/')) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const json = request.headers['content-type'] === 'application/json';
    try {
      const answer = await api(request, url, json ? JSON.parse(Buffer.concat(chunks).toString()) : null);
      response.writeHead(answer === undefined ? 204 : 200, { 'Content-Type': 'application/json' });
      response.end(answer === undefined ? '' : JSON.stringify(answer));
    } catch (error) {
      const status = error.status ?? 500;
      response.writeHead(status, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', title: error.message, status, detail: error.message, requestId: 'mock-1', zh: error.zh, en: error.en, at: error.at }));
      if (!error.status) console.error(error);
    }
  } else {
    await file(response, url.pathname);
  }
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
