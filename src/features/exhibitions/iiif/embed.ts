import type { MediaView } from '#src/domain/media.ts';
import type { Db } from '#src/server/db/client.ts';
import { expectData } from '#src/server/db/failure.ts';
import { localized, paths } from '#src/paths.ts';
import { isLocale, type Locale } from '#src/i18n/locales.ts';
import type { BoothCard, ExhibitCard, Frame, Said } from '../visiting/views.ts';

/** `turnsIn`: seconds until the exhibition opens or closes; `objects`: at most six. */
export type EmbeddedBooth = {
  frame: Omit<Frame, 'halls' | 'tours'>;
  booth: BoothCard;
  producerId: string;
  story: Said | null;
  objects: ExhibitCard[];
  turnsIn: number | null;
};

/** A booth for another site's page; null when it is not open to everybody. */
export async function embeddedBooth(
  db: Db,
  asked: { exhibition: string; booth: string; locale: Locale },
): Promise<EmbeddedBooth | null> {
  const given = { p_slug: asked.exhibition, p_booth: asked.booth, p_locale: asked.locale };
  return expectData(await db.rpc('embedded_booth', given)) as unknown as EmbeddedBooth | null;
}

/** How large the frame is unless the other site asks for less, in CSS pixels. */
export const EMBED_SIZE = { width: 640, height: 480, least: 240 } as const;

type Size = { width: number; height: number };

/** The size within what the other site has room for; null when it asks for nonsense. */
export function embedSize(maxWidth: string | null, maxHeight: string | null): Size | null {
  const within = (asked: string | null, usual: number) => {
    if (asked === null || asked === '') return usual;
    const most = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
    return most < 1 ? null : Math.min(usual, most);
  };
  const width = within(maxWidth, EMBED_SIZE.width);
  const height = within(maxHeight, EMBED_SIZE.height);
  return width && height ? { width, height } : null;
}

/** The lines that the other site's page takes: a frame, no script. `src` and `title` are escaped here. */
export function embedHtml(src: string, title: string, { width, height }: Size): string {
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Which booth an address of ours is about: its page or its embedded page, in any language; null for all others. */
export function boothOfAddress(
  address: string,
  siteUrl: string,
): { exhibition: string; booth: string; locale: Locale } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== new URL(siteUrl).origin) return null;
  const parts = url.pathname.split('/').slice(1);
  const locale = isLocale(parts[0]) ? (parts.shift() as Locale) : 'en';
  const [noun, exhibition, middle, booth, ...rest] = parts;
  if (rest.length > 0 || !exhibition) return null;
  if (noun === 'embed' && middle && !booth) return { exhibition, booth: middle, locale };
  return noun === 'exhibitions' && middle === 'booths' && booth
    ? { exhibition, booth, locale }
    : null;
}

/** Absolute address of the embedded page. */
export function embedAddress(
  siteUrl: string,
  asked: { exhibition: string; booth: string; locale: Locale },
): string {
  return siteUrl + localized(paths.boothEmbed(asked.exhibition, asked.booth), asked.locale);
}

/** The picture that stands for the booth: its own, else its first object's. */
export function boothPicture({ booth, objects }: EmbeddedBooth): MediaView | null {
  return booth.cover ?? objects.find(({ cover }) => cover)?.cover ?? null;
}
