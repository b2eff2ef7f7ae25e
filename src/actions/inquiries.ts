import { defineAction } from 'astro:actions';
import {
  blockSender,
  confirmInquiry,
  moveInquiry,
  offerWhatsapp,
  replyInquiry,
  sendInquiry,
  unblockSender,
} from '#src/features/inquiries/commands.ts';
import {
  blockInput,
  confirmInquiryInput,
  inquiryInput,
  moveInput,
  replyInput,
  unblockInput,
  whatsappInput,
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
  whatsapp: defineAction({
    accept: 'form',
    input: whatsappInput,
    handler: asUser(offerWhatsapp),
  }),
  block: defineAction({ accept: 'form', input: blockInput, handler: asUser(blockSender) }),
  unblock: defineAction({ accept: 'form', input: unblockInput, handler: asUser(unblockSender) }),
  move: defineAction({ accept: 'form', input: moveInput, handler: asUser(moveInquiry) }),
};
