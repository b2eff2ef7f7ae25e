/** ISO 3166-1 alpha-2, officially assigned codes. `Intl` names them but lists others too (EU, XK, UK), so we list ours. */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA ' +
  'CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA ' +
  'GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS ' +
  'MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS ' +
  'RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW ' +
  'TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

const KNOWN: ReadonlySet<string> = new Set(COUNTRIES);

/** Whether `code` is an assigned country code; upper case only, as stored. */
export function isCountry(code: unknown): code is string {
  return typeof code === 'string' && KNOWN.has(code);
}

const names = new Map<string, Intl.DisplayNames>();

/** The country's name in a language; where `Intl` has none (Kinyarwanda has none but Rwanda's) in English. */
export function countryName(code: string, locale: string): string {
  return displayIn(locale).of(code) ?? displayIn('en').of(code) ?? code;
}

/** A place as somebody typed it; where an agreement has only a country's code, the country's name. */
export function placeName(place: string, locale: string): string {
  return isCountry(place) ? countryName(place, locale) : place;
}

function displayIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale);
  if (known) return known;
  const display = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  names.set(locale, display);
  return display;
}

/** All countries with their names, in the alphabetical order of the language: for a select. */
export function countryChoices(locale: string): { code: string; name: string }[] {
  const order = new Intl.Collator(locale);
  return COUNTRIES.map((code) => ({ code, name: countryName(code, locale) })).sort((a, b) =>
    order.compare(a.name, b.name),
  );
}
