import { createHash } from 'node:crypto';
import { PIPELINE_VERSION } from './limits.ts';

/** Hex SHA-256 of the original: the same bytes sent again are the same photo. */
export function sha256(original: Uint8Array): string {
  return createHash('sha256').update(original).digest('hex');
}

/**
 * Eight hex digits that change with the original and with the pipeline, so that an address never
 * changes its pixels. Takes the hex SHA-256 of the original.
 */
export function sha8(originalSha256: string): string {
  return createHash('sha256')
    .update(`${originalSha256}:${PIPELINE_VERSION}`)
    .digest('hex')
    .slice(0, 8);
}

/** Where an original lies in its bucket: under its picture and its own content, so a key never changes its bytes. */
export function originalKey(id: string, originalSha256: string): string {
  return `${id}/${originalSha256}`;
}
