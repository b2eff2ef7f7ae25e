import { BUYERS } from '#supabase/demo/content/accounts.ts';
import { INQUIRIES } from '#supabase/demo/content/inquiries.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import type { InquirySeed } from '#supabase/demo/content/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoCode, demoId } from '#supabase/demo/db/ids.ts';
import {
  accountOf,
  actorFor,
  buyerAccountId,
  buyerId,
  inquiryId,
  producerId,
  productId,
} from '#supabase/demo/db/people.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';

/** The product an inquiry is about. Throws when the demo has none of that key. */
export function askedAbout({ key, product }: InquirySeed) {
  const found = PRODUCTS.find((candidate) => candidate.key === product);
  if (!found)
    throw new Error(`The inquiry "${key}" asks about no product of the demo: "${product}".`);
  return found;
}

function buyerOf({ key, buyer }: InquirySeed) {
  const found = BUYERS.find((candidate) => candidate.key === buyer);
  if (!found) throw new Error(`The inquiry "${key}" comes from no buyer of the demo: "${buyer}".`);
  return found;
}

export const sentAt = (calendar: Calendar, { sentDaysAgo, key }: InquirySeed) =>
  calendar.ago(sentDaysAgo, key);

function inquiryRow(calendar: Calendar, inquiry: InquirySeed): Row {
  const product = askedAbout(inquiry);
  const sent = sentAt(calendar, inquiry);
  const lastOf = (side?: 'buyer' | 'producer') => {
    const last = inquiry.messages.findLast((message) => !side || message.side === side);
    return last ? calendar.after(sent, last.hoursLater) : null;
  };
  return {
    id: inquiryId(inquiry.key),
    reference: demoCode(7, 'inquiry', inquiry.key).toUpperCase(),
    state: inquiry.state,
    producer_id: producerId(product.producer),
    product_id: productId(product.key),
    buyer_id: buyerId(inquiry.buyer),
    user_id: buyerAccountId(inquiry.buyer),
    locale: inquiry.locale,
    country: inquiry.country,
    quantity: inquiry.quantity,
    unit: product.unit,
    needed_by: calendar.day(inquiry.neededByInDays),
    product_title: product.title.en,
    product_price_amount: product.priceAmount,
    product_price_currency: product.priceCurrency,
    organisation: buyerOf(inquiry).name,
    created_at: sent,
    last_message_at: lastOf(),
    // Each side has read all until its own last word; what came after is new.
    buyer_read_at: lastOf('buyer'),
    producer_read_at: lastOf('producer'),
  };
}

export function messageAuthor(inquiry: InquirySeed, side: 'buyer' | 'producer'): string | null {
  return side === 'buyer'
    ? buyerAccountId(inquiry.buyer)
    : actorFor(askedAbout(inquiry).producer).actor;
}

function messageRows(calendar: Calendar, inquiry: InquirySeed): Row[] {
  const sent = sentAt(calendar, inquiry);
  return inquiry.messages.map(({ side, body, hoursLater }, n) => ({
    id: demoId('message', inquiry.key, String(n)),
    inquiry_id: inquiryId(inquiry.key),
    side,
    author: messageAuthor(inquiry, side),
    body,
    created_at: calendar.after(sent, hoursLater),
  }));
}

function contactRow(calendar: Calendar, inquiry: InquirySeed): Row {
  const account = accountOf('buyer', inquiry.buyer);
  return {
    inquiry_id: inquiryId(inquiry.key),
    name: account?.displayName ?? buyerOf(inquiry).name,
    email: account?.email ?? `${inquiry.buyer}@isoko.test`,
    created_at: sentAt(calendar, inquiry),
  };
}

export function inquiryRows(calendar: Calendar): Rows {
  return [
    ['public.inquiries', INQUIRIES.map((inquiry) => inquiryRow(calendar, inquiry))],
    ['public.inquiry_messages', INQUIRIES.flatMap((inquiry) => messageRows(calendar, inquiry))],
    ['public.inquiry_contacts', INQUIRIES.map((inquiry) => contactRow(calendar, inquiry))],
  ];
}
