import { createHash } from 'node:crypto';
import { parseBuffer } from 'music-metadata';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { serviceClient } from '../db/client.ts';
import { openBucket, type Bucket } from '../media/storage.ts';
import { readWebm } from './webm.ts';

export const MAX_RECORDING_BYTES = 20 * 1024 * 1024;
export const MAX_RECORDING_MS = 30 * 60_000;

/** A recording that is what it says, and how long it lasts. */
export type Recording = {
  contentType: 'audio/mpeg' | 'audio/mp4' | 'audio/ogg' | 'audio/webm';
  bytes: Uint8Array;
  sha256: string;
  milliseconds: number;
};

export const audioKey = ({ id, sha256 }: { id: string; sha256: string }) => `${id}/${sha256}`;

/** The private bucket of voices. */
export function openAudio(): Bucket {
  return openBucket(
    serviceClient(
      'voices: no visitor may touch that bucket; SQL, as the visitor, says who may hear',
    ),
    'audio',
  );
}

/** Looks inside a recording: its kind by content, never by its name. Nothing is decoded. */
export async function readRecording(file: File): Promise<Result<Recording>> {
  if (file.size === 0) return fail('required', { recording: 'required' });
  if (file.size > MAX_RECORDING_BYTES) return refuse('audio_too_large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const contentType = kindOf(bytes);
  if (!contentType) return refuse('audio_kind');
  const told = contentType === 'audio/webm' ? readWebm(bytes) : await readOther(bytes, contentType);
  if (!told) return refuse('audio_damaged');
  const { isSound, milliseconds } = told;
  if (!isSound) return refuse('audio_kind');
  if (milliseconds === null) return refuse('audio_damaged');
  if (milliseconds > MAX_RECORDING_MS) return refuse('audio_too_long');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ contentType, bytes, sha256, milliseconds });
}

const refuse = (code: 'audio_kind' | 'audio_damaged' | 'audio_too_large' | 'audio_too_long') =>
  fail(code, { recording: code });

type Told = { isSound: boolean; milliseconds: number | null };

/** Null when it breaks off. */
async function readOther(bytes: Uint8Array, mimeType: string): Promise<Told | null> {
  const options = { duration: true, skipCovers: true };
  const told = await parseBuffer(bytes, { mimeType }, options).catch(() => null);
  if (!told) return null;
  const { hasVideo, sampleRate, duration = 0 } = told.format;
  const ms = Math.round(duration * 1000);
  return {
    isSound: !hasVideo && sampleRate !== undefined && sampleRate > 0,
    milliseconds: ms > 0 && Number.isSafeInteger(ms) ? ms : null,
  };
}

const text = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** By the first bytes: an ID3 tag or a frame of MPEG layer III, `ftyp`, `OggS`, or EBML. */
function kindOf(bytes: Uint8Array): Recording['contentType'] | null {
  if (bytes.length < 64) return null;
  const isFrame = bytes[0] === 0xff && [0xfb, 0xfa, 0xf3, 0xf2, 0xe3, 0xe2].includes(bytes[1] ?? 0);
  if (text(bytes, 0, 3) === 'ID3' || isFrame) return 'audio/mpeg';
  if (text(bytes, 4, 8) === 'ftyp') return 'audio/mp4';
  if (text(bytes, 0, 4) === 'OggS') return 'audio/ogg';
  return text(bytes, 0, 4) === '\x1aE\xdf\xa3' ? 'audio/webm' : null;
}
