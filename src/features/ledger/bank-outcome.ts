import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import type { ActionProblem } from '#src/server/http/action-status.ts';
import type { CsvPreview } from './read-statement.ts';

export type BankOutcome = {
  /** The query of the page that says what was done. */
  next?: string;
  failed?: { error?: ActionProblem | undefined };
  /** A CSV that waits for its columns. */
  preview?: CsvPreview;
};

/** What became of the form that this request sent, of all forms of the bank's page. */
export function bankOutcome(astro: Pick<AstroGlobal, 'getActionResult'>): BankOutcome {
  const read =
    astro.getActionResult(actions.ledger.readStatement) ??
    astro.getActionResult(actions.ledger.takeStatement);
  if (read?.error) return { failed: read };
  if (read?.data.kind === 'csv') return { preview: read.data };
  if (read) return { next: `added=${read.data.added}&lines=${read.data.lines}` };
  const matched =
    astro.getActionResult(actions.ledger.match) ??
    astro.getActionResult(actions.ledger.matchOrder) ??
    astro.getActionResult(actions.ledger.matchMember) ??
    astro.getActionResult(actions.ledger.matchDue);
  if (matched) return matched.error ? { failed: matched } : { next: 'done=matched' };
  const ignored = astro.getActionResult(actions.ledger.ignore);
  if (ignored) return ignored.error ? { failed: ignored } : { next: 'done=ignored' };
  return {};
}
