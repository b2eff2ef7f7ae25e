import type { OrderDocument, OrderParty } from '#src/domain/order-document.ts';

export const DOCUMENT_KINDS = [
  'pro_forma',
  'commercial_invoice',
  'packing_list',
  'receipt',
  'credit_note',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A party as its details were when the paper was issued. */
export type PaperParty = OrderParty & { email: string; phone: string };

export type PaperAccount = {
  method: 'bank_transfer' | 'mobile_money';
  currency: string;
  holder: string;
  bank: string;
  iban: string | null;
  accountNumber: string | null;
  bic: string | null;
  phone: string | null;
  network: string;
};

export type PaperShipment = {
  carrier: string;
  tracking: string;
  packages: number;
  grossWeightGrams: number | null;
  shippedOn: string;
  expectedOn: string | null;
};

/** What a document was issued with (private.paper_snapshot); amounts in minor units of the agreement's currency. */
export type Snapshot = {
  kind: DocumentKind;
  label: string;
  issuedAt: string;
  locale: string;
  order: string;
  revision: number;
  replaces: string | null;
  agreement: OrderDocument;
  producer: PaperParty;
  buyer: PaperParty;
  money: {
    total: number;
    deposit: number;
    paid: number;
    refunded: number;
    credited: number;
    outstanding: number;
    depositOutstanding: number;
  };
  payment: {
    reference: string;
    method: 'bank_transfer' | 'mobile_money' | 'card';
    purpose: 'deposit' | 'balance' | 'sample' | 'other';
    amount: number;
    paidOn: string | null;
  } | null;
  credit: {
    amount: number;
    cause: 'refund' | 'credit';
    cancelled: boolean;
    reason: string;
    payment: string | null;
    settledAt: string | null;
    taxBp: number;
    taxAmount: number;
    invoice: string | null;
  } | null;
  accounts: PaperAccount[];
  shipments: PaperShipment[];
};
