/** Alt texts from the facts of a picture: what it is, its colour, the parts that tell it apart, the view. */
import { LOCALES } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { DETAILS } from '#supabase/demo/content/alt-details.ts';
import { ONE, SCENES, SEVERAL } from '#supabase/demo/content/alt-nouns.ts';
import { colourWords } from '#supabase/demo/content/colours.ts';
import { readNamed, readNames } from '#supabase/demo/content/table.ts';
import type { Text4 } from '#supabase/demo/content/types.ts';
import type { Family } from '#supabase/demo/pictures/kind.ts';
import { KINDS } from '#supabase/demo/pictures/kinds.ts';
import type { PictureSpec } from '#supabase/demo/pictures/kinds.ts';

/** Screen readers lose a listener after about this many characters. */
export const ALT_LIMIT = 180;

const table = (text: string) => new Map(readNamed(text).map(({ key, names }) => [key, names]));
const one = table(ONE);
const several = table(SEVERAL);
const scenes = table(SCENES);
const details = table(DETAILS);

const LEATHER_CLOSE = readNames(
  'Close-up of the leather | Gros plan sur le cuir | Uruhu rurebwa hafi | Ngozi kwa karibu',
);
const CLOSE: Record<Family, Text4> = {
  shoes: readNames(
    'Close-up of leather and stitching | Gros plan sur le cuir et la couture | Uruhu n’ubudozi birebwa hafi | Ngozi na mshono kwa karibu',
  ),
  bags: readNames(
    'Close-up of material and stitching | Gros plan sur la matière et la couture | Ubudozi burebwa hafi | Mshono kwa karibu',
  ),
  'small-leather': LEATHER_CLOSE,
  leather: LEATHER_CLOSE,
  textiles: readNames(
    'Close-up of the cloth | Gros plan sur le tissu | Igitambaro kirebwa hafi | Kitambaa kwa karibu',
  ),
  baskets: readNames(
    'Close-up of the weave | Gros plan sur le tressage | Uko biboshye birebwa hafi | Ususi kwa karibu',
  ),
  ceramics: readNames(
    'Close-up of clay and glaze | Gros plan sur la terre et l’émail | Ibumba rirebwa hafi | Udongo kwa karibu',
  ),
  food: readNames('Close-up | Gros plan | Ibirebwa hafi | Kwa karibu'),
  craft: readNames(
    'Close-up of the relief | Gros plan sur le relief | Imitako irebwa hafi | Michoro kwa karibu',
  ),
  scene: readNames('Close-up | Gros plan | Ibirebwa hafi | Kwa karibu'),
};
const ABOVE = readNames('Seen from above | Vu du dessus | Birebwa hejuru | Kutoka juu');
const AMONG = readNames(
  'with a few things on a table | avec quelques objets sur une table | hamwe n’utundi tuntu ku meza | pamoja na vitu vingine mezani',
);

/** "Close-up of …: derby shoe": what follows a colon starts with a small letter, except in names. */
function afterColon(locale: Locale, phrase: string): string {
  return locale === 'en' || locale === 'fr'
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase;
}

function named(spec: PictureSpec, locale: Locale): string {
  const group =
    spec.view === 'pair' ? (several.get(spec.kind) ?? one.get(spec.kind)) : one.get(spec.kind);
  const noun = (group ?? scenes.get(spec.kind))?.[locale];
  if (noun === undefined) throw new Error(`No alt text for pictures of "${spec.kind}"`);
  const main = spec.palette?.main;
  if (noun.includes('{c}') && main === undefined) throw new Error(`No main colour: ${spec.seed}`);
  return main === undefined ? noun : noun.replace('{c}', colourWords(main)[locale]);
}

function parts(spec: PictureSpec, locale: Locale): string[] {
  return Object.entries(spec.options ?? {}).flatMap(([option, value]) => {
    const words =
      details.get(`${spec.kind}.${option}=${value}`) ?? details.get(`${option}=${value}`);
    return words ? [words[locale]] : [];
  });
}

function inLocale(spec: PictureSpec, locale: Locale): string {
  const noun = named(spec, locale);
  const spaced = locale === 'fr' ? ' :' : ':';
  const facts = parts(spec, locale);
  const ending = spec.view === 'context' ? [AMONG[locale]] : [];
  const opening = { detail: CLOSE[KINDS[spec.kind].family][locale], top: ABOVE[locale] }[
    spec.view as 'detail' | 'top'
  ];
  const start = opening ? `${opening}${spaced} ${afterColon(locale, noun)}` : noun;
  const text = [start, ...facts, ...ending].join(', ');
  return text.length <= ALT_LIMIT ? text : [start, ...ending].join(', ');
}

/** The alt text of a picture in every language, at most ALT_LIMIT characters each. */
export function altText(spec: PictureSpec): Text4 {
  const texts = LOCALES.map((locale) => [locale, inLocale(spec, locale)]);
  return Object.fromEntries(texts) as Record<Locale, string>;
}
