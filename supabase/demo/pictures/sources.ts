import { createHash } from 'node:crypto';
import type { PictureSpec } from './kinds.ts';

/** Where the compact pictures lie: one AVIF for each spec, made by build.ts. */
export const SOURCES = new URL('./sources/', import.meta.url);

/** Name of a spec's compact picture. Only the spec counts: what it shows decides, not which product shows it. */
export function sourceName(spec: PictureSpec): string {
  return `${createHash('sha256').update(canonical(spec)).digest('hex').slice(0, 16)}.avif`;
}

/** The same text for the same spec, in whatever order its keys were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
}
