import { ocdsAwards, ocdsBids, ocdsContracts } from './ocds-outcome.ts';
import { defined, inCountry, moment, type Json, type JsonObject } from './ocds-values.ts';
import { ocdsTender } from './ocds-tender.ts';
import type { ReleaseTag, RoundFacts, RoundRelease } from './round-facts.ts';

/** The version of the Open Contracting Data Standard that packages name; releases keep to the schemas of 1.1.5. */
export const OCDS_VERSION = '1.1';

const EXTENSIONS = 'https://raw.githubusercontent.com/open-contracting-extensions';

/** What a release may hold beside the standard's own fields. */
export const OCDS_EXTENSIONS = ['ocds_bid_extension', 'ocds_lots_extension'].map(
  (name) => `${EXTENSIONS}/${name}/v1.1.5/extension.json`,
);

/** What a package may hold beside them: `links`. It has no numbered version. */
export const OCDS_PAGINATION = `${EXTENSIONS}/ocds_pagination_extension/master/extension.json`;

/** `prefix` is registered with the standard's keepers, or the site's own name; `pageOf` is a round's public page. */
export type OcdsSite = { prefix: string; pageOf: (slug: string) => string };

/** A prefix made of the site's host for who has registered none: `market.example` gives `market-example`. */
export function prefixOf(host: string): string {
  const words = host.toLowerCase().split(/[^a-z0-9]+/);
  return words.filter(Boolean).join('-') || 'isoko';
}

/** One contracting process for each round, for ever. */
export function ocidOf(facts: Pick<RoundFacts, 'id'>, { prefix }: OcdsSite): string {
  return `${prefix}-${facts.id}`;
}

/** Never changes and is never given twice. */
export function releaseIdOf({ id, facts }: RoundRelease, site: OcdsSite): string {
  return `${ocidOf(facts, site)}-${id}`;
}

function tagsOf(tag: ReleaseTag): Json[] {
  return [tag];
}

/** Who takes part, by the roles of the standard; nobody's contact. */
function partiesOf(facts: RoundFacts): JsonObject[] {
  const { cluster, suppliers = [], buyers = [], awards = [] } = facts;
  const current = awards.filter((award) => award.current);
  const winners = new Set(current.flatMap((award) => award.suppliers.map((one) => one.supplier)));
  const party = (one: { id: string; name: string; country: string }, roles: string[]) => ({
    id: one.id,
    name: one.name,
    address: inCountry(one.country),
    roles,
  });
  return [
    party(cluster, ['procuringEntity']),
    ...buyers.map((buyer) => party(buyer, ['buyer'])),
    ...suppliers.map((one) =>
      party(one, winners.has(one.id) ? ['tenderer', 'supplier'] : ['tenderer']),
    ),
  ];
}

/**
 * A row of the record as a release of OCDS 1.1.5. The same row gives the same release on every machine. Amounts are in
 * major units, quantities in whole units with the currency's and the lot's decimals. Throws RangeError on a currency or
 * country that is none.
 */
export function ocdsRelease(release: RoundRelease, site: OcdsSite): JsonObject {
  const { facts, tag, at } = release;
  return defined({
    ocid: ocidOf(facts, site),
    id: releaseIdOf(release, site),
    date: moment(at),
    tag: tagsOf(tag),
    initiationType: 'tender',
    language: facts.sourceLocale,
    parties: partiesOf(facts),
    ...(tag === 'planning' ? { planning: planningOf(facts) } : {}),
    tender: ocdsTender(facts, site),
    bids: facts.bids || facts.bidCount !== undefined ? ocdsBids(facts) : undefined,
    awards: ocdsAwards(facts),
    contracts: ocdsContracts(facts),
  });
}

/** What members join for, while they pledge. */
function planningOf(facts: RoundFacts): JsonObject | undefined {
  return facts.summary ? { rationale: facts.summary } : undefined;
}
