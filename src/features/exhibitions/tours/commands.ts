import type { z } from 'zod';
import type { Region } from '#src/domain/iiif.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { audioKey, openAudio, readRecording } from '#src/server/audio/recording.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { StorageError } from '#src/server/media/storage.ts';
import { textsOf } from '../curating/schema.ts';
import { SIDES, wrongSides, type Side } from './region.ts';
import * as input from './schema.ts';

type Actor = SessionUser;
type Of<S extends z.ZodType> = z.infer<S>;

export async function saveTour(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.tourInput>,
): Promise<Result<{ tour: string }>> {
  const tour = { texts: textsOf(form, Object.keys(input.TOUR_FIELDS)) };
  const args = { p_id: form.id, p_exhibition: form.exhibition, p_tour: tour };
  const saved = settle(await deps.db.rpc('save_tour', args), deps);
  return saved.ok ? ok({ tour: form.id }) : saved;
}

export async function removeTour(
  deps: Deps,
  _: Actor,
  { tour }: Of<typeof input.tourRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_tour', { p_tour: tour }), deps);
}

export async function saveStop(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.stopInput>,
): Promise<Result<{ tour: string; stop: string }>> {
  const { id, tour, media } = form;
  const read = regionOf(form);
  if (!read.ok) return read;
  const region = read.value;
  const texts = textsOf(form, Object.keys(input.STOP_FIELDS));
  const args = { p_id: id, p_tour: tour, p_stop: { media, region, texts } };
  const saved = settle(await deps.db.rpc('save_stop', args as never), deps);
  return saved.ok ? ok({ tour, stop: id }) : saved;
}

/** The four numbers of a form; null when none is there. Each one that is missing or wrong is named. */
function regionOf({
  fullWidth,
  fullHeight,
  ...form
}: Of<typeof input.stopInput>): Result<Region | null> {
  const missing = SIDES.filter((side) => typeof form[side] !== 'number');
  if (missing.length === SIDES.length) return ok(null);
  if (missing.length > 0) return refused('required', missing);
  const region = Object.fromEntries(SIDES.map((side) => [side, form[side]])) as Region;
  const wrong =
    fullWidth && fullHeight ? wrongSides({ width: fullWidth, height: fullHeight }, region) : [];
  return wrong.length > 0 ? refused('region_outside', wrong) : ok(region);
}

const refused = (code: 'required' | 'region_outside', sides: readonly Side[]) =>
  fail(code, Object.fromEntries(sides.map((side) => [side, code])));

export async function removeStop(
  deps: Deps,
  _: Actor,
  { stop }: Of<typeof input.stopRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_stop', { p_stop: stop }), deps);
}

export async function arrangeStops(
  deps: Deps,
  _: Actor,
  { tour, ids }: Of<typeof input.arrangeStopsInput>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('arrange_stops', { p_tour: tour, p_ids: ids }), deps);
}

/** Bytes first, the row last: what stops in between leaves bytes that no row names. Sent again, the same form changes nothing. */
export async function addVoice(
  deps: Deps,
  actor: Actor,
  { id, stop, locale, recording }: Of<typeof input.voiceInput>,
): Promise<Result<Done>> {
  const spent = await deps.limit(`account ${actor.id}`, LIMITS.upload);
  if (!spent.ok) return spent;
  const target = { p_id: id, p_stop: stop, p_locale: locale };
  // Asked before the file is opened: strangers get no work out of us.
  const allowed = settleDone(await deps.db.rpc('add_voice', target), deps);
  if (!allowed.ok) return allowed;
  const read = await readRecording(recording);
  if (!read.ok) return read;
  const { bytes, ...voice } = read.value;
  try {
    await openAudio().add(audioKey({ id, sha256: voice.sha256 }), bytes, voice.contentType);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    deps.log.error('a recording could not be stored', { error });
    return fail('unreachable');
  }
  const p_voice = { ...voice, bytes: bytes.length };
  return settleDone(await deps.db.rpc('add_voice', { ...target, p_voice }), deps);
}

export async function removeVoice(
  deps: Deps,
  _: Actor,
  { stop, locale }: Of<typeof input.voiceRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('remove_voice', { p_stop: stop, p_locale: locale }), deps);
}
