import type { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { placePicture } from '../curating/commands.ts';
import { textsOf } from '../curating/schema.ts';
import * as input from './schema.ts';

type Actor = SessionUser;
type Of<S extends z.ZodType> = z.infer<S>;

export async function acceptBooth(
  deps: Deps,
  _: Actor,
  { booth }: Of<typeof input.boothRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('accept_booth', { p_booth: booth }), deps);
}

export async function declineBooth(
  deps: Deps,
  _: Actor,
  { booth, reason }: Of<typeof input.declineInput>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('decline_booth', { p_booth: booth, p_reason: reason }), deps);
}

export async function submitBooth(
  deps: Deps,
  _: Actor,
  { booth }: Of<typeof input.boothRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('submit_booth', { p_booth: booth }), deps);
}

export async function reopenBooth(
  deps: Deps,
  _: Actor,
  { booth }: Of<typeof input.boothRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('reopen_booth', { p_booth: booth }), deps);
}

export async function saveWords(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.wordsInput>,
): Promise<Result<Done>> {
  const texts = textsOf(form, Object.keys(input.BOOTH_FIELDS));
  return settleDone(await deps.db.rpc('save_booth', { p_booth: form.booth, p_texts: texts }), deps);
}

export async function addProducts(
  deps: Deps,
  _: Actor,
  { booth, products }: Of<typeof input.productsInput>,
): Promise<Result<Done>> {
  const args = { p_booth: booth, p_products: products };
  return settleDone(await deps.db.rpc('add_booth_products', args), deps);
}

export async function saveObject(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.objectInput>,
): Promise<Result<{ object: string; isWork: boolean }>> {
  const object = {
    kind: form.kind ?? '',
    rights: form.rights ?? '',
    texts: textsOf(form, Object.keys(input.OBJECT_FIELDS)),
  };
  const args = { p_id: form.id, p_booth: form.booth, p_object: object };
  const saved = settle(await deps.db.rpc('save_booth_object', args), deps);
  return saved.ok ? ok({ object: form.id, isWork: !!form.kind }) : saved;
}

export async function removeObject(
  deps: Deps,
  _: Actor,
  { object }: Of<typeof input.objectRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_booth_object', { p_object: object }), deps);
}

export async function arrangeObjects(
  deps: Deps,
  _: Actor,
  { booth, ids }: Of<typeof input.orderInput>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('arrange_booth', { p_booth: booth, p_ids: ids }), deps);
}

/** Takes a picture that the producer has already as the booth's own. */
export async function takePhoto(
  deps: Deps,
  _: Actor,
  { booth, media }: Of<typeof input.photoInput>,
): Promise<Result<Done>> {
  return placePicture(deps, 'booth', booth, media);
}

export async function saveTemplate(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.templateInput>,
): Promise<Result<Done>> {
  const { exhibition, objects, labelLength, hasWorks, due } = form;
  const template = {
    texts: textsOf(form, ['ask']),
    objects,
    labelLength,
    hasWorks,
    due: due ?? '',
  };
  const args = { p_exhibition: exhibition, p_template: template };
  return settleDone(await deps.db.rpc('set_booth_template', args), deps);
}
