import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { ContactForm, ProducerProfile, ProducerTexts } from './schema.ts';

/** What buyers read about a workshop. Row-level security decides who may; an unchanged row means nobody did. */
export async function saveProducer(
  deps: Deps,
  _actor: SessionUser,
  form: ProducerProfile,
): Promise<Result<void>> {
  const saved = settle(
    await deps.db
      .from('producers')
      .update({
        name: form.name,
        tagline: form.tagline,
        story: form.story,
        country: form.country,
        place: form.place,
        founded_year: form.founded ?? null,
        people_count: form.people ?? null,
        women_count: form.women ?? null,
        youth_count: form.youth ?? null,
        capacity_note: form.capacityNote,
        languages: form.languages,
        techniques: form.techniques,
      })
      .eq('id', form.producer)
      .select('id'),
    deps,
  );
  if (!saved.ok) return saved;
  return saved.value.length === 1 ? ok(undefined) : fail('not_allowed');
}

export async function saveContact(
  deps: Deps,
  _actor: SessionUser,
  form: ContactForm,
): Promise<Result<void>> {
  const saved = settle(
    await deps.db.from('producer_contacts').upsert({
      producer_id: form.producer,
      email: form.email || null,
      phone: form.phone || null,
      whatsapp: form.whatsapp || null,
      address: form.address || null,
    }),
    deps,
  );
  return saved.ok ? ok(undefined) : saved;
}

/** The workshop's words in another language; an empty field removes them. */
export async function translateProducer(
  deps: Deps,
  _actor: SessionUser,
  form: ProducerTexts,
): Promise<Result<void>> {
  const saved = settle(
    await deps.db.rpc('set_producer_texts', {
      p_producer: form.producer,
      p_locale: form.locale,
      p_texts: { tagline: form.tagline, story: form.story },
    }),
    deps,
  );
  return saved.ok ? ok(undefined) : saved;
}

/** Shows an uploaded picture on the workshop's page, as the large one at the top or among the others. */
export async function placePhoto(
  deps: Deps,
  _actor: SessionUser,
  form: { producer: string; media: string; as: 'cover' | 'workshop' | 'remove' },
): Promise<Result<void>> {
  return place(deps, form.producer, form.media, form.as);
}

/** A picture just uploaded, put among the workshop's photos. */
export async function showWorkshopPhoto(
  deps: Deps,
  producer: string,
  media: string,
): Promise<Result<void>> {
  return place(deps, producer, media, 'workshop');
}

async function place(
  deps: Deps,
  producer: string,
  media: string,
  use: string,
): Promise<Result<void>> {
  const placed = settle(
    await deps.db.rpc('place_producer_media', { p_producer: producer, p_media: media, p_use: use }),
    deps,
  );
  return placed.ok ? ok(undefined) : placed;
}
