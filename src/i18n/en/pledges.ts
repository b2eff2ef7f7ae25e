import type { Widen } from '../widen.ts';

/** Pledging: what a member takes, and the live state of a lot. */
export const pledges = {
  title: 'My pledges',
  listTitle: 'Buying together',
  listLead: 'Everybody says how much they take, suppliers compete for the whole, and all pay less.',
  listEmpty: 'No joint purchase yet',
  listEmptyText:
    'When your cluster opens one, it stands here. Tell the others what you need: add a wish.',
  groups: { now: 'For you to do', running: 'Going on', over: 'Finished' },
  toPay: (amount: string) => `${amount} to pay`,
  depositToPay: (amount: string) => `Deposit of ${amount} to pay`,
  toConfirm: (amount: string) => `${amount} waits for your cluster to confirm`,
  toFetch: 'Goods wait for you in the store',
  youPaid: (amount: string) => `You paid ${amount}`,
  pledgeNow: 'Say how much you take',
  wishes: 'Wishes',
  lotsCount: (n: number) => (n === 1 ? '1 material' : `${n} materials`),
  pledgedCount: (n: number) =>
    n === 0
      ? 'You have not pledged yet'
      : n === 1
        ? 'You take 1 material'
        : `You take ${n} materials`,
  closes: 'Pledges close',
  closed: 'Pledges closed',
  bidsClose: 'Bids are opened',
  neededBy: 'Needed by',
  delivery: 'Delivered to',
  how: 'How it works',
  howText: [
    'Say how much you take for certain. That much is yours, unless the delivery is short.',
    'Say how much more you could take. It fills a pack or reaches a better price for all, and it is shared fairly.',
    'If you wish, say the highest price you pay. If it ends above that, you are out of this material and owe nothing.',
  ],
  pooled: (quantity: string, members: number) =>
    `${quantity} pledged by ${members === 1 ? '1 member' : `${members} members`}`,
  spare: (quantity: string) => `${quantity} more possible`,
  barLabel: (firm: string, spare: string) => `${firm} certain, ${spare} more possible`,
  nobodyYet: 'Nobody has pledged for certain yet. Be the first.',
  notEnough: (quantity: string) =>
    `Not enough yet: ${quantity} are missing before anything can be ordered.`,
  short: (quantity: string) => `That is ${quantity} less than pledged; it would be shared.`,
  surplus: (quantity: string) =>
    `The last pack holds ${quantity} more than pledged; they go to those who could take more.`,
  cheaper: (packs: number, amount: string, least: number, leastAmount: string) =>
    `${packs} packs cost ${amount}, ${least} would cost ${leastAmount}: more is cheaper for all.`,
  missingToOrder: (quantity: string) => `${quantity} more, and every pledge can be met`,
  missingToPack: (quantity: string) => `${quantity} more fill the pack that is begun`,
  nextTier: (quantity: string, price: string, unit: string) =>
    `${quantity} more, and everybody pays ${price} a ${unit}`,
  tenMore: (ten: string, price: string, unit: string) =>
    `With ${ten} more: ${price} a ${unit} for all.`,
  mineFirm: (firm: string) => `You take ${firm} for certain.`,
  weOrder: 'We would order',
  priceExpected: (unit: string) => `Expected price a ${unit}`,
  youWouldPay: 'You would pay',
  forQuantity: (quantity: string) => `for ${quantity}`,
  packsShort: (packs: number, pack: string) =>
    packs === 1 ? `1 pack of ${pack}` : `${packs} packs of ${pack}`,
  nextPrice: (price: string, quantity: string) => `${price} from ${quantity}`,
  keyFirm: 'certain',
  keySpare: 'possible',
  keyMine: 'yours',
  bidsNow:
    'Suppliers bid now, and nobody reads their prices before the opening. Until then the figures come from the expected prices.',
  whatWasPledged: 'What was pledged, and when',
  soldIn: (pack: string) => `Sold in packs of ${pack}`,
  least: (quantity: string) => `at least ${quantity} together`,
  retail: (price: string, unit: string) => `in the shop ${price} a ${unit}`,
  prices: 'Expected prices',
  from: 'From, all together',
  priceEach: (unit: string) => `Price a ${unit}`,
  pricesNote:
    'From last time or from the coordinator. The real prices come with the suppliers’ bids.',
  firm: 'I take for certain',
  firmOf: (name: string) => `${name} takes for certain`,
  firmHint: 'You will pay for this much.',
  tolerance: 'I could take more',
  toleranceHint: 'Only if it helps to fill a pack or to reach a better price.',
  ceiling: 'Highest price',
  ceilingHint: (unit: string) =>
    `For one ${unit}, with freight. Leave it empty if you take it at any price.`,
  save: 'Pledge',
  change: 'Save the change',
  takeBack: 'Write 0 to take it back.',
  mine: (firm: string, spare: string) =>
    `You take ${firm} for certain and could take ${spare} more.`,
  late: (minutes: number) =>
    `In the last ${minutes} minutes only changes that help the others are taken.`,
  saved: 'Saved. Your pledge counts.',
  live: 'The figures refresh by themselves.',
  log: 'What you changed',
  logOf: 'What was changed last',
  logLine: (firm: string, spare: string) => `${firm} certain, ${spare} more possible`,
  onBehalf: (name: string) => `entered by ${name}`,
  deskTitle: 'What members pledged',
  member: 'Member',
  noPhone: 'has no account',
  pledgeFor: 'Pledge for a member',
  pledgeForText: 'For a member who called or came by. Your name stands in the log.',
  material: 'Material',
  choose: 'Open the form',
  total: 'Together',
  none: 'Nothing yet',
  ceilingOf: (price: string) => `up to ${price}`,
  deposit: (share: string) => `A deposit of ${share} is asked for when pledges close.`,
  cancelled: 'This purchase was cancelled. Nobody owes anything for it.',
};

export type PledgesMessages = Widen<typeof pledges>;
