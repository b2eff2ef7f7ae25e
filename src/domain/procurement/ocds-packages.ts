import {
  OCDS_EXTENSIONS,
  OCDS_PAGINATION,
  OCDS_VERSION,
  ocdsRelease,
  ocidOf,
  type OcdsSite,
} from './ocds.ts';
import { compiledRelease } from './ocds-merge.ts';
import { moment, type JsonObject } from './ocds-values.ts';
import type { RoundRelease } from './round-facts.ts';

/** Who publishes; addresses are absolute. `licence` and `policy` are pages that people read. */
export type OcdsPublisher = OcdsSite & {
  name: string;
  siteUrl: string;
  licence: string;
  policy: string;
};

function frame(uri: string, publishedDate: string, from: OcdsPublisher): JsonObject {
  return {
    uri,
    version: OCDS_VERSION,
    extensions: OCDS_EXTENSIONS,
    publishedDate,
    publisher: { name: from.name, uri: from.siteUrl },
    license: from.licence,
    publicationPolicy: from.policy,
  };
}

/** A release package. `releases` oldest first, at least one; it was published when the newest was. */
export function releasePackage(
  uri: string,
  releases: readonly RoundRelease[],
  from: OcdsPublisher,
): JsonObject {
  const published = moment(releases.at(-1)!.at);
  const all = releases.map((release) => ocdsRelease(release, from));
  return { ...frame(uri, published, from), releases: all };
}

/** Before the first release of a site there is no date to give. */
const NOTHING_YET = '1970-01-01T00:00:00Z';

/**
 * A part of the feed: a release package with links of the pagination extension. Without releases, which
 * the standard does not foresee, the list is empty and `links.next` leads to where the next ones will be.
 */
export function feedPackage(
  pages: { self: string; next: string },
  releases: readonly RoundRelease[],
  from: OcdsPublisher,
): JsonObject {
  const published = releases.length > 0 ? moment(releases.at(-1)!.at) : NOTHING_YET;
  const all = releases.map((release) => ocdsRelease(release, from));
  const extensions = [...OCDS_EXTENSIONS, OCDS_PAGINATION];
  const links = { next: pages.next };
  return { ...frame(pages.self, published, from), extensions, releases: all, links };
}

/** The record package of one round: its releases by their addresses in the release package, and what they say together. */
export function recordPackage(
  { uri, releasesUri }: { uri: string; releasesUri: string },
  releases: readonly RoundRelease[],
  from: OcdsPublisher,
): JsonObject {
  const all = releases.map((release) => ocdsRelease(release, from));
  const links = all.map(({ id, date, tag }) => ({
    url: `${releasesUri}#${String(id)}`,
    date: date!,
    tag: tag!,
  }));
  const ocid = ocidOf(releases[0]!.facts, from);
  const record = { ocid, releases: links, compiledRelease: compiledRelease(all) };
  const published = moment(releases.at(-1)!.at);
  return { ...frame(uri, published, from), packages: [releasesUri], records: [record] };
}
