import { defined, moment, period, quantityOf, type Json, type JsonObject } from './ocds-values.ts';
import type { OcdsSite } from './ocds.ts';
import type { LotFacts, RoundFacts } from './round-facts.ts';

/** The standard's states of a tender. */
function statusOf({ state }: RoundFacts): string {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'draft' || state === 'pledging') return 'planned';
  return state === 'bidding' || state === 'opened' ? 'active' : 'complete';
}

/** The Harmonised System is version-blind in the standard: `HS` and the code as customs write it. */
function classified(lot: LotFacts): JsonObject {
  return lot.hsCode ? { classification: { scheme: 'HS', id: lot.hsCode } } : {};
}

/** One thing that is bought, as all sections name it. `id` is the lot's: a lot has one item. */
export function itemOf(
  lot: LotFacts,
  steps: number,
  price?: { amount: number; currency: string },
): JsonObject {
  return {
    id: lot.id,
    description: lot.specification ? `${lot.title}\n${lot.specification}` : lot.title,
    relatedLot: lot.id,
    ...classified(lot),
    ...quantityOf(steps, lot, price),
  };
}

function lotOf(lot: LotFacts, facts: RoundFacts): JsonObject {
  const award = facts.awards?.find((one) => one.current);
  const outcome = award?.lots.find((one) => one.lot === lot.id)?.outcome;
  const status = outcome === 'failed' ? 'unsuccessful' : statusOf(facts);
  return defined({ id: lot.id, title: lot.title, description: lot.specification || null, status });
}

/** How it is decided, in a sentence with the weights as per cent. */
function criteriaWords({ weights, lots }: RoundFacts): string {
  const percent = (bp: number) => `${bp / 100} %`;
  const questions = lots.flatMap((lot) => lot.criteria.map(({ question }) => question));
  return [
    `Price ${percent(weights.price)}, lead time ${percent(weights.leadTime)}, quality ${percent(weights.quality)}.`,
    ...questions,
  ].join('\n');
}

function documentsOf(facts: RoundFacts, site: OcdsSite): JsonObject[] {
  const page = site.pageOf(facts.slug);
  const at = { url: page, format: 'text/html', language: facts.sourceLocale };
  const notice = { id: 'notice', documentType: 'tenderNotice', title: facts.title, ...at };
  const answers = facts.questions.map((asked) => ({
    id: asked.id,
    documentType: 'clarifications',
    title: asked.question,
    description: asked.answer,
    datePublished: moment(asked.answeredAt),
    language: facts.sourceLocale,
  }));
  return [notice, ...answers];
}

function amendmentsOf(facts: RoundFacts): JsonObject[] {
  const changes = facts.amendments.map(({ number, at, text }) => ({
    id: String(number),
    date: moment(at),
    rationale: text,
  }));
  const { reason } = facts;
  return reason ? [...changes, { id: 'cancellation', rationale: reason }] : changes;
}

/** Numbers of bids: after the opening, or before it where the round shows them. */
function tenderersOf({ bidCount, suppliers }: RoundFacts): Record<string, Json | undefined> {
  return {
    numberOfTenderers: bidCount,
    tenderers: suppliers?.map(({ id, name }) => ({ id, name })),
  };
}

export function ocdsTender(facts: RoundFacts, site: OcdsSite): JsonObject {
  const { cluster, bidsCloseAt, pledgesCloseAt, openedAt, standstillUntil } = facts;
  const { amendments } = facts;
  // Bids may come when pledging is over.
  const bidding = period(pledgesCloseAt, bidsCloseAt);
  return defined({
    id: facts.id,
    title: facts.title,
    description: facts.summary || null,
    status: statusOf(facts),
    procuringEntity: { id: cluster.id, name: cluster.name },
    items: facts.lots.map((lot) => itemOf(lot, lot.firm)),
    lots: facts.lots.map((lot) => lotOf(lot, facts)),
    procurementMethod: facts.openToDirectory ? 'open' : 'selective',
    procurementMethodDetails: 'Joint purchase of the members of a cluster by sealed bids',
    mainProcurementCategory: 'goods',
    awardCriteria: facts.weights.price === 10_000 ? 'priceOnly' : 'ratedCriteria',
    awardCriteriaDetails: criteriaWords(facts),
    submissionMethod: ['electronicSubmission'],
    tenderPeriod: bidding,
    enquiryPeriod: bidding,
    hasEnquiries: facts.questions.length > 0,
    awardPeriod: openedAt ? period(openedAt, standstillUntil) : undefined,
    contractPeriod: facts.neededBy ? { endDate: `${facts.neededBy}T23:59:59Z` } : undefined,
    ...tenderersOf(facts),
    documents: documentsOf(facts, site),
    amendments: amendments.length > 0 || facts.reason ? amendmentsOf(facts) : undefined,
  });
}
