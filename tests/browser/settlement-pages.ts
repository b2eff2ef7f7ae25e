import { randomUUID } from 'node:crypto';
import { settleRound, type SettlementBasis } from '#src/domain/procurement/settlement.ts';
import { connect } from '#supabase/embedded/database.ts';
import { actAs } from '#tests/support/round-stage.ts';
import { invoiceFor, stageReceived } from '#tests/support/settlement-stage.ts';
import type { Site } from '#tests/support/site.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';

/** A settled purchase with an account, a payment that waits, and costs; the money of it from both sides, and its report. */
export async function settlementPages(
  site: Site,
  { studio, cluster }: { studio: string; cluster: string },
): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const [ids] = await sql<Record<'coordinator' | 'producer' | 'cluster' | 'maker', string>[]>`
      select k.id as cluster, (select c.user_id from public.cluster_coordinators c where c.cluster_id = k.id limit 1) as coordinator, p.id as producer,
        (select m.user_id from public.producer_members m where m.producer_id = p.id limit 1) as maker
      from public.clusters k, public.producers p where k.slug = ${cluster} and p.slug = ${studio}`;
    const { coordinator, producer, maker } = ids!;
    const staged = await stageReceived(
      sql,
      ids!.cluster,
      [{ producer, firm: 120, awarded: 120, got: 112 }],
      { title: 'Inkoro za kawucu n’udushumi by’inkweto', damaged: 8, shareRule: 'weight' },
    );
    const act = <T>(name: string, args: object) => actAs<T>(sql, coordinator, name, args as never);
    const round = { p_round: staged.round };
    await act('save_cluster_account', {
      p_id: randomUUID(),
      p_cluster: ids!.cluster,
      p_input: {
        method: 'mobile_money',
        currency: 'RWF',
        holder: 'Ihuriro ry’Abakora',
        phone: '+250788000111',
      },
    });
    await act('add_round_cost', { p_id: randomUUID(), ...round, p_kind: 'duty', p_amount: 9_500 });
    const invoice = { p_id: randomUUID(), p_purchase_order: staged.order };
    const what = { p_invoice: invoiceFor(staged, 112), p_differences: [] };
    await act('enter_supplier_invoice', { ...invoice, ...what });
    const basis = await act<SettlementBasis>('settlement_basis', round);
    await act('settle_round', { ...round, p_settlement: settleRound(basis) });
    const payment = { p_id: randomUUID(), ...round, p_producer: producer };
    const way = { p_method: 'mobile_money', p_amount: 40_000 };
    await actAs(sql, maker, 'announce_round_payment', { ...payment, ...way });
    await actAs(sql, maker, 'prove_round_payment', {
      p_payment: payment.p_id,
      p_paid_on: new Date().toISOString().slice(0, 10),
    });
    await act('import_statement', {
      p_id: randomUUID(),
      p_cluster: ids!.cluster,
      p_format: 'csv',
      p_file_name: 'november.csv',
      p_sha256: 'e'.repeat(64),
      p_lines: [
        {
          bookedOn: new Date().toISOString().slice(0, 10),
          amount: 40_000,
          currency: 'RWF',
          counterparty: 'Koperative y’Abakora Inkweto',
          remittance: 'Inkoro za kawucu n’udushumi',
        },
      ],
    });
    const desk = `/coordination/${cluster}/rounds/${staged.round}`;
    return {
      'coordination/[cluster]/bank.astro': ['coordinator', `/coordination/${cluster}/bank`],
      'coordination/[cluster]/rounds/[id]/money.astro': ['coordinator', `${desk}/money`],
      'coordination/[cluster]/rounds/[id]/report.astro': ['coordinator', `${desk}/report`],
      'studio/[producer]/rounds/[id]/money.astro': [
        'maker',
        `/studio/${studio}/rounds/${staged.round}/money`,
      ],
    };
  } finally {
    await sql.end();
  }
}
