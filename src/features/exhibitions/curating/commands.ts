import type { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import * as input from './schema.ts';

type Actor = SessionUser;
type Of<S extends z.ZodType> = z.infer<S>;
/** Which exhibition was made: where the page leads next. */
export type Made = { exhibition: string };

const fields = Object.keys;

export async function saveExhibition(
  deps: Deps,
  _: Actor,
  form: input.ExhibitionForm,
): Promise<Result<Made>> {
  const { id, cluster, sourceLocale, languages, theme, pattern, zone, opens, closes } = form;
  const { hasGuestBook, hasMeetings, hasCards } = form;
  const exhibition = {
    texts: input.textsOf(form, fields(input.EXHIBITION_FIELDS)),
    ...{
      sourceLocale,
      languages,
      theme,
      pattern,
      zone,
      opens,
      closes,
      hasGuestBook,
      hasMeetings,
      hasCards,
    },
  };
  // SQL takes null for the site's own; the generated types do not know.
  const args = { p_id: id, p_cluster: cluster as string, p_exhibition: exhibition };
  const saved = settle(await deps.db.rpc('save_exhibition', args), deps);
  return saved.ok ? ok({ exhibition: id }) : saved;
}

export async function deleteExhibition(
  deps: Deps,
  _: Actor,
  { exhibition }: Of<typeof input.exhibitionRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('delete_exhibition', { p_exhibition: exhibition }), deps);
}

export async function saveHall(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.hallInput>,
): Promise<Result<{ hall: string }>> {
  const hall = { texts: input.textsOf(form, fields(input.HALL_FIELDS)) };
  const args = { p_id: form.id, p_exhibition: form.exhibition, p_hall: hall };
  const saved = settle(await deps.db.rpc('save_hall', args), deps);
  return saved.ok ? ok({ hall: form.id }) : saved;
}

export async function removeHall(
  deps: Deps,
  _: Actor,
  { hall }: Of<typeof input.hallRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_hall', { p_hall: hall }), deps);
}

export async function saveWork(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.workInput>,
): Promise<Result<{ work: string }>> {
  const work = {
    kind: form.kind,
    rights: form.rights ?? '',
    texts: input.textsOf(form, fields(input.WORK_FIELDS)),
  };
  const args = { p_id: form.id, p_hall: form.hall, p_work: work };
  const saved = settle(await deps.db.rpc('save_work', args), deps);
  return saved.ok ? ok({ work: form.id }) : saved;
}

export async function removeWork(
  deps: Deps,
  _: Actor,
  { work }: Of<typeof input.workRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_work', { p_work: work }), deps);
}

export async function saveSection(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.sectionInput>,
): Promise<Result<{ section: string }>> {
  const { kind, hall, place, latitude, longitude, tour } = form;
  const texts = input.textsOf(form, fields(input.SECTION_FIELDS));
  const section = {
    kind,
    hall: hall ?? '',
    place,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    tour: tour ?? '',
    texts,
  };
  const args = { p_id: form.id, p_exhibition: form.exhibition, p_section: section };
  const saved = settle(await deps.db.rpc('save_section', args), deps);
  return saved.ok ? ok({ section: form.id }) : saved;
}

export async function removeSection(
  deps: Deps,
  _: Actor,
  { section }: Of<typeof input.sectionRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_section', { p_section: section }), deps);
}

/** All papers of a section, in order. */
export async function keepSectionFiles(
  deps: Deps,
  _: Actor,
  { section, kept }: Of<typeof input.sectionKeptInput>,
): Promise<Result<Done>> {
  return settleDone(
    await deps.db.rpc('set_section_files', { p_section: section, p_files: kept }),
    deps,
  );
}

export async function arrange(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.arrangeInput>,
): Promise<Result<Done>> {
  const args = {
    p_exhibition: form.exhibition,
    p_what: form.what,
    p_within: form.within as string,
    p_ids: form.ids,
  };
  return settleDone(await deps.db.rpc('arrange_exhibition', args), deps);
}

/** Puts a picture that was just uploaded into its place. */
export async function placePicture(
  deps: Deps,
  place: input.PicturePlace,
  placeId: string,
  media: string,
): Promise<Result<Done>> {
  const args = { p_place: place, p_place_id: placeId, p_media: media };
  return settleDone(await deps.db.rpc('place_exhibition_picture', args), deps);
}

export async function removePicture(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.pictureRef>,
): Promise<Result<Done>> {
  const args = { p_place: form.place, p_place_id: form.placeId, p_media: form.media };
  return settleDone(await deps.db.rpc('remove_exhibition_picture', args), deps);
}

export async function describePicture(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.pictureInput>,
): Promise<Result<Done>> {
  const { alt, caption } = input.textsOf(form, ['alt', 'caption']);
  const picture = { alts: alt, caption, deep: form.deep, ...(form.role && { role: form.role }) };
  const args = {
    p_place: form.place,
    p_place_id: form.placeId,
    p_media: form.media,
    p_picture: picture,
  };
  return settleDone(await deps.db.rpc('describe_exhibition_picture', args as never), deps);
}
