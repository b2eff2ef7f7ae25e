import { fallbackSource } from '#src/domain/iiif.ts';
import { paths } from '#src/paths.ts';
import { pictureBytes } from '#src/server/media/serve.ts';
import { renderSheet } from '#src/server/pdf/render.ts';
import type { Printable } from './sheets.ts';

/** Pixels: 46 mm in a catalogue and 170 mm on a poster are sharp enough with it. */
const PRINTED_WIDTH = 640;
const AT_ONCE = 8;

/** The sheet as PDF. A picture that cannot be read is left out, the rest is printed. */
export async function printSheet({ sheet, pictures, codes }: Printable): Promise<Uint8Array> {
  const files = new Map(codes);
  const wanted = [...pictures];
  for (let n = 0; n < wanted.length; n += AT_ONCE)
    await Promise.all(
      wanted.slice(n, n + AT_ONCE).map(async ([name, media]) => {
        const base = paths.media(media.code, media.sha8);
        const bytes = await pictureBytes(fallbackSource(base, media, PRINTED_WIDTH));
        if (bytes) files.set(name, bytes);
      }),
    );
  return renderSheet(without(sheet, files), files);
}

/** Takes out what the template would not find. */
function without<T>(value: T, files: ReadonlyMap<string, unknown>): T {
  if (Array.isArray(value)) return value.map((part: unknown) => without(part, files)) as T;
  if (!value || typeof value !== 'object') return value;
  const { name } = value as { name?: unknown };
  if (typeof name === 'string' && 'alt' in value && !files.has(name)) return null as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, without(part as unknown, files)]),
  ) as T;
}
