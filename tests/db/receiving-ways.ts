import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import { stageOrders } from './receiving-scene.ts';

type Ways = Record<string, Record<string, unknown>>;

/** What a coordinator does in the store room, each with arguments that get past the door. */
export async function receivingWays(
  { sql }: TestDatabase,
  { cluster, shop }: { cluster: string; shop: string },
): Promise<Ways> {
  const shares = [{ producer: shop, firm: 5, got: 5 }];
  const { round, orders, lots } = await stageOrders(sql, cluster, [{ shares }]);
  const today = new Date().toISOString().slice(0, 10);
  return {
    apply_allocation: { p_round: round, p_payload: [] },
    hand_over: {
      p_id: randomUUID(),
      p_round: round,
      p_producer: shop,
      p_receiver: 'Jean',
      p_lines: [{ lotId: lots[0]!.id, quantity: 1 }],
    },
    place_over: { p_id: randomUUID(), p_lot: lots[0]!.id, p_quantity: 1, p_producer: shop },
    record_delivery: {
      p_id: randomUUID(),
      p_order: orders[0],
      p_day: today,
      p_receiver: 'Grace',
      p_lines: [{ orderLineId: lots[0]!.lines[0], counted: 5 }],
    },
  };
}
