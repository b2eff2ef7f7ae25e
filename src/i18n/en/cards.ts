import type { Widen } from '../widen.ts';

/** Paying by card, and being paid out by the card processor. */
export const cards = {
  payTitle: 'Pay by card',
  payLead: 'You go to the payment page of Stripe and come back here. We never see your card.',
  pay: {
    deposit: (amount: string) => `Pay the deposit: ${amount}`,
    balance: (amount: string) => `Pay all that is open: ${amount}`,
    sample: (amount: string) => `Pay the sample: ${amount}`,
    other: (amount: string) => `Pay ${amount}`,
  },
  goOn: 'You have begun to pay. The same button leads back to your payment page.',
  line: {
    deposit: (order: string) => `Deposit for order ${order}`,
    balance: (order: string) => `Order ${order}`,
    sample: (order: string) => `Sample, order ${order}`,
    other: (order: string) => `Order ${order}`,
  },
  waitingTitle: 'Your payment is being confirmed',
  waitingText:
    'This takes a few seconds with most cards, some days with a debit. You may leave this page; you get a mail.',
  look: 'Look again',
  paid: (amount: string) => `Thank you! ${amount} has arrived.`,
  back: 'You left the payment page before paying. Nothing was taken; you can try again.',
  failed: 'The last try by card did not work. Nothing was taken.',
  studioTitle: 'Payouts to your Stripe account',
  studioLead:
    'What buyers pay by card is held by the market. With an account at Stripe it is sent to you from there.',
  notOffered: 'Card payments are switched off on this market.',
  notYours: 'Only an owner of the workshop can connect it, or the coordinator who keeps it.',
  noCountryTitle: 'Stripe does not pay out in your country',
  noCountry: (country: string) =>
    `Stripe cannot send money to accounts in ${country} from this market. Buyers may still pay by card: the market pays you out by bank transfer or mobile money instead.`,
  toAccounts: 'Say where: bank account or mobile money',
  connect: 'Connect with Stripe',
  connectLead:
    'Stripe asks who you are and where the money goes. Keep an identity document and your bank details at hand.',
  goOnConnect: 'Go on at Stripe',
  change: 'Change my details at Stripe',
  states: {
    ready: 'Connected. Your next payout goes there.',
    started: 'Begun. Stripe still needs something from you.',
    checking: 'Stripe looks at what you sent. This may take a day or two.',
    stopped: 'Stripe has stopped payouts for now. Open your details there and see what is missing.',
  },
  due: (count: string) => `Still needed: ${count}`,
  deskTitle: 'Card payments',
  deskLead: 'What the card processor and our books do not agree on, and what waits there.',
  deskOff: 'No key is set, so cards are offered nowhere.',
  waiting: {
    events: 'Messages to work on',
    payments: 'Payments not confirmed',
    refunds: 'Refunds on their way',
    payouts: 'Payouts on their way',
  },
  heldRefunds: {
    title: 'Refunds that wait for you',
    lead: 'The money was paid out to the producer before the refund. A refund goes by itself when new card payments cover it. If you let it go now, you pay it until the producer’s next payout: first make sure that the goods are back or were never sent.',
    covered: (amount: string) => `Held for the producer now: ${amount}`,
    reason: 'Why it may go',
    release: 'Let it go',
  },
  refundWaits: 'Waits for the operator',
  refundWaitsText:
    'The money was paid out to the workshop already. It goes back when new card payments cover it, or when the operator lets it go.',
  refundWaitsMine:
    'The money was paid out to you already. It goes back when new card payments cover it, or when the operator lets it go; until then your next payout is smaller by it.',
  alerts: 'To look at',
  alertsEmpty: 'Nothing. The books and the processor agree.',
  alertKinds: {
    dispute: 'A cardholder disputes a payment',
    difference: 'Books and processor differ',
    mismatch: 'Not booked: amount or currency is not what was asked for',
    event: 'A message could not be worked on',
    payout: 'A payout went wrong',
    refund: 'A refund went wrong',
  },
  settled: 'Done',
  settle: 'I have seen to it',
  accounts: 'Producers with an account there',
  accountsEmpty: 'None yet.',
  transfersYes: 'can be paid out',
  transfersNo: 'not ready yet',
} as const;

export type CardMessages = Widen<typeof cards>;
