import { defineAction } from 'astro:actions';
import * as commands from '#src/features/exhibitions/tours/commands.ts';
import * as input from '#src/features/exhibitions/tours/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form';

/** Guided tours on their curators' desk. */
export const tours = {
  save: defineAction({ accept, input: input.tourInput, handler: asUser(commands.saveTour) }),
  remove: defineAction({ accept, input: input.tourRef, handler: asUser(commands.removeTour) }),
  saveStop: defineAction({ accept, input: input.stopInput, handler: asUser(commands.saveStop) }),
  removeStop: defineAction({
    accept,
    input: input.stopRef,
    handler: asUser(commands.removeStop),
  }),
  arrange: defineAction({
    accept,
    input: input.arrangeStopsInput,
    handler: asUser(commands.arrangeStops),
  }),
  addVoice: defineAction({ accept, input: input.voiceInput, handler: asUser(commands.addVoice) }),
  removeVoice: defineAction({
    accept,
    input: input.voiceRef,
    handler: asUser(commands.removeVoice),
  }),
};
