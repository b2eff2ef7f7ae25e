import { defineAction } from 'astro:actions';
import {
  acceptQuote,
  counterQuote,
  declineQuote,
  discardDraft,
  requestChange,
  saveQuote,
  sendQuote,
  withdrawQuote,
} from '#src/features/quotes/commands.ts';
import {
  acceptInput,
  changeInput,
  counterInput,
  declineInput,
  quoteIdInput,
  quoteInput,
  withdrawInput,
} from '#src/features/quotes/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

export const quotes = {
  save: defineAction({ accept: 'form', input: quoteInput, handler: asUser(saveQuote) }),
  send: defineAction({ accept: 'form', input: quoteIdInput, handler: asUser(sendQuote) }),
  discard: defineAction({ accept: 'form', input: quoteIdInput, handler: asUser(discardDraft) }),
  withdraw: defineAction({ accept: 'form', input: withdrawInput, handler: asUser(withdrawQuote) }),
  decline: defineAction({ accept: 'form', input: declineInput, handler: asVisitor(declineQuote) }),
  requestChange: defineAction({
    accept: 'form',
    input: changeInput,
    handler: asVisitor(requestChange),
  }),
  counter: defineAction({ accept: 'form', input: counterInput, handler: asUser(counterQuote) }),
  accept: defineAction({ accept: 'form', input: acceptInput, handler: asUser(acceptQuote) }),
};
