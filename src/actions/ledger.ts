import { defineAction } from 'astro:actions';
import {
  commissionPaid,
  ignoreLine,
  matchLine,
  matchLineToDue,
  matchLineToMember,
  matchLineToOrder,
  readStatement,
  runPayouts,
  saveCommission,
  setPayout,
  takeStatement,
} from '#src/features/ledger/commands.ts';
import {
  commissionInput,
  commissionPaidInput,
  ignoreInput,
  matchDueInput,
  matchInput,
  matchMemberInput,
  matchOrderInput,
  payoutInput,
  payoutsInput,
  readStatementInput,
  takeStatementInput,
} from '#src/features/ledger/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form' as const;

export const ledger = {
  readStatement: defineAction({
    accept,
    input: readStatementInput,
    handler: asUser(readStatement),
  }),
  takeStatement: defineAction({
    accept,
    input: takeStatementInput,
    handler: asUser(takeStatement),
  }),
  match: defineAction({ accept, input: matchInput, handler: asUser(matchLine) }),
  matchOrder: defineAction({ accept, input: matchOrderInput, handler: asUser(matchLineToOrder) }),
  matchMember: defineAction({
    accept,
    input: matchMemberInput,
    handler: asUser(matchLineToMember),
  }),
  matchDue: defineAction({ accept, input: matchDueInput, handler: asUser(matchLineToDue) }),
  ignore: defineAction({ accept, input: ignoreInput, handler: asUser(ignoreLine) }),
  saveCommission: defineAction({ accept, input: commissionInput, handler: asUser(saveCommission) }),
  runPayouts: defineAction({ accept, input: payoutsInput, handler: asUser(runPayouts) }),
  setPayout: defineAction({ accept, input: payoutInput, handler: asUser(setPayout) }),
  commissionPaid: defineAction({
    accept,
    input: commissionPaidInput,
    handler: asUser(commissionPaid),
  }),
};
