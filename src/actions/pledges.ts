import { defineAction } from 'astro:actions';
import { pledge } from '#src/features/procurement/pledges/commands.ts';
import { pledgeInput } from '#src/features/procurement/pledges/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const pledges = {
  save: defineAction({ accept: 'form', input: pledgeInput, handler: asUser(pledge) }),
};
