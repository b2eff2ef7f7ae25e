import type { ReceivingDesk } from './queries.ts';

export type Found = { order: string } | { member: string };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * What a scanned or typed code means: the address in a QR code, the number of a purchase order ("PO-2026-0012", or just
 * "12"), or the beginning of a member's name. Null when it is none of these, or could be two.
 */
export function findByCode(
  code: string,
  desk: Pick<ReceivingDesk, 'orders' | 'members'>,
): Found | null {
  const text = code.trim().toLowerCase();
  if (text === '') return null;
  const ids = [...text.matchAll(UUID)].map(([id]) => id);
  const member = desk.members.find(({ id }) => ids.includes(id));
  if (member) return { member: member.id };
  const order = desk.orders.find(({ id }) => ids.includes(id)) ?? byNumber(text, desk.orders);
  if (order) return { order: order.id };
  const named = desk.members.filter(
    ({ name, slug }) => slug === text || plain(name).startsWith(plain(text)),
  );
  return named.length === 1 ? { member: named[0]!.id } : null;
}

function byNumber(text: string, orders: ReceivingDesk['orders']) {
  const exact = orders.find(({ label }) => label.toLowerCase() === text);
  if (exact || !/^\d+$/.test(text)) return exact;
  const same = orders.filter(({ label }) => Number(/\d+$/.exec(label)?.[0]) === Number(text));
  return same.length === 1 ? same[0] : undefined;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
