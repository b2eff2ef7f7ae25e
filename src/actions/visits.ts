import { defineAction } from 'astro:actions';
import { countSaved } from '#src/features/exhibitions/numbers/count.ts';
import { changeChosen, keepAsShortlist } from '#src/features/exhibitions/visiting/commands.ts';
import { changeVisitInput, keepVisitInput } from '#src/features/exhibitions/visiting/schema.ts';
import { addItem, createList } from '#src/features/shortlists/commands.ts';
import { asUser } from '#src/server/http/action.ts';

export const visits = {
  change: defineAction({
    accept: 'form',
    input: changeVisitInput,
    handler: (input, context) => {
      const changed = changeChosen(context, input);
      if (changed.isNew) countSaved(context, input.exhibition, input.exhibit);
      return changed;
    },
  }),
  keep: defineAction({
    accept: 'form',
    input: keepVisitInput,
    handler: asUser(keepAsShortlist({ createList, addItem })),
  }),
};
