import { defineAction } from 'astro:actions';
import {
  announcePayment,
  cancelPayment,
  confirmPayment,
  dropRefund,
  provePayment,
  recordPayment,
  rejectPayment,
  requestRefund,
  retireAccount,
  saveAccount,
  settleRefund,
} from '#src/features/payments/commands.ts';
import {
  accountIdInput,
  accountInput,
  announceInput,
  confirmInput,
  dropRefundInput,
  paymentInput,
  proveInput,
  recordInput,
  refundInput,
  rejectInput,
  settleRefundInput,
} from '#src/features/payments/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form' as const;

export const payments = {
  announce: defineAction({ accept, input: announceInput, handler: asUser(announcePayment) }),
  prove: defineAction({ accept, input: proveInput, handler: asUser(provePayment) }),
  cancel: defineAction({ accept, input: paymentInput, handler: asUser(cancelPayment) }),
  confirm: defineAction({ accept, input: confirmInput, handler: asUser(confirmPayment) }),
  reject: defineAction({ accept, input: rejectInput, handler: asUser(rejectPayment) }),
  record: defineAction({ accept, input: recordInput, handler: asUser(recordPayment) }),
  refund: defineAction({ accept, input: refundInput, handler: asUser(requestRefund) }),
  settleRefund: defineAction({ accept, input: settleRefundInput, handler: asUser(settleRefund) }),
  dropRefund: defineAction({ accept, input: dropRefundInput, handler: asUser(dropRefund) }),
  saveAccount: defineAction({ accept, input: accountInput, handler: asUser(saveAccount) }),
  retireAccount: defineAction({ accept, input: accountIdInput, handler: asUser(retireAccount) }),
};
