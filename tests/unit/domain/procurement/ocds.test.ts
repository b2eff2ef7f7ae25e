import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, minorUnitPlaces } from '#src/domain/currencies.ts';
import { plainAmount } from '#src/domain/money.ts';
import { bidViews } from '#src/domain/procurement/bid-views.ts';
import { compiledRelease, merged } from '#src/domain/procurement/ocds-merge.ts';
import { recordPackage, releasePackage } from '#src/domain/procurement/ocds-packages.ts';
import { quantityOf, valueOf, type JsonObject } from '#src/domain/procurement/ocds-values.ts';
import { ocdsRelease, ocidOf, prefixOf } from '#src/domain/procurement/ocds.ts';
import { unknownFields } from '#tests/support/ocds-fields.ts';
import { hasSchemas, ocdsProblems } from '#tests/support/ocds-schema.ts';
import { LIFE, OPENED, SETTLED, TENDER } from './round-facts-case.ts';

const SITE = {
  prefix: prefixOf('market.example'),
  pageOf: (slug: string) => `https://market.example/rounds/${slug}`,
  name: 'The market',
  siteUrl: 'https://market.example',
  licence: 'https://market.example/about#open-data',
  policy: 'https://market.example/about#open-data',
};
const URIS = {
  uri: 'https://market.example/ocds/rounds/soles-for-march/record.json',
  releasesUri: 'https://market.example/ocds/rounds/soles-for-march/releases.json',
};
const [planning, tender, opened, settled] = LIFE.map((release) => ocdsRelease(release, SITE));
/** What stands at a path of names and places: `at(release, 'tender', 'items', 0)`. */
const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce((part, name) => (part as Record<string | number, unknown>)?.[name], value);

describe('a release', () => {
  it.each(LIFE.map((release) => [release.tag, release] as const))(
    'of %s keeps to OCDS 1.1.5',
    (_tag, release) => {
      expect(ocdsProblems('release', ocdsRelease(release, SITE))).toEqual([]);
    },
  );

  it('keeps to it in every state of a round', () => {
    for (const facts of [TENDER, OPENED, SETTLED])
      for (const state of ['pledging', 'bidding', 'opened', 'awarded', 'cancelled'] as const) {
        const changed = { ...facts, state, reason: state === 'cancelled' ? 'No demand.' : null };
        const release = { ...LIFE[1]!, facts: changed };
        expect(ocdsProblems('release', ocdsRelease(release, SITE))).toEqual([]);
      }
  });

  it('says nothing of bids before the opening, their number included', () => {
    for (const release of [planning, tender]) {
      for (const part of ['bids', 'awards', 'contracts']) expect(release).not.toHaveProperty(part);
      expect(JSON.stringify(release)).not.toMatch(/tenderer|numberOf|sha256|statistics/i);
    }
    const shown = ocdsRelease({ ...LIFE[1]!, facts: { ...TENDER, bidCount: 3 } }, SITE);
    expect(at(shown, 'bids')).toEqual({ statistics: [{ id: 'bids', measure: 'bids', value: 3 }] });
    expect(at(shown, 'tender', 'numberOfTenderers')).toBe(3);
  });

  it('names the roles of cluster, members and suppliers', () => {
    const roles = (at(settled, 'parties') as { name: string; roles: string[] }[]).map((party) => [
      party.name,
      party.roles,
    ]);
    expect(roles).toEqual([
      ['Masoro', ['procuringEntity']],
      ['One', ['buyer']],
      ['Kigali Soles', ['tenderer', 'supplier']],
      ['Nairobi Hides', ['tenderer']],
    ]);
  });

  it('writes amounts in major units, quantities in whole units, with HS and UN/CEFACT codes', () => {
    const items = at(tender, 'tender', 'items');
    expect(at(items, 0)).toMatchObject({
      quantity: 82,
      unit: { scheme: 'UNCEFACT', id: 'PR' },
      classification: { scheme: 'HS', id: '640620' },
    });
    expect(at(items, 1)).toMatchObject({ quantity: 125.5, unit: { id: 'FTK' } });
    expect(at(items, 1, 'classification')).toBeUndefined();
    const offer = at(opened, 'bids', 'details', 1, 'documents', 0, 'description');
    expect(offer).toMatch(/^Hide: 3\.1 USD from 0\.01 FTK; pack 0\.1 FTK; .*; 10 days\.$/m);
    expect(offer).toMatch(/^SHA-256 (ab){32}$/m);
    expect(at(settled, 'awards', 0, 'value')).toEqual({ amount: 90_000, currency: 'RWF' });
    expect(at(settled, 'contracts', 0, 'implementation', 'milestones', 0, 'status')).toBe(
      'partiallyMet',
    );
  });

  it.skipIf(!hasSchemas)(
    'holds no field that neither the standard nor a declared extension knows',
    () => {
      for (const release of LIFE)
        expect(unknownFields(ocdsRelease(release, SITE)), release.tag).toEqual([]);
      expect(unknownFields({ ...tender, tender: { sha256: 'x' } })).toEqual([
        'Release.tender.sha256',
      ]);
    },
  );

  it('is the same for the same row, whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(SETTLED).reverse()) as typeof SETTLED;
    const again = ocdsRelease({ ...LIFE[3]!, facts: turned }, SITE);
    expect(JSON.stringify(again)).toBe(JSON.stringify(settled));
  });
});

describe('amounts and quantities', () => {
  it('are exactly what the books say, in every currency', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amount, fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const written = valueOf(minor, currency)['amount'] as number;
        expect(Number(plainAmount({ amount: minor, currency }))).toBe(written);
        // Read back from JSON and counted in minor units it is the same whole number.
        const read = JSON.parse(JSON.stringify(written)) as number;
        expect(Math.round(read * 10 ** minorUnitPlaces(currency))).toBe(minor);
      }),
    );
  });

  it('count whole units of the lot', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.nat(3), (steps, decimals) => {
        const { quantity } = quantityOf(steps, { decimals, unit: 'KGM' });
        expect(Math.round((quantity as number) * 10 ** decimals)).toBe(steps);
      }),
    );
  });
});

describe('packages', () => {
  const releases = releasePackage(URIS.releasesUri, LIFE, SITE);
  const record = recordPackage(URIS, LIFE, SITE);

  it('keep to OCDS 1.1.5', () => {
    expect(ocdsProblems('release-package', releases)).toEqual([]);
    expect(ocdsProblems('record-package', record)).toEqual([]);
  });

  it('are found wrong when something is missing', () => {
    expect(ocdsProblems('release-package', { ...releases, publisher: {} })).not.toEqual([]);
    expect(ocdsProblems('record-package', { ...record, records: [] })).not.toEqual([]);
    expect(ocdsProblems('release', { ...tender, date: 'tomorrow' })).not.toEqual([]);
  });

  it('link every release by its id and compile what they say last', () => {
    const links = at(record, 'records', 0, 'releases') as { url: string; date: string }[];
    expect(links.map(({ url }) => url.split('#')[1])).toEqual(
      (releases['releases'] as JsonObject[]).map(({ id }) => id),
    );
    expect(links.map(({ date }) => date)).toEqual(links.map(({ date }) => date).toSorted());
    const compiled = at(record, 'records', 0, 'compiledRelease');
    expect(compiled).toMatchObject({ ocid: ocidOf(TENDER, SITE), tag: ['compiled'] });
    expect(at(compiled, 'tender', 'status')).toBe('complete');
    expect(at(compiled, 'planning', 'rationale')).toBe(TENDER.summary);
    expect(at(compiled, 'contracts')).toEqual(at(settled, 'contracts'));
    expect(at(compiled, 'parties')).toHaveLength(4);
  });
});

describe('merging', () => {
  it('takes the latest value, object by object and list by id, and null takes away', () => {
    const before: JsonObject = {
      a: { b: 1, c: 2 },
      list: [{ id: 1, x: 'old' }, { id: 2 }],
      words: ['a', 'b'],
    };
    const after: JsonObject = {
      a: { c: null },
      list: [{ id: 1, x: 'new' }, { id: 3 }],
      words: ['c'],
    };
    expect(merged(before, after)).toEqual({
      a: { b: 1 },
      list: [{ id: 1, x: 'new' }, { id: 2 }, { id: 3 }],
      words: ['c'],
    });
  });

  it('changes nothing when a release says the same again', () => {
    const bodies = [planning!, tender!, opened!, settled!];
    fc.assert(
      fc.property(fc.nat(3), fc.integer({ min: 1, max: 3 }), (to, times) => {
        const told = bodies.slice(0, to + 1);
        const again = told.flatMap((body) => Array<JsonObject>(times).fill(body));
        expect(compiledRelease(again)).toEqual(compiledRelease(told));
      }),
    );
  });
});

describe('bids side by side', () => {
  it('are compared in the round’s currency with freight, the best first', () => {
    const views = bidViews(OPENED);
    const [soles, hide] = OPENED.lots.map(({ id }) => views.get(id)!);
    expect(soles!.map((view) => view.supplierId)).toEqual([
      OPENED.suppliers![0]!.id,
      OPENED.suppliers![1]!.id,
    ]);
    expect(soles![0]).toMatchObject({ quantity: 90, unitAmount: 1000, totalBp: 10_000 });
    expect(soles![1]!.unitAmount).toBe(1088);
    expect(soles![1]!.landedUnitAmount).toBeGreaterThan(1088);
    expect(hide).toHaveLength(1);
    expect(bidViews(TENDER).get(TENDER.lots[0]!.id)).toEqual([]);
  });
});

describe('the prefix', () => {
  it('is the site’s host in plain letters', () => {
    expect(prefixOf('Market.Example:8080')).toBe('market-example-8080');
    expect(prefixOf('…')).toBe('isoko');
  });
});
