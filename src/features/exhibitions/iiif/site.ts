import type {
  IiifSite,
  IiifWord,
  LanguageMap,
  PageAddress,
} from '#src/domain/exhibitions/iiif-site.ts';
import { countryName } from '#src/domain/countries.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import { siteOf } from '#src/ui/site.ts';

type Locals = Pick<App.Locals, 'siteUrl'> & object;

/** The site as IIIF knows it, with absolute addresses and every language that it offers. */
export function iiifSite(locals: Locals): IiifSite {
  const { siteUrl } = locals;
  const { name, locales } = siteOf(locals);
  const at = (path: string) => siteUrl + path;
  const pages = (path: string): PageAddress[] =>
    locales.map((language) => ({ id: at(localized(path, language)), language }));
  return {
    name,
    url: siteUrl,
    words: WORDS,
    country: (code) => inEvery((locale) => countryName(code, locale)),
    at: {
      collection: (slug) => at(paths.iiifCollection(slug)),
      hall: (exhibition, hall) => at(paths.iiifHall(exhibition, hall)),
      manifest: (exhibition, object) => at(paths.iiifManifest(exhibition, object)),
      tour: (exhibition, tour) => at(paths.iiifTour(exhibition, tour)),
      image: ({ code, sha8 }) => at(paths.media(code, sha8)),
      audio: (code) => at(paths.audio(code)),
    },
    pages: {
      home: () => pages(paths.home()),
      exhibitions: () => pages(paths.exhibitions()),
      exhibition: (slug) => pages(paths.exhibition(slug)),
      hall: (exhibition, hall) => pages(paths.hall(exhibition, hall)),
      object: (exhibition, object) => pages(paths.exhibit(exhibition, object)),
      tour: (exhibition, tour) => pages(paths.tour(exhibition, tour)),
      stop: (exhibition, tour, stop) => pages(paths.tourStop(exhibition, tour, stop)),
      producer: (slug) => pages(paths.producer(slug)),
    },
  };
}

function inEvery(text: (locale: (typeof LOCALES)[number]) => string): LanguageMap {
  return Object.fromEntries(LOCALES.map((locale) => [locale, [text(locale)]]));
}

const WORDS = Object.fromEntries(
  (Object.keys(messages('en').iiif.words) as IiifWord[]).map((word) => [
    word,
    inEvery((locale) => messages(locale).iiif.words[word]),
  ]),
) as Record<IiifWord, LanguageMap>;
