import type { ImageFormat, PictureSize, Region } from '#src/domain/iiif.ts';
import type { Verdict } from '#src/domain/photo-verdict.ts';

/** One file to be stored; `path` is relative to the picture's folder. */
export type Derivative = { path: string; contentType: string; bytes: Uint8Array };

/**
 * What the codec is asked. `bytes` is the original as uploaded; for `draw` it is SVG that we wrote ourselves. `region`: in pixels of
 * the largest derivative.
 */
export type Job =
  | { kind: 'check'; bytes: Uint8Array }
  | { kind: 'jpeg'; bytes: Uint8Array }
  | { kind: 'plain'; bytes: Uint8Array }
  | { kind: 'avif'; bytes: Uint8Array }
  | { kind: 'crop'; bytes: Uint8Array; region: Region; format: ImageFormat }
  | { kind: 'tile'; bytes: Uint8Array }
  | { kind: 'draw'; bytes: Uint8Array; format: 'png' | 'jpg' };

export type JobKind = Job['kind'];

/**
 * The first phase: everything a page needs. The size is the largest derivative's,
 * `colour` is #rrggbb.
 */
export type JpegPhase = PictureSize & {
  colour: string;
  verdict: Verdict;
  files: Derivative[];
};

/** What each job gives. `check`: the size in pixels of the upright original. */
export type JobValue = {
  check: PictureSize;
  jpeg: JpegPhase;
  /** One JPEG without anything but its pixels, for a file in a conversation. */
  plain: PictureSize & { bytes: Uint8Array };
  avif: PictureSize & { files: Derivative[] };
  crop: { files: Derivative[] };
  /** The size of the upright original; `whole`: of the one file that shows all of it. */
  tile: PictureSize & { whole: PictureSize; files: Derivative[] };
  draw: { bytes: Uint8Array };
};

export type Question = { id: number; job: Job };

/**
 * From the codec process: `damaged` is the file's fault, anything else is a fault of ours and comes as `crashed`.
 * `memoryBytes` is what the process holds after the job.
 */
export type Answer = { id: number; memoryBytes: number } & (
  | { ok: true; value: JobValue[JobKind] }
  | { ok: false; reason: 'damaged' | 'crashed'; message: string }
);

/** The codec process's exit code when it saw itself over its memory limit. */
export const EXIT_OVER_MEMORY = 87;
