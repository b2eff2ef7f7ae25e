/** From "front oak" to a picture with its alt text. */
import { altText } from '#supabase/demo/content/alt.ts';
import type { PictureSeed } from '#supabase/demo/content/types.ts';
import type {
  Backdrop,
  Palette,
  PictureFormat,
  PictureKind,
  PictureSpec,
  PictureView,
} from '#supabase/demo/pictures/kinds.ts';

export type Shot = `${PictureView} ${Backdrop}`;

/** Covers are upright for the grid of the catalogue; wide views of several things lie flat. */
function formatOf(view: PictureView, cover: boolean): PictureFormat {
  if (cover) return 'portrait';
  return view === 'pair' || view === 'context' ? 'landscape' : 'square';
}

/** The pictures of one product: the same thing in the same colours, seen in several ways. */
export function shots(product: {
  key: string;
  picture: PictureKind;
  look: Readonly<Record<string, string>>;
  colours: Palette;
  views: readonly Shot[];
}): PictureSeed[] {
  return product.views.map((shot, position) => {
    const [view, backdrop] = shot.split(' ') as [PictureView, Backdrop];
    const spec: PictureSpec = {
      kind: product.picture,
      seed: product.key,
      view,
      backdrop,
      format: formatOf(view, position === 0),
      palette: product.colours,
      options: product.look,
    };
    return { spec, alt: altText(spec) };
  });
}

/** The pictures of a workshop or a cluster: scenes, wide, the first one the cover. */
export function scenes(
  seed: string,
  list: readonly {
    kind: PictureKind;
    look?: Record<string, string>;
    colours?: Palette;
    view?: 'front' | 'detail';
  }[],
): PictureSeed[] {
  return list.map(({ kind, look, colours, view = 'front' }) => {
    const spec: PictureSpec = {
      kind,
      seed: `${seed}-${kind}`,
      view,
      backdrop: 'plaster',
      format: 'landscape',
      palette: colours ?? {},
      options: look ?? {},
    };
    return { spec, alt: altText(spec) };
  });
}
