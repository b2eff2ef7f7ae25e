/**
 * What people can be told. `chatty`: many in one thread are one unread notice and at most one mail in five minutes.
 * `must`: the mail comes whatever was chosen. `private.notice_kinds` is the same list; tests/db holds the two together.
 */
export const NOTICE_GROUPS = ['trade', 'money', 'messages', 'cluster', 'market'] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

export const MAIL_PACES = ['now', 'daily', 'off'] as const;
export type MailPace = (typeof MAIL_PACES)[number];

export type NoticeRule = {
  group: NoticeGroup;
  chatty?: true;
  must?: true;
  /** That it was told at all is nobody else’s business: no log names it. */
  sealed?: true;
};

export const NOTICE_KINDS = {
  rfq_new: { group: 'trade' },
  rfq_cluster: { group: 'cluster' },
  rfq_held: { group: 'cluster' },
  rfq_refused: { group: 'trade' },
  inquiry_new: { group: 'messages' },
  inquiry_reply: { group: 'messages', chatty: true },
  quote_sent: { group: 'trade', chatty: true },
  quote_countered: { group: 'trade', chatty: true },
  quote_declined: { group: 'trade' },
  quote_withdrawn: { group: 'trade' },
  quote_expiring: { group: 'trade' },
  quote_expired: { group: 'trade' },
  order_confirmed: { group: 'trade', must: true },
  order_started: { group: 'trade' },
  order_milestone: { group: 'trade', chatty: true },
  order_inspected: { group: 'trade' },
  order_ready: { group: 'trade' },
  order_shipped: { group: 'trade' },
  order_delivered: { group: 'trade' },
  order_closed: { group: 'trade' },
  order_cancelled: { group: 'trade', must: true },
  change_proposed: { group: 'trade' },
  change_agreed: { group: 'trade' },
  change_refused: { group: 'trade' },
  dispute_opened: { group: 'trade', must: true },
  dispute_message: { group: 'messages', chatty: true },
  dispute_resolved: { group: 'trade', must: true },
  review_new: { group: 'trade' },
  review_reply: { group: 'trade' },
  payment_announced: { group: 'money' },
  payment_confirmed: { group: 'money', must: true },
  payment_rejected: { group: 'money', must: true },
  payment_due: { group: 'money' },
  refund_made: { group: 'money', must: true },
  payout_sent: { group: 'money', must: true },
  payout_failed: { group: 'money', must: true },
  card_alert: { group: 'money', must: true },
  document_issued: { group: 'trade', chatty: true },
  round_opened: { group: 'trade' },
  round_bidding: { group: 'trade' },
  round_extended: { group: 'trade' },
  round_cancelled: { group: 'trade', must: true },
  tender_extended: { group: 'trade', must: true },
  tender_cancelled: { group: 'trade', must: true },
  round_deposit: { group: 'money' },
  round_settled: { group: 'money', must: true },
  round_paid: { group: 'money', chatty: true },
  round_payment_confirmed: { group: 'money', must: true },
  round_payment_rejected: { group: 'money', must: true },
  round_payment_due: { group: 'money' },
  round_refund_made: { group: 'money', must: true },
  write_off_proposed: { group: 'money' },
  tender_invited: { group: 'trade', must: true },
  tender_changed: { group: 'trade', must: true },
  tender_answered: { group: 'trade', chatty: true },
  tender_question: { group: 'trade', chatty: true },
  bid_filed: { group: 'trade', must: true, sealed: true },
  bids_short: { group: 'trade', must: true },
  bids_opened: { group: 'trade', must: true },
  bid_won: { group: 'trade', must: true },
  bid_lost: { group: 'trade', must: true },
  round_awarded: { group: 'trade', must: true },
  award_challenged: { group: 'trade', must: true },
  challenge_answered: { group: 'trade', must: true },
  purchase_order_sent: { group: 'trade', must: true },
  purchase_order_answered: { group: 'trade', must: true },
  goods_arrived: { group: 'trade', chatty: true },
  allocation_changed: { group: 'trade', must: true },
  goods_handed: { group: 'trade' },
  saved_search_new: { group: 'market', chatty: true },
  listing_sent_back: { group: 'cluster', must: true },
  producer_approved: { group: 'cluster', must: true },
  producer_suspended: { group: 'cluster', must: true },
  cluster_approved: { group: 'cluster', must: true },
  verification_passed: { group: 'cluster' },
  verification_failed: { group: 'cluster' },
  invitation_accepted: { group: 'cluster' },
  booth_offered: { group: 'cluster' },
  booth_withdrawn: { group: 'cluster' },
  booth_approved: { group: 'cluster' },
  booth_handed_back: { group: 'cluster' },
  booth_answered: { group: 'cluster', chatty: true },
  booth_submitted: { group: 'cluster', chatty: true },
  guest_book_entry: { group: 'cluster', chatty: true },
  booth_card: { group: 'messages', chatty: true },
  meeting_booked: { group: 'messages' },
  meeting_cancelled: { group: 'messages' },
  report_answered: { group: 'market' },
} as const satisfies Record<string, NoticeRule>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(NOTICE_KINDS, kind);
}

export function noticeRule(kind: NoticeKind): NoticeRule {
  return NOTICE_KINDS[kind];
}
