import { defineAction } from 'astro:actions';
import * as books from '#src/features/procurement/settlement/commands.ts';
import * as paid from '#src/features/procurement/settlement/payment-commands.ts';
import * as of from '#src/features/procurement/settlement/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form' as const;

export const settlement = {
  addCost: defineAction({ accept, input: of.costInput, handler: asUser(books.addCost) }),
  payCost: defineAction({ accept, input: of.payCostInput, handler: asUser(books.payCost) }),
  voidCost: defineAction({ accept, input: of.voidCostInput, handler: asUser(books.voidCost) }),
  invoice: defineAction({ accept, input: of.invoiceInput, handler: asUser(books.enterInvoice) }),
  rematch: defineAction({ accept, input: of.rematchInput, handler: asUser(books.rematchInvoice) }),
  decide: defineAction({ accept, input: of.decideInput, handler: asUser(books.decideInvoice) }),
  paySupplier: defineAction({
    accept,
    input: of.paySupplierInput,
    handler: asUser(books.paySupplier),
  }),
  settle: defineAction({ accept, input: of.settleInput, handler: asUser(books.settleTheRound) }),
  writeOff: defineAction({
    accept,
    input: of.writeOffInput,
    handler: asUser(books.proposeWriteOff),
  }),
  decideWriteOff: defineAction({
    accept,
    input: of.decideWriteOffInput,
    handler: asUser(books.decideWriteOff),
  }),
  announce: defineAction({
    accept,
    input: of.announceInput,
    handler: asUser(paid.announceToCluster),
  }),
  prove: defineAction({ accept, input: of.proveInput, handler: asUser(paid.proveToCluster) }),
  cancel: defineAction({ accept, input: of.paymentInput, handler: asUser(paid.cancelToCluster) }),
  confirm: defineAction({
    accept,
    input: of.confirmInput,
    handler: asUser(paid.confirmFromMember),
  }),
  reject: defineAction({ accept, input: of.rejectInput, handler: asUser(paid.rejectFromMember) }),
  record: defineAction({ accept, input: of.recordInput, handler: asUser(paid.recordFromMember) }),
  refund: defineAction({ accept, input: of.refundInput, handler: asUser(paid.planRefund) }),
  settleRefund: defineAction({
    accept,
    input: of.settleRefundInput,
    handler: asUser(paid.settleMemberRefund),
  }),
};
