/** Printed matter of a fair, as the template fair.typ reads it. All words are in the sheet's language. */
export type Printed = {
  /** Booth or object; a bookmark in a catalogue. */
  title: string;
  /** One line each: maker, place, material, measures. Empty ones are left out. */
  facts: string[];
  text: string;
  /** Price, least quantity, days: what a buyer looks for. */
  trade: string;
  /** The name of its picture among those handed over, and what it shows. */
  picture: { name: string; alt: string } | null;
  /** The name of its QR code among the pictures; `href` the same address as text. */
  code: { name: string; href: string; shown: string } | null;
};
export type PrintedRoom = { title: string; text: string; booths: PrintedBooth[] };
export type PrintedBooth = Printed & { exhibits: Printed[] };

type Common = {
  lang: string;
  title: string;
  author: string;
  /** YYYY-MM-DD. */
  date: string;
  /** Above each sheet: the exhibition, where and when. */
  over: string;
  when: string;
  /** What the code is for: “Scan to see prices, samples and who made it”. */
  scan: string;
  theme: { ground: string; ink: string; accent: string };
};
export type FairSheet =
  | (Common & { kind: 'posters'; paper: 'a4' | 'a3'; items: Printed[] })
  | (Common & { kind: 'labels'; size: 'large' | 'small'; items: Printed[] })
  | (Common & {
      kind: 'catalogue';
      summary: string;
      contents: string;
      hero: { name: string; alt: string } | null;
      rooms: PrintedRoom[];
    });
