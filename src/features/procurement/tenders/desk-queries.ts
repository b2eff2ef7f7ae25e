import type { RoundState } from '#src/domain/procurement/round-states.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { Amendment, Opening, OwnBid, Question, Tender, TenderRound } from './queries.ts';

export type InvitedSupplier = {
  id: string;
  name: string;
  country: string;
  state: Tender['place']['state'];
  locale: Locale;
  mailedAt: string | null;
  answeredAt: string | null;
  declineReason: string | null;
  account: boolean;
};
export type TenderDesk = {
  round: TenderRound;
  /** Wall clock of the round's zone. */
  bidsClose: string | null;
  suppliers: InvitedSupplier[];
  candidates: {
    id: string;
    name: string;
    country: string;
    materials: string;
    locale: Locale;
    own: boolean;
  }[];
  questions: Question[];
  lots: { id: string; title: string; specification: string }[];
  amendments: Amendment[];
  opening: Opening | null;
};

/** For the round's coordinators and the operator; null for anybody else. */
export async function tenderDesk(db: Db, round: string): Promise<TenderDesk | null> {
  return expectData(
    await db.rpc('tender_desk', { p_round: round }),
  ) as unknown as TenderDesk | null;
}

export type OwnSupplierFacts = {
  id: string;
  name: string;
  country: string;
  place: string;
  materials: string;
  locale: Locale;
  listed: boolean;
  phone: string | null;
  person: string | null;
  address: string | null;
  taxNumber: string | null;
};
type DeskTender = {
  slug: string;
  title: string;
  state: RoundState;
  zone: string;
  bidsCloseAt: string;
  cluster: string;
};
export type SupplierDesk<Account> = {
  account: Account;
  suppliers: OwnSupplierFacts[];
  tenders: (DeskTender & {
    supplierId: string;
    place: Tender['place']['state'];
    lots: number;
    bid: { state: OwnBid['state']; at: string | null } | null;
    won: boolean | null;
  })[];
  open: DeskTender[];
};

/** What a person with suppliers works on; null when nobody is signed in. */
export async function supplierDesk<Account>(db: Db): Promise<SupplierDesk<Account> | null> {
  return expectData(await db.rpc('supplier_desk')) as unknown as SupplierDesk<Account> | null;
}
