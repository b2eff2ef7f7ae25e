import { defineAction } from 'astro:actions';
import { hideReview, replyReview, writeReview } from '#src/features/reviews/commands.ts';
import { hideInput, replyInput, reviewInput } from '#src/features/reviews/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const reviews = {
  write: defineAction({ accept: 'form', input: reviewInput, handler: asUser(writeReview) }),
  reply: defineAction({ accept: 'form', input: replyInput, handler: asUser(replyReview) }),
  hide: defineAction({ accept: 'form', input: hideInput, handler: asUser(hideReview) }),
};
