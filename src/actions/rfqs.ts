import { defineAction } from 'astro:actions';
import {
  closeRfq,
  confirmRfq,
  refuseRfq,
  releaseRfq,
  sendRfq,
} from '#src/features/rfqs/commands.ts';
import {
  closeRfqInput,
  confirmRfqInput,
  refuseRfqInput,
  releaseRfqInput,
} from '#src/features/rfqs/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

export const rfqs = {
  // The form has as many lines as people add: features/rfqs/read-form.ts reads it whole.
  send: defineAction({ accept: 'form', handler: asVisitor(sendRfq) }),
  confirm: defineAction({ accept: 'form', input: confirmRfqInput, handler: asVisitor(confirmRfq) }),
  close: defineAction({ accept: 'form', input: closeRfqInput, handler: asVisitor(closeRfq) }),
  release: defineAction({ accept: 'form', input: releaseRfqInput, handler: asUser(releaseRfq) }),
  refuse: defineAction({ accept: 'form', input: refuseRfqInput, handler: asUser(refuseRfq) }),
};
