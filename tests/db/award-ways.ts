import { randomUUID } from 'node:crypto';
import { decideOptimum } from '#tests/support/award-decision.ts';
import { stageOpened, type StagedBid } from '#tests/support/award-stage.ts';
import type { TestDatabase } from '#tests/support/database.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster and works for the shop, which is a member of it. */
type Seats = { me: string; cluster: string; shop: string };

const bid = (price: number): StagedBid => ({ lines: [{ lot: 0, tiers: [[1, price]] }] });

/** Calls about awards and their orders that work for a person in good standing, who also sells by an account in these rounds. */
export async function awardWays(
  { sql }: TestDatabase,
  { me, cluster, shop }: Seats,
): Promise<Ways> {
  async function awarded({ standstillDays = 0, place = false } = {}) {
    const made = await stageOpened(
      sql,
      { cluster, members: [shop] },
      {
        standstillDays,
        lots: [{ pledges: [{ member: 0, firm: 10 }] }],
        bids: [bid(900), bid(1000)],
      },
    );
    await sql`insert into public.supplier_members (supplier_id, user_id) values (${made.suppliers[0]!.id}, ${me})`;
    await decideOptimum(sql, me, made.round, { place });
    return made;
  }

  // Nobody pledged and nobody offered: the award gives nothing, and nothing has to be worked out.
  const open = await stageOpened(
    sql,
    { cluster, members: [] },
    { lots: [{ pledges: [] }], bids: [] },
  );
  const standing = await awarded({ standstillDays: 3 });
  const [due, ordered] = [await awarded(), await awarded({ place: true })];
  const challenge = randomUUID();
  await sql`insert into public.round_challenges (id, round_id, round_supplier_id, text)
    values (${challenge}, ${standing.round}, ${standing.suppliers[1]!.place}, 'Our price was lower.')`;
  const [order] = await sql<{ id: string; line: string }[]>`
    select o.id, l.id as line from public.purchase_orders o join public.purchase_order_lines l on l.purchase_order_id = o.id
    where o.round_id = ${ordered.round}`;
  return {
    answer_challenge: { p_challenge: challenge, p_upheld: false, p_answer: 'It was read rightly.' },
    answer_purchase_order: {
      p_order: order!.id,
      p_lines: [{ id: order!.line, confirmation: 'accepted' }],
    },
    challenge_award: {
      p_form: randomUUID(),
      p_round: standing.round,
      p_text: 'Our lead time was read wrongly.',
    },
    decide_award: {
      p_round: open.round,
      p_award: {
        method: 'optimum',
        optimumAmount: 0,
        lines: [],
        lots: [{ lotId: open.lots[0], quantity: 0, outcome: 'failed' }],
        allocations: [],
      },
    },
    place_orders: { p_round: due.round },
  };
}
