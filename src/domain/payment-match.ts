/** A credit on the bank's statement that nobody has placed yet. */
export type OpenLine = {
  id: string;
  bookedOn: string;
  amount: number;
  currency: string;
  counterparty: string;
  remittance: string;
  bankReference: string;
};

/** What it may be: an announced payment, or an order of which something is owed. `amounts`: what would fit exactly. */
export type Candidate = {
  id: string;
  kind: 'payment' | 'order';
  /** Written on transfers: the payment's reference, or the order's. */
  reference: string;
  orderReference: string;
  currency: string;
  amounts: readonly number[];
  buyer: string;
  /** The day it was paid as the buyer says, or announced. */
  day: string | null;
};

export const MATCH_REASONS = [
  'reference',
  'reference_nearly',
  'order_reference',
  'amount',
  'amount_less_fee',
  'day',
  'name',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];
export type Match = { candidate: Candidate; score: number; sure: boolean; reasons: MatchReason[] };

const POINTS: Record<MatchReason, number> = {
  reference: 60,
  reference_nearly: 40,
  order_reference: 40,
  amount: 30,
  amount_less_fee: 15,
  day: 10,
  name: 15,
};
/** Under this it is a guess, and a guess about money is not shown. */
export const MATCH_MIN = 40;
/** Banks on the way may keep so much, in parts of a hundred. */
const FEE_PERCENT = 3;
const DAYS = 10;

/** Letters and digits that a hand or an eye takes for each other. */
const same = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[O]/g, '0')
    .replace(/[IL|]/g, '1')
    .replace(/[^A-Z0-9]/g, '');

/** The reference with any signs between its letters, and no further digit behind it: -1 is not -12. */
function written(reference: string): RegExp {
  const letters = same(reference)
    .split('')
    .map((sign) => (sign === '0' ? '[0O]' : sign === '1' ? '[1IL|]' : sign));
  return new RegExp(`(?<![A-Z0-9])${letters.join('[^A-Z0-9]*')}(?![0-9])`, 'i');
}

/** Whether one sign of the reference is wrong, missing or too many somewhere in the text. */
function nearly(reference: string, text: string): boolean {
  const wanted = same(reference);
  if (wanted.length < 7) return false;
  const given = same(text);
  for (let at = 0; at + wanted.length - 1 <= given.length; at += 1) {
    for (const length of [wanted.length, wanted.length - 1, wanted.length + 1]) {
      const piece = given.slice(at, at + length);
      // The last sign tells one payment of an order from another, so it has to be right.
      if (
        piece.at(-1) === wanted.at(-1) &&
        oneEditApart(piece, wanted) &&
        !/\d/.test(given[at + length] ?? '')
      )
        return true;
    }
  }
  return false;
}

/** Whether one sign changed, added or left out makes one text of the other. */
function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return [
    restA.slice(1) === restB.slice(1),
    restA.slice(1) === restB,
    restA === restB.slice(1),
  ].includes(true);
}

const words = (name: string) => new Set(name.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function reasonsOf(line: OpenLine, candidate: Candidate): MatchReason[] {
  const text = `${line.remittance} ${line.bankReference}`;
  const reasons: MatchReason[] = [];
  if (written(candidate.reference).test(text)) {
    reasons.push(candidate.kind === 'order' ? 'order_reference' : 'reference');
  } else if (written(candidate.orderReference).test(text)) reasons.push('order_reference');
  else if (nearly(candidate.reference, text)) reasons.push('reference_nearly');
  if (candidate.amounts.includes(line.amount)) reasons.push('amount');
  else if (
    candidate.amounts.some(
      (sum) => line.amount < sum && (sum - line.amount) * 100 <= sum * FEE_PERCENT,
    )
  )
    reasons.push('amount_less_fee');
  if (candidate.day && daysApart(line.bookedOn, candidate.day) <= DAYS) reasons.push('day');
  const theirs = words(candidate.buyer);
  if ([...words(`${line.counterparty} ${line.remittance}`)].some((word) => theirs.has(word)))
    reasons.push('name');
  return reasons;
}

/** How well a line fits, or null when it cannot be: another currency, money that went out, or too little to go by. */
export function scoreMatch(line: OpenLine, candidate: Candidate): Match | null {
  if (line.currency !== candidate.currency || line.amount <= 0) return null;
  const reasons = reasonsOf(line, candidate);
  const score = reasons.reduce((sum, reason) => sum + POINTS[reason], 0);
  if (score < MATCH_MIN) return null;
  const sure = reasons.includes('reference') && reasons.includes('amount');
  return { candidate, score, sure, reasons };
}

/** The best three for a line, the best first; the order of the candidates decides nothing. */
export function proposals(line: OpenLine, candidates: readonly Candidate[]): Match[] {
  return candidates
    .flatMap((candidate) => scoreMatch(line, candidate) ?? [])
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.candidate.kind === b.candidate.kind ? 0 : a.candidate.kind === 'payment' ? -1 : 1) ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    )
    .slice(0, 3);
}
