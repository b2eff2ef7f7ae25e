import { UPLOAD_LIMIT_BYTES } from '#src/config.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { MAX_FORM_OVERHEAD_BYTES, MAX_UPLOADS_IN_FLIGHT_BYTES } from './limits.ts';

/** Whose the photo is: a producer's, a cluster's, or (neither) the site's own. */
export type Owner = { producer: string | null; cluster: string | null };

export type UploadForm = Owner & { id: string; bytes: Uint8Array };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_BODY_BYTES = UPLOAD_LIMIT_BYTES + MAX_FORM_OVERHEAD_BYTES;

let inFlightBytes = 0;

/**
 * Reads a multipart form with the fields `id` (a UUID made by the sender), `producer` or `cluster`, and one file
 * `photo`. A body that says it is too large is refused unread, one that does not say so as soon as it gets too large.
 */
export async function readUploadForm(request: Request): Promise<Result<UploadForm>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES)
    return fail('photo_too_large');
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data') || !request.body)
    return fail('invalid_input');
  const meter = new Meter();
  try {
    const body = request.body.pipeThrough(meter.stream());
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return await readFields(await new Response(body, { headers }).formData());
  } catch {
    // Broken off by us or by the sender, or not a form at all.
    return fail(meter.refusal ?? 'invalid_input');
  } finally {
    meter.release();
  }
}

/** A refused body is read on, up to here, and thrown away: a browser hears nothing before it has sent all. */
const MOST_DISCARDED_BYTES = 4 * MAX_BODY_BYTES;

/** Counts one body against its own limit and against what this process holds for all uploads together. */
class Meter {
  refusal: 'photo_too_large' | 'upload_busy' | null = null;
  #seenBytes = 0;
  #heldBytes = 0;

  stream(): TransformStream<Uint8Array, Uint8Array> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.#count(chunk.length);
        if (!this.refusal) controller.enqueue(chunk);
        else if (this.#seenBytes > MOST_DISCARDED_BYTES) controller.error(new Error(this.refusal));
      },
      flush: (controller) => {
        if (this.refusal) controller.error(new Error(this.refusal));
      },
    });
  }

  #count(bytes: number): void {
    this.#seenBytes += bytes;
    if (this.#seenBytes > MAX_BODY_BYTES) this.refusal = 'photo_too_large';
    else if (inFlightBytes + bytes > MAX_UPLOADS_IN_FLIGHT_BYTES) this.refusal = 'upload_busy';
    if (this.refusal) return;
    this.#heldBytes += bytes;
    inFlightBytes += bytes;
  }

  release(): void {
    inFlightBytes -= this.#heldBytes;
    this.#heldBytes = 0;
  }
}

async function readFields(form: FormData): Promise<Result<UploadForm>> {
  const id = String(form.get('id') ?? '').toLowerCase();
  const producer = optional(form.get('producer'));
  const cluster = optional(form.get('cluster'));
  if (![id, producer, cluster].every((value) => value === null || UUID.test(value)))
    return fail('invalid_input');
  const files = form.getAll('photo');
  const [photo] = files;
  if (!photo || typeof photo === 'string') return fail('photo_empty');
  if (files.length > 1) return fail('invalid_input');
  const bytes = new Uint8Array(await photo.arrayBuffer());
  return ok({ id, producer, cluster, bytes });
}

function optional(value: FormDataEntryValue | null): string | null {
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : null;
}
