import { accounts } from './accounts.ts';
import { awards } from './awards.ts';
import { booths } from './booths.ts';
import { cards } from './cards.ts';
import { coordination } from './coordination.ts';
import { curating } from './curating.ts';
import { fair } from './fair.ts';
import { disputes } from './disputes.ts';
import { documents } from './documents.ts';
import { inquiries } from './inquiries.ts';
import { kiosks } from './kiosks.ts';
import { ledger } from './ledger.ts';
import { listings } from './listings.ts';
import { meetings } from './meetings.ts';
import { notifications } from './notifications.ts';
import { openExhibitions } from './open-exhibitions.ts';
import { operator } from './operator.ts';
import { orders } from './orders.ts';
import { organisations } from './organisations.ts';
import { payments } from './payments.ts';
import { pledges } from './pledges.ts';
import { producers } from './producers.ts';
import { quotes } from './quotes.ts';
import { reports } from './reports.ts';
import { reviews } from './reviews.ts';
import { rates } from './rates.ts';
import { rfqs } from './rfqs.ts';
import { receiving } from './receiving.ts';
import { rounds } from './rounds.ts';
import { suppliers, wishes } from './wishes.ts';
import { searches } from './searches.ts';
import { settlement } from './settlement.ts';
import { shortlists } from './shortlists.ts';
import { tenders } from './tenders.ts';
import { tours } from './tours.ts';
import { visitors } from './visitors.ts';
import { visits } from './visits.ts';

/** One line for each noun; a handler is three lines: input, who may, which command. */
export const server = {
  accounts,
  awards,
  booths,
  cards,
  coordination,
  curating,
  fair,
  disputes,
  documents,
  inquiries,
  kiosks,
  ledger,
  listings,
  meetings,
  notifications,
  openExhibitions,
  operator,
  orders,
  organisations,
  payments,
  pledges,
  producers,
  quotes,
  reports,
  reviews,
  rates,
  rfqs,
  receiving,
  rounds,
  suppliers,
  wishes,
  searches,
  settlement,
  shortlists,
  tenders,
  tours,
  visitors,
  visits,
};
