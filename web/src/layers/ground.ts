/** The colours of the drawn ground, as the design tokens of the present look say. */
export interface Ground {
  water: string;
  bank: string;
  stream: string;
  building: string;
  buildingLine: string;
  buildingEdge: string;
  road: string;
  roadCasing: string;
  arterial: string;
  arterialCasing: string;
  expressway: string;
  expresswayCasing: string;
  admin: string;
  rail: string;
  outline: string;
  /** Around lines and names, so that they stand out. */
  halo: string;
  area: string;
  label: string;
  labelWater: string;
  labelPlace: string;
  labelArea: string;
  labelRoad: string;
  pick: string;
  pickLine: string;
  open: string;
}

const TOKENS: Record<keyof Ground, string> = {
  water: 'water',
  bank: 'bank',
  stream: 'stream',
  building: 'building',
  buildingLine: 'building-line',
  buildingEdge: 'building-edge',
  road: 'road',
  roadCasing: 'road-casing',
  arterial: 'arterial',
  arterialCasing: 'arterial-casing',
  expressway: 'expressway',
  expresswayCasing: 'expressway-casing',
  admin: 'admin',
  rail: 'rail',
  outline: 'outline',
  halo: 'halo',
  area: 'area',
  label: 'label',
  labelWater: 'label-water',
  labelPlace: 'label-place',
  labelArea: 'label-area',
  labelRoad: 'label-road',
  pick: 'pick',
  pickLine: 'pick-line',
  open: 'open',
};

/** Reads the tokens of the page as it looks now. */
export function readGround(): Ground {
  const style = getComputedStyle(document.documentElement);
  const entries = Object.entries(TOKENS).map(([key, token]) => [key, style.getPropertyValue(`--map-${token}`).trim() || '#808080']);
  return Object.fromEntries(entries) as Ground;
}
