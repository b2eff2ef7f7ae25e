import {
  boothFindings,
  type BoothFacts,
  type BoothFinding,
  type BoothPicture,
} from '#src/domain/exhibitions/booth-checklist.ts';
import { LOCALE_NAMES, type Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { DeskPicture } from '../curating/queries.ts';
import type { BenchObject, ProducerBooth, Workbench } from './queries.ts';

const pictureFacts = ({ state, alts }: DeskPicture): BoothPicture => ({
  isReady: state === 'ready',
  alts: Object.keys(alts),
});

/** A booth as its checklist judges it. */
export function boothFacts({ exhibition, template }: ProducerBooth, bench: Workbench): BoothFacts {
  return {
    sourceLocale: exhibition.sourceLocale,
    languages: exhibition.languages,
    objectsMax: template.objects,
    labelLength: template.labelLength,
    story: bench.texts['story'] ?? {},
    hero: bench.photo && pictureFacts(bench.photo),
    objects: bench.objects.map((object) => ({
      id: object.id,
      isProduct: object.product !== null,
      shows: object.shows,
      label: object.texts['label'] ?? {},
      names: Object.keys({ ...object.names, ...object.texts['title'] }),
      pictures: object.pictures.map(pictureFacts),
    })),
  };
}

export const findingsOf = (booth: ProducerBooth, bench: Workbench): BoothFinding[] =>
  boothFindings(boothFacts(booth, bench));

/** Names of languages, each as its speakers write it. */
export const languageNames = (locales: readonly string[]): string =>
  locales.map((one) => LOCALE_NAMES[one as Locale]).join(', ');

/** One line of the list in words. */
export function findingText({ code, locales }: BoothFinding, t: Messages): string {
  const words = t.booths.findings[code];
  return typeof words === 'string' ? words : words(languageNames(locales));
}

/** Where it is mended: the query of the booth's page. */
export function findingPart({ code, object }: BoothFinding): string {
  if (object) return `object=${object}`;
  if (code === 'no_story' || code === 'story_wanted') return 'part=words';
  if (code === 'no_object') return 'part=choose';
  return code === 'too_many' ? '' : 'part=photo';
}

/** How far the label of an object is, over the languages of the exhibition. */
export function labelState(
  { texts }: BenchObject,
  languages: readonly Locale[],
): 'done' | 'some' | 'none' {
  const there = languages.filter((locale) => texts['label']?.[locale]).length;
  if (there === 0) return 'none';
  return there === languages.length ? 'done' : 'some';
}

/** The language to write in first: the reader's, when the exhibition has it. */
export const writesFirst = (
  { exhibition }: Pick<ProducerBooth, 'exhibition'>,
  locale: Locale,
): Locale => (exhibition.languages.includes(locale) ? locale : exhibition.sourceLocale);
