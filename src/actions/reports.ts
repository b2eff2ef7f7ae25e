import { defineAction } from 'astro:actions';
import { reportAbuse } from '#src/features/reports/commands.ts';
import { reportInput } from '#src/features/reports/schema.ts';
import { asVisitor } from '#src/server/http/action.ts';

export const reports = {
  send: defineAction({ accept: 'form', input: reportInput, handler: asVisitor(reportAbuse) }),
};
