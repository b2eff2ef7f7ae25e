import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { imageInformation } from '#src/domain/iiif.ts';
import { paths } from '#src/paths.ts';
import { startCodec, type Codec } from '#src/server/media/codec-process.ts';
import { originalKey, sha256, sha8 } from '#src/server/media/fingerprint.ts';
import type { DemoPicture, MadePicture } from '#supabase/demo/db/pictures.ts';
import type { Store } from '#supabase/demo/load-store.ts';
import type { PictureSpec } from '#supabase/demo/pictures/kinds.ts';
import { sourceName, SOURCES } from '#supabase/demo/pictures/sources.ts';

/** The compact picture of a spec, an AVIF; null when it was not photographed yet. */
export type Source = (spec: PictureSpec) => Promise<Uint8Array | null>;

export type PictureWork = {
  pictures: readonly DemoPicture[];
  source: Source;
  store: Store;
  /** Public origin of the site, for the pictures' own descriptions. */
  siteUrl: string;
  onDone: (done: number) => void;
};

/** A process for each core of the machine we promise the time for, and one job waiting while files are written. */
const CODECS = 2;
const JOBS_EACH = 2;

const PROGRAM = fileURLToPath(new URL('./load-codec.ts', import.meta.url));

export const repositorySource: Source = (spec) =>
  readFile(new URL(sourceName(spec), SOURCES)).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return null;
    throw failure;
  });

/**
 * Writes the original and every JPEG of the pictures into the store, and says what became of each, by code. A picture
 * without a source is left out. Can be repeated: the same pictures get the same names.
 */
export async function makePictures(work: PictureWork): Promise<Map<string, MadePicture>> {
  const made = new Map<string, MadePicture>();
  const waiting = [...work.pictures];
  const codecs = Array.from({ length: CODECS }, () => startCodec({ program: PROGRAM }));
  let done = 0;
  const lane = async (codec: Codec) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const bytes = await work.source(next.spec);
      if (bytes) made.set(next.code, await makePicture(work, codec, next, bytes));
      work.onDone((done += 1));
    }
  };
  try {
    const lanes = codecs.flatMap((codec) => Array.from({ length: JOBS_EACH }, () => lane(codec)));
    await Promise.all(lanes);
  } finally {
    for (const codec of codecs) codec.close();
  }
  return made;
}

async function makePicture(
  { store, siteUrl }: PictureWork,
  codec: Codec,
  { id, code }: DemoPicture,
  source: Uint8Array,
): Promise<MadePicture> {
  const { files, ...facts } = await codec.run({ kind: 'jpeg', bytes: source });
  const [original, ...derivatives] = files;
  if (!original) throw new Error(`The codec gave nothing for picture ${code}.`);
  const hash = sha256(original.bytes);
  const name = `${code}-${sha8(hash)}`;
  const description = imageInformation(`${siteUrl}${paths.media(code, sha8(hash))}`, facts, {
    avif: false,
  });
  const info = Buffer.from(JSON.stringify(description));
  await Promise.all([
    store.put('originals', originalKey(id, hash), original.bytes, original.contentType),
    store.put('media', `${name}/info.json`, info, 'application/json'),
    ...derivatives.map((file) =>
      store.put('media', `${name}/${file.path}`, file.bytes, file.contentType),
    ),
  ]);
  return { ...facts, sha256: hash, sha8: sha8(hash), bytes: original.bytes.byteLength };
}
