import { PUBLIC_PAGE_SECONDS } from '#src/config.ts';
import type { IiifObject, IiifSummary } from '#src/domain/exhibitions/iiif-facts.ts';
import { PRESENTATION_TYPE } from '#src/domain/exhibitions/iiif-site.ts';
import { CACHE_HEADER, formatPolicy } from '#src/server/http/cache-public.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** A document that programs on every site may read. */
const OPEN = {
  'access-control-allow-origin': '*',
  // `same-origin` would stop a page elsewhere from using what it may read.
  'cross-origin-resource-policy': 'cross-origin',
} as const;

type Kept = { tags: readonly string[]; turnsIn: number | null; params?: readonly string[] };

/** A document of the Presentation API, kept in front until what it shows changes, or the exhibition opens or closes. */
export function iiifAnswer(document: object, kept: Kept): Response {
  return openAnswer(document, kept, PRESENTATION_TYPE);
}

export function openAnswer(document: object, kept: Kept, type = JSON_TYPE): Response {
  const { tags, turnsIn, params = [] } = kept;
  const policy = formatPolicy({ tags, seconds: keptSeconds(turnsIn), params });
  const headers = { ...OPEN, 'content-type': type, [CACHE_HEADER]: policy };
  return new Response(JSON.stringify(document), { headers });
}

/** Never longer than until the next opening or closing. */
export function keptSeconds(turnsIn: number | null): number {
  return Math.max(1, Math.min(PUBLIC_PAGE_SECONDS, turnsIn ?? PUBLIC_PAGE_SECONDS));
}

/** What is not there, said so that a program can read it. */
export function notThere(): Response {
  return openRefusal(404, 'not_found');
}

export function openRefusal(status: 400 | 404 | 501, error: string): Response {
  const headers = { ...OPEN, 'content-type': JSON_TYPE };
  return new Response(JSON.stringify({ error }), { status, headers });
}

export function tagsOf({ id }: Pick<IiifSummary, 'id'>): string[] {
  return [`exhibition:${id}`, 'exhibitions', 'product', 'producer'];
}

export function objectTags({ exhibition, product, booth }: IiifObject): string[] {
  return [
    `exhibition:${exhibition.id}`,
    ...(product ? [`product:${product.id}`] : []),
    ...(booth ? [`producer:${booth.producer.id}`] : []),
  ];
}
