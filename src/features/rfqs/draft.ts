import { lineNumbers } from './read-form.ts';
import type { RfqStart, StartProducer, StartProduct } from './queries.ts';

/**
 * The form as it is drawn: what was typed so far, or what the address names. Buttons that only change the form (another
 * item, find somebody) send it to its own page, so that it works without a script.
 */
export type Draft = {
  /** True once the form came back from the browser: then nothing is guessed any more. */
  posted: boolean;
  value: (name: string) => string | undefined;
  lines: number[];
  ticked: ReadonlySet<string>;
  /** What `rfqStart` is asked. */
  asked: { products: string[]; producers: string[]; cluster: string | null; words: string };
};

const MOST_LINES = 50;

/** A product that the form begins with, and what is known of the wish already. */
export type Wish = { product: string; quantity: string; note: string };

export function readDraft(
  query: URLSearchParams,
  posted: FormData | null,
  shortlist: readonly Wish[] = [],
): Draft {
  return posted ? fromForm(posted) : fromAddress(query, shortlist);
}

function fromAddress(query: URLSearchParams, shortlist: readonly Wish[]): Draft {
  const quantities = query.getAll('quantity');
  const named = query
    .getAll('product')
    .map((product, n) => ({ product, quantity: quantities[n] ?? '', note: '' }));
  const wishes = [...named, ...shortlist].slice(0, MOST_LINES);
  const typed = new Map(
    wishes.flatMap(({ quantity, note }, n) => [
      [`line.${n}.quantity`, quantity],
      [`line.${n}.customisation`, note],
    ]),
  );
  return {
    posted: false,
    value: (name) => typed.get(name) || undefined,
    lines: Array.from({ length: Math.max(1, wishes.length) }, (_, n) => n),
    ticked: new Set(),
    asked: {
      products: wishes.map(({ product }) => product),
      producers: query.getAll('producer'),
      cluster: query.get('cluster'),
      words: query.get('find') ?? '',
    },
  };
}

function fromForm(form: FormData): Draft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const sent = lineNumbers(form);
  return {
    posted: true,
    value: text,
    lines: changed(sent, text('step') ?? ''),
    ticked: new Set(all('producers')),
    asked: {
      products: sent.flatMap((n) => text(`line.${n}.product`) ?? []),
      producers: all('shown'),
      cluster: null,
      words: text('find') ?? '',
    },
  };
}

/** The lines after a step: one more, or one less. */
function changed(lines: number[], step: string): number[] {
  const next = (lines.at(-1) ?? -1) + 1;
  const left = lines.filter((n) => step !== `remove-${n}`);
  if (step === 'add-line' && lines.length < MOST_LINES) return [...lines, next];
  return left.length > 0 ? left : [next];
}

/** The product of a line: the one it was sent with, or the one the address named at its place. */
export function productOf(draft: Draft, start: RfqStart, n: number): StartProduct | undefined {
  if (draft.posted) {
    const id = draft.value(`line.${n}.product`);
    return start.products.find((product) => product.id === id);
  }
  const named = draft.asked.products[n];
  return start.products.find((product) => product.slug === named || product.id === named);
}

export type Choice = StartProducer & { ticked: boolean };

/** Whom the form offers: those named or shown before, and who else would fit. */
export function choicesOf(draft: Draft, start: RfqStart): { named: Choice[]; others: Choice[] } {
  const tick = (one: StartProducer, ticked: boolean) => ({ ...one, ticked });
  return {
    named: start.chosen.map((one) => tick(one, draft.posted ? draft.ticked.has(one.id) : true)),
    others: start.suggested.map((one) => tick(one, draft.ticked.has(one.id))),
  };
}

/** Whether the request goes to a cluster as a whole: as chosen, or as the address says. */
export function asksCluster(draft: Draft, start: RfqStart): boolean {
  const said = draft.value('ask');
  return said ? said === 'cluster' : start.cluster !== null;
}
