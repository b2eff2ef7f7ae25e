import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import type { ActionProblem } from '#src/server/http/action-status.ts';

const ACTS = [
  ['announced', actions.payments.announce],
  ['proved', actions.payments.prove],
  ['cancelled', actions.payments.cancel],
  ['confirmed', actions.payments.confirm],
  ['rejected', actions.payments.reject],
  ['recorded', actions.payments.record],
  ['refund', actions.payments.refund],
  ['refunded', actions.payments.settleRefund],
  ['dropped', actions.payments.dropRefund],
] as const;

export type Outcome = {
  /** Where to go on after an act that worked: what to say, and which payment to show. */
  next?: string;
  failed?: { error?: ActionProblem | undefined };
};

/** What became of the form that this request sent, of all forms of the money box. */
export function paymentOutcome(astro: Pick<AstroGlobal, 'getActionResult'>): Outcome {
  for (const [said, action] of ACTS) {
    const result = astro.getActionResult(action as typeof actions.payments.announce);
    if (result?.error) return { failed: result };
    if (result)
      return { next: `?done=${said}${result.data?.reference ? `#${result.data.reference}` : ''}` };
  }
  return {};
}
