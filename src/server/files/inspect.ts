import { fail, ok, type Result } from '#src/domain/result.ts';
import type { Log } from '../log.ts';
import { CodecError } from '../media/codec-child.ts';
import { codec, type Codec } from '../media/codec-process.ts';
import { sniffPhoto } from '../media/sniff.ts';
import { looksLikePdf, sniffPdf } from './pdf.ts';

/** A file as it will be kept: a PDF as it came, a picture made anew. */
export type CheckedFile = {
  contentType: 'application/pdf' | 'image/jpeg';
  bytes: Uint8Array;
  pages: number | null;
};

type Deps = { log: Log; codec?: Codec };

/** Says what a file is by its bytes, never by its name, and refuses what could act or hide something. */
export async function inspectFile(bytes: Uint8Array, deps: Deps): Promise<Result<CheckedFile>> {
  if (bytes.length === 0) return fail('file_empty');
  const sniffed = sniffPhoto(bytes);
  if (sniffed.ok) return anew(bytes, deps);
  if (!looksLikePdf(bytes) || sniffed.failure.code === 'photo_mixed')
    return sniffed.failure.code === 'photo_not_an_image' ? fail('file_kind') : sniffed;
  const pdf = sniffPdf(bytes);
  return pdf.ok ? ok({ contentType: 'application/pdf', bytes, pages: pdf.value.pages }) : pdf;
}

async function anew(original: Uint8Array, deps: Deps): Promise<Result<CheckedFile>> {
  try {
    const { bytes } = await (deps.codec ?? codec()).run({ kind: 'plain', bytes: original });
    return ok({ contentType: 'image/jpeg', bytes, pages: null });
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    if (error.reason === 'damaged') return fail('photo_damaged');
    deps.log.warn('a picture broke the codec', { reason: error.reason, error });
    return fail('photo_failed');
  }
}
