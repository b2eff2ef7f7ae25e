import { altDraft } from '#src/domain/alt-draft.ts';
import type { Failure, Result } from '#src/domain/result.ts';
import { ok } from '#src/domain/result.ts';
import { messages } from '#src/i18n/messages.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Json } from '#src/server/db/types.gen.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { readListing } from './parse.ts';
import type { ListingForm } from './schema.ts';

type State = 'draft' | 'in_review' | 'published' | 'archived';

/** `held`: it was saved, but could not be published, and why. */
export type Saved = { id: string; slug: string; state: State; held?: Failure };

/** Saves the whole listing in one transaction, and publishes it when the form asked for that. */
export async function saveListing(
  deps: Deps,
  actor: SessionUser,
  form: ListingForm,
): Promise<Result<Saved>> {
  const record = readListing(form, deps.locale);
  if (!record.ok) return record;
  const saved = settle(
    await deps.db.rpc('save_product', {
      p_id: form.id,
      p_producer: form.producer,
      p_input: record.value as Json,
    }),
    deps,
  );
  if (!saved.ok) return saved;
  const product = saved.value as unknown as Saved;
  const told = await savePhotoAlts(deps, actor, { media: form.altMedia, alt: form.altText });
  if (!told.ok) return told;
  await draftAlts(deps, form);
  if (form.then !== 'publish' || product.state !== 'draft') return ok(product);
  const moved = await moveListing(deps, actor, { product: form.id, action: 'publish', reason: '' });
  return moved.ok
    ? ok({ ...product, state: moved.value.state })
    : ok({ ...product, held: moved.failure });
}

/** A picture without words gets a draft from the facts, which the maker may better: a public picture has an alt text. */
async function draftAlts(deps: Deps, form: ListingForm): Promise<void> {
  if (!form.title) return;
  const photos = await deps.db
    .from('product_media')
    .select('media_id, position, media(media_alts(locale))')
    .eq('product_id', form.id)
    .order('position');
  const rows = photos.data ?? [];
  const template = messages(form.sourceLocale as Locale).studio.altTemplate;
  const drafts = rows
    .filter((row) => !row.media?.media_alts.some((alt) => alt.locale === form.sourceLocale))
    .map((row) => ({
      media_id: row.media_id,
      locale: form.sourceLocale,
      drafted: true,
      alt: altDraft(
        template,
        { title: form.title, position: row.position + 1, total: rows.length },
        form.sourceLocale,
      ),
    }));
  if (drafts.length === 0) return;
  settle(
    await deps.db.from('media_alts').upsert(drafts, {
      onConflict: 'media_id,locale',
      ignoreDuplicates: true,
    }),
    deps,
  );
}

export async function moveListing(
  deps: Deps,
  _actor: SessionUser,
  input: { product: string; action: string; reason: string },
): Promise<Result<{ state: State }>> {
  const moved = settle(
    await deps.db.rpc('move_product', {
      p_product: input.product,
      p_action: input.action,
      p_reason: input.reason,
    }),
    deps,
  );
  return moved.ok ? ok({ state: moved.value as State }) : moved;
}

export async function duplicateListing(
  deps: Deps,
  _actor: SessionUser,
  input: { product: string; newId: string },
): Promise<Result<{ id: string }>> {
  const made = settle(
    await deps.db.rpc('duplicate_product', { p_product: input.product, p_new_id: input.newId }),
    deps,
  );
  return made.ok ? ok({ id: made.value }) : made;
}

/** Only a draft that was never public; anything else is archived. */
export async function deleteDraft(
  deps: Deps,
  _actor: SessionUser,
  input: { product: string },
): Promise<Result<void>> {
  const gone = settle(await deps.db.rpc('delete_draft', { p_product: input.product }), deps);
  return gone.ok ? ok(undefined) : gone;
}

/** The pictures in their order, and those taken off; any other keeps its place behind them. */
export async function orderPhotos(
  deps: Deps,
  _actor: SessionUser,
  input: { product: string; media: string[]; removed: string[] },
): Promise<Result<void>> {
  const set = settle(
    await deps.db.rpc('set_product_media', {
      p_product: input.product,
      p_media: input.media,
      p_removed: input.removed,
    }),
    deps,
  );
  return set.ok ? ok(undefined) : set;
}

/** What each picture shows, in the language of the page; an empty line leaves the old words. */
export async function savePhotoAlts(
  deps: Deps,
  _actor: SessionUser,
  input: { media: string[]; alt: string[] },
): Promise<Result<void>> {
  const rows = input.media
    .map((media_id, n) => ({
      media_id,
      locale: deps.locale,
      alt: input.alt[n] ?? '',
      drafted: false,
    }))
    .filter((row) => row.alt !== '');
  if (rows.length === 0) return ok(undefined);
  const saved = settle(
    await deps.db.from('media_alts').upsert(rows, { onConflict: 'media_id,locale' }),
    deps,
  );
  return saved.ok ? ok(undefined) : saved;
}

/** A person's own words count as reviewed; an empty field removes the translation. */
export async function translateListing(
  deps: Deps,
  _actor: SessionUser,
  input: { product: string; locale: Locale; title: string; description: string },
): Promise<Result<void>> {
  const saved = settle(
    await deps.db.rpc('set_product_translations', {
      p_product: input.product,
      p_locale: input.locale,
      p_texts: { title: input.title, description: input.description },
      p_status: 'reviewed',
    }),
    deps,
  );
  return saved.ok ? ok(undefined) : saved;
}
