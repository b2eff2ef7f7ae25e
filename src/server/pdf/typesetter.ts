import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Each template reads `<name>.json`, which is made of the data it is set with. */
export type Template = 'paper' | 'fair';
const TEMPLATES: readonly Template[] = ['paper', 'fair'];

const FONTS = {
  '@expo-google-fonts/piazzolla': ['600SemiBold/Piazzolla_600SemiBold.ttf'],
  '@expo-google-fonts/instrument-sans': [
    '400Regular/InstrumentSans_400Regular.ttf',
    '600SemiBold/InstrumentSans_600SemiBold.ttf',
  ],
};

/** Compiled parts that no paper of the last few used are forgotten. */
const KEPT_ROUNDS = 8;

type Typesetter = { compiler: NodeCompiler; folder: string };
let made: Promise<Typesetter> | undefined;

/** Where a file of the project or of a package lies; the built server runs from a folder of its own. */
function find(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    // Built outside of the project (ISOKO_DIST): it is started from the project's folder all the same.
    return createRequire(join(process.cwd(), 'package.json')).resolve(name);
  }
}

/** Made with the first paper: a server that prints none does without the library's 50 MB. */
async function typesetter(): Promise<Typesetter> {
  const library = await import('@myriaddreamin/typst-ts-node-compiler');
  const template = find('#src/server/pdf/paper.typ');
  const folder = dirname(template);
  const fontBlobs = Object.entries(FONTS).flatMap(([name, files]) => {
    const root = dirname(find(`${name}/package.json`));
    return files.map((file) => readFileSync(join(root, file)));
  });
  const compiler = library.NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  for (const name of TEMPLATES)
    compiler.addSource(
      join(folder, `${name}.typ`),
      readFileSync(join(folder, `${name}.typ`), 'utf8'),
    );
  return { compiler, folder };
}

/**
 * Sets a template of ours with `data`, which it reads as JSON: no text of a person is ever markup. `pictures` are JPEG or
 * SVG by the name that the data has for them; a template sees no other file. One paper takes
 * some 20 ms on this thread. PDF/UA-1 wants a glyph for every sign; where no font has one (a name in Chinese on a machine
 * without such fonts) the same tagged file is made without the promise of the standard, and a box stands for the sign.
 */
export async function typeset(
  data: object,
  template: Template = 'paper',
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Uint8Array> {
  made ??= typesetter();
  const { compiler, folder } = await made.catch((failure: unknown) => {
    made = undefined;
    throw failure;
  });
  // From here on nothing awaits: the next paper cannot slip its data in between.
  compiler.mapShadow(join(folder, `${template}.json`), Buffer.from(JSON.stringify(data)));
  for (const [name, bytes] of pictures) compiler.mapShadow(join(folder, name), Buffer.from(bytes));
  const main = { mainFilePath: join(folder, `${template}.typ`), resetRead: true };
  try {
    return compiler.pdf(main, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(main, { pdfTags: true });
  } finally {
    for (const name of pictures.keys()) compiler.unmapShadow(join(folder, name));
    compiler.evictCache(KEPT_ROUNDS);
  }
}
