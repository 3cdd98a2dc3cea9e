// A made-up town for working on the front end without a server: rows of estates along a river.

const LON = 117.631;
const LAT = 26.267;
const M_LAT = 1 / 110800;
const M_LON = 1 / (111320 * Math.cos((LAT * Math.PI) / 180));

export const at = (x, y) => [LON + x * M_LON, LAT + y * M_LAT];
const ring = (points) => [[...points, points[0]].map(([x, y]) => at(x, y))];
const rect = (x, y, w, h) => ring([[x, y], [x + w, y], [x + w, y + h], [x, y + h]]);

/** A generator of numbers in [0, 1) that always gives the same ones. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const STREETS = ['列东街道', '列西街道', '徐碧街道', '城关街道'];
const NAMES = ['红岩', '新和', '梅园', '沙洲', '东霞', '列东', '碧湖', '江滨', '玉湖', '芙蓉', '三纺', '钢城'];
const CODES = {
  eligibility: ['ELIGIBLE', 'NEEDS_REVIEW', 'NOT_ELIGIBLE'],
  frontage: ['FIRST_ROW', 'PARTIAL', 'BEHIND', 'OUTSIDE', 'NEEDS_SURVEY', 'NO_DATA'],
  sewer: ['UNKNOWN', 'COMBINED', 'PARTIAL', 'MISCONNECTED', 'SEPARATED_UNCONNECTED', 'INTERCEPTED', 'SEPARATED_CONNECTED'],
  package: ['IN_PACKAGE', 'STAND_ALONE', 'LEFTOVER', 'EXCLUDED'],
  location: ['GIVEN', 'LOCATED', 'LOCATED_APPROXIMATE', 'AMBIGUOUS'],
};

export function makeTown() {
  const next = random(7);
  const layers = { community: [], building: [], watercourse: [], road: [], railway: [], exclusion_zone: [], reach: [], manhole: [], admin_unit: [] };
  const add = (layer, type, coordinates, properties) =>
    layers[layer].push({ type: 'Feature', geometry: { type, coordinates }, properties });

  const bank = (y, wave) => Array.from({ length: 41 }, (_, i) => [-1600 + i * 80, y + wave * Math.sin(i / 5)]);
  add('watercourse', 'Polygon', ring([...bank(0, 60), ...bank(-120, 60).reverse()]), { id: 'W1', name: '沙溪', kind: 'RIVER' });
  add('watercourse', 'LineString', [at(400, 60), at(420, 500), at(380, 900)], { id: 'W2', name: '东牙溪', kind: 'DITCH', culverted: true });
  for (const [i, y] of [330, 720].entries()) {
    add('road', 'LineString', [at(-1600, y), at(1600, y)], { id: `RA${i}`, name: ['新市南路', '列东街'][i], road_class: i ? 'COLLECTOR' : 'ARTERIAL' });
  }
  for (const [i, x] of [-820, -210, 410, 1020].entries()) {
    add('road', 'LineString', [at(x, 70), at(x, 1200)], { id: `RL${i}`, name: ['和仁路', '新和路', '东新四路', '江滨路'][i], road_class: 'LOCAL' });
  }
  add('road', 'LineString', [at(-1600, -340), at(1600, -300)], { id: 'RE', name: '205国道', road_class: 'EXPRESSWAY' });
  add('railway', 'LineString', [at(-1600, -420), at(1600, -460)], { id: 'RW', name: '鹰厦铁路' });
  add('exclusion_zone', 'Polygon', rect(1080, 780, 330, 260), { id: 'X1', name: '五年内旧改拆迁', kind: 'DEMOLITION_5Y' });
  for (const [i, x] of [-1600, 0].entries()) {
    add('admin_unit', 'Polygon', rect(x, -600, 1600, 1900), { id: `AU${i}`, name: STREETS[i] });
  }

  let n = 0;
  for (let row = 0; row < 9; row++) {
    for (let column = 0; column < 22; column++) {
      const x = -1560 + column * 141 + next() * 16;
      const y = 85 + row * 122 + 60 * Math.sin((x + 1600) / 400) * (row === 0 ? 1 : 0.2);
      if ([-820, -210, 410, 1020].some((road) => Math.abs(x + 50 - road) < 62) || Math.abs(y + 40 - 330) < 55 || Math.abs(y + 40 - 720) < 50) continue;
      n++;
      const id = `C${String(n).padStart(3, '0')}`;
      const name = n === 5 ? '<b>红岩</b>新村' : `${NAMES[n % NAMES.length]}${['新村', '小区', '宿舍', '花园'][n % 4]}${n > 48 ? `${(n % 5) + 1}期` : ''}`;
      const households = next() < 0.12 ? null : Math.round(30 + next() * 420);
      const codes = {};
      for (const [theme, list] of Object.entries(CODES)) {
        if (next() > 0.06) codes[theme] = theme === 'frontage' ? list[row === 0 ? (next() < 0.7 ? 0 : 1) : row === 1 ? 2 : 3] : list[Math.floor(next() ** 1.4 * list.length)];
      }
      const w = 80 + next() * 36;
      const h = 74 + next() * 22;
      const pointOnly = next() < 0.05;
      const properties = { id, name, ...codes };
      if (households !== null) properties.households = households;
      properties.street = STREETS[n % 4];
      if (pointOnly) add('community', 'Point', at(x + w / 2, y + h / 2), properties);
      else add('community', 'Polygon', rect(x, y, w, h), properties);
      const rows = Math.max(2, Math.floor(h / 26));
      for (let b = 0; b < rows; b++) add('building', 'Polygon', rect(x + 8, y + 7 + b * 24, w - 18, 11), { id: `${id}-${b + 1}`, number: `${b + 1}幢`, use: 'RESIDENTIAL' });
    }
  }
  let last = null;
  for (let i = 0; i < 20; i++) {
    const here = at(-1550 + i * 150, 318);
    add('manhole', 'Point', here, { id: `M${i}`, kind: i === 19 ? 'WWTP' : 'MANHOLE' });
    if (last) add('reach', 'LineString', [last, here], { id: `P${i}`, medium: 'SEWAGE', level: 'MUNICIPAL', state: 'IN_USE' });
    add('reach', 'LineString', [at(-1550 + i * 150, 700), at(-1550 + i * 150, 330), at(-1550 + i * 150, 20)], { id: `S${i}`, medium: i % 3 ? 'STORM' : 'COMBINED', level: 'PRIVATE', state: i % 5 ? 'IN_USE' : 'PLANNED' });
    last = here;
  }
  return layers;
}
