/**
 * A sketch of Rwanda and its neighbours for small maps: corners in degrees, longitude first. Drawn by hand from common
 * geography, good to a few kilometres (Rwanda, Lake Kivu) or a few tens (the rest); for looking at, not for measuring.
 */
export type Corner = readonly [longitude: number, latitude: number];

/** `65.2 -1.1 65.3 -1.2 …` as corners. */
function line(text: string): Corner[] {
  const numbers = text.trim().split(/\s+/).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, n) => [
    numbers[2 * n] ?? 0,
    numbers[2 * n + 1] ?? 0,
  ]);
}

export const RWANDA = line(`
  30.47 -1.06 30.52 -1.18 30.63 -1.35 30.74 -1.44 30.81 -1.61 30.84 -1.78 30.80 -1.93 30.86 -2.06 30.85 -2.20
  30.80 -2.34 30.72 -2.37 30.58 -2.40 30.47 -2.36 30.42 -2.30 30.30 -2.37 30.20 -2.34 30.11 -2.43 30.00 -2.41
  29.94 -2.33 29.91 -2.47 29.86 -2.62 29.83 -2.74 29.74 -2.81 29.62 -2.81 29.52 -2.83 29.40 -2.82 29.32 -2.79
  29.34 -2.68 29.22 -2.63 29.10 -2.60 29.03 -2.73 28.95 -2.68 28.89 -2.60 28.87 -2.50 28.93 -2.41 29.04 -2.32
  29.14 -2.27 29.17 -2.14 29.13 -1.98 29.14 -1.82 29.24 -1.70 29.28 -1.62 29.37 -1.51 29.45 -1.49 29.46 -1.42
  29.59 -1.39 29.68 -1.38 29.76 -1.35 29.83 -1.32 29.88 -1.37 29.92 -1.47 30.01 -1.43 30.08 -1.38 30.15 -1.34
  30.18 -1.25 30.29 -1.16 30.35 -1.07`);

export const LAKE_KIVU = line(`
  29.25 -1.69 29.32 -1.80 29.36 -1.95 29.34 -2.08 29.27 -2.19 29.16 -2.30 29.03 -2.36 28.95 -2.44 28.89 -2.50
  28.85 -2.42 28.87 -2.24 28.82 -2.10 28.89 -1.92 28.97 -1.76 29.08 -1.63 29.17 -1.66`);

const KENYA = line(`
  39.2 -4.7 37.8 -3.7 37.7 -3.1 34.1 -1.1 33.9 -0.9 33.9 0.1 34.2 0.5 34.7 1.2 35.0 1.9 34.6 3.1 34.5 3.6 34.0 4.3
  34.6 4.9 35.3 5.5 35.8 5.3 35.8 4.8 36.2 4.4 36.9 4.4 38.1 3.6 39.0 3.5 39.6 3.4 39.9 3.8 40.8 4.3 41.2 3.9
  41.9 3.9 41.0 2.8 41.0 -0.9 41.6 -1.7 40.9 -2.1 40.3 -2.6 40.1 -3.3 39.6 -4.3`);

const ETHIOPIA = line(`
  47.8 8.0 45.0 5.0 43.7 5.0 42.8 4.3 41.9 3.9 41.2 3.9 40.8 4.3 39.9 3.8 39.6 3.4 39.0 3.5 38.1 3.6 36.9 4.4 36.2 4.4
  35.8 4.8 35.8 5.3 35.3 5.5 34.7 6.6 34.1 7.2 33.6 7.7 33.0 7.8 33.3 8.4 33.9 8.5 34.0 9.6 34.3 10.6 34.8 11.3 35.3 12.1
  35.9 12.6 36.4 14.4 37.6 14.2 37.9 14.9 38.5 14.5 39.2 14.6 40.0 14.5 40.9 14.1 41.6 13.5 42.4 12.5 41.7 11.6 41.8 11.0
  42.7 11.0 42.6 10.6 43.3 9.5 43.7 9.2 47.0 8.0`);

const UGANDA = line(`
  31.9 3.6 33.4 3.8 34.0 4.3 34.5 3.6 34.6 3.1 35.0 1.9 34.7 1.2 34.2 0.5 33.9 0.1 33.9 -0.9 31.9 -1.0 30.8 -1.0
  30.5 -1.1 29.9 -1.4 29.6 -1.4 29.6 -0.6 29.8 -0.2 29.9 0.6 30.5 1.6 31.2 2.2 30.8 2.4 30.8 3.5`);

const TANZANIA = line(`
  33.9 -0.9 34.1 -1.1 37.7 -3.1 37.8 -3.7 39.2 -4.7 38.8 -5.9 38.8 -6.5 39.5 -6.9 39.3 -8.0 39.2 -8.5 39.6 -9.1
  40.0 -10.1 40.4 -10.4 39.5 -10.9 37.8 -11.3 36.8 -11.6 35.3 -11.4 34.6 -11.5 34.3 -10.2 33.9 -9.6 32.8 -9.3
  31.2 -8.6 30.7 -8.3 30.2 -7.1 29.6 -6.5 29.4 -5.9 29.5 -5.4 29.3 -4.5 29.8 -4.4 30.1 -4.1 30.5 -3.6 30.8 -3.4
  30.7 -3.0 30.5 -2.8 30.5 -2.4 30.8 -2.3 30.8 -1.7 30.5 -1.1 30.8 -1.0 31.9 -1.0`);

const BURUNDI = line(`
  29.3 -4.5 29.2 -3.3 29.0 -2.7 29.3 -2.8 29.8 -2.8 29.9 -2.3 30.1 -2.4 30.5 -2.4 30.5 -2.8 30.7 -3.0 30.8 -3.4
  30.5 -3.6 30.1 -4.1 29.8 -4.4`);

const LAKE_VICTORIA = line(`
  31.7 -1.0 31.9 -0.4 32.3 0.1 32.9 0.2 33.5 0.4 34.0 0.2 34.6 -0.2 34.2 -0.5 34.1 -1.0 33.7 -1.6 33.5 -2.2 32.9 -2.5
  32.2 -2.6 31.8 -2.4 31.7 -1.7`);

const LAKE_TANGANYIKA = line(`
  29.2 -3.4 29.4 -4.0 29.3 -4.6 29.6 -5.2 29.5 -5.9 29.8 -6.5 30.3 -7.1 30.8 -8.2 31.1 -8.7 30.6 -8.6 30.2 -7.9
  29.6 -7.0 29.2 -6.2 29.2 -5.2 29.1 -4.3 29.1 -3.5`);

/** What a map shows: its edges in degrees, the countries with where their names stand, lakes, and a few towns. */
export type Frame = {
  west: number;
  east: number;
  north: number;
  south: number;
  home: readonly Corner[];
  countries: readonly { outline: readonly Corner[] | null; code: string; name: Corner | null }[];
  lakes: readonly (readonly Corner[])[];
  towns: readonly { name: string; at: Corner }[];
};

export const RWANDA_FRAME: Frame = {
  west: 28.55,
  east: 31.15,
  north: -0.88,
  south: -3.02,
  home: RWANDA,
  countries: [
    { outline: null, code: 'CD', name: [28.62, -1.25] },
    { outline: null, code: 'UG', name: [30.02, -1.03] },
    { outline: null, code: 'TZ', name: [31.08, -1.2] },
    { outline: null, code: 'BI', name: [30.2, -2.86] },
  ],
  lakes: [LAKE_KIVU],
  towns: [
    { name: 'Kigali', at: [30.06, -1.94] },
    { name: 'Huye', at: [29.74, -2.6] },
    { name: 'Musanze', at: [29.63, -1.5] },
    { name: 'Rubavu', at: [29.26, -1.7] },
    { name: 'Rusizi', at: [28.91, -2.48] },
    { name: 'Nyagatare', at: [30.33, -1.3] },
  ],
};

/** The whole sketch; a map of it shows the part that its places need. */
export const REGION: Frame = {
  west: 26,
  east: 48,
  north: 15,
  south: -12,
  home: RWANDA,
  countries: [
    { outline: KENYA, code: 'KE', name: [38, 0.6] },
    { outline: UGANDA, code: 'UG', name: [32.5, 1.9] },
    { outline: TANZANIA, code: 'TZ', name: [34.6, -6.3] },
    { outline: BURUNDI, code: 'BI', name: [31.6, -4.7] },
    { outline: ETHIOPIA, code: 'ET', name: [39.6, 7.6] },
    { outline: null, code: 'RW', name: [28.2, -1.2] },
  ],
  lakes: [LAKE_VICTORIA, LAKE_TANGANYIKA],
  towns: [],
};
