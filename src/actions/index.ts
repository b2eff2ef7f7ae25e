import { accounts } from './accounts.ts';
import { coordination } from './coordination.ts';
import { disputes } from './disputes.ts';
import { inquiries } from './inquiries.ts';
import { ledger } from './ledger.ts';
import { listings } from './listings.ts';
import { notifications } from './notifications.ts';
import { operator } from './operator.ts';
import { orders } from './orders.ts';
import { organisations } from './organisations.ts';
import { payments } from './payments.ts';
import { producers } from './producers.ts';
import { quotes } from './quotes.ts';
import { reports } from './reports.ts';
import { reviews } from './reviews.ts';
import { rfqs } from './rfqs.ts';

/** One line for each noun; a handler is three lines: input, who may, which command. */
export const server = {
  accounts,
  coordination,
  disputes,
  inquiries,
  ledger,
  listings,
  notifications,
  operator,
  orders,
  organisations,
  payments,
  producers,
  quotes,
  reports,
  reviews,
  rfqs,
};
