import { defineAction } from 'astro:actions';
import * as booths from '#src/features/exhibitions/curating/booth-commands.ts';
import * as commands from '#src/features/exhibitions/curating/commands.ts';
import * as publishing from '#src/features/exhibitions/curating/publish-commands.ts';
import * as input from '#src/features/exhibitions/curating/schema.ts';
import { storeFiles } from '#src/features/files/commands.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form';

/** Exhibitions on their curators' desk. */
export const curating = {
  save: defineAction({
    accept,
    input: input.exhibitionInput,
    handler: asUser(commands.saveExhibition),
  }),
  remove: defineAction({
    accept,
    input: input.exhibitionRef,
    handler: asUser(commands.deleteExhibition),
  }),
  saveHall: defineAction({ accept, input: input.hallInput, handler: asUser(commands.saveHall) }),
  removeHall: defineAction({ accept, input: input.hallRef, handler: asUser(commands.removeHall) }),
  saveWork: defineAction({ accept, input: input.workInput, handler: asUser(commands.saveWork) }),
  removeWork: defineAction({ accept, input: input.workRef, handler: asUser(commands.removeWork) }),
  saveSection: defineAction({
    accept,
    input: input.sectionInput,
    handler: asUser(commands.saveSection),
  }),
  removeSection: defineAction({
    accept,
    input: input.sectionRef,
    handler: asUser(commands.removeSection),
  }),
  addPapers: defineAction({
    accept,
    input: input.sectionFilesInput,
    handler: asUser(async (deps, actor, { exhibition, section, kept, files }) => {
      const stored = await storeFiles(deps, actor, 'exhibition', exhibition, files);
      if (!stored.ok) return stored;
      const all = [...kept, ...stored.value.map((file) => file.id)];
      return commands.keepSectionFiles(deps, actor, { section, kept: all });
    }),
  }),
  keepPapers: defineAction({
    accept,
    input: input.sectionKeptInput,
    handler: asUser(commands.keepSectionFiles),
  }),
  arrange: defineAction({ accept, input: input.arrangeInput, handler: asUser(commands.arrange) }),
  removePicture: defineAction({
    accept,
    input: input.pictureRef,
    handler: asUser(commands.removePicture),
  }),
  describePicture: defineAction({
    accept,
    input: input.pictureInput,
    handler: asUser(commands.describePicture),
  }),
  offer: defineAction({ accept, input: input.offerInput, handler: asUser(booths.offerBooths) }),
  offerAgain: defineAction({ accept, input: input.boothRef, handler: asUser(booths.offerAgain) }),
  moveBooth: defineAction({ accept, input: input.boothMove, handler: asUser(booths.moveBooth) }),
  withdraw: defineAction({
    accept,
    input: input.boothWithdraw,
    handler: asUser(booths.withdrawBooth),
  }),
  approve: defineAction({ accept, input: input.boothRef, handler: asUser(booths.approveBooth) }),
  handBack: defineAction({
    accept,
    input: input.boothReason,
    handler: asUser(booths.handBackBooth),
  }),
  publish: defineAction({
    accept,
    input: input.exhibitionRef,
    handler: asUser(publishing.publish),
  }),
  unpublish: defineAction({
    accept,
    input: input.unpublishInput,
    handler: asUser(publishing.unpublish),
  }),
  override: defineAction({
    accept,
    input: input.overrideInput,
    handler: asUser(publishing.override),
  }),
  archive: defineAction({
    accept,
    input: input.exhibitionRef,
    handler: asUser(publishing.archive),
  }),
  makePreview: defineAction({
    accept,
    input: input.exhibitionRef,
    handler: asUser(publishing.makePreview),
  }),
  revokePreview: defineAction({
    accept,
    input: input.exhibitionRef,
    handler: asUser(publishing.revokePreview),
  }),
  keepVersion: defineAction({
    accept,
    input: input.keepInput,
    handler: asUser(publishing.keepVersion),
  }),
  restore: defineAction({
    accept,
    input: input.restoreInput,
    handler: asUser(publishing.restoreVersion),
  }),
  clone: defineAction({
    accept,
    input: input.cloneInput,
    handler: asUser(publishing.cloneExhibition),
  }),
};
