import { defineAction } from 'astro:actions';
import { deleteRate, importRates, saveRate } from '#src/features/rates/commands.ts';
import { deleteRateInput, importRatesInput, saveRateInput } from '#src/features/rates/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const rates = {
  save: defineAction({ accept: 'form', input: saveRateInput, handler: asUser(saveRate) }),
  import: defineAction({ accept: 'form', input: importRatesInput, handler: asUser(importRates) }),
  delete: defineAction({ accept: 'form', input: deleteRateInput, handler: asUser(deleteRate) }),
};
