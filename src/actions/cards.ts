import { defineAction } from 'astro:actions';
import { connectCard, payByCard, settleAlert } from '#src/features/cards/commands.ts';
import { alertInput, connectInput, payInput } from '#src/features/cards/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form' as const;

export const cards = {
  pay: defineAction({ accept, input: payInput, handler: asUser(payByCard) }),
  connect: defineAction({ accept, input: connectInput, handler: asUser(connectCard) }),
  settleAlert: defineAction({ accept, input: alertInput, handler: asUser(settleAlert) }),
};
