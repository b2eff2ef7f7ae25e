import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import type { ActionProblem } from '#src/server/http/action-status.ts';
import type { PayoutRun } from './commands.ts';

export type OperatorOutcome = {
  next?: string;
  failed?: { error?: ActionProblem | undefined };
  ran?: PayoutRun;
};

/** What became of the form that this request sent, of all forms of the operator's money page. */
export function operatorOutcome(astro: Pick<AstroGlobal, 'getActionResult'>): OperatorOutcome {
  const run = astro.getActionResult(actions.ledger.runPayouts);
  if (run) return run.error ? { failed: run } : { ran: run.data };
  const saved = astro.getActionResult(actions.ledger.saveCommission);
  if (saved) return saved.error ? { failed: saved } : { next: 'done=saved' };
  const done =
    astro.getActionResult(actions.ledger.setPayout) ??
    astro.getActionResult(actions.ledger.commissionPaid);
  if (done) return done.error ? { failed: done } : { next: 'done=payout' };
  return {};
}
