import { accounts } from './accounts.ts';
import { inquiries } from './inquiries.ts';
import { listings } from './listings.ts';
import { organisations } from './organisations.ts';
import { producers } from './producers.ts';

/** One line for each noun; a handler is three lines: input, who may, which command. */
export const server = { accounts, inquiries, listings, organisations, producers };
