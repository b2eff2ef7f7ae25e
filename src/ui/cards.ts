import type { MediaView } from '#src/domain/media.ts';
import type { Money } from '#src/domain/money.ts';

/** A product as a list shows it. Texts are in the page's language, `moq` carries its unit (“50 pairs”). */
export type ProductCardView = {
  href: string;
  slug: string;
  title: string;
  /** The title's language where that is not the page's. */
  lang?: string | undefined;
  cover: MediaView | null;
  price: Money | null;
  /** True when a cheaper tier or variant exists, so the price shown is a “from”. */
  priceFrom?: boolean;
  /** About what it is in the reader's own currency: “≈ €12.40”. */
  priceAbout?: string;
  unit: string;
  moq?: string | null;
  leadTimeDays?: number | null;
  maker?: { name: string; href: string; verified: boolean } | null;
  flag?: string | null;
  /** Why it stands here, where a list can say so. */
  why?: string | undefined;
};

/** A producer as a list shows it. */
export type ProducerCardView = {
  href: string;
  name: string;
  place: string;
  trade?: string | null;
  photo: MediaView | null;
  verified: boolean;
  products?: number | null;
  text?: string | null;
};

/** A cluster as a list shows it. */
export type ClusterCardView = {
  href: string;
  name: string;
  place: string;
  text?: string | null;
  photo: MediaView | null;
  producers: number;
  products?: number | null;
};
