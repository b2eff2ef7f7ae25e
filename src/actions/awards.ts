import { defineAction } from 'astro:actions';
import {
  answerChallenge,
  answerOrder,
  challengeAward,
  decideAward,
  placeOrders,
} from '#src/features/procurement/award/commands.ts';
import {
  answerChallengeInput,
  answerOrderInput,
  challengeInput,
  decideInput,
  roundInput,
} from '#src/features/procurement/award/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

export const awards = {
  decide: defineAction({ accept: 'form', input: decideInput, handler: asUser(decideAward) }),
  answer: defineAction({
    accept: 'form',
    input: answerChallengeInput,
    handler: asUser(answerChallenge),
  }),
  order: defineAction({ accept: 'form', input: roundInput, handler: asUser(placeOrders) }),
  challenge: defineAction({
    accept: 'form',
    input: challengeInput,
    handler: asVisitor(challengeAward),
  }),
  confirm: defineAction({
    accept: 'form',
    input: answerOrderInput,
    handler: asVisitor(answerOrder),
  }),
};
