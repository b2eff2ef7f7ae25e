/**
 * The currencies of ISO 4217 in circulation, without funds, metals and testing codes. The list is ours, not `Intl`'s:
 * `Intl` still lists withdrawn codes (HRK, ANG, ZWL …) and takes its decimals from CLDR, which says how prices are
 * shown (UGX 0, but also HUF 0 and COP 0), where ISO 4217 says what the minor unit is. We store minor units.
 */
const TWO_PLACES =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP ' +
  'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES ' +
  'KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK ' +
  'NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB ' +
  'TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const NO_PLACES = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_PLACES = 'BHD IQD JOD KWD LYD OMR TND';

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  (
    [
      [TWO_PLACES, 2],
      [NO_PLACES, 0],
      [THREE_PLACES, 3],
    ] as const
  ).flatMap(([codes, places]) => codes.split(' ').map((code) => [code, places] as const)),
);

/** Every code, A to Z. */
export const CURRENCIES: readonly string[] = [...EXPONENTS.keys()].sort();

/** Whether `code` is a currency in circulation; upper case only, as stored. */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && EXPONENTS.has(code);
}

/** Decimal places of the minor unit: RWF 0, USD 2, TND 3. Throws on an unknown code, which is a bug by then. */
export function minorUnitPlaces(currency: string): number {
  const places = EXPONENTS.get(currency);
  if (places === undefined) throw new RangeError(`unknown currency ${currency}`);
  return places;
}

/** The currency's name in a language, or its code where `Intl` has none. */
export function currencyName(currency: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency;
}
