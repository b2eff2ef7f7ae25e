import {
  DETAILS,
  PAYMENT_ACCOUNTS,
  RATES,
  SAVED_SEARCHES,
  SHORTLISTS,
} from '#supabase/demo/content/trade.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import {
  buyerAccountId,
  buyerId,
  operator,
  producerId,
  productId,
} from '#supabase/demo/db/people.ts';
import type { Scene } from '#supabase/demo/db/trade/acts.ts';
import { buyerActor, producerActor } from '#supabase/demo/db/trade/cast.ts';
import type { Ago, Step } from '#supabase/demo/db/trade/play.ts';

/** The terms of the demo's operator: 4 %, and the tax of Rwanda on it. */
const DEMO_COMMISSION = { bp: 400, taxBp: 1800 };

/** Things stand like this before the first act. */
const FURNISHED_DAYS_AGO = 280;

/** What has to be there before anybody trades, and what the buyer keeps beside it. */
export function furnish({ tx, calendar }: Scene, ago: Ago): Step[] {
  const start = ago(FURNISHED_DAYS_AGO, 'furnish');
  const buyer = () => buyerAccountId('maison-croix-rousse')!;
  const owners = DETAILS.map((details): Step => {
    const { producer, buyer: organisation, ...input } = details;
    return {
      at: start,
      actor: () => (producer ? producerActor(producer) : buyerActor(organisation!)),
      calls: () => [
        tx`select public.save_organisation_details(${producer ? producerId(producer) : null}, ${organisation ? buyerId(organisation) : null}, ${tx.json(input as never)})`,
      ],
    };
  });
  const accounts = PAYMENT_ACCOUNTS.map(({ producer, ...account }): Step => ({
    at: start,
    actor: () => producerActor(producer),
    calls: () => [
      tx`select public.save_payment_account(${demoId('payment-account', producer, account.method, account.currency)}, ${producerId(producer)}, ${tx.json(account as never)})`,
    ],
  }));
  const lists = SHORTLISTS.map(({ key, name, shared, daysAgo, items }): Step => ({
    at: ago(daysAgo, key),
    actor: buyer,
    calls: () => {
      const id = demoId('shortlist', key);
      const owner = shared ? buyerId('maison-croix-rousse') : null;
      return [
        tx`select public.create_shortlist(${id}, ${name}, ${owner})`,
        ...items.map(
          ({ product, quantity, note }) =>
            tx`select public.add_to_shortlist(${id}, ${productId(product)}, ${quantity ?? null}, ${note ?? ''})`,
        ),
      ];
    },
  }));
  const searches = SAVED_SEARCHES.map(({ key, name, query, daysAgo }): Step => ({
    at: ago(daysAgo, key),
    actor: buyer,
    calls: () => [
      tx`select public.save_search(${demoId('search', key)}, ${name}, ${tx.json(query as never)}, 'fr')`,
    ],
  }));
  return [...termsAndRates({ tx, calendar }, ago), ...owners, ...accounts, ...lists, ...searches];
}

/** The operator's part. */
function termsAndRates({ tx, calendar }: Pick<Scene, 'tx' | 'calendar'>, ago: Ago): Step[] {
  const day = calendar.day(-1);
  const rates = Object.entries(RATES).map(([currency, perEur]) => ({ currency, perEur, day }));
  const site: Step = {
    at: ago(FURNISHED_DAYS_AGO + 1, 'terms'),
    actor: () => operator()!,
    calls: () => [
      tx`update public.site_settings set commission_bp = ${DEMO_COMMISSION.bp}, commission_tax_bp = ${DEMO_COMMISSION.taxBp}
        where commission_bp = 0 and commission_tax_bp = 0 and not exists (
          select 1 from public.events e where e.subject_kind = 'settings' and e.data -> 'fields' ? 'commission_bp')`,
    ],
  };
  const read: Step = {
    at: ago(1, 'rates'),
    actor: () => operator()!,
    calls: () => [
      tx`select public.save_exchange_rates(r.rates, 'csv') from (select jsonb_agg(x) as rates from jsonb_array_elements(${tx.json(rates)}) x
        where not exists (select 1 from public.exchange_rates e where e.currency = x ->> 'currency')) r where r.rates is not null`,
    ],
  };
  return [site, read];
}
