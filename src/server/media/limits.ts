/** Limits of what may be uploaded (with UPLOAD_LIMIT_BYTES) and of what the codec may spend on it. */
export const MAX_PHOTO_PIXELS = 60_000_000;

/** No camera makes a picture this long in one direction; a strip of one pixel's height is no photo. */
export const MAX_PHOTO_EDGE = 60_000;

/** Longest edge in pixels of the largest derivative. */
export const FULL_EDGE = 2048;

/** Longest edge in pixels of a picture in a conversation: a drawing's small letters stay readable. */
export const PLAIN_EDGE = 2560;

/** A form around the photo: boundaries, two ids and headers. */
export const MAX_FORM_OVERHEAD_BYTES = 64 * 1024;

/** All uploads that one process holds in memory at the same moment. */
export const MAX_UPLOADS_IN_FLIGHT_BYTES = 128 * 1024 * 1024;

/**
 * Part of every derivative's address. Raise it when a change makes different pixels out of the same
 * original: the addresses are cached for a year.
 */
export const PIPELINE_VERSION = 1;

/** The codec process is replaced when it holds more than this. */
export const CODEC_MEMORY_BYTES = 900 * 1024 * 1024;

/** After a job that left it this large, the next one gets a fresh process with all of its memory to use. */
export const CODEC_RETIRE_BYTES = 400 * 1024 * 1024;

/** The codec process leaves after this long without work; the next job starts a new one. */
export const CODEC_IDLE_MS = 5 * 60_000;

/** Longest time for one job; generous, because a small server is ten times slower than a desk. */
export const CODEC_TIMEOUT_MS = {
  check: 30_000,
  jpeg: 60_000,
  plain: 30_000,
  avif: 180_000,
  crop: 180_000,
  tile: 180_000,
  draw: 30_000,
} as const;
