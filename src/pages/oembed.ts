import type { APIRoute } from 'astro';
import {
  boothOfAddress,
  boothPicture,
  embedAddress,
  embeddedBooth,
  embedHtml,
  embedSize,
} from '#src/features/exhibitions/iiif/embed.ts';
import { keptSeconds, openAnswer, openRefusal } from '#src/features/exhibitions/iiif/answers.ts';
import { scaledTo } from '#src/domain/iiif.ts';
import { paths } from '#src/paths.ts';
import { siteOf } from '#src/ui/site.ts';

/** oEmbed 1.0, JSON: what another site needs to show a booth when somebody pastes its address. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { db, siteUrl } = locals;
  const query = url.searchParams;
  if ((query.get('format') || 'json') !== 'json') return openRefusal(501, 'json_only');
  const size = embedSize(query.get('maxwidth'), query.get('maxheight'));
  if (!size) return openRefusal(400, 'out_of_range');
  const asked = boothOfAddress(query.get('url') ?? '', siteUrl);
  const page = asked && (await embeddedBooth(db, asked));
  if (!asked || !page) return openRefusal(404, 'not_found');
  const title = page.booth.title.text;
  const cover = boothPicture(page);
  const small = cover && scaledTo(cover, Math.min(320, cover.width));
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    author_name: page.booth.producer.name,
    author_url: siteUrl + paths.producer(page.booth.producer.slug),
    provider_name: siteOf(locals).name,
    provider_url: siteUrl,
    cache_age: keptSeconds(page.turnsIn),
    html: embedHtml(embedAddress(siteUrl, asked), title, size),
    ...size,
    ...(cover &&
      small && {
        thumbnail_url: `${siteUrl}${paths.media(cover.code, cover.sha8)}/full/${small.width},${small.height}/0/default.jpg`,
        thumbnail_width: small.width,
        thumbnail_height: small.height,
      }),
  };
  return openAnswer(answer, {
    tags: [`exhibition:${page.frame.id}`, `producer:${page.producerId}`, 'product'],
    turnsIn: page.turnsIn,
    params: ['url', 'maxwidth', 'maxheight', 'format'],
  });
};
