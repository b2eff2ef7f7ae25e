import type { MediaView } from '#src/domain/media.ts';
import type { LotRule } from '#src/domain/procurement/packs.ts';
import type { RoundState } from '#src/domain/procurement/round-states.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** Moments are ISO in UTC; `zone` is how they are shown. `members`: that pledged something. */
export type RoundEntry = {
  id: string;
  title: string;
  state: RoundState;
  zone: string;
  currency: string;
  pledgesCloseAt: string | null;
  bidsCloseAt: string | null;
  bidsShortAt: string | null;
  createdAt: string;
  lots: number;
  members: number;
};

/** `wishes` are open ones; `suppliers` stand in the cluster's own directory. */
export type RoundsDesk = {
  rounds: RoundEntry[];
  templates: { id: string; name: string; lots: number }[];
  wishes: number;
  suppliers: number;
  /** What a new round begins with. */
  zone: string;
  currency: string;
};

/** Running rounds first. Null for whoever does not coordinate the cluster. */
export async function listRounds(db: Db, cluster: string): Promise<RoundsDesk | null> {
  const answer = await db.rpc('coordination_rounds', { p_slug: cluster });
  return expectData(answer) as unknown as RoundsDesk | null;
}

export type QualityCriterion = { id: string; question: string; weightBp: number };

/** Quantities in steps of 10^-decimals of the unit; amounts in minor units for one whole unit. */
export type DeskLot = LotRule & {
  id: string;
  position: number;
  title: string;
  specification: string;
  mediaId: string | null;
  photo: (MediaView & { id: string; state: 'uploaded' | 'ready' | 'failed' }) | null;
  unit: string;
  lateMinutes: number;
  referenceAmount: number | null;
  hsCode: string | null;
  weightGrams: number | null;
  qualityCriteria: QualityCriterion[];
  freightNote: string;
  tiers: PriceTier[];
  demand: { firm: number; tolerance: number; members: number };
  /** What the wishes said that it came from, in whole units. */
  wished: { quantity: number | null; members: number } | null;
};

/** `by`: null when the clock acted. */
export type RoundEvent = {
  action: string;
  at: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  by: string | null;
  lot: string | null;
  clock: boolean;
};

/** `pledgesClose`, `bidsClose`: the wall clock of `zone`, YYYY-MM-DDTHH:MM. …Bp: hundredths of a per cent. */
export type RoundRules = {
  title: string;
  summary: string;
  sourceLocale: Locale;
  languages: Locale[];
  currency: string;
  zone: string;
  deliveryPlace: string;
  shareRule: 'value' | 'weight' | 'quantity';
  depositBp: number;
  minimumBids: number;
  showsBidCount: boolean;
  openToDirectory: boolean;
  standstillDays: number;
  matchToleranceBp: number;
  weightPriceBp: number;
  weightLeadBp: number;
  weightQualityBp: number;
  pledgesClose: string | null;
  bidsClose: string | null;
  neededBy: string | null;
};

export type RoundOverview = RoundRules & {
  clonedFrom: { id: string; title: string } | null;
  lots: DeskLot[];
  history: RoundEvent[];
};

/** Null for a stranger; the desk's frame says the same. */
export async function roundOverview(db: Db, round: string): Promise<RoundOverview | null> {
  const answer = await db.rpc('round_overview', { p_round: round });
  return expectData(answer) as unknown as RoundOverview | null;
}

/** Quantities in whole units. `supports` only on the coordinators' desk. */
export type Wish = {
  id: string;
  title: string;
  note: string;
  unit: string;
  quantity: number | null;
  at: string;
  closedAt: string | null;
  by: string;
  mine: boolean;
  members: number;
  pooled: number;
  joined: { quantity: number | null } | null;
  supports: { name: string; quantity: number | null }[] | null;
  round: { id: string; title: string; state: RoundState } | null;
};

export type WishDesk = {
  wishes: Wish[];
  members: { id: string; name: string }[];
  drafts: { id: string; title: string }[];
};

export async function coordinationWishes(db: Db, cluster: string): Promise<WishDesk | null> {
  const answer = await db.rpc('coordination_wishes', { p_slug: cluster });
  return expectData(answer) as unknown as WishDesk | null;
}

export type StudioWishes = {
  clusters: { id: string; slug: string; name: string; wishes: Wish[] }[];
};

/** The wish lists of a producer's clusters; null when the caller may not work for it. */
export async function studioWishes(db: Db, producer: string): Promise<StudioWishes | null> {
  const answer = await db.rpc('studio_wishes', { p_slug: producer });
  return expectData(answer) as unknown as StudioWishes | null;
}

export type ListedSupplier = {
  id: string;
  name: string;
  country: string;
  place: string;
  materials: string;
  locale: Locale;
};
/** One that this cluster added, with its private contact. `account`: it keeps its own entry. */
export type OwnSupplier = ListedSupplier & {
  listed: boolean;
  account: boolean;
  rounds: number;
  email: string | null;
  phone: string | null;
  person: string | null;
};

export async function supplierDirectory(
  db: Db,
  cluster: string,
): Promise<{ own: OwnSupplier[]; listed: ListedSupplier[] } | null> {
  const answer = await db.rpc('coordination_suppliers', { p_slug: cluster });
  return expectData(answer) as unknown as { own: OwnSupplier[]; listed: ListedSupplier[] } | null;
}
