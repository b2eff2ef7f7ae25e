import { randomUUID } from 'node:crypto';
import { quoteSums } from '#src/domain/quote-sums.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import type { Scene } from './scene.ts';

export type DraftLine = {
  position?: number;
  productId?: string | null;
  variantId?: string | null;
  rfqLineId?: string | null;
  description?: string;
  unit?: string;
  quantity: number;
  unitAmount?: number | null;
  lineAmount?: number;
  moqWaived?: boolean;
  sample?: boolean;
  tiers?: { minQuantity: number; unitAmount: number }[];
};
export type Draft = Record<string, unknown> & { lines: DraftLine[] };

/** A draft as the editor sends it, with all its sums; `change` overrides whatever a test is about. */
export function draftOf(lines: readonly DraftLine[], change: Record<string, unknown> = {}): Draft {
  const terms = {
    discountAmount: 0,
    freightAmount: 0,
    taxBp: 1800,
    depositBp: 3000,
    ...(change as { taxBp?: number }),
  };
  const priced = lines.map((line) => ({ ...line, unitAmount: line.unitAmount ?? 0 }));
  const sums = quoteSums(priced, terms);
  if (!sums.ok) throw new Error(`not a draft: ${sums.failure.code}`);
  const { lineAmounts, ...totals } = sums.value;
  return {
    currency: 'RWF',
    incoterm: 'FOB',
    incotermPlace: 'Mombasa',
    leadTimeDays: 35,
    paymentTerms: 'deposit_balance_before_shipping',
    validUntil: new Date(Date.now() + 10 * 86_400_000).toISOString(),
    notes: 'Packed in cartons of twelve.',
    ...totals,
    ...terms,
    ...change,
    lines: lines.map((line, n) => ({
      position: n,
      description: 'Ankle boot',
      unit: 'PR',
      lineAmount: lineAmounts[n]!,
      ...line,
    })),
  };
}

/** A workshop with two members and a listing, a buying organisation with two, and the moves of quotes as calls. */
export async function quoteSceneOf(db: TestDatabase, scene: Scene) {
  const { call } = scene;
  const [maker, partner, buyer, colleague, stranger] = await Promise.all(
    ['maker', 'partner', 'buyer', 'colleague', 'stranger'].map((name) =>
      db.addUser(`${name}-${randomUUID().slice(0, 6)}@isoko.test`, { display_name: name }),
    ),
  );
  const shop = await scene.workshop(maker!, 'Akagera Boots');
  await scene.accept(partner!, await scene.invite(maker!, 'producer_member', shop.id));
  const rival = await scene.workshop(stranger!, 'Rival Boots');
  const product = await scene.published(maker!, shop.id, {
    moq: 60,
    order_multiple: 12,
    tiers: [{ min_quantity: 120, unit_amount: 42_000 }],
  });
  const organisation = randomUUID();
  await call(buyer!, 'create_buyer', {
    p_id: organisation,
    p_name: 'Schuhhaus Berg',
    p_kind: 'retailer',
    p_country: 'DE',
    p_website: null,
  });
  await scene.accept(colleague!, await scene.invite(buyer!, 'buyer_member', organisation));

  async function ask(change: object = {}, by = buyer!) {
    // A story asks more often than a person may in a day.
    await db.sql`update public.inquiries set created_at = created_at - interval '2 days' where user_id = ${by}`;
    return call<string>(by, 'send_inquiry', {
      p_id: randomUUID(),
      p_product: product.id,
      p_message: 'One hundred and twenty pairs in brown, please?',
      p_quantity: 120,
      p_needed_by: null,
      p_country: 'DE',
      p_organisation: '',
      p_locale: 'en',
      p_buyer: organisation,
      ...change,
    });
  }
  const boots = (quantity = 120, unitAmount = 42_000, more: object = {}): DraftLine => ({
    productId: product.id,
    quantity,
    unitAmount,
    ...more,
  });
  const json = (draft: Draft) => draft as never;
  const save = (
    by: string,
    inquiry: string,
    draft = draftOf([boots()]),
    id: string = randomUUID(),
  ) => call<string>(by, 'save_quote_draft', { p_id: id, p_inquiry: inquiry, p_draft: json(draft) });
  const send = (by: string, quote: string) => call<number>(by, 'send_quote', { p_quote: quote });
  const withdraw = (by: string, quote: string, reason = '') =>
    call(by, 'withdraw_quote', { p_quote: quote, p_reason: reason });
  const decline = (by: string, quote: string, reason = 'Too dear for us.', key?: string) =>
    call(by, 'decline_quote', { p_quote: quote, p_reason: reason, p_key: key });
  const requestChange = (by: string, quote: string, body = 'Could it be by ship?', key?: string) =>
    call(by, 'request_quote_change', {
      p_quote: quote,
      p_message: randomUUID(),
      p_body: body,
      p_key: key,
    });
  const counter = (
    by: string,
    quote: string,
    draft = draftOf([{ quantity: 120, unitAmount: 40_000 }]),
    id: string = randomUUID(),
    organisationId?: string,
  ) =>
    call<number>(by, 'counter_quote', {
      p_id: id,
      p_quote: quote,
      p_counter: json(draft),
      p_buyer: organisationId,
    });
  const accept = (
    by: string,
    quote: string,
    order: string = randomUUID(),
    organisationId?: string,
  ) =>
    call<string>(by, 'accept_quote', { p_quote: quote, p_order: order, p_buyer: organisationId });

  /** A question with a quote that stands. */
  async function standing(draft = draftOf([boots()]), inquiry?: string, by = maker!) {
    const asked = inquiry ?? (await ask());
    const quote = await save(by, asked, draft);
    await send(by, quote);
    return { inquiry: asked, quote };
  }
  const people = {
    maker: maker!,
    partner: partner!,
    buyer: buyer!,
    colleague: colleague!,
    stranger: stranger!,
  };
  return {
    ...people,
    shop,
    rival,
    product,
    organisation,
    ask,
    boots,
    save,
    send,
    withdraw,
    decline,
    requestChange,
    counter,
    accept,
    standing,
  };
}
