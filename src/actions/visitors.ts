import { defineAction } from 'astro:actions';
import * as commands from '#src/features/exhibitions/visitors/commands.ts';
import * as input from '#src/features/exhibitions/visitors/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

const accept = 'form';

/** Visitors' cards on both sides, and the guest book. */
export const visitors = {
  leave: defineAction({ accept, input: input.cardInput, handler: asVisitor(commands.leaveCard) }),
  takeBack: defineAction({
    accept,
    input: input.takeBackInput,
    handler: asVisitor(commands.takeBackCard),
  }),
  answer: defineAction({ accept, input: input.answerInput, handler: asUser(commands.answerCard) }),
  followUp: defineAction({
    accept,
    input: input.followUpInput,
    handler: asUser(commands.followUpCard),
  }),
  sign: defineAction({
    accept,
    input: input.entryInput,
    handler: asVisitor(commands.signGuestBook),
  }),
  moderate: defineAction({
    accept,
    input: input.moderateInput,
    handler: asUser(commands.moderateGuestBook),
  }),
};
