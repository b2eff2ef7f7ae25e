import { z } from 'zod';
import { cardBooks, serviceCall } from '#src/server/payments/books.ts';
import { catchUp, compareDays } from '#src/server/payments/reconcile.ts';
import { sendRefund } from '#src/server/payments/refunds.ts';
import { cardsOver, type Cards } from '#src/server/payments/stripe.ts';
import { sendTransfer } from '#src/server/payments/transfers.ts';
import { PRIORITY, workerTask, type TaskContext, type WorkerTask } from '../task.ts';

/** Null without a key. */
function cardsOf({ env, db, log }: TaskContext): Cards | null {
  return env.stripe && cardsOver(env.stripe, cardBooks(serviceCall(db)), log);
}

const refund = workerTask({
  kind: 'stripe.refund',
  priority: PRIORITY.mail,
  schema: z.object({ refund: z.guid() }),
  async run(job, context) {
    const cards = cardsOf(context);
    if (!cards) throw new Error('STRIPE_SECRET_KEY is missing: the refund waits');
    await sendRefund(cards, job.refund);
  },
});

const transfer = workerTask({
  kind: 'stripe.transfer',
  priority: PRIORITY.mail,
  schema: z.object({ payout: z.guid() }),
  async run(job, context) {
    const cards = cardsOf(context);
    if (cards) return sendTransfer(cards, job.payout);
    // Nothing was ever sent without a key, so the money is free for another way at once.
    await cardBooks(serviceCall(context.db)).movePayout(
      job.payout,
      'failed',
      null,
      'card payments are switched off',
    );
  },
});

/** What Stripe was not heard of for some minutes, by its state. */
const reconcile = workerTask({
  kind: 'stripe.reconcile',
  priority: PRIORITY.sweep,
  cron: '*/3 * * * *',
  schema: z.unknown(),
  async run(_payload, context) {
    const cards = cardsOf(context);
    if (cards) await catchUp(cards);
  },
});

const compare = workerTask({
  kind: 'stripe.compare',
  priority: PRIORITY.sweep,
  cron: '11 4 * * *',
  schema: z.unknown(),
  async run(_payload, context) {
    const cards = cardsOf(context);
    if (!cards) return;
    const told = await compareDays(cards, new Date());
    if (told > 0) context.log.warn('books and card processor differ', { differences: told });
  },
});

export const cardTasks: WorkerTask[] = [refund, transfer, reconcile, compare];
