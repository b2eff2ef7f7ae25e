import type { ErrorCode } from '#src/domain/error-codes.ts';
import type { PictureSize } from '#src/domain/iiif.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { serviceClient, type Db } from '../db/client.ts';
import { settle } from '../db/failure.ts';
import type { Log } from '../log.ts';
import { CodecError } from './codec-child.ts';
import { codec, type Codec } from './codec-process.ts';
import { originalKey, sha256, sha8 } from './fingerprint.ts';
import { sniffPhoto, type Sniffed } from './sniff.ts';
import { openBucket, type Bucket } from './storage.ts';
import { readUploadForm, type UploadForm } from './upload-form.ts';

/** The stored picture; `ready` follows when the worker has made its files. */
export type UploadedMedia = PictureSize & {
  id: string;
  code: string;
  sha8: string;
  state: 'uploaded' | 'ready' | 'failed';
};

export type UploadDeps = {
  /** As the person who sends: create_media decides whether that person may. */
  db: Pick<Db, 'rpc'>;
  log: Log;
  requestId?: string;
  originals?: Bucket;
  codec?: Codec;
};

/**
 * Takes one photo: looks at its bytes, decodes it strictly once, keeps the original and enters the row that
 * makes the worker start. Sending the same form again gives the same picture. A refusal leaves nothing behind.
 */
export async function receiveUpload(
  request: Request,
  deps: UploadDeps,
): Promise<Result<UploadedMedia>> {
  const form = await readUploadForm(request);
  if (!form.ok) return form;
  const sniffed = sniffPhoto(form.value.bytes);
  if (!sniffed.ok) return sniffed;
  const upright = await checkSound(form.value.bytes, deps);
  if (!upright.ok) return upright;
  return keep(form.value, sniffed.value, upright.value, deps);
}

/** The HTTP status that goes with a refused upload. */
export function uploadStatus(code: ErrorCode): number {
  return STATUS[code] ?? 400;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  not_signed_in: 401,
  not_allowed: 403,
  conflict: 409,
  photo_too_large: 413,
  photo_too_many_pixels: 413,
  photo_heic: 415,
  photo_kind: 415,
  photo_not_an_image: 415,
  photo_animated: 415,
  photo_empty: 422,
  photo_damaged: 422,
  photo_mixed: 422,
  photo_failed: 422,
  rate_limited: 429,
  unknown: 500,
  unreachable: 503,
  upload_busy: 503,
};

async function checkSound(bytes: Uint8Array, deps: UploadDeps): Promise<Result<PictureSize>> {
  try {
    return ok(await (deps.codec ?? codec()).run({ kind: 'check', bytes }));
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    if (error.reason === 'damaged') return fail('photo_damaged');
    deps.log.warn('a photo broke the codec', { reason: error.reason, error, bytes: bytes.length });
    return fail('photo_failed');
  }
}

async function keep(
  form: UploadForm,
  { type }: Sniffed,
  upright: PictureSize,
  deps: UploadDeps,
): Promise<Result<UploadedMedia>> {
  const digest = sha256(form.bytes);
  const key = originalKey(form.id, digest);
  const originals = deps.originals ?? privateOriginals();
  const fresh = await storeOriginal(originals, key, form.bytes, type, deps.log);
  if (fresh === null) return fail('unreachable');
  const made = settle(
    await deps.db.rpc('create_media', {
      p_id: form.id,
      // SQL takes null for either; the generated types do not know.
      p_producer: form.producer as string,
      p_cluster: form.cluster as string,
      p_type: type,
      p_bytes: form.bytes.length,
      p_sha256: digest,
      p_sha8: sha8(digest),
      p_width: upright.width,
      p_height: upright.height,
    }),
    deps,
  );
  if (made.ok) return ok(toView(made.value));
  if (fresh && !MAYBE_MADE.has(made.failure.code)) await withdraw(originals, key, deps.log);
  return made;
}

/** After these the row may stand all the same, so its original stays; the worker sweeps what no row names. */
const MAYBE_MADE: ReadonlySet<ErrorCode> = new Set(['unknown', 'unreachable']);

/** True when this request brought the object, false when it was there already, null when the store is away. */
async function storeOriginal(
  originals: Bucket,
  key: string,
  bytes: Uint8Array,
  type: string,
  log: Log,
): Promise<boolean | null> {
  try {
    return await originals.add(key, bytes, type);
  } catch (error) {
    log.error('an original could not be stored', { error });
    return null;
  }
}

async function withdraw(originals: Bucket, key: string, log: Log): Promise<void> {
  try {
    await originals.remove([key]);
  } catch (error) {
    log.warn('an unwanted original stays until the next sweep', { error });
  }
}

function privateOriginals(): Bucket {
  return openBucket(
    serviceClient(
      'originals: no visitor may touch that bucket; create_media, as the user, says who may send',
    ),
    'originals',
  );
}

function toView(row: UploadedMedia): UploadedMedia {
  const { id, code, sha8: hash, state, width, height } = row;
  return { id, code, sha8: hash, state, width, height };
}
