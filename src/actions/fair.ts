import { defineAction } from 'astro:actions';
import { makeCodes } from '#src/features/exhibitions/fair/commands.ts';
import { codesInput } from '#src/features/exhibitions/fair/schema.ts';
import { asUser } from '#src/server/http/action.ts';

/** Printed matter of an exhibition. */
export const fair = {
  makeCodes: defineAction({ accept: 'form', input: codesInput, handler: asUser(makeCodes) }),
};
