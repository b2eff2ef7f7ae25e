/** A joint purchase from the opening of its bids to the last payment. */
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import type { EndSeed, RoundSeed } from '#supabase/demo/content/rounds/types.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { accountOf, producerId } from '#supabase/demo/db/people.ts';
import { awardOptimum, settle, shareAgain } from '#supabase/demo/db/rounds/award.ts';
import { giveKey, guideOf, memberActor, seatOf } from '#supabase/demo/db/rounds/cast.ts';
import {
  closing,
  roundId,
  workday,
  type RoundScene,
  type RoundStep,
} from '#supabase/demo/db/rounds/steps.ts';

type Scene = RoundScene & { seed: RoundSeed; end: EndSeed; round: string };

/** A name as one writes it with a finger on a phone: strokes in a box of 1000 × 400. */
const SIGNATURE = [
  [
    [120, 260],
    [170, 150],
    [220, 90],
    [230, 190],
    [210, 290],
    [270, 230],
    [330, 190],
    [360, 250],
  ],
  [
    [390, 240],
    [450, 180],
    [470, 250],
    [520, 190],
    [560, 240],
    [640, 200],
    [720, 230],
    [860, 150],
  ],
];

const HOUR_MS = 3_600_000;

/** All acts after the deadline for bids, in their order. */
export function ending(scene: RoundScene, seed: RoundSeed, end: EndSeed): RoundStep[] {
  const round = roundId(seed.key);
  const all: Scene = { ...scene, seed, end, round };
  return [...decision(all), ...answers(all), ...store(all), ...books(all), ...payments(all)];
}

function act(
  { seed, round, ...scene }: Scene,
  daysAgo: number,
  key: string,
  play: RoundStep['play'],
): RoundStep {
  return { round, actor: guideOf(seed.cluster), at: workday(scene, daysAgo, seed.key, key), play };
}

function decision(scene: Scene): RoundStep[] {
  const { tx, round, seed, end } = scene;
  return [
    {
      round,
      actor: null,
      at: new Date(closing(scene, seed.bidsCloseInDays).getTime() + 7_000),
      async play() {
        await tx`update public.rounds set bids_close_at = now() - interval '1 minute' where id = ${round}`;
        await tx`select private.open_round(${round})`;
      },
    },
    act(scene, end.awarded, 'award', () => awardOptimum(tx, round)),
    act(scene, end.ordered, 'order', async () => {
      // The days of standstill went by since.
      await tx`update public.rounds set standstill_until = least(standstill_until, now() - interval '1 minute') where id = ${round}`;
      await tx`select public.place_orders(${round})`;
    }),
  ];
}

/** Every supplier that won says yes to every line. */
function answers(scene: Scene): RoundStep[] {
  const { tx, round, seed, end } = scene;
  return seed.bids.map(({ supplier }, n) => {
    const { actor, key } = seatOf(supplier);
    return {
      ...act(scene, end.confirmed, supplier, async () => {
        await giveKey(tx, round, supplier);
        await tx`
          select public.answer_purchase_order(o.id, (select jsonb_agg(jsonb_build_object('id', l.id, 'confirmation', 'accepted')) from public.purchase_order_lines l
            where l.purchase_order_id = o.id), ${n === 0 ? 'We bring it on our own lorry.' : null}, ${key})
          from public.purchase_orders o where o.round_id = ${round} and o.supplier_id = ${demoId('supplier', supplier)}`;
      }),
      actor,
    };
  });
}

function store(scene: Scene): RoundStep[] {
  const { tx, round, seed, end, calendar } = scene;
  const { daysAgo, damaged, note } = end.delivered;
  const spoilt = Object.fromEntries(
    Object.entries(damaged).map(([lot, n]) => [demoId('lot', seed.key, lot), n]),
  );
  const arrived = act(scene, daysAgo, 'deliver', async () => {
    await tx`
      select public.record_delivery(gen_random_uuid(), o.id, ${calendar.day(-daysAgo)}, 'Store keeper, Masoro', (select jsonb_agg(jsonb_build_object('orderLineId', l.id,
          'counted', l.quantity, 'damaged', coalesce((${tx.json(spoilt)}::jsonb ->> l.lot_id::text)::bigint, 0), 'qualityOk', true, 'complete', true))
        from public.purchase_order_lines l where l.purchase_order_id = o.id), ${tx.json(SIGNATURE)},
        case when exists (select 1 from public.purchase_order_lines l where l.purchase_order_id = o.id and ${tx.json(spoilt)}::jsonb ? l.lot_id::text) then ${note} else '' end)
      from public.purchase_orders o where o.round_id = ${round} and o.state <> 'declined' order by o.number`;
    await shareAgain(tx, round);
  });
  const handed = seed.pledges.map(({ producer }, n) => {
    const step = act(scene, end.handed, producer, async () => {
      const name = PRODUCERS.find(({ slug }) => slug === producer)!.name;
      await tx`
        select public.hand_over(gen_random_uuid(), ${round}, ${producerId(producer)}, ${`For ${name}`}, x.lines, ${tx.json(SIGNATURE)})
        from (select jsonb_agg(jsonb_build_object('lotId', a.lot_id, 'quantity', a.quantity)) as lines from public.allocations a
          where a.run_id = private.current_run(${round}) and a.producer_id = ${producerId(producer)} and a.quantity > 0) x where x.lines is not null`;
    });
    return { ...step, at: new Date(step.at.getTime() + (n % 3) * 24 * HOUR_MS) };
  });
  return [arrived, ...handed];
}

function books(scene: Scene): RoundStep[] {
  const { tx, round, seed, end, calendar } = scene;
  const invoiced = act(scene, end.invoiced, 'invoice', async () => {
    await tx`
      select public.enter_supplier_invoice(gen_random_uuid(), o.id, jsonb_build_object('invoiceNumber', 'INV-' || (2040 + 17 * o.number),
        'invoiceDate', ${calendar.day(-end.invoiced - 1)}::text, 'goodsAmount', x.goods, 'freightAmount', o.freight_amount, 'taxAmount', 0, 'lines', x.lines), '[]')
      from public.purchase_orders o cross join lateral (
        select sum(private.lot_amount(g.good, l.unit_amount, t.decimals)) as goods, jsonb_agg(jsonb_build_object('orderLineId', l.id, 'quantity', g.good,
          'unitAmount', l.unit_amount, 'lineAmount', private.lot_amount(g.good, l.unit_amount, t.decimals))) as lines
        from public.purchase_order_lines l join public.lots t on t.id = l.lot_id cross join lateral private.good_received(l.id) g (good)
        where l.purchase_order_id = o.id) x
      where o.round_id = ${round} and o.state <> 'declined' order by o.number`;
    for (const { kind, amount, note } of end.costs)
      await tx`select public.add_round_cost(${demoId('round cost', seed.key, note)}, ${round}, ${kind}, ${amount}, ${note}, ${calendar.day(-end.invoiced)})`;
  });
  const settled = act(scene, end.settled, 'settle', () => settle(tx, round));
  const paid = Object.entries(end.suppliersPaid).map(([supplier, { daysAgo, percent, note }]) =>
    act(scene, daysAgo, `pay ${supplier}`, async () => {
      await tx`
        select public.pay_supplier(gen_random_uuid(), i.id, div(i.total_amount * ${percent}, 100)::bigint, 'bank_transfer', ${calendar.day(-daysAgo)}, ${note ?? ''})
        from public.supplier_invoices i join public.purchase_orders o on o.id = i.purchase_order_id
        where i.round_id = ${round} and o.supplier_id = ${demoId('supplier', supplier)}`;
    }),
  );
  return [invoiced, settled, ...paid];
}

/** Who has an account announces and proves; for the others a coordinator writes down what came. */
function payments(scene: Scene): RoundStep[] {
  const { tx, round, seed, end, calendar } = scene;
  return seed.pledges.flatMap(({ producer }, n) => {
    const share = end.partly[producer] ?? 100;
    if (share === 0) return [];
    const days = end.settled - 2 - n * 2;
    const [id, member, day] = [
      demoId('round payment', seed.key, producer),
      producerId(producer),
      calendar.day(-days),
    ];
    const owed = tx`div(private.round_owed(${round}, ${member}) * ${share}, 100)::bigint`;
    const own = accountOf('producer', producer) !== null;
    if (!own)
      return [
        act(scene, days, `pay ${producer}`, async () => {
          await tx`select public.record_round_payment(${id}, ${round}, ${member}, ${n % 3 === 0 ? 'bank_transfer' : 'mobile_money'}, ${owed}, ${day})
            where private.round_owed(${round}, ${member}) > 0`;
        }),
      ];
    const announce = act(scene, days, `pay ${producer}`, async () => {
      await tx`
        select public.announce_round_payment(${id}, ${round}, ${member}, 'mobile_money', ${owed}, (select a.id from public.payment_accounts a
          where a.cluster_id = (select r.cluster_id from public.rounds r where r.id = ${round}) and a.method = 'mobile_money' and a.active), 'Sent from the workshop’s phone.')`;
      await tx`select public.prove_round_payment(${id}, ${day})`;
    });
    const confirm = act(
      scene,
      days - 1,
      `confirm ${producer}`,
      () =>
        tx`select public.confirm_round_payment(${id}, p.amount) from public.round_payments p where p.id = ${id}`,
    );
    return [{ ...announce, actor: memberActor(producer, seed.cluster) }, confirm];
  });
}
