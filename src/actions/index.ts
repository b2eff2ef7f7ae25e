import { accounts } from './accounts.ts';
import { coordination } from './coordination.ts';
import { inquiries } from './inquiries.ts';
import { listings } from './listings.ts';
import { notifications } from './notifications.ts';
import { operator } from './operator.ts';
import { organisations } from './organisations.ts';
import { producers } from './producers.ts';
import { reports } from './reports.ts';

/** One line for each noun; a handler is three lines: input, who may, which command. */
export const server = {
  accounts,
  coordination,
  inquiries,
  listings,
  notifications,
  operator,
  organisations,
  producers,
  reports,
};
