import { defineAction } from 'astro:actions';
import {
  confirmInquiry,
  moveInquiry,
  replyInquiry,
  sendInquiry,
} from '#src/features/inquiries/commands.ts';
import {
  confirmInquiryInput,
  inquiryInput,
  moveInput,
  replyInput,
} from '#src/features/inquiries/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

export const inquiries = {
  send: defineAction({ accept: 'form', input: inquiryInput, handler: asVisitor(sendInquiry) }),
  confirm: defineAction({
    accept: 'form',
    input: confirmInquiryInput,
    handler: asVisitor(confirmInquiry),
  }),
  reply: defineAction({ accept: 'form', input: replyInput, handler: asVisitor(replyInquiry) }),
  move: defineAction({ accept: 'form', input: moveInput, handler: asUser(moveInquiry) }),
};
