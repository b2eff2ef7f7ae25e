import type { Widen } from '../widen.ts';

/** Reviews of verified purchases. */
export const reviews = {
  title: 'Reviews',
  yours: 'Your review',
  theirs: 'The buyer’s review',
  write: 'How was it?',
  lead: 'Your review is public on the page of the workshop, under the name that you choose.',
  rating: 'All in all',
  quality: 'Quality of the goods',
  communication: 'Talking with the workshop',
  punctuality: 'On time',
  scale: ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'],
  notRated: 'No answer',
  body: 'What should others know?',
  name: 'Name shown to the public',
  nameHint: 'Your organisation, your first name, or “A shop in Hamburg”.',
  country: 'Show the country',
  send: 'Publish the review',
  reply: 'Your reply',
  replyHint: 'One reply, public under the review.',
  replyButton: 'Publish the reply',
  replyOf: (name: string) => `Reply of ${name}`,
  verified: 'Verified purchase',
  outOf: (rating: string) => `${rating} of 5`,
  count: (n: number) => (n === 1 ? '1 review' : `${n} reviews`),
  average: (average: string, n: number) =>
    n === 1 ? `${average} of 5 from 1 review` : `${average} of 5 from ${n} reviews`,
  hidden: 'The operator of the site has hidden this review.',
  deskTitle: 'Reviews',
  deskEmptyTitle: 'No reviews',
  deskEmptyText: 'Buyers can write one when their goods have arrived.',
  deskTabs: { all: 'All', published: 'Public', hidden: 'Hidden' },
  hide: 'Hide',
  show: 'Show again',
  hideReason: 'Why? It is written into the record.',
} as const;

export type ReviewsMessages = Widen<typeof reviews>;
