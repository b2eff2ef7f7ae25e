import type { Widen } from '../widen.ts';

/**
 * What people are told. `who` is the other side of the trade by name, or the words below. Sentences hold for whoever
 * reads them; `toBuyer` and `toDesk` are for readers to whom something else must be said.
 */
export const notices = {
  theBuyer: 'the buyer',
  theProducer: 'the producer',
  bothSides: 'the two sides',
  kinds: {
    rfq_new: {
      title: 'A request for a quote',
      text: (who: string) => `${who} asks you for a quote.`,
    },
    rfq_cluster: {
      title: 'A request to your cluster',
      text: (who: string) => `${who} asks the whole cluster for quotes.`,
    },
    rfq_held: {
      title: 'A request waits to be looked at',
      text: 'It goes to the producers once you let it through.',
      toBuyer: 'Somebody of ours reads your request before it goes out. You need not do anything.',
    },
    rfq_refused: {
      title: 'Your request was not sent on',
      text: 'It does not fit this market. Please read why.',
    },
    inquiry_new: {
      title: 'A new question',
      text: (who: string) => `${who} asks you something.`,
    },
    inquiry_reply: { title: 'A new message', text: (who: string) => `${who} wrote to you.` },
    quote_sent: {
      title: 'A quote for you',
      text: (who: string) => `${who} sent you a quote. Accept it, ask for a change or decline.`,
    },
    quote_countered: {
      title: 'A counter-offer',
      text: (who: string) => `${who} proposes other terms. Accept, answer or decline.`,
    },
    quote_declined: {
      title: 'An offer was declined',
      text: (who: string) => `${who} declined your offer.`,
    },
    quote_withdrawn: {
      title: 'An offer was withdrawn',
      text: (who: string) => `${who} took the offer back.`,
    },
    quote_expiring: {
      title: 'An offer ends soon',
      text: 'Afterwards its terms no longer hold.',
    },
    quote_expired: {
      title: 'An offer has ended',
      text: 'Its terms no longer hold. A new one can be made at any time.',
    },
    order_confirmed: {
      title: 'Order confirmed',
      text: (who: string) => `You and ${who} have an agreement. Its terms are fixed for both.`,
    },
    order_started: { title: 'Production has begun', text: 'The work on this order has begun.' },
    order_milestone: {
      title: 'News from production',
      text: 'There is news about the work on this order.',
    },
    order_inspected: {
      title: 'Goods inspected',
      text: 'The goods of this order were looked over.',
    },
    order_ready: {
      title: 'Goods ready',
      text: 'The goods of this order are ready to be sent.',
    },
    order_shipped: { title: 'Goods on their way', text: 'The goods of this order were sent.' },
    order_delivered: {
      title: 'Goods delivered',
      text: 'The goods of this order have arrived.',
    },
    order_closed: { title: 'Order completed', text: 'Everything about this order is done.' },
    order_cancelled: {
      title: 'Order cancelled',
      text: 'This order is cancelled. The page says what happens to money already paid.',
    },
    change_proposed: {
      title: 'A change is proposed',
      text: (who: string) => `${who} proposes a change. Nothing changes unless you agree.`,
    },
    change_agreed: {
      title: 'A change was agreed',
      text: (who: string) => `${who} agrees to the change. It holds from now on.`,
    },
    change_refused: {
      title: 'A change was refused',
      text: (who: string) => `${who} does not agree. The order stays as it was.`,
    },
    dispute_opened: {
      title: 'A problem with an order',
      text: (who: string) => `${who} reports a problem. A mediator helps you both to settle it.`,
      toDesk: (who: string) => `${who} disagree about an order. You are asked to mediate.`,
    },
    dispute_message: {
      title: 'A message in a mediation',
      text: 'There is a new message about the problem with this order.',
    },
    dispute_resolved: {
      title: 'Problem settled',
      text: 'The problem with this order is settled. Please read how.',
    },
    review_new: {
      title: 'A new review',
      text: (who: string) => `${who} wrote about this order. You may answer in public.`,
    },
    review_reply: {
      title: 'An answer to your review',
      text: (who: string) => `${who} answered what you wrote.`,
    },
    payment_announced: {
      title: 'Payment announced',
      text: (who: string) => `${who} sent money. Please confirm it when it has arrived.`,
    },
    payment_confirmed: {
      title: 'Payment received',
      text: 'The money has arrived and counts for this order.',
    },
    payment_rejected: {
      title: 'Payment not confirmed',
      text: 'The money was not found. The order page says what to do.',
    },
    payment_due: { title: 'Payment due', text: 'A payment for this order is due.' },
    refund_made: { title: 'Money paid back', text: 'Money for this order was paid back.' },
    payout_sent: { title: 'Payout sent', text: 'Your money is on its way to your account.' },
    payout_failed: {
      title: 'Payout failed',
      text: 'The money stays in your balance. Please check where it should go.',
    },
    card_alert: {
      title: 'A card payment needs you',
      text: 'Please look at it on the desk for card payments.',
    },
    document_issued: {
      title: 'A new document',
      text: 'A document of this order is ready to be read and printed.',
    },
    round_opened: {
      title: 'A joint purchase is open',
      text: 'Say how much you take. The more the members pledge together, the better the price can be.',
    },
    round_bidding: {
      title: 'Pledges are closed',
      text: 'The pledges are fixed now. Suppliers bid until the deadline; then the bids are opened.',
    },
    round_extended: {
      title: 'More time for a joint purchase',
      text: 'The deadline was moved. What was pledged still counts.',
    },
    round_cancelled: {
      title: 'A joint purchase is cancelled',
      text: 'Nothing will be ordered, and nobody owes anything for it.',
    },
    tender_extended: {
      title: 'A tender has more time',
      text: 'The deadline of a tender was moved. A bid that you filed still counts; you may replace it.',
    },
    tender_cancelled: {
      title: 'A tender is cancelled',
      text: 'The cluster will not order. Bids that were filed are not used.',
    },
    round_deposit: {
      title: 'A deposit is asked',
      text: 'Pledges are closed. Please pay the deposit to your cluster; it counts against what you will owe.',
    },
    round_settled: {
      title: 'What you owe for a joint purchase',
      text: 'Everything has been shared out. Your statement says what you pay, and why each number is so.',
    },
    round_paid: {
      title: 'A member has paid',
      text: 'A member of your cluster says that they have paid. Please look whether it has arrived.',
    },
    round_payment_confirmed: {
      title: 'Your payment has arrived',
      text: 'Your cluster has received your money. It counts for the joint purchase.',
    },
    round_payment_rejected: {
      title: 'Your payment was not found',
      text: 'Your cluster did not find the money. Look at what they write, and talk to them.',
    },
    round_payment_due: {
      title: 'A joint purchase is still to be paid',
      text: 'Please pay your cluster what is still open, or tell them when you can.',
    },
    round_refund_made: {
      title: 'Money was sent back to you',
      text: 'Your cluster has sent you money of a joint purchase back.',
    },
    write_off_proposed: {
      title: 'A debt should be written off',
      text: 'A coordinator proposes to let a member off. Another coordinator has to decide.',
    },
    tender_invited: {
      title: 'You are invited to bid',
      text: 'A cluster buys together and asks for your price. Your bid stays sealed until the opening; no account is needed.',
    },
    tender_changed: {
      title: 'A tender has changed',
      text: 'Please read what changed. A bid that you filed still counts; you may replace it.',
    },
    tender_answered: {
      title: 'An answer in a tender',
      text: 'A supplier asked, the cluster answered. Every supplier reads the same.',
    },
    tender_question: {
      title: 'A supplier asks',
      text: 'Please answer: every supplier reads the answer, nobody reads who asked.',
    },
    bid_filed: {
      title: 'Your bid is filed',
      text: 'Nobody can read it before the opening. Keep the receipt below: it proves what you filed.',
    },
    bids_short: {
      title: 'Fewer bids than asked for',
      text: 'Nothing was opened. Give suppliers more time, or cancel.',
    },
    bids_opened: {
      title: 'The bids are opened',
      text: 'The record says who filed a bid, and when.',
    },
    bid_won: {
      title: 'You won',
      text: 'The cluster buys from you. The order comes once the standstill is over.',
    },
    bid_lost: {
      title: 'Another bid was chosen',
      text: 'Thank you for bidding. You can read why, and challenge the award once while the standstill runs.',
    },
    round_awarded: {
      title: 'A joint purchase is awarded',
      text: 'You can read who supplies, and what you get.',
    },
    award_challenged: {
      title: 'A supplier challenges the award',
      text: 'Please answer it: the order waits for your answer.',
    },
    challenge_answered: {
      title: 'Your challenge is answered',
      text: 'Please read what was decided, and why.',
    },
    purchase_order_sent: {
      title: 'A purchase order for you',
      text: 'Please say for each line whether you deliver it in time.',
    },
    purchase_order_answered: {
      title: 'A supplier answered the order',
      text: 'Please read what comes as ordered, and what does not.',
    },
    goods_arrived: {
      title: 'Goods have arrived',
      text: 'Something of a joint purchase lies in the store. Look what you can fetch.',
    },
    allocation_changed: {
      title: 'Your share changed',
      text: 'What arrived differs from what was ordered, so it was shared again.',
    },
    goods_handed: {
      title: 'Goods were handed over',
      text: 'Goods of yours were fetched from the store. If that was not so, tell your coordinator.',
    },
    saved_search_new: {
      title: 'New for your saved search',
      text: 'There is something new that fits what you look for.',
    },
    listing_sent_back: {
      title: 'A listing comes back',
      text: 'A coordinator looked at it and asks for a change. Nothing is lost.',
    },
    producer_approved: {
      title: 'Your workshop is approved',
      text: 'It is on the market now. Publish what you make.',
    },
    producer_suspended: {
      title: 'Your workshop is paused',
      text: 'Its listings are hidden for now. Please read why.',
    },
    cluster_approved: {
      title: 'Your cluster is approved',
      text: 'What its coordinators check counts for the badge now.',
    },
    verification_passed: {
      title: 'A check was passed',
      text: 'One of the checks of your workshop is done. It counts for the badge.',
    },
    verification_failed: {
      title: 'A check was not passed',
      text: 'One of the checks of your workshop did not go well. Ask your coordinator what is missing.',
    },
    invitation_accepted: {
      title: 'An invitation was accepted',
      text: 'Somebody came by the link that you made.',
    },
    booth_offered: {
      title: 'A booth for you',
      text: 'You are invited to show your work in an exhibition. Say yes, choose your objects and write their labels.',
    },
    booth_withdrawn: {
      title: 'A booth was withdrawn',
      text: 'Your booth in this exhibition was taken back. Please read why.',
    },
    booth_approved: {
      title: 'Your booth is approved',
      text: 'It is shown with the exhibition.',
    },
    booth_handed_back: {
      title: 'Your booth comes back to you',
      text: 'The curators ask for a change before it is shown. Please read what.',
    },
    booth_answered: {
      title: 'An answer about a booth',
      text: (who: string) => `${who} answered the offer of a booth.`,
    },
    booth_submitted: {
      title: 'A booth is ready',
      text: (who: string) =>
        `${who} finished a booth. Look at it, then approve it or hand it back.`,
    },
    guest_book_entry: {
      title: 'Words in the guest book',
      text: 'A visitor wrote into the guest book. It waits for you: show it or hide it.',
    },
    booth_card: {
      title: 'A card at your booth',
      text: 'A visitor left a card at your booth. Look at it and say whether contacts may pass.',
    },
    meeting_booked: {
      title: 'A meeting is booked',
      text: (who: string) =>
        `${who} wants to meet you at your booth. The booth’s page says how to reach them.`,
    },
    meeting_cancelled: {
      title: 'A meeting is cancelled',
      text: (who: string) => `${who} cannot come. The time is free again.`,
    },
    report_answered: {
      title: 'Your report was answered',
      text: 'We looked into what you reported. Please read what we decided.',
    },
  },
  share: {
    damaged: (some: string, all: string) => `${some} of ${all} came damaged.`,
    missing: (some: string, all: string) => `${some} of ${all} did not come.`,
    more: (some: string) => `${some} more came than ordered.`,
    less: (percent: string) => `There is ${percent} less to share.`,
    yours: (now: string, was: string) => `You get ${now} instead of ${was}.`,
  },
  facts: {
    reference: 'Reference',
    about: 'About',
    amount: 'Amount',
    date: 'Date',
    when: 'When',
    due: 'Due by',
    validUntil: 'Valid until',
    expected: 'Expected',
    promised: 'Promised for',
    neededBy: 'Answers by',
    pledgeBy: 'Pledge by',
    bidsOpen: 'Bids are opened',
    newDeadline: 'New deadline',
    bidBy: 'Bids until',
    receipt: 'Receipt (SHA-256)',
    reason: 'Reason',
    lines: 'Lines',
    packages: 'Packages',
    carrier: 'Carrier',
    tracking: 'Tracking',
    rating: 'Rating',
    count: 'How many',
  },
  many: (count: string) => `${count} new`,
  look: 'Have a look',
  stop: (group: string) => `Stop these mails: ${group}`,
  mustCome:
    'This mail always comes, whatever you have chosen: it is about your account, an agreement or money.',
  digest: {
    subject: (site: string) => `Your day at ${site}`,
    text: 'This is what happened and was not mailed to you yet.',
    more: (count: string) => `And ${count} more.`,
    button: 'See all of it',
    stop: 'Stop the daily mail',
  },
  sms: {
    code: (site: string, code: string) => `${site}: your code is ${code}. Give it to nobody.`,
  },
  groups: {
    trade: 'Quotes and orders',
    money: 'Money',
    messages: 'Messages',
    cluster: 'Cluster',
    market: 'Market news',
  },
};

export type NoticesMessages = Widen<typeof notices>;
