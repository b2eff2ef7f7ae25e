import type { ErrorCode } from './error-codes.ts';

/** Where an Incoterms 2020 rule has its named place: the buyer must know which end of the journey it is. */
export type NamedPlace = 'delivery' | 'destination' | 'port_of_shipment' | 'port_of_destination';

export type Incoterm =
  'EXW' | 'FCA' | 'CPT' | 'CIP' | 'DAP' | 'DPU' | 'DDP' | 'FAS' | 'FOB' | 'CFR' | 'CIF';

/** `modes`: `any` transport, or `sea` and inland waterway alone. `sellerPaysFreight`: the price includes main carriage. */
export type IncotermRule = {
  code: Incoterm;
  modes: 'any' | 'sea';
  place: NamedPlace;
  sellerPaysFreight: boolean;
  sellerInsures: boolean;
};

const rule = (
  code: Incoterm,
  modes: IncotermRule['modes'],
  place: NamedPlace,
  seller: { freight?: true; insures?: true } = {},
): IncotermRule => ({
  code,
  modes,
  place,
  sellerPaysFreight: seller.freight === true,
  sellerInsures: seller.insures === true,
});

/** The eleven rules of Incoterms 2020, those for any mode first, each group from least to most for the seller. */
export const INCOTERMS: readonly IncotermRule[] = [
  rule('EXW', 'any', 'delivery'),
  rule('FCA', 'any', 'delivery'),
  rule('CPT', 'any', 'destination', { freight: true }),
  rule('CIP', 'any', 'destination', { freight: true, insures: true }),
  rule('DAP', 'any', 'destination', { freight: true }),
  rule('DPU', 'any', 'destination', { freight: true }),
  rule('DDP', 'any', 'destination', { freight: true }),
  rule('FAS', 'sea', 'port_of_shipment'),
  rule('FOB', 'sea', 'port_of_shipment'),
  rule('CFR', 'sea', 'port_of_destination', { freight: true }),
  rule('CIF', 'sea', 'port_of_destination', { freight: true, insures: true }),
];

export const INCOTERM_PLACE_MAX = 120;

const BY_CODE: ReadonlyMap<string, IncotermRule> = new Map(INCOTERMS.map((r) => [r.code, r]));

/** The rule of a code, or null when it is none of the eleven (DAT and DDU are of older editions). */
export function incotermRule(code: string): IncotermRule | null {
  return BY_CODE.get(code) ?? null;
}

export function isIncoterm(code: unknown): code is Incoterm {
  return typeof code === 'string' && BY_CODE.has(code);
}

/**
 * What is wrong with a term and its place: a term has no meaning without a named place, nor a place without a term.
 * Codes: `unknown_incoterm`, `incoterm_place_required`, `too_long`; null when both fit or both are empty.
 */
export function incotermProblem(code: string | null, place: string | null): ErrorCode | null {
  const named = (place ?? '').trim();
  if (!code) return named === '' ? null : 'unknown_incoterm';
  if (!isIncoterm(code)) return 'unknown_incoterm';
  if (named === '') return 'incoterm_place_required';
  return named.length > INCOTERM_PLACE_MAX ? 'too_long' : null;
}

/** How a contract writes it: `FOB Mombasa, Incoterms® 2020`. */
export function writeIncoterm(code: Incoterm, place: string): string {
  return `${code} ${place.trim()}, Incoterms® 2020`;
}
