import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { ClusterPhotoForm, ClusterProfile, ClusterTexts } from './schema.ts';

/** What buyers read about a cluster. Row-level security decides who may; an unchanged row means nobody did. */
export async function saveCluster(
  deps: Deps,
  _actor: SessionUser,
  form: ClusterProfile,
): Promise<Result<void>> {
  const saved = settle(
    await deps.db
      .from('clusters')
      .update({
        name: form.name,
        summary: form.summary,
        story: form.story,
        country: form.country,
        place: form.place,
        latitude: form.latitude ?? null,
        longitude: form.longitude ?? null,
        reviews_listings: form.reviews,
      })
      .eq('id', form.cluster)
      .select('id'),
    deps,
  );
  if (!saved.ok) return saved;
  return saved.value.length === 1 ? ok(undefined) : fail('not_allowed');
}

/** The cluster's words in another language; an empty field removes them. */
export async function translateCluster(
  deps: Deps,
  _actor: SessionUser,
  form: ClusterTexts,
): Promise<Result<void>> {
  const { name, summary, story } = form;
  return done(
    settle(
      await deps.db.rpc('set_cluster_texts', {
        p_cluster: form.cluster,
        p_locale: form.locale,
        p_texts: { name, summary, story },
      }),
      deps,
    ),
  );
}

export async function placeClusterPhoto(
  deps: Deps,
  _actor: SessionUser,
  form: ClusterPhotoForm,
): Promise<Result<void>> {
  return place(deps, form.cluster, form.media, form.as);
}

/** A picture just uploaded, put on the cluster's page; the first becomes the cover. */
export async function showClusterPhoto(
  deps: Deps,
  cluster: string,
  media: string,
): Promise<Result<void>> {
  return place(deps, cluster, media, 'gallery');
}

async function place(
  deps: Deps,
  cluster: string,
  media: string,
  use: string,
): Promise<Result<void>> {
  return done(
    settle(
      await deps.db.rpc('place_cluster_media', {
        p_cluster: cluster,
        p_media: media,
        p_use: use,
      }),
      deps,
    ),
  );
}

function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}
