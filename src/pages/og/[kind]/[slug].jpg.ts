import type { APIRoute } from 'astro';
import { PUBLIC_PAGE_SECONDS } from '#src/config.ts';
import { fallbackSource } from '#src/domain/iiif.ts';
import { CARD_PHOTO, shareCard } from '#src/features/catalogue/og/share-card.ts';
import { shareSubject } from '#src/features/catalogue/og/subject.ts';
import { exhibitionSubject } from '#src/features/exhibitions/visiting/share.ts';
import { roundSubject } from '#src/features/procurement/record/share.ts';
import { CACHE_HEADER, formatPolicy } from '#src/server/http/cache-public.ts';
import { drawPicture } from '#src/server/media/og-image.ts';
import { mediaResponse } from '#src/server/media/serve.ts';
import { siteOf } from '#src/ui/site.ts';

/** The picture of a shared link: title, maker and photo of what the page is about. */
export const GET: APIRoute = async ({ params, locals, request }) => {
  const { kind = '', slug = '' } = params;
  const subject = await subjectOf(kind, slug, locals);
  if (!subject) return new Response(null, { status: 404 });
  const { title, lines, photo, tags } = subject;
  const svg = shareCard({ site: siteOf(locals).name, title, lines });
  const jpeg = photo && (await photoOf(photo, request));
  const image = await drawPicture(svg, jpeg ? { jpeg, box: CARD_PHOTO } : undefined);
  return new Response(new Uint8Array(image), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': `public, max-age=${PUBLIC_PAGE_SECONDS}`,
      [CACHE_HEADER]: formatPolicy({ tags, seconds: 24 * 3600, params: [] }),
    },
  });
};

async function subjectOf(kind: string, slug: string, locals: App.Locals) {
  if (kind === 'round') return roundSubject(locals.db, slug, locals.t);
  if (kind === 'exhibition') return exhibitionSubject(locals.db, slug, locals);
  return shareSubject(locals.db, kind, slug, locals);
}

/** The derivative that is large enough for the card; null when it cannot be read just now. */
async function photoOf(
  photo: { code: string; sha8: string; width: number; height: number },
  { url }: Request,
): Promise<Uint8Array | null> {
  const path = fallbackSource(`${photo.code}-${photo.sha8}`, photo, CARD_PHOTO.height);
  const answer = await mediaResponse(new Request(url), path);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
