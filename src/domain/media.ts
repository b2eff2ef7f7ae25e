/** One published picture as pages draw it. `width` and `height` are pixels of the upright full picture, `colour` is #rrggbb. */
export type MediaView = {
  code: string;
  sha8: string;
  width: number;
  height: number;
  colour: string;
  alt: string;
  avif: boolean;
};
