import type { RoundFacts } from '#src/domain/procurement/round-facts.ts';
import { localized, paths } from '#src/paths.ts';
import { publisherOf } from './publish.ts';
import type { PublicStep } from './queries.ts';

type Data = Record<string, unknown>;
type Locals = Pick<App.Locals, 'siteUrl' | 'locale' | 't'> & object;

const json = (contentUrl: string): Data => ({
  '@type': 'DataDownload',
  encodingFormat: 'application/json',
  contentUrl,
});

function sourced(locals: Locals): Data {
  const site = publisherOf(locals);
  return {
    license: site.licence,
    creator: { '@type': 'Organization', name: site.name, url: site.siteUrl },
    isAccessibleForFree: true,
  };
}

/** The list of all purchases as schema.org's Dataset, for those who look for open data. */
export function datasetData(locals: Locals): Data {
  const { siteUrl, locale, t } = locals;
  const p = t.publicRounds;
  return {
    '@type': 'Dataset',
    name: p.datasetName(publisherOf(locals).name),
    description: p.description,
    url: siteUrl + localized(paths.rounds(), locale),
    ...sourced(locals),
    distribution: [json(siteUrl + paths.ocdsRounds()), json(siteUrl + paths.ocdsFeed())],
  };
}

/** One purchase as a Dataset. */
export function roundData(facts: RoundFacts, steps: readonly PublicStep[], locals: Locals): Data {
  const { siteUrl, locale, t } = locals;
  const last = steps.at(-1);
  return {
    '@type': 'Dataset',
    name: facts.title,
    description: `${t.publicRounds.by(facts.cluster.name)}. ${t.publicRounds.recordLead}`,
    url: siteUrl + localized(paths.round(facts.slug), locale),
    ...(last && { dateModified: last.at }),
    ...sourced(locals),
    distribution: [
      json(siteUrl + paths.ocdsReleases(facts.slug)),
      json(siteUrl + paths.ocdsRecord(facts.slug)),
    ],
  };
}
