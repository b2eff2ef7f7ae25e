import { defineAction } from 'astro:actions';
import * as act from '#src/features/procurement/tenders/commands.ts';
import * as desk from '#src/features/procurement/tenders/desk-commands.ts';
import * as input from '#src/features/procurement/tenders/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

const accept = 'form';

export const tenders = {
  save: defineAction({ accept, input: input.bidInput, handler: asVisitor(act.saveBid) }),
  step: defineAction({ accept, input: input.stepInput, handler: asVisitor(act.takeStep) }),
  askForLink: defineAction({
    accept,
    input: input.askTenderInput,
    handler: asVisitor(act.askForTender),
  }),
  claim: defineAction({ accept, input: input.claimInput, handler: asUser(act.claimSupplier) }),
  join: defineAction({ accept, input: input.joinInput, handler: asUser(desk.joinTender) }),
  saveOwn: defineAction({
    accept,
    input: input.ownSupplierInput,
    handler: asUser(desk.saveOwnSupplier),
  }),
  invite: defineAction({ accept, input: input.inviteInput, handler: asUser(desk.inviteSuppliers) }),
  inviteNew: defineAction({
    accept,
    input: input.inviteNewInput,
    handler: asUser(desk.inviteNewSupplier),
  }),
  resend: defineAction({
    accept,
    input: input.placeRefInput,
    handler: asUser(desk.resendInvitation),
  }),
  uninvite: defineAction({
    accept,
    input: input.placeRefInput,
    handler: asUser(desk.uninviteSupplier),
  }),
  answer: defineAction({ accept, input: input.answerInput, handler: asUser(desk.answerQuestion) }),
  amend: defineAction({ accept, input: input.amendInput, handler: asUser(desk.amendTender) }),
};
