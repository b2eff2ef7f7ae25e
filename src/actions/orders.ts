import { defineAction } from 'astro:actions';
import { storeFiles } from '#src/features/files/commands.ts';
import { answerChange, proposeChange, proposeEnd } from '#src/features/orders/change-commands.ts';
import {
  advanceOrder,
  cancelOrder,
  confirmDelivery,
  fileInOrder,
  planMilestones,
  shipOrder,
  tickMilestone,
  type Store,
} from '#src/features/orders/commands.ts';
import {
  advanceInput,
  answerInput,
  cancelInput,
  changeInput,
  deliverInput,
  endInput,
  filesInput,
  planInput,
  shipInput,
  tickInput,
} from '#src/features/orders/schema.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { asUser } from '#src/server/http/action.ts';
import type { Deps } from '#src/server/http/deps.ts';

/** A command that also stores files: orders know nothing of how. */
const withFiles =
  <I, T>(command: (deps: Deps, store: Store, input: I) => T) =>
  (deps: Deps, actor: SessionUser, input: I): T =>
    command(deps, (order, files) => storeFiles(deps, actor, 'order', order, files), input);

export const orders = {
  advance: defineAction({ accept: 'form', input: advanceInput, handler: asUser(advanceOrder) }),
  plan: defineAction({ accept: 'form', input: planInput, handler: asUser(planMilestones) }),
  tick: defineAction({ accept: 'form', input: tickInput, handler: asUser(tickMilestone) }),
  file: defineAction({
    accept: 'form',
    input: filesInput,
    handler: asUser(withFiles(fileInOrder)),
  }),
  ship: defineAction({ accept: 'form', input: shipInput, handler: asUser(withFiles(shipOrder)) }),
  deliver: defineAction({
    accept: 'form',
    input: deliverInput,
    handler: asUser(withFiles(confirmDelivery)),
  }),
  cancel: defineAction({ accept: 'form', input: cancelInput, handler: asUser(cancelOrder) }),
  change: defineAction({ accept: 'form', input: changeInput, handler: asUser(proposeChange) }),
  end: defineAction({ accept: 'form', input: endInput, handler: asUser(proposeEnd) }),
  answer: defineAction({ accept: 'form', input: answerInput, handler: asUser(answerChange) }),
};
