import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import type { ActionProblem } from '#src/server/http/action-status.ts';

const acts = actions.settlement;
const ACTS = [
  ['cost', acts.addCost],
  ['cost', acts.payCost],
  ['cost', acts.voidCost],
  ['invoice', acts.invoice],
  ['invoice', acts.rematch],
  ['invoice', acts.decide],
  ['supplier', acts.paySupplier],
  ['settled', acts.settle],
  ['writeOff', acts.writeOff],
  ['writeOff', acts.decideWriteOff],
  ['announced', acts.announce],
  ['proved', acts.prove],
  ['cancelled', acts.cancel],
  ['confirmed', acts.confirm],
  ['rejected', acts.reject],
  ['recorded', acts.record],
  ['refund', acts.refund],
  ['refund', acts.settleRefund],
] as const;

export type Said = (typeof ACTS)[number][0];
export type Outcome = { next?: Said; failed?: { error?: ActionProblem | undefined } };

/** What became of the form that this request sent, of all forms of a round's money. */
export function settlementOutcome(astro: Pick<AstroGlobal, 'getActionResult'>): Outcome {
  for (const [said, action] of ACTS) {
    const result = astro.getActionResult(action as typeof acts.settle);
    if (result?.error) return { failed: result };
    if (result) return { next: said };
  }
  return {};
}
