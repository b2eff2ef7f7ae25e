/**
 * Photographs the demo's pictures into compact AVIF sources, which lie in the repository because a picture takes
 * seconds and a first start has 90 of them for everything. `node supabase/demo/pictures/build.ts [shard/of] [--all]`:
 * makes what is missing, covers first; `--all` makes every picture anew. Several shards may run side by side.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { EXHIBITION_PICTURES } from '../content/exhibitions/pictures.ts';
import { CLUSTERS } from '../content/clusters.ts';
import { PRODUCERS } from '../content/producers.ts';
import { PRODUCTS } from '../content/products.ts';
import type { PictureSpec } from './kinds.ts';
import { pictureScene } from './scene.ts';
import { SOURCES, sourceName } from './sources.ts';
import { develop } from './studio/develop.ts';
import { defocus } from './studio/focus.ts';
import { photograph } from './studio/photograph.ts';

/** Width in pixels; a picture is about 20 kB at this size and quality. */
const WIDTH = 1200;
const QUALITY = 42;
/** A turntable is looked at as a whole, twelve pictures one after the other. */
const TURN_WIDTH = 800;
const LIGHT = { width: 300, shadow: 400, key: 5, sphere: 40 };

/** Every picture of the demo: the covers first, then the second pictures, and so on. */
export function demoPictures(): PictureSpec[] {
  const sets = [...CLUSTERS, ...PRODUCERS, ...PRODUCTS].map(({ pictures }) => pictures);
  const deepest = Math.max(...sets.map((pictures) => pictures.length));
  return Array.from({ length: deepest }, (_, n) =>
    sets.flatMap((pictures) => (pictures[n] ? [pictures[n].spec] : [])),
  )
    .flat()
    .concat(EXHIBITION_PICTURES.map(({ spec }) => spec));
}

async function make(spec: PictureSpec): Promise<Buffer> {
  const scene = pictureScene(spec, spec.width ?? (spec.turn === undefined ? WIDTH : TURN_WIDTH));
  for (const print of scene.prints) {
    const { data, info } = await sharp(Buffer.from(print.svg))
      .resize(print.pixels, print.pixels, { fit: 'inside' })
      .flatten()
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    print.load(data, info.width, info.height);
  }
  const exposure = photograph(scene.meshes, scene.camera, scene.rig, LIGHT);
  defocus(exposure, scene.focus);
  const { width, height } = exposure;
  return sharp(develop(exposure), { raw: { width, height, channels: 3 } })
    .avif({ quality: QUALITY, effort: 3, chromaSubsampling: '4:2:0' })
    .toBuffer();
}

async function main([shard = '0/1', ...flags]: string[]): Promise<void> {
  const [mine = 0, of = 1] = shard.split('/').map(Number);
  const all = flags.includes('--all');
  mkdirSync(SOURCES, { recursive: true });
  const wanted = demoPictures().filter((_, n) => n % of === mine);
  for (const [n, spec] of wanted.entries()) {
    const file = fileURLToPath(new URL(sourceName(spec), SOURCES));
    if (!all && existsSync(file)) continue;
    // By rename, so that a shard that was stopped leaves no half picture.
    writeFileSync(`${file}.part`, await make(spec));
    renameSync(`${file}.part`, file);
    console.log(`${n + 1}/${wanted.length} ${spec.kind} ${spec.view}`);
  }
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
