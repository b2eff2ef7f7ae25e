import { defineAction } from 'astro:actions';
import { storeFiles } from '#src/features/files/commands.ts';
import {
  cancelRound,
  cloneRound,
  closePledging,
  deleteTemplate,
  extendRound,
  lotsFromWishes,
  moveLot,
  openPledging,
  removeLot,
  removeLotPhoto,
  saveLot,
  saveRound,
  saveTemplate,
  startFromTemplate,
} from '#src/features/procurement/rounds/commands.ts';
import * as input from '#src/features/procurement/rounds/schema.ts';
import { ok } from '#src/domain/result.ts';
import type { RefusedFile } from '#src/server/files/prepare.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form';

export const rounds = {
  save: defineAction({ accept, input: input.roundInput, handler: asUser(saveRound) }),
  saveLot: defineAction({ accept, input: input.lotInput, handler: asUser(saveLot) }),
  removeLot: defineAction({ accept, input: input.lotRefInput, handler: asUser(removeLot) }),
  moveLot: defineAction({ accept, input: input.lotMoveInput, handler: asUser(moveLot) }),
  removePhoto: defineAction({ accept, input: input.lotRefInput, handler: asUser(removeLotPhoto) }),
  addFiles: defineAction({
    accept,
    input: input.roundFilesInput,
    handler: asUser(async (deps, actor, { round, files }) => {
      const refused: RefusedFile[] = [];
      const onRefused = (file: RefusedFile) => void refused.push(file);
      const stored = await storeFiles(deps, actor, 'round', round, files, { onRefused });
      return stored.ok ? ok({ round, refused }) : stored;
    }),
  }),
  open: defineAction({ accept, input: input.roundRefInput, handler: asUser(openPledging) }),
  close: defineAction({ accept, input: input.reasonInput, handler: asUser(closePledging) }),
  extend: defineAction({ accept, input: input.extendInput, handler: asUser(extendRound) }),
  cancel: defineAction({ accept, input: input.reasonInput, handler: asUser(cancelRound) }),
  clone: defineAction({ accept, input: input.cloneInput, handler: asUser(cloneRound) }),
  pickWishes: defineAction({
    accept,
    input: input.pickWishesInput,
    handler: asUser(lotsFromWishes),
  }),
  saveTemplate: defineAction({
    accept,
    input: input.templateInput,
    handler: asUser(saveTemplate),
  }),
  startFromTemplate: defineAction({
    accept,
    input: input.startInput,
    handler: asUser(startFromTemplate),
  }),
  deleteTemplate: defineAction({
    accept,
    input: input.templateRefInput,
    handler: asUser(deleteTemplate),
  }),
};
