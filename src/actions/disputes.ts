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
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import type { RefusedFile } from '#src/server/files/prepare.ts';
import { asUser } from '#src/server/http/action.ts';
import type { Deps } from '#src/server/http/deps.ts';

type Told = { refused: RefusedFile[] };

const withFiles =
  <I, T extends object>(command: (deps: Deps, store: Store, input: I) => Promise<Result<T>>) =>
  async (deps: Deps, actor: SessionUser, input: I): Promise<Result<T & Told>> => {
    const refused: RefusedFile[] = [];
    const onRefused = (file: RefusedFile) => void refused.push(file);
    const store: Store = (dispute, files) =>
      storeFiles(deps, actor, 'dispute', dispute, files, { onRefused });
    const result = await command(deps, store, input);
    return result.ok ? ok({ ...result.value, refused }) : result;
  };

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
