import type { APIContext, APIRoute } from 'astro';
import { showClusterPhoto } from '#src/features/coordination/commands.ts';
import { attachPhoto } from '#src/features/listings/photos.ts';
import { placePicture } from '#src/features/exhibitions/curating/commands.ts';
import { isPicturePlace } from '#src/features/exhibitions/curating/schema.ts';
import { showLotPhoto } from '#src/features/procurement/rounds/commands.ts';
import { setLogo } from '#src/features/operator/commands.ts';
import { showWorkshopPhoto } from '#src/features/producers/commands.ts';
import { ok, type Failure } from '#src/domain/result.ts';
import { safeNext } from '#src/server/auth/next.ts';
import { depsOf, type Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { receiveUpload, uploadStatus, type UploadedMedia } from '#src/server/media/upload.ts';

/**
 * Takes one photo. `?product=` puts it at the end of that product, `?workshop=` on that producer's page, `?cluster=` on
 * that cluster's, `?lot=` with that material of a joint purchase, `?place=…&at=` in an exhibition, `?logo` in the site's head; `?back=` is where a form without JavaScript returns.
 */
export const POST: APIRoute = async (context) => {
  const { locals, url } = context;
  const deps = depsOf(context);
  if (!locals.user) return refuse(context, { code: 'not_signed_in' });
  const spent = await deps.limit(`account ${locals.user.id}`, LIMITS.upload);
  if (!spent.ok) return refuse(context, spent.failure);
  const stored = await receiveUpload(context.request, deps);
  if (!stored.ok) return refuse(context, stored.failure);
  const placed = await place(deps, url.searchParams, stored.value);
  if (!placed.ok) return refuse(context, placed.failure);
  const back = safeNext(url.searchParams.get('back'), '');
  return back ? context.redirect(back, 303) : Response.json(stored.value);
};

async function place(deps: Deps, query: URLSearchParams, media: UploadedMedia) {
  const product = query.get('product');
  if (product) return attachPhoto(deps, product, media.id);
  const producer = query.get('workshop');
  if (producer) return showWorkshopPhoto(deps, producer, media.id);
  const lot = query.get('lot');
  if (lot) return showLotPhoto(deps, lot, media.id);
  const spot = query.get('place');
  if (isPicturePlace(spot)) return placePicture(deps, spot, query.get('at') ?? '', media.id);
  const cluster = query.get('cluster');
  if (cluster) return showClusterPhoto(deps, cluster, media.id);
  return query.has('logo') ? setLogo(deps, media.id) : ok(undefined);
}

function refuse(context: APIContext, failure: Failure): Response {
  const { locals, url } = context;
  const message = locals.t.errors[failure.code];
  const back = safeNext(url.searchParams.get('back'), '');
  if (back) {
    const glue = back.includes('?') ? '&' : '?';
    return context.redirect(`${back}${glue}photo=${failure.code}`, 303);
  }
  const requestId = failure.code === 'unknown' ? locals.requestId : undefined;
  return Response.json(
    { code: failure.code, message, requestId },
    { status: uploadStatus(failure.code) },
  );
}
