import { unzipSync } from 'fflate';
import type { PictureSize } from '#src/domain/iiif.ts';
import { DEEP_FOLDER } from '#src/domain/iiif-parts.ts';
import type { JobValue } from './codec-protocol.ts';

const WHOLE = /^full\/(\d+),(\d+)\//;

/** The tiles in an archive as libvips writes it for IIIF; `original` is the size of what was cut. Runs in the codec process. */
export function unpackTiles(archive: Uint8Array, original: PictureSize): JobValue['tile'] {
  // The archive's own folder has a name that means nothing; beside the tiles lie descriptions that we write ourselves.
  const tiles = Object.entries(unzipSync(archive))
    .map(([name, bytes]) => ({ name: name.slice(name.indexOf('/') + 1), bytes }))
    .filter(({ name }) => name.endsWith('.jpg'));
  const files = tiles.map(({ name, bytes }) => ({
    path: `${DEEP_FOLDER}/${name}`,
    contentType: 'image/jpeg',
    bytes,
  }));
  const { width, height } = original;
  return { width, height, whole: wholeOf(tiles), files };
}

function wholeOf(tiles: readonly { name: string }[]): PictureSize {
  const found = tiles.map(({ name }) => WHOLE.exec(name)).find((match) => match !== null);
  if (!found) throw new Error('no tile shows the whole picture');
  return { width: Number(found[1]), height: Number(found[2]) };
}
