import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';

/** What an act on an order's page answered: which sentence the page then says, and which files were not taken. */
type Answer = { done?: string; refused?: readonly { name: string; code: string }[] };
type Acted = ReturnType<AstroGlobal['getActionResult']>;

/** The result of whichever act the request was for; undefined when it is only a look. */
export function orderActed(astro: Pick<AstroGlobal, 'getActionResult'>): Acted {
  const { orders, disputes, documents, reviews } = actions;
  const forms = [
    orders.advance,
    orders.plan,
    orders.tick,
    orders.file,
    orders.ship,
    orders.deliver,
    orders.cancel,
    orders.change,
    orders.end,
    orders.answer,
    disputes.open,
    disputes.write,
    disputes.resolve,
    disputes.withdraw,
    documents.issue,
    reviews.write,
    reviews.reply,
  ];
  for (const form of forms) {
    const result = astro.getActionResult(form as never) as Acted;
    if (result) return result;
  }
  return undefined;
}

/** Where the page goes after an act that worked. */
export function afterAct(here: string, answer: unknown): string {
  const { done, refused = [] } = (answer ?? {}) as Answer;
  const params = new URLSearchParams(done ? { done } : {});
  for (const file of refused) params.append('refused', `${file.code}~${file.name}`);
  return params.size > 0 ? `${here}?${params}` : here;
}
