/**
 * How long things are kept, in days: long enough for the person who needs them, no longer. The clean-up job and the
 * privacy page both read this; what the database enforces itself has the same number there.
 */
export const RETENTION_DAYS = {
  /** A visitor's inquiry whose e-mail address was never confirmed: nobody but them has seen it. */
  unconfirmedInquiry: 7,
  /** An invitation link works this long; the row goes when it has run out. */
  invitation: 14,
  /** A picture that was uploaded and is in no listing: a form that was given up. */
  unattachedPicture: 7,
  /** Counters of rate limits: the longest window is a day. */
  rateLimit: 2,
  /** Jobs that failed for good stay for the operator to look at. */
  deadJob: 30,
  /** Reports of abuse after they were decided. */
  decidedReport: 365,
  /** A visitor's card after its exhibition closed, or after it was left, if that was later. */
  visitorCard: 180,
  /** A booked meeting after it was to be held. */
  heldMeeting: 90,
  /** A notice, once it was read. */
  readNotice: 180,
} as const;

/** The moment before which things of this kind may go. */
export function keepSince(kind: keyof typeof RETENTION_DAYS, now: Date): Date {
  return new Date(now.getTime() - RETENTION_DAYS[kind] * 86_400_000);
}
