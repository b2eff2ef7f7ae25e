import type { APIRoute } from 'astro';
import { operatorMoney } from '#src/features/ledger/queries.ts';
import { csvAnswer, operatorCsv } from '#src/features/ledger/statement-file.ts';
import { operatorFrame } from '#src/features/operator/queries.ts';

/** Balances by producer and currency, and the payouts, as a file. */
export const GET: APIRoute = async ({ locals }) => {
  const { db, t } = locals;
  if (!(await operatorFrame(db))) return new Response(null, { status: 404 });
  return csvAnswer(operatorCsv(await operatorMoney(db), t), 'money');
};
