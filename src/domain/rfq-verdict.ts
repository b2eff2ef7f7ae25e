/** What is known of an RFQ and its sender when it is sent. */
export type RfqFacts = {
  /** Web addresses in its words. */
  links: number;
  /** Producers it would go to. */
  producers: number;
  /** Whole days since the account was made; 0 for a visitor without one. */
  accountDays: number;
  /** Different producers that blocked this sender. */
  blockers: number;
  /** RFQs with the same words in the day before. */
  repeats: number;
};

/** Why an operator looks at an RFQ before any producer gets it, the weightiest reason first. */
export const HOLD_REASONS = [
  'blocked_sender',
  'many_links',
  'many_producers',
  'repeated_text',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const RFQ_BOUNDS = {
  /** More web addresses than a drawing, a website and a map need. */
  links: 3,
  /** A new account may ask this many at once; an account is new for so many days. */
  producers: 20,
  newDays: 7,
  /** So many producers do not err about one sender. */
  blockers: 3,
  /** The fourth time with the same words is no slip. */
  repeats: 3,
} as const;

/**
 * Whether an RFQ goes straight out (null) or waits for an operator. The database decides with the same rule
 * (`private.rfq_verdict`); a test compares the two.
 */
export function rfqVerdict(facts: RfqFacts): HoldReason | null {
  if (facts.blockers >= RFQ_BOUNDS.blockers) return 'blocked_sender';
  if (facts.links > RFQ_BOUNDS.links) return 'many_links';
  if (facts.producers > RFQ_BOUNDS.producers && facts.accountDays < RFQ_BOUNDS.newDays)
    return 'many_producers';
  if (facts.repeats >= RFQ_BOUNDS.repeats) return 'repeated_text';
  return null;
}
