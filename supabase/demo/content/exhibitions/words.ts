/** How the exhibitions' texts are written down. */
import type {
  ObjectSeed,
  ObjectTexts,
  PictureUse,
} from '#supabase/demo/content/exhibitions/types.ts';
import { readNames } from '#supabase/demo/content/table.ts';
import type { Text4 } from '#supabase/demo/content/types.ts';

/** Four lines: English, French, Kinyarwanda, Kiswahili. Throws when there are more or fewer. */
export function four(text: string): Text4 {
  const lines = text.split('\n').map((line) => line.trim());
  const [en, fr, rw, sw, ...more] = lines.filter((line) => line !== '');
  if (!en || !fr || !rw || !sw || more.length > 0) throw new Error(`Not four lines: ${text}`);
  return { en, fr, rw, sw };
}

/** `English | français | Ikinyarwanda | Kiswahili`, for titles and captions. */
export const names = readNames;

/** Measures and names that every language writes alike. */
export const same = (text: string): Text4 => ({ en: text, fr: text, rw: text, sw: text });

/** Products of one booth with what is said of each, by key. */
export function shown(
  place: { hall: string; booth: string },
  labels: Record<string, Text4>,
  pictures: Record<string, readonly PictureUse[]> = {},
): ObjectSeed[] {
  return Object.entries(labels).map(([slug, label]) => ({
    slug,
    kind: 'product',
    ...place,
    texts: { label },
    ...(pictures[slug] ? { pictures: pictures[slug] } : {}),
  }));
}

const CREDIT = names(
  'Drawn by Isoko’s own renderer; it shows no piece of any collection. | Dessiné par notre propre moteur de rendu ; ce n’est la pièce d’aucune collection. | Byashushanyijwe na porogaramu ya Isoko; nta kintu cyo mu nzu ndangamurage cyerekanwa. | Imechorwa na programu ya Isoko yenyewe; si kitu cha makumbusho yoyote.',
);

/** A piece that stands in the hall by itself; where it comes from is said honestly. */
export function alone(
  hall: string,
  kind: 'work' | 'tool' | 'step',
  slug: string,
  texts: Required<Pick<ObjectTexts, 'title'>> & ObjectTexts,
  pictures: readonly PictureUse[],
): ObjectSeed {
  return { slug, kind, hall, booth: null, texts: { credit: CREDIT, ...texts }, pictures };
}
