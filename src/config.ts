/** Public constants with the unit in the name. Nothing secret and nothing per instance: those are settings or env. */

/** Largest body of an ordinary form, in bytes. */
export const FORM_LIMIT_BYTES = 1_000_000;

/** Largest photograph that may be sent, in bytes. */
export const UPLOAD_LIMIT_BYTES = 25_000_000;

/** How long a public page may stay in the front cache when nothing invalidates it, in seconds. */
export const PUBLIC_PAGE_SECONDS = 300;

/** How long running requests may take after a stop signal, in milliseconds. */
export const DRAIN_MS = 10_000;
