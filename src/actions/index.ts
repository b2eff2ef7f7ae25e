import { accounts } from './accounts.ts';
import { inquiries } from './inquiries.ts';
import { organisations } from './organisations.ts';

/** One line for each noun; a handler is three lines: input, who may, which command. */
export const server = { accounts, inquiries, organisations };
