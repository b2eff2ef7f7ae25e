import { defineAction } from 'astro:actions';
import {
  connectCard,
  payByCard,
  releaseRefund,
  settleAlert,
} from '#src/features/cards/commands.ts';
import { alertInput, connectInput, payInput, releaseInput } from '#src/features/cards/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form' as const;

export const cards = {
  pay: defineAction({ accept, input: payInput, handler: asUser(payByCard) }),
  connect: defineAction({ accept, input: connectInput, handler: asUser(connectCard) }),
  releaseRefund: defineAction({ accept, input: releaseInput, handler: asUser(releaseRefund) }),
  settleAlert: defineAction({ accept, input: alertInput, handler: asUser(settleAlert) }),
};
