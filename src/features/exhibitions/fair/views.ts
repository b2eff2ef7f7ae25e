import type { BoothCard, ExhibitCard, Frame, Said } from '../visiting/views.ts';

/** Where a printed code leads. `stop`: its number in the tour, from 1. `campaign`: what it is printed on. */
export type CodePlace =
  | { target: 'hall' | 'booth' | 'exhibit'; exhibition: string; slug: string; campaign: string }
  | { target: 'stop'; exhibition: string; slug: string; stop: number; campaign: string }
  | { destination: string };

/** Codes are seven signs; the check character is added where they are printed. */
type Coded = { code: string };

/** What is printed of an exhibition for one campaign, in page order. `missing`: things that have no code in it yet. */
export type CodeSheet = {
  exhibition: Frame;
  campaign: string;
  campaigns: string[];
  missing: number;
  scans: number;
  booths: (BoothCard & Coded & { story: Said | null })[];
  exhibits: (ExhibitCard &
    Coded & { label: Said | null; maker: Said | null; material: Said | null })[];
  stops: (Coded & { title: Said; tour: Said; number: number })[];
};

/** `code` is null until somebody had codes made. */
export type CatalogueEntry = ExhibitCard & {
  label: Said | null;
  maker: Said | null;
  made: Said | null;
  material: Said | null;
  dimensions: Said | null;
  credit: Said | null;
  code: string | null;
};
export type CatalogueBooth = BoothCard & { story: Said | null; objects: CatalogueEntry[] };
export type CatalogueHall = {
  slug: string;
  title: Said;
  intro: Said | null;
  works: CatalogueEntry[];
  booths: CatalogueBooth[];
};
export type CataloguePage = { frame: Frame; welcome: Said | null; halls: CatalogueHall[] };
