// An import of a made-up ledger for the mock server: it answers to choices as the real one does.

const NAMES = ['红岩新村', '工人新村', '<b>府西</b>新村', '列东小区', '梅岭花园', '江滨新村'];
const ROWS = 260;
const FILE = '列东台账.csv';
const LAYER = '列东台账';
const SWAP = 'coordinate.swapped-axes';
const ABOUT = 'number.approximate';

const item = (code, zh, en) => ({ code, zh, en });
const PROPERTIES = [
  { ...item('name', '小区名称', 'Name'), unit: '' },
  { ...item('street', '街道', 'Sub-district'), unit: '' },
  { ...item('households', '户数', 'Households'), unit: '户' },
  { ...item('built_text', '建成年份', 'Built'), unit: '' },
];

export const vocabulary = {
  roles: [
    { ...item('community', '小区', 'Community'), properties: PROPERTIES },
    { ...item('place', '地名', 'Place'), properties: PROPERTIES.slice(0, 2) },
    item('skip', '不导入', 'Not imported'),
  ],
  uses: [
    item('@id', '编号', 'Id'), item('@lon', '经度或东坐标', 'Longitude or easting'), item('@lat', '纬度或北坐标', 'Latitude or northing'),
    item('@coordinates', '坐标（一列两数）', 'Coordinates, two in one column'), item('@original', '仅保留原文', 'Kept as original text'), item('', '不导入', 'Not imported'),
  ],
  crs: [
    { zh: '本数据集', en: 'This dataset', items: [item('EPSG:4548', 'CGCS2000 3°带 中央经线117°E (EPSG:4548)', 'CGCS2000 3-degree, central meridian 117E (EPSG:4548)')] },
    { zh: '经纬度', en: 'Degrees', items: [item('EPSG:4490', 'CGCS2000 经纬度 (EPSG:4490)', 'CGCS2000, degrees (EPSG:4490)'), item('EPSG:4326', 'WGS 84 经纬度 (EPSG:4326)', 'WGS 84, degrees (EPSG:4326)')] },
  ],
  datums: [item('CGCS2000', 'CGCS2000/WGS84', 'CGCS2000 or WGS 84'), item('GCJ02', '火星坐标 GCJ-02', 'GCJ-02 (online maps)'), item('BD09', '百度坐标 BD-09', 'BD-09 (Baidu)')],
  encodings: [item('UTF-8', 'UTF-8', 'UTF-8'), item('GB18030', 'GB18030（含 GBK、GB2312）', 'GB18030 (with GBK, GB2312)')],
};

const row = (i) => ({ 小区: `${NAMES[i % NAMES.length]}${i >= NAMES.length ? i : ''}`, 住户数量: i % 3 === 0 ? '约120户' : String(80 + i), 联系人: '王某', lon: (26.262 + i * 0.0001).toFixed(4), lat: (117.625 + i * 0.0001).toFixed(4) });
const COLUMNS = Object.keys(row(0));
const RECOGNISED = { 小区: ['name', 'property'], 住户数量: ['@original', 'original'], 联系人: ['', 'dropped'], lon: ['@lon', 'longitude'], lat: ['@lat', 'latitude'] };

/** The choices for the only layer, checked; `refuse` throws what the server would answer. */
function choicesOf(body, refuse) {
  const file = body?.files?.[FILE] ?? {};
  const layer = file.layers?.[LAYER] ?? {};
  const unfit = (control, choice, zh, en) => refuse(422, zh, en, { file: FILE, layer: LAYER, control, choice });
  if (file.encoding === 'UTF-8') unfit('encoding', 'UTF-8', '按 UTF-8 读取会有乱码，文件看来是 GB18030', 'read as UTF-8 it has broken characters; it seems to be GB18030');
  if (layer.crs && !['EPSG:4490', 'EPSG:4326'].includes(layer.crs)) unfit('crs', layer.crs, `坐标都在 180 以内，是经纬度，不是 ${layer.crs} 的米制坐标`, `the coordinates are degrees, no metres of ${layer.crs}`);
  const seen = new Map();
  for (const [column, choice] of Object.entries(layer.columns ?? {})) {
    if (choice !== '' && choice !== '@original' && seen.has(choice)) unfit('column', column, `“${seen.get(choice)}”列已经对应这个属性，一个属性只能来自一列`, `column '${seen.get(choice)}' already brings it`);
    seen.set(choice, column);
  }
  return { file, layer };
}

function mapping(layer) {
  const chosen = layer.columns ?? {};
  const taken = new Set(Object.values(chosen));
  return COLUMNS.map((column, index) => {
    const [own, use] = RECOGNISED[column];
    const choice = chosen[column] ?? (taken.has(own) && own !== '' ? '@original' : own);
    const named = [...PROPERTIES, ...vocabulary.uses].find(({ code }) => code === choice);
    return { column, letter: 'ABCDEFGH'[index], unit: null, use: column in chosen ? 'property' : use, choice, zh: named.zh, en: named.en, samples: [0, 1, 2].map((i) => row(i)[column]) };
  });
}

function proposals(layer, about) {
  const accepted = (code) => layer.accept?.includes(code) ?? false;
  const found = [{
    code: SWAP, titleZh: '经度、纬度两列互换', titleEn: 'Swap longitude and latitude', zh: `整列${ROWS}行经纬度次序相反(纬度在前),建议两列互换`, en: `${ROWS} of ${ROWS} rows have latitude first; proposed: swap the two columns`,
    effect: 'position', effectZh: '采纳后按此读取坐标；不采纳，这些行不导入', effectEn: 'Accepted: positions are read so. Left: these rows are not imported', acceptable: true, datum: null, rows: ROWS, columns: [],
    examples: [0, 1, 2].map((i) => ({ row: i + 2, cell: '', before: `${row(i).lon}, ${row(i).lat}`, after: `${row(i).lat}00°E ${row(i).lon}00°N`, lonLat: [Number(row(i).lat), Number(row(i).lon)] })), accepted: accepted(SWAP),
  }];
  if (about.length > 0) found.push({
    code: ABOUT, titleZh: '约数按所写的数导入', titleEn: 'Take approximate numbers as written', zh: '', en: '', effect: 'value', effectZh: '采纳后取建议值；不采纳，这些值按未知处理', effectEn: 'Accepted: the proposed values are used. Left: they stay unknown',
    acceptable: true, datum: null, rows: about.length, columns: ['住户数量'], examples: about.slice(0, 3).map((i) => ({ row: i + 2, cell: `B${i + 2}`, before: '约120户', after: '120', lonLat: null })), accepted: accepted(ABOUT),
  });
  return found;
}

/** What a check of the ledger with these choices finds. */
export function report(id, body, refuse) {
  const { file, layer } = choicesOf(body, refuse);
  if (file.skip) return { id, committable: false, counts: { inserted: 0, updated: 0, unchanged: 0, rejected: 0 }, files: [{ file: FILE, skipped: true, issues: [], layers: [] }] };
  const columns = mapping(layer);
  const households = columns.some(({ column, choice }) => column === '住户数量' && choice === 'households');
  const about = households ? Array.from({ length: ROWS }, (_, i) => i).filter((i) => i % 3 === 0) : [];
  const offers = proposals(layer, about);
  const [swap, numbers] = offers;
  const issues = [
    ...(swap.accepted ? [] : [{ code: 'coordinate.unconfirmed', severity: 'error', row: null, column: '', cell: '', value: '', zh: `${LAYER}：${ROWS} 行等待确认建议 ${SWAP}`, en: `${LAYER}: ${ROWS} rows wait until the proposal ${SWAP} is accepted`, suggestion: '', lonLat: null }]),
    { code: SWAP, severity: swap.accepted ? 'accepted' : 'proposal', row: null, column: '', cell: '', value: '', zh: `${LAYER}：${swap.zh}`, en: `${LAYER}: ${swap.en}`, suggestion: 'EPSG:4490', lonLat: null },
    ...about.map((i) => ({ code: ABOUT, severity: numbers.accepted ? 'accepted' : 'proposal', row: i + 2, column: '住户数量', cell: `B${i + 2}`, value: i === 0 ? '<img src=x onerror=alert(1)>' : '约120户', zh: `B${i + 2}：“约120户” 无法识别为准确数，建议 120（约）`, en: `B${i + 2}: '约120户' is approximate; proposed 120`, suggestion: '120', lonLat: swap.accepted ? [Number(row(i).lat), Number(row(i).lon)] : null })),
  ];
  const counts = { inserted: swap.accepted ? ROWS : 0, updated: 0, unchanged: 0, rejected: swap.accepted ? 0 : ROWS };
  const origin = layer.crs ? ['stated', '人工指定', 'Stated by a person'] : swap.accepted ? ['assumed', '按数值判断', 'Judged from the numbers'] : ['proposed', '按数值判断，待确认', 'Judged from the numbers, to be confirmed'];
  const skipped = layer.role === 'skip';
  return {
    id, committable: swap.accepted && !skipped, counts,
    files: [{
      file: FILE, skipped: false, committable: swap.accepted, encoding: file.encoding ?? 'GB18030', errors: swap.accepted ? 0 : 1, issues: [],
      layers: [{
        name: LAYER, format: 'CSV', role: skipped ? null : (layer.role ?? 'community'), confidence: layer.role ? 1 : 0.7, reasons: [{ code: 'role.name', zh: '名称含“台账”', en: "the name holds '台账'" }], roles: ['community', 'place'], rows: ROWS,
        crs: layer.crs ?? 'EPSG:4326', crsOrigin: origin[0], crsOriginZh: origin[1], crsOriginEn: origin[2], degrees: true, datum: layer.datum ?? 'CGCS2000', extent: swap.accepted ? [117.625, 26.262, 117.651, 26.288] : null,
        mapping: columns, proposals: offers, estates: [], counts, issues, issuesTotal: issues.length, errors: swap.accepted ? 0 : 1, notices: [{ code: 'encoding.detected', zh: '文件编码 GB18030', en: 'Character set GB18030' }],
      }],
    }],
  };
}

export const rows = (from) => ({ columns: COLUMNS.map((name, index) => ({ name, letter: 'ABCDEFGH'[index] })), rows: [{ row: from, cells: Object.values(row(from - 2)) }] });
