import { defineAction } from 'astro:actions';
import { changeChosen, keepAsShortlist } from '#src/features/exhibitions/visiting/commands.ts';
import { changeVisitInput, keepVisitInput } from '#src/features/exhibitions/visiting/schema.ts';
import { addItem, createList } from '#src/features/shortlists/commands.ts';
import { asUser } from '#src/server/http/action.ts';

export const visits = {
  change: defineAction({
    accept: 'form',
    input: changeVisitInput,
    handler: (input, context) => changeChosen(context, input),
  }),
  keep: defineAction({
    accept: 'form',
    input: keepVisitInput,
    handler: asUser(keepAsShortlist({ createList, addItem })),
  }),
};
