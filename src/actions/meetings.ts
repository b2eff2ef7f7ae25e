import { defineAction } from 'astro:actions';
import {
  bookMeeting,
  callOff,
  cancelMeeting,
  offerTimes,
  removeTimes,
} from '#src/features/exhibitions/meetings/commands.ts';
import {
  bookInput,
  callOffInput,
  cancelInput,
  planInput,
  removeInput,
} from '#src/features/exhibitions/meetings/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';
import { visitorKey } from '#src/server/http/visitor-keys.ts';

/** Meetings at booths of an exhibition: a booth's times, and a visitor's booking. */
export const meetings = {
  offer: defineAction({ accept: 'form', input: planInput, handler: asUser(offerTimes) }),
  remove: defineAction({ accept: 'form', input: removeInput, handler: asUser(removeTimes) }),
  callOff: defineAction({ accept: 'form', input: callOffInput, handler: asUser(callOff) }),
  book: defineAction({ accept: 'form', input: bookInput, handler: asVisitor(bookMeeting) }),
  cancel: defineAction({
    accept: 'form',
    input: cancelInput,
    handler: (input, context) =>
      asVisitor(cancelMeeting((id) => visitorKey(context.cookies, 'meeting', id)))(input, context),
  }),
};
