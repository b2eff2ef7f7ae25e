import type { Locale } from '#src/i18n/locales.ts';
import type { Frame, Said } from '../visiting/views.ts';

export type ChoosableBooth = {
  id: string;
  slug: string;
  title: Said;
  place: string;
  country: string;
};

/** The form for a card. `takes`: false before the opening and once it is archived. `retainedUntil`: YYYY-MM-DD. */
export type CardPage = {
  frame: Frame;
  takes: boolean;
  retainedUntil: string;
  halls: { slug: string; title: Said; booths: ChoosableBooth[] }[];
  /** What is known of who is signed in. */
  me: { name: string; email: string; company: string } | null;
};

export type BoothContact = {
  email: string | null;
  phone: string | null;
  whatsapp: string | null;
};

/** A card as its visitor sees it. `contact` only of a booth that said yes. */
export type OwnCard = {
  id: string;
  frame: Frame;
  isPublic: boolean;
  name: string;
  company: string;
  email: string | null;
  phone: string | null;
  country: string | null;
  note: string;
  at: string;
  retainedUntil: string;
  consent: string;
  consentedAt: string;
  booths: {
    id: string;
    title: Said;
    /** Null when it is no longer there. */
    slug: string | null;
    place: string;
    country: string;
    sharedAt: string | null;
    followedUpAt: string | null;
    contact: BoothContact | null;
  }[];
};

export const CARD_ANSWERS = ['waiting', 'shared', 'declined'] as const;
export type CardAnswer = (typeof CARD_ANSWERS)[number];

type CardFacts = {
  id: string;
  at: string;
  country: string | null;
  locale: Locale;
  isFromKiosk: boolean;
  initials: string;
  answeredAt: string | null;
  retainedUntil: string;
  /** Before the booth's yes without addresses and numbers. */
  note: string;
};

export type SharedCard = CardFacts & {
  answer: 'shared';
  name: string;
  company: string;
  email: string | null;
  phone: string | null;
  followedUpAt: string | null;
};

/** A card as a booth sees it: who it is only after the booth's yes. */
export type BoothCardView = (CardFacts & { answer: 'waiting' | 'declined' }) | SharedCard;

/** `opens` false: the caller works for the producer, but cards are not for them; the counts are. */
export type BoothCards = {
  opens: boolean;
  counts: Record<CardAnswer, number>;
  contact: BoothContact | null;
  cards: BoothCardView[];
};

/** `booth`: its slug. */
export type Leads = { booth: string; exhibition: string; leads: SharedCard[] };

export type GuestEntry = {
  id: string;
  name: string;
  place: string;
  text: string;
  locale: Locale;
  at: string;
};
export type GuestBookPage = { frame: Frame; takes: boolean; entries: GuestEntry[] };

export const ENTRY_STATES = ['waiting', 'shown', 'hidden'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
export type GuestBookDesk = {
  counts: Record<EntryState, number>;
  entries: (GuestEntry & {
    state: EntryState;
    kiosk: string | null;
    moderatedAt: string | null;
    moderatedBy: string | null;
  })[];
};
