import type { Widen } from '../widen.ts';

/** What a fair has on paper: codes, posters, labels, the catalogue. */
export const fair = {
  scan: 'Scan to see prices, samples and who made it',
  posters: 'Booth posters',
  labels: 'Object labels',
  contents: 'Contents',
  catalogue: 'Catalogue',
  lead: 'What stands at the fair on paper. Each code leads to its own page, in the reader’s language.',
  postersText: 'One sheet for each booth: name, place, story, photo and a large code.',
  labelsText:
    'One label for each object, to cut out: what it is, who made it, the least order, and a code.',
  catalogueText:
    'Everything in the order of the walk, with a picture and a code for each object. It is made of what stands in the halls now.',
  language: 'Language',
  a4: 'A4',
  a3: 'A3',
  large: '8 on a sheet',
  small: '21 on a sheet, title alone',
  make: 'Make the missing codes',
  size: 'Size',
  asPage: 'Read or print it here',
  made: 'The codes are made.',
  noBooths: 'No booth is approved yet, so there is nothing to print.',
  kept: 'A code is never given twice and never expires: what you print this year still leads here in ten years.',
  badTitle: 'This code is not one of ours',
  badText:
    'Look at it again: it has eight signs, no letter I, L, O or U. The last one checks the others.',
  tryLabel: 'The code',
  go: 'Open',
  print: 'Print',
  save: 'Save as PDF',
  missing: (n: number) =>
    n === 1 ? 'One thing has no code yet.' : `${n} things have no code yet.`,
  scans: (n: number) =>
    n === 0 ? 'Not scanned yet' : n === 1 ? 'Scanned once' : `Scanned ${n} times`,
  leastQuantity: (quantity: string) => `from ${quantity}`,
};
export type Fair = Widen<typeof fair>;
