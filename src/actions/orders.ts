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
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import type { RefusedFile } from '#src/server/files/prepare.ts';
import { asUser } from '#src/server/http/action.ts';
import type { Deps } from '#src/server/http/deps.ts';

type Told = { refused: RefusedFile[] };

/** A command that also stores files: orders know nothing of how. What was not taken is told with the answer. */
const withFiles =
  <I, T extends object>(command: (deps: Deps, store: Store, input: I) => Promise<Result<T>>) =>
  async (deps: Deps, actor: SessionUser, input: I): Promise<Result<T & Told>> => {
    const refused: RefusedFile[] = [];
    const onRefused = (file: RefusedFile) => void refused.push(file);
    const store: Store = (order, files) =>
      storeFiles(deps, actor, 'order', order, files, { onRefused });
    const result = await command(deps, store, input);
    return result.ok ? ok({ ...result.value, refused }) : result;
  };

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
