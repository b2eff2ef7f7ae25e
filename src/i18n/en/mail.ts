import type { Widen } from '../widen.ts';

/** Words of the mails. `site` is the name of the market, `org` of an organisation, `product` the title of a listing. */
export const mail = {
  footer: (site: string) =>
    `This mail was written by ${site} because something happened there that concerns you.`,
  yourCode: 'Your code:',
  linkOnce: 'The link works once and not for long.',
  linkWeek: 'The link works once, within seven days.',
  signup: {
    subject: (site: string) => `Welcome to ${site}: please confirm your address`,
    preview: 'One click, and your account is ready.',
    text: (site: string) =>
      `Welcome to ${site}. Please confirm that this e-mail address is yours. Then your account is ready.`,
    button: 'Confirm my address',
    notYou: 'If you did not open an account, you need not do anything.',
  },
  magiclink: {
    subject: (site: string) => `Your link to sign in to ${site}`,
    preview: 'Sign in without a password.',
    text: (site: string) => `Here is your link to sign in to ${site} without a password.`,
    button: 'Sign in',
    notYou: 'If you did not ask for it, you need not do anything. Do not pass it on.',
  },
  recovery: {
    subject: (site: string) => `Choose a new password for ${site}`,
    preview: 'A link to choose a new password.',
    text: (site: string) =>
      `Somebody, probably you, asked for a new password for ${site}. Choose it here.`,
    button: 'Choose a new password',
    notYou: 'If it was not you, your old password goes on working and you need not do anything.',
  },
  email_change: {
    subject: (site: string) => `Please confirm your new address for ${site}`,
    preview: 'One click, and the new address counts.',
    text: (site: string) =>
      `You want to use this e-mail address for your account at ${site}. Please confirm it.`,
    button: 'Use this address',
    notYou: 'If you know nothing about this, you need not do anything.',
  },
  account_exists: {
    subject: (site: string) => `You have an account at ${site} already`,
    preview: 'Somebody wanted to open a second one with this address.',
    text: (site: string) =>
      `Somebody, probably you, wanted to open an account at ${site} with this address. You have one: sign in. If you forgot the password, the page helps.`,
    button: 'Sign in',
    notYou: 'If it was not you, you need not do anything. Nothing has changed.',
  },
  email_asked: {
    subject: (site: string) => `A new address for your account at ${site}?`,
    preview: 'Somebody who knows your password asked for it.',
    text: (site: string) =>
      `Somebody, probably you, wants to use another e-mail address for your account at ${site}. It will hold once that address is confirmed.`,
    button: 'It was not me: choose a new password',
    notYou: 'If it was you, you need not do anything.',
  },
  reauthentication: {
    subject: (site: string) => `Your code for ${site}`,
    preview: 'A code to confirm that it is you.',
    text: (site: string) =>
      `You are about to change something important at ${site}. Type this code to go on.`,
    notYou:
      'If it was not you, choose a new password: somebody else may be signed in to your account.',
  },
  invitation: {
    subject: (org: string) => `An invitation from ${org}`,
    what: {
      producer_member: (org: string) =>
        `${org} invites you to its workplace. You will be able to add and change its listings and answer inquiries.`,
      buyer_member: (org: string) => `${org} invites you to buy and ask for quotes in its name.`,
      cluster_coordinator: (org: string) => `You are invited to coordinate the cluster ${org}.`,
      cluster_producer: (org: string) => `The cluster ${org} invites your business to join it.`,
    },
    about: (site: string) =>
      `${site} is a market where makers of one place and trade sell together and buy together.`,
    button: 'See the invitation',
    notYou: 'If you do not know the sender, you need not do anything.',
  },
  inquiryConfirm: {
    subject: (product: string) => `Please confirm your question about ${product}`,
    preview: 'We send it on as soon as you have confirmed your address.',
    text: (name: string, product: string) =>
      `Hello ${name}, you asked about “${product}”. Please confirm your address, and we pass your question on to the maker. Your address stays hidden.`,
    button: 'Send my question',
    notYou: 'If you asked nothing, you need not do anything: nothing will be sent.',
  },
  rfqConfirm: {
    subject: (title: string) => `Please confirm your request: ${title}`,
    preview: 'We send it on as soon as you have confirmed your address.',
    text: (name: string, title: string) =>
      `Hello ${name}, you asked makers for a quote: “${title}”. Please confirm your address, and we pass your request on. Your address stays hidden.`,
    button: 'Send my request',
    notYou: 'If you asked nothing, you need not do anything: nothing will be sent.',
  },
  inquiryNew: {
    subject: (product: string) => `A question about ${product}`,
    text: (product: string) => `Somebody is interested in “${product}” and writes:`,
    facts: {
      reference: 'Reference',
      organisation: 'Organisation',
      country: 'Country',
      quantity: 'Quantity',
      neededBy: 'Needed by',
    },
    button: 'Read and answer',
    why: 'Answer on the site: the buyer gets your words by mail. A quick answer is worth more than a long one.',
  },
  inquiryReply: {
    subject: (product: string, reference: string) => `Answer about ${product} (${reference})`,
    fromProducer: (producer: string, product: string) =>
      `${producer} answers your question about “${product}”:`,
    fromBuyer: (product: string) => `The buyer writes again about “${product}”:`,
    button: 'Read and answer',
    why: 'Please answer on the site. Mails sent to this address are not read.',
  },
  listingSentBack: {
    subject: (title: string) => `Please look at “${title}” once more`,
    text: (title: string) =>
      `Your coordinator looked at “${title}” and sends it back with this remark. Nothing is lost: change it and send it in again.`,
    button: 'Open the listing',
  },
  producerApproved: {
    subject: (producer: string) => `${producer} is open`,
    text: (producer: string, site: string) =>
      `${producer} is approved. From now on its published listings can be seen by everybody on ${site}.`,
    button: 'Go to my workplace',
  },
  clusterApproved: {
    subject: (cluster: string) => `${cluster} is approved`,
    text: (cluster: string, site: string) =>
      `The operator of ${site} has approved ${cluster}. What you check about your members now counts for the badge that buyers see, and what you checked before does too.`,
    button: 'Go to the cluster desk',
  },
  producerSuspended: {
    subject: (producer: string) => `${producer} is paused`,
    text: (producer: string, site: string) =>
      `The operator of ${site} has paused ${producer}. Its listings are hidden for now. This is the reason given:`,
    what: 'Nothing is deleted. Please answer the operator; when the matter is settled everything will be shown again.',
  },
};

export type MailMessages = Widen<typeof mail>;
