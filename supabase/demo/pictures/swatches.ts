/** Named colours of materials as they look in soft daylight; sRGB hex. */
export const SWATCHES = {
  // leather
  cognac: '#8a4a25',
  chestnut: '#5f3420',
  tan: '#ad7748',
  natural: '#cfa97f',
  black: '#211f1f',
  oxblood: '#561f20',
  espresso: '#3c2620',
  olive: '#4d4b35',
  forest: '#283b31',
  indigo: '#222c47',
  teal: '#275459',
  ochre: '#b98135',
  terracotta: '#9c553d',
  rose: '#c98d83',
  cream: '#e9dfcb',
  charcoal: '#3a3836',
  'slate-felt': '#777773',
  buff: '#d3b590',
  sage: '#8f9a7d',
  // soles
  'leather-sole': '#a9713f',
  'rubber-black': '#242425',
  'rubber-white': '#e8e4da',
  gum: '#96683f',
  crepe: '#c9ad80',
  cork: '#b98a58',
  // fibre
  'banana-gold': '#c9a35c',
  straw: '#dcc48c',
  sisal: '#e3d7b8',
  // glaze and food
  celadon: '#9db5a0',
  kraft: '#b98f63',
  honey: '#d98a1c',
  amber: '#b5611a',
  'dark-honey': '#7a3b12',
  chilli: '#a8281a',
  turmeric: '#d79a1e',
  pepper: '#4a3a2f',
  peanut: '#b9814a',
  macadamia: '#dfc79c',
  // before the paint and before the fire
  ash: '#6f6350',
  'dry-clay': '#8f857a',
  // metal
  brass: '#c9a253',
  steel: '#c3c4c4',
  antique: '#8a7550',
  // thread: 'tonal' follows the main colour
  tonal: 'tonal',
} as const;

export type Swatch = keyof typeof SWATCHES;
