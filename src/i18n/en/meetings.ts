import type { Widen } from '../widen.ts';

/** Meetings that a visitor books at a booth, and the booth's times. `when` is a day and an hour in words. */
export const meetings = {
  title: (booth: string) => `Meet ${booth}`,
  lead: 'Choose a free time and leave your name. You need no account.',
  noneTitle: 'No free times at the moment',
  noneText:
    'New ones appear here as soon as the booth offers some. You can also write to the maker.',
  write: 'Ask for a quote',
  back: 'Back to the booth',
  zoneLabel: 'Show the times also on the clock of',
  zoneGo: 'Show',
  zoneFair: (zone: string) => `Large: the fair’s clock (${zone}).`,
  zoneYours: (zone: string) => `Beneath it: ${zone}.`,
  times: 'Free times',
  minutes: (n: number) => `${n} min`,
  yours: 'Your time',
  about: 'About you',
  name: 'Your name',
  company: 'Your company',
  email: 'Your e-mail address',
  emailHint: 'The confirmation goes there, with the place or the link of the meeting.',
  note: 'What would you like to talk about?',
  told: (days: number) =>
    `The booth sees what you enter here. We delete it ${days} days after the meeting.`,
  leaveEmpty: 'Leave this field empty',
  book: 'Book this time',
  chooseTime: 'Please choose a time.',
  // One's own meeting.
  ownTitle: (booth: string) => `Your meeting with ${booth}`,
  bookedTitle: 'It is booked',
  bookedText: 'A mail with all of this is on its way to you.',
  states: {
    booked: 'Booked',
    running: 'Going on now',
    over: 'This meeting is over',
    cancelled: 'Cancelled',
  },
  when: 'When',
  onYourClock: 'On your clock',
  lasts: 'Length',
  place: 'Place',
  noPlace: 'At the booth',
  fair: 'Exhibition',
  yourNote: 'Your note',
  calendar: 'Put it in my calendar',
  calendarOff: 'Take it off my calendar',
  cancelTitle: 'You cannot come?',
  cancelText: 'Please cancel, so that somebody else can have the time.',
  reason: 'A word to the booth',
  cancel: 'Cancel the meeting',
  keep: 'Keep it',
  byYou: 'You cancelled it. The booth knows.',
  byBooth: 'The booth had to cancel it.',
  again: 'Choose another time',
  goneTitle: 'We do not find this meeting',
  goneText:
    'Please open it by the link in your mail. After some months a meeting is deleted with all that it says of you.',
  // The booth's room.
  roomLead: (zone: string) =>
    `Offer times, and visitors book them without an account. All times are on the fair’s clock (${zone}).`,
  off: 'The curators take no meetings in this exhibition.',
  notYet: 'Times can be offered once the booth is approved.',
  offer: 'Offer times',
  day: 'Day',
  from: 'From',
  to: 'To',
  length: 'Minutes each',
  pause: 'Break between them, in minutes',
  placeOffered: 'Place or link',
  placeHint: 'A table number or the address of a call. Only who books is told.',
  make: 'Offer these times',
  made: (n: number) =>
    n === 0
      ? 'Nothing new: these times are offered already, or are past.'
      : n === 1
        ? 'One time is offered.'
        : `${n} times are offered.`,
  removed: (n: number) =>
    n === 0
      ? 'Nothing was taken back: somebody booked in the meantime.'
      : n === 1
        ? 'One time is taken back.'
        : `${n} times are taken back.`,
  coming: 'To come',
  comingEmpty: 'No times yet',
  comingEmptyText: 'Offer some above. The booth’s page then shows “Book a meeting”.',
  free: 'Free',
  freeCount: (n: number) => (n === 1 ? '1 free' : `${n} free`),
  bookedCount: (n: number) => (n === 1 ? '1 booked' : `${n} booked`),
  takeBack: 'Take back what is ticked',
  tick: (when: string) => `Take back ${when}`,
  who: 'Who',
  theirClock: (when: string) => `on their clock: ${when}`,
  callOff: 'Call off',
  callOffReason: 'Why? The visitor reads it.',
  withdraw: 'Offer this time no more',
  calledOff: 'The meeting is called off. The visitor has a mail.',
  past: 'Held or cancelled',
  cancelledByVisitor: 'cancelled by the visitor',
  cancelledByBooth: 'called off by you',
  outcome: 'What became of it',
  theirNote: 'What they asked',
  held: 'held',
  kept: (days: number) => `Names and addresses are deleted ${days} days after the meeting.`,
  mail: {
    subject: (booth: string, when: string) => `Your meeting with ${booth}, ${when}`,
    text: (name: string, booth: string, fair: string) =>
      `Hello ${name}, your meeting with ${booth} at “${fair}” is booked.`,
    button: 'See or cancel the meeting',
    attached: 'The attached file puts it in your calendar.',
    notYou: 'If you booked nothing, cancel it by the button: somebody mistyped an address.',
    overSubject: (booth: string, when: string) => `Cancelled: your meeting with ${booth}, ${when}`,
    overByBooth: (name: string, booth: string) =>
      `Hello ${name}, ${booth} had to call off your meeting. We are sorry.`,
    overByVisitor: (name: string, booth: string) =>
      `Hello ${name}, your meeting with ${booth} is cancelled. The booth knows.`,
    overButton: 'Choose another time',
    overAttached: 'The attached file takes it off your calendar.',
  },
};
export type Meetings = Widen<typeof meetings>;
