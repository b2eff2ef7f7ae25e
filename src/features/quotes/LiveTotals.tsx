import { useEffect, useState } from 'react';
import { formatMoney } from '#src/domain/money.ts';
import type { Deviation } from '#src/domain/quote-deviations.ts';
import { fieldsOf, type QuoteFields } from './fields.ts';
import type { QuotableProduct } from './queries.ts';
import { tally, type Tally } from './tally.ts';

/** Words with places marked `{n}`: functions cannot cross to the browser. */
export type TotalsWords = {
  title: string;
  live: string;
  goods: string;
  discount: string;
  freight: string;
  tax: string;
  total: string;
  deposit: string;
  deviationsTitle: string;
  deviationsNone: string;
  deviations: Record<Deviation['kind'], string>;
  problems: Record<string, string>;
};
type Props = {
  form: string;
  fields: QuoteFields;
  products: QuotableProduct[];
  locale: string;
  words: TotalsWords;
};

/** What the quote comes to. Without JavaScript it shows what was saved; with it, what is being typed. */
export default function LiveTotals({ form, fields: saved, products, locale, words }: Props) {
  const [fields, setFields] = useState(saved);
  const [live, setLive] = useState(false);
  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    const read = () => setFields(fieldsOf(readerOf(element)));
    element.addEventListener('input', read);
    read();
    setLive(true);
    return () => element.removeEventListener('input', read);
  }, [form]);
  const result = tally(fields, products, locale);
  const written = (amount: number) => formatMoney({ amount, currency: fields.currency }, locale);
  return (
    <div className="quote-live">
      <h2>{words.title}</h2>
      <Sums result={result} written={written} words={words} />
      {result.problem && <p className="field-error">{words.problems[result.problem]}</p>}
      <h3>{words.deviationsTitle}</h3>
      <Deviations result={result} written={written} words={words} />
      {live && <p className="muted small">{words.live}</p>}
    </div>
  );
}

function readerOf(form: HTMLFormElement) {
  const data = new FormData(form);
  return {
    one: (name: string) => String(data.get(name) ?? ''),
    all: (name: string) => data.getAll(name).map(String),
  };
}

type Part = { result: Tally; written: (amount: number) => string; words: TotalsWords };

function Sums({ result, written, words }: Part) {
  const { sums, terms } = result;
  const all: [string, number | undefined][] = [
    [words.goods, sums?.goodsAmount],
    [words.discount, -terms.discountAmount],
    [words.freight, terms.freightAmount],
    [words.tax, sums?.taxAmount],
    [words.total, sums?.totalAmount],
    [words.deposit, sums?.depositAmount],
  ];
  const rows = all.filter(([label, amount]) => amount !== 0 || label === words.total);
  return (
    <dl className="quote-sums" aria-live="polite">
      {rows.map(([label, amount]) => (
        <div key={label} data-strong={label === words.total ? '' : undefined}>
          <dt>{label}</dt>
          <dd>{amount === undefined ? '–' : written(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Deviations({ result, written, words }: Part) {
  const found = result.lines.filter((line) => line.deviations.length > 0);
  if (found.length === 0) return <p className="muted">{words.deviationsNone}</p>;
  return (
    <ul>
      {found.flatMap((line) =>
        line.deviations.map((deviation) => (
          <li key={`${line.position} ${deviation.kind}`}>
            {line.description}: {sentence(deviation, written, words)}
          </li>
        )),
      )}
    </ul>
  );
}

function sentence(
  deviation: Deviation,
  written: (amount: number) => string,
  words: TotalsWords,
): string {
  const isPrice = deviation.kind === 'lower_price' || deviation.kind === 'higher_price';
  const listed = isPrice ? written(deviation.listed) : String(deviation.listed);
  return words.deviations[deviation.kind].replace('{n}', listed);
}
