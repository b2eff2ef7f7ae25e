import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import { placeOrder } from './order-scene.ts';
import { draftOf } from './quote-scene.ts';
import type { Scene } from './scene.ts';

type Ways = Record<string, Record<string, unknown>>;
type Seats = { me: string; shop: string; firm: string; foreign: string; inquiry: string };

/** What the calls below are about: things of every kind that the trade knows, all within reach of one person. */
async function things(db: TestDatabase, scene: Scene, seats: Seats) {
  const { sql } = db;
  const { call } = scene;
  const [asker, { user_id: maker }] = await Promise.all([
    db.addUser(),
    sql<
      { user_id: string }[]
    >`select user_id from public.producer_members where producer_id = ${seats.foreign} and role = 'owner' limit 1`.then(
      (rows) => rows[0]!,
    ),
  ]);
  const theirFirm = randomUUID();
  await sql`insert into public.buyers (id, name, country) values (${theirFirm}, 'Theirs', 'DE')`;
  await sql`insert into public.buyer_members (buyer_id, user_id, role) values (${theirFirm}, ${asker}, 'owner')`;
  const sold = await placeOrder(sql, { producer: seats.shop, buyer: theirFirm }, { paid: 5000 });
  const bought = await placeOrder(sql, { producer: seats.foreign, buyer: seats.firm });
  const reviewed = await placeOrder(
    sql,
    { producer: seats.shop, buyer: theirFirm },
    { state: 'delivered' },
  );
  await sql`insert into public.reviews (order_id, producer_id, rating, buyer_name, locale) values (${reviewed.id}, ${seats.shop}, 4, 'They', 'en')`;
  const pending = async (order: string) => {
    const id = randomUUID();
    await sql`insert into public.payments (id, order_id, purpose, method, reference, currency, amount)
      values (${id}, ${order}, 'deposit', 'bank_transfer', ${`X-${id.slice(0, 8).toUpperCase()}`}, 'USD', 100)`;
    return id;
  };
  const [arriving, announced] = [await pending(sold.id), await pending(bought.id)];
  const [paid] =
    await sql`select id from public.payments where order_id = ${sold.id} and state = 'confirmed'`;
  const [refund, milestone, change, dispute, account] = Array.from({ length: 5 }, () =>
    randomUUID(),
  );
  await sql`insert into public.refunds (id, payment_id, order_id, amount, reason) values (${refund!}, ${paid!['id']}, ${sold.id}, 5, 'too much')`;
  await sql`insert into public.order_milestones (id, order_id, position, title) values (${milestone!}, ${sold.id}, 0, 'Cutting')`;
  await sql`insert into public.order_changes (id, order_id, kind, side, reason, refund_amount, kept_amount)
    values (${change!}, ${sold.id}, 'cancel', 'buyer', 'no need', 0, 0)`;
  await sql`insert into public.disputes (id, order_id, side, reason, details) values (${dispute!}, ${bought.id}, 'buyer', 'late', 'It is much too late.')`;
  await call(seats.me, 'save_payment_account', {
    p_id: account,
    p_producer: seats.shop,
    p_input: { method: 'bank_transfer', currency: 'USD', holder: 'Us', accountNumber: '00040' },
  });
  await call(maker, 'reply_inquiry', {
    p_inquiry: seats.inquiry,
    p_id: randomUUID(),
    p_body: 'Gladly.',
  });
  const boots = draftOf([{ description: 'Boots', quantity: 60, unitAmount: 40_000 }]);
  const standing = randomUUID();
  await call(maker, 'save_quote_draft', {
    p_id: standing,
    p_inquiry: seats.inquiry,
    p_draft: boots,
  });
  await call(maker, 'send_quote', { p_quote: standing });
  async function drafted() {
    const [quote, inquiry] = [randomUUID(), randomUUID()];
    await sql`insert into public.inquiries (id, producer_id, buyer_id, user_id, product_title) values (${inquiry}, ${seats.shop}, ${theirFirm}, ${asker}, 'Boots')`;
    await call(seats.me, 'save_quote_draft', { p_id: quote, p_inquiry: inquiry, p_draft: boots });
    return { quote, inquiry };
  }
  const [draft, offer] = [await drafted(), await drafted()];
  await call(seats.me, 'send_quote', { p_quote: offer.quote });
  const [proposal, mediated] = [randomUUID(), randomUUID()];
  await sql`insert into public.order_changes (id, order_id, kind, side, reason, refund_amount, kept_amount)
    values (${proposal}, ${reviewed.id}, 'cancel', 'producer', 'no leather', 0, 0)`;
  const foreign = await placeOrder(
    sql,
    { producer: seats.foreign, buyer: theirFirm },
    { paid: 5000 },
  );
  // Large enough to wait for an operator, who may not be of either side.
  const waiting = randomUUID();
  await sql`insert into public.refunds (id, payment_id, order_id, amount, reason, waits_since)
    select ${waiting}, id, order_id, 5, 'too much', now() from public.payments where order_id = ${foreign.id} and state = 'confirmed'`;
  await sql`insert into public.disputes (id, order_id, side, opened_by, reason, details) values (${mediated}, ${foreign.id}, 'buyer', ${asker}, 'late', 'It is much too late.')`;
  return {
    ...{ sold: sold.id, bought: bought.id, reviewed: reviewed.id, document: sold.doc },
    ...{ arriving, announced, paid: paid!['id'] as string, refund, milestone, change, dispute },
    ...{ account, boots, standing, proposal, mediated, waiting },
    ...{ draft: draft.quote, asked: draft.inquiry, offer: offer.quote },
  };
}

/** Lists, searches, notices, statements: what one keeps for oneself or the workshop. */
async function belongings(db: TestDatabase, scene: Scene, seats: Seats) {
  const { sql } = db;
  const [list, item, search, statement, line, payout, block, rfq, held] = Array.from(
    { length: 9 },
    () => randomUUID(),
  );
  await scene.call(seats.me, 'create_shortlist', { p_id: list, p_name: 'Spring' });
  await sql`insert into public.shortlist_items (id, shortlist_id, title) values (${item!}, ${list!}, 'Boot')`;
  await scene.call(seats.me, 'save_search', {
    p_id: search,
    p_name: 'Boots',
    p_query: { q: 'boot' },
    p_locale: 'en',
  });
  await sql`select private.notify(${seats.me}, 'quote_sent', '{"reference": "X"}')`;
  const [told] = await sql`select id from public.notifications where user_id = ${seats.me} limit 1`;
  await sql`insert into public.statement_imports (id, producer_id, format, file_name, sha256, line_count) values (${statement!}, ${seats.shop}, 'csv', 'a.csv', ${'a'.repeat(64)}, 1)`;
  await sql`insert into public.statement_lines (id, import_id, producer_id, fingerprint, booked_on, amount, currency)
    values (${line!}, ${statement!}, ${seats.shop}, ${'b'.repeat(64)}, '2026-11-01', 100, 'USD')`;
  await sql`insert into public.payouts (id, producer_id, method, currency, amount) values (${payout!}, ${seats.shop}, 'bank_transfer', 'USD', 5)`;
  await sql`insert into public.producer_blocks (id, producer_id, email_hash, label) values (${block!}, ${seats.shop}, ${Buffer.from('x')}, 'Them')`;
  await sql`insert into public.rfqs (id, state, visibility, user_id, title, sent_at) values (${rfq!}, 'open', 'one', ${seats.me}, 'Boots', now())`;
  await sql`insert into public.rfqs (id, state, visibility, title) values (${held!}, 'held', 'one', 'Boots')`;
  const notice = told!['id'] as string;
  return { list, item, search, notice, statement, line, payout, block, rfq, held };
}

const FILE = {
  name: 'a.pdf',
  contentType: 'application/pdf',
  bytes: 9,
  sha256: 'a'.repeat(64),
  pages: 1,
};

/** Arguments with which a person in good standing gets past the door of every function of the trade that writes. */
export async function tradeWays(db: TestDatabase, scene: Scene, seats: Seats): Promise<Ways> {
  const it = await things(db, scene, seats);
  const own = await belongings(db, scene, seats);
  const [product] = await db.sql`select id from public.products where state = 'published' limit 1`;
  const [sold, bought] = [{ p_order: it.sold }, { p_order: it.bought }];
  const [inList, search] = [{ p_shortlist: own.list }, { p_search: own.search }];
  const [standing, draft] = [{ p_quote: it.standing }, { p_quote: it.draft }];
  const because = { p_reason: 'for a reason' };
  const id = () => ({ p_id: randomUUID() });
  const bank = { p_method: 'bank_transfer', p_amount: 100 };
  return {
    accept_quote: { ...standing, p_order: randomUUID(), p_buyer: seats.firm },
    add_files: {
      p_room: 'inquiry',
      p_room_id: seats.inquiry,
      p_files: [{ ...FILE, id: randomUUID() }],
    },
    add_milestone_files: { p_milestone: it.milestone, p_files: [] },
    add_push_subscription: {
      p_endpoint: 'https://push.example/1',
      p_p256dh: 'B'.repeat(87),
      p_auth: 'A'.repeat(22),
      p_device: 'Phone',
    },
    add_to_shortlist: { ...inList, p_product: product!['id'] },
    advance_order: { ...sold, p_action: 'start', p_expected: 'confirmed' },
    announce_payment: { ...id(), ...bought, ...bank, p_purpose: 'deposit' },
    answer_change: { p_change: it.change, p_agree: false, p_answer: 'No, thank you.' },
    ask_about_card: { p_payment: it.announced },
    ask_phone_code: { p_phone: '+250788123456' },
    block_sender: { p_inquiry: it.asked },
    cancel_order: { ...bought, ...because },
    cancel_payment: { p_payment: it.announced },
    change_shortlist_item: { ...inList, p_item: own.item, p_quantity: 5, p_note: '' },
    claim_my_inquiries: {},
    close_rfq: { p_rfq: own.rfq },
    confirm_delivery: bought,
    confirm_payment: { p_payment: it.arriving, p_amount: 100 },
    confirm_phone: { p_code: '123456' },
    counter_quote: { ...id(), ...standing, p_counter: it.boots, p_buyer: seats.firm },
    create_shortlist: { ...id(), p_name: 'Autumn' },
    decline_quote: { ...standing, ...because },
    delete_exchange_rate: { p_currency: 'USD', p_day: '2026-11-01' },
    delete_search: search,
    delete_shortlist: inList,
    discard_quote_draft: draft,
    drop_milestone: { p_milestone: it.milestone },
    drop_refund: { p_refund: it.refund, ...because },
    ignore_statement_line: { p_line: own.line },
    import_statement: {
      ...id(),
      p_producer: seats.shop,
      p_format: 'csv',
      p_file_name: 'b.csv',
      p_sha256: 'c'.repeat(64),
      p_lines: [],
    },
    issue_order_document: { ...sold, p_kind: 'pro_forma' },
    match_statement_line: { p_line: own.line, p_payment: it.arriving },
    match_statement_line_to_order: { p_line: own.line, ...sold },
    offer_whatsapp: { p_inquiry: it.asked, ...id() },
    open_dispute: { ...bought, ...id(), p_reason: 'late', p_details: 'It is much too late.' },
    open_notification: { p_id: own.notice },
    pause_search: { ...search, p_paused: true },
    plan_milestones: { ...sold, p_steps: [{ title: 'Cutting' }] },
    propose_cancellation: { ...sold, ...id(), ...because, p_refund: 0, p_kept: 0 },
    propose_change: {
      ...sold,
      ...id(),
      ...because,
      p_document: { ...it.document, notes: 'By ship.' },
      p_revision: 1,
    },
    prove_payment: { p_payment: it.announced, p_paid_on: '2026-11-01' },
    read_notifications: {},
    read_order: sold,
    record_commission_paid: {
      ...id(),
      p_producer: seats.shop,
      p_currency: 'USD',
      p_amount: 1,
    },
    record_payment: { ...id(), ...sold, ...bank },
    record_shipment: { ...sold, ...id(), p_carrier: 'DHL' },
    refuse_rfq: { p_rfq: own.held, ...because },
    reject_payment: { p_payment: it.arriving, ...because },
    release_refund: { p_refund: it.waiting, ...because },
    release_rfq: { p_rfq: own.held },
    remove_from_shortlist: { ...inList, p_item: own.item },
    remove_push_subscription: { p_endpoint: 'https://push.example/1' },
    rename_search: { ...search, p_name: 'Shoes' },
    rename_shortlist: { ...inList, p_name: 'Winter' },
    reply_review: { p_order: it.reviewed, p_reply: 'Thank you.' },
    request_quote_change: { ...standing, p_message: randomUUID(), p_body: 'By ship, please.' },
    request_refund: { ...id(), p_payment: it.paid, p_amount: 1, ...because },
    resolve_dispute: { p_dispute: it.mediated, p_resolution: 'Both wait another week.' },
    retire_payment_account: { p_account: it.account },
    run_payouts: { p_currency: 'USD' },
    save_exchange_rates: { p_rates: [], p_source: 'by hand' },
    save_notification_wishes: {
      p_groups: [],
      p_zone: 'Africa/Kigali',
      p_quiet_from: null,
      p_quiet_to: null,
    },
    save_organisation_details: {
      p_producer: seats.shop,
      p_buyer: null,
      p_input: { legalName: 'Us Ltd', address: 'KG 7 Ave', country: 'RW' },
    },
    save_payment_account: {
      ...id(),
      p_producer: seats.shop,
      p_input: { method: 'bank_transfer', currency: 'USD', holder: 'Us', accountNumber: '00041' },
    },
    save_quote_draft: { p_id: it.draft, p_inquiry: it.asked, p_draft: it.boots },
    save_search: { ...id(), p_name: 'Boots', p_query: { q: 'a boot' }, p_locale: 'en' },
    send_quote: draft,
    send_rfq: {
      ...id(),
      p_rfq: {
        locale: 'en',
        title: 'Boots for spring',
        producers: [seats.foreign],
        lines: [{ description: 'Boots', quantity: 6, unit: 'PR' }],
      },
    },
    set_payout: { p_payout: own.payout, p_state: 'sent' },
    set_review_hidden: { p_order: it.reviewed, p_hidden: true, ...because },
    settle_card_alert: { p_key: 'none' },
    settle_refund: { p_refund: it.refund },
    start_card_payment: { ...id(), ...bought, p_purpose: 'deposit', p_amount: 100 },
    tick_milestone: { p_milestone: it.milestone },
    unblock_sender: { p_block: own.block },
    withdraw_change: { p_change: it.proposal },
    withdraw_dispute: { p_dispute: it.dispute },
    withdraw_quote: { p_quote: it.offer },
    write_in_dispute: { p_dispute: it.dispute, ...id(), p_body: 'Please look into it.' },
    write_review: {
      ...bought,
      p_rating: 5,
      p_quality: 5,
      p_communication: 5,
      p_punctuality: 5,
      p_body: 'Good boots.',
      p_name: 'We',
      p_show_country: true,
      p_locale: 'en',
    },
  };
}
