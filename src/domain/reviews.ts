/** A review of a verified purchase as the public reads it: nothing in it leads to the order or the account. */
export type ReviewView = {
  id: string;
  rating: number;
  quality: number | null;
  communication: number | null;
  punctuality: number | null;
  body: string;
  name: string;
  country: string | null;
  /** The language that it was written in. */
  locale: string;
  reply: string | null;
  repliedAt: string | null;
  at: string;
};

/** Every published review counts; `newest` are a few of them. `average` has one decimal, null without any. */
export type ReviewSummary = { count: number; average: number | null; newest: ReviewView[] };
