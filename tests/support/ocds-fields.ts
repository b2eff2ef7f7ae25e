import { readFileSync } from 'node:fs';
import { OCDS_FOLDER } from './ocds-schema.ts';

type Schema = {
  $ref?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
};

/** What the extensions that our packages declare add, in their versions 1.1.5: bids and lots. */
const list = (name: string): Schema => ({ items: { $ref: `#/definitions/${name}` } });
const plain = (names: string) =>
  Object.fromEntries(names.split(' ').map((name): [string, Schema] => [name, {}]));
const ADDED: Record<string, Record<string, Schema>> = {
  Release: { bids: { $ref: '#/definitions/Bids' } },
  Bids: { statistics: list('BidsStatistic'), details: list('Bid') },
  BidsStatistic: plain('id measure date value currency notes relatedLot'),
  Bid: {
    ...plain('id date status relatedLots'),
    tenderers: list('OrganizationReference'),
    value: { $ref: '#/definitions/Value' },
    documents: list('Document'),
  },
  Tender: { lots: list('Lot'), lotGroups: list('LotGroup'), ...plain('lotDetails') },
  Lot: {
    ...plain('id title description status'),
    value: { $ref: '#/definitions/Value' },
    contractPeriod: { $ref: '#/definitions/Period' },
  },
  Item: plain('relatedLot'),
  Award: plain('relatedBid relatedLots'),
  Document: plain('relatedLots'),
  Milestone: plain('relatedLots'),
};

function definitions(): Record<string, Record<string, Schema>> {
  const text = readFileSync(`${OCDS_FOLDER}release-schema-1.1.5.json`, 'utf8');
  const schema = JSON.parse(text) as Schema;
  const all = { ...schema.definitions, Release: schema };
  const names = new Set([...Object.keys(all), ...Object.keys(ADDED)]);
  const of = (name: string): Record<string, Schema> => ({
    ...((all as Record<string, Schema | undefined>)[name]?.properties ?? {}),
    ...ADDED[name],
  });
  return Object.fromEntries([...names].map((name) => [name, of(name)]));
}

/** Fields of a release that neither the standard nor a declared extension knows, by the kind of thing they stand in. */
export function unknownFields(release: unknown): string[] {
  const known = definitions();
  const found = new Set<string>();
  const visit = (value: unknown, schema: Schema, path: string): void => {
    if (Array.isArray(value))
      return value.forEach((one) => visit(one, schema.items ?? schema, path));
    if (typeof value !== 'object' || value === null) return;
    const fields = schema.$ref ? known[schema.$ref.split('/').at(-1)!] : schema.properties;
    for (const [name, part] of Object.entries(value)) {
      const next = fields?.[name];
      if (next) visit(part, next, `${path}.${name}`);
      else found.add(`${path}.${name}`);
    }
  };
  visit(release, { $ref: '#/definitions/Release' }, 'Release');
  return [...found];
}
