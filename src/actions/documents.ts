import { defineAction } from 'astro:actions';
import { issueDocument, saveDetails } from '#src/features/documents/commands.ts';
import { detailsInput, issueInput } from '#src/features/documents/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const documents = {
  issue: defineAction({ accept: 'form', input: issueInput, handler: asUser(issueDocument) }),
  saveDetails: defineAction({ accept: 'form', input: detailsInput, handler: asUser(saveDetails) }),
};
