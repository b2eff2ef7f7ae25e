import type { IiifPicture, Texts } from './iiif-facts.ts';
import { imageService, labelOf, languageMap, optional, thumbnail } from './iiif-site.ts';
import type { IiifSite } from './iiif-site.ts';

/** A picture as a Canvas of its own size, painted with its file and described by its alt texts. `id` is the Canvas's. */
export function pictureCanvas(
  site: IiifSite,
  id: string,
  picture: IiifPicture,
  more: readonly object[] = [],
) {
  const { width, height } = picture;
  const said = [...describing(id, picture.alts), ...more];
  return {
    id,
    type: 'Canvas',
    label: labelOf(picture.alts),
    ...optional('summary', languageMap(picture.caption)),
    width,
    height,
    thumbnail: thumbnail(site, picture),
    items: [painting(site, id, picture)],
    annotations: [{ id: `${id}/words`, type: 'AnnotationPage', items: said }],
  };
}

/** The full picture, over all of its Canvas. */
function painting(site: IiifSite, canvas: string, picture: IiifPicture) {
  const { width, height } = picture;
  return {
    id: `${canvas}/painting`,
    type: 'AnnotationPage',
    items: [
      {
        id: `${canvas}/painting/1`,
        type: 'Annotation',
        motivation: 'painting',
        body: {
          id: `${site.at.image(picture)}/full/max/0/default.jpg`,
          type: 'Image',
          format: 'image/jpeg',
          width,
          height,
          service: imageService(site, picture),
        },
        target: canvas,
      },
    ],
  };
}

/** One annotation for each language: a reader that knows no other shows its own. */
function describing(canvas: string, alts: Texts) {
  return Object.entries(alts).map(([language, value]) => ({
    id: `${canvas}/words/${language}`,
    type: 'Annotation',
    motivation: 'describing',
    body: textBody(value ?? '', language),
    target: canvas,
  }));
}

export function textBody(value: string, language: string) {
  return {
    type: 'TextualBody',
    value,
    format: 'text/plain',
    ...(language === 'none' ? {} : { language }),
  };
}
