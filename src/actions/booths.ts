import { defineAction } from 'astro:actions';
import * as commands from '#src/features/exhibitions/booths/commands.ts';
import * as input from '#src/features/exhibitions/booths/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form';

/** A producer's booth in an exhibition, and what curators ask of booths. */
export const booths = {
  accept: defineAction({ accept, input: input.boothRef, handler: asUser(commands.acceptBooth) }),
  decline: defineAction({
    accept,
    input: input.declineInput,
    handler: asUser(commands.declineBooth),
  }),
  submit: defineAction({ accept, input: input.boothRef, handler: asUser(commands.submitBooth) }),
  reopen: defineAction({ accept, input: input.boothRef, handler: asUser(commands.reopenBooth) }),
  saveWords: defineAction({
    accept,
    input: input.wordsInput,
    handler: asUser(commands.saveWords),
  }),
  addProducts: defineAction({
    accept,
    input: input.productsInput,
    handler: asUser(commands.addProducts),
  }),
  saveObject: defineAction({
    accept,
    input: input.objectInput,
    handler: asUser(commands.saveObject),
  }),
  removeObject: defineAction({
    accept,
    input: input.objectRef,
    handler: asUser(commands.removeObject),
  }),
  arrange: defineAction({
    accept,
    input: input.orderInput,
    handler: asUser(commands.arrangeObjects),
  }),
  takePhoto: defineAction({
    accept,
    input: input.photoInput,
    handler: asUser(commands.takePhoto),
  }),
  saveTemplate: defineAction({
    accept,
    input: input.templateInput,
    handler: asUser(commands.saveTemplate),
  }),
};
