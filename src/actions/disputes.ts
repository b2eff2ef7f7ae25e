import { defineAction } from 'astro:actions';
import {
  openDispute,
  resolveDispute,
  withdrawDispute,
  writeInDispute,
  type Store,
} from '#src/features/disputes/commands.ts';
import {
  openInput,
  resolveInput,
  withdrawInput,
  writeInput,
} from '#src/features/disputes/schema.ts';
import { storeFiles } from '#src/features/files/commands.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { asUser } from '#src/server/http/action.ts';
import type { Deps } from '#src/server/http/deps.ts';

const withFiles =
  <I, T>(command: (deps: Deps, store: Store, input: I) => T) =>
  (deps: Deps, actor: SessionUser, input: I): T =>
    command(deps, (dispute, files) => storeFiles(deps, actor, 'dispute', dispute, files), input);

export const disputes = {
  open: defineAction({ accept: 'form', input: openInput, handler: asUser(withFiles(openDispute)) }),
  write: defineAction({
    accept: 'form',
    input: writeInput,
    handler: asUser(withFiles(writeInDispute)),
  }),
  resolve: defineAction({ accept: 'form', input: resolveInput, handler: asUser(resolveDispute) }),
  withdraw: defineAction({
    accept: 'form',
    input: withdrawInput,
    handler: asUser(withdrawDispute),
  }),
};
