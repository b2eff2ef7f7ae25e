import type { Verdict } from '#src/domain/photo-verdict.ts';
import type { Size } from '#src/domain/media-sizes.ts';
import type { Region } from './iiif.ts';

/** One file to be stored: `name` is its path below the picture's address. */
export type Derivative = { name: string; contentType: string; bytes: Uint8Array };

/** What the codec is asked. `bytes` is always the original as uploaded. */
export type Job =
  | { kind: 'check'; bytes: Uint8Array }
  | { kind: 'jpeg'; bytes: Uint8Array }
  | { kind: 'avif'; bytes: Uint8Array }
  | { kind: 'crop'; bytes: Uint8Array; region: Region };

export type JobKind = Job['kind'];

/** The first phase: everything a page needs. `colour` is #rrggbb; sizes are of the largest derivative. */
export type JpegPhase = Size & { colour: string; verdict: Verdict | null; files: Derivative[] };

/** What each job gives. `check`: size in pixels of the upright original. */
export type JobValue = {
  check: Size;
  jpeg: JpegPhase;
  avif: { files: Derivative[] };
  crop: { files: Derivative[] };
};

/** From the child. `damaged` means the file's fault; anything else is a fault of ours and comes as `crashed`. */
export type Answer =
  | { id: number; ok: true; value: JobValue[JobKind] }
  | { id: number; ok: false; reason: 'damaged' | 'crashed'; message: string };

export type Question = { id: number; job: Job };

/** The child's exit code when it saw itself over its memory limit. */
export const EXIT_OVER_MEMORY = 87;
