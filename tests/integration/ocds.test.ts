import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { messages } from '#src/i18n/messages.ts';
import { ocdsProblems } from '#tests/support/ocds-schema.ts';
import { orderedRound, recordSeats, sealedRound } from '#tests/support/record-stage.ts';
import { startSite, type Site } from '#tests/support/site.ts';

// The public record as a journalist and a program meet it, without an account.

let site: Site;
let sql: ReturnType<typeof connect>;
let ordered: { round: string; slug: string };
let sealed: { round: string; slug: string };

beforeAll(async () => {
  site = await startSite();
  sql = connect(site.runtime.databaseUrl);
  const seats = await recordSeats(sql);
  ordered = await orderedRound(sql, seats);
  sealed = await sealedRound(sql, seats);
});
afterAll(async () => {
  await sql?.end();
  await site?.stop();
});

type Release = { id: string; ocid: string; tag: string[]; bids?: unknown };
type Package = { releases: Release[]; links: { next: string } };

async function read<T = Package>(path: string) {
  const answer = await fetch(path.startsWith('http') ? path : site.url + path);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as T };
}
/** An address that the site gave, at the port of this test. */
const here = (address: string) => site.url + new URL(address).pathname + new URL(address).search;

describe('packages', () => {
  it('of a round are valid OCDS 1.1.5, open to every site, and answered again from an ETag', async () => {
    const releases = await read(`/ocds/rounds/${ordered.slug}/releases.json`);
    expect(releases.status).toBe(200);
    expect(ocdsProblems('release-package', releases.body)).toEqual([]);
    expect(releases.body.releases.map(({ tag }) => tag[0])).toEqual([
      'tenderUpdate',
      'award',
      'contract',
    ]);
    expect(releases.headers.get('access-control-allow-origin')).toBe('*');
    const etag = releases.headers.get('etag')!;
    const again = await fetch(`${site.url}/ocds/rounds/${ordered.slug}/releases.json`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    const record = await read<{
      records: { compiledRelease: { contracts: object[] } }[];
    }>(`/ocds/rounds/${ordered.slug}/record.json`);
    expect(ocdsProblems('record-package', record.body)).toEqual([]);
    expect(record.body.records[0]!.compiledRelease.contracts.length).toBeGreaterThan(0);
  });

  it('hold no contact, no ceiling and no place of delivery', async () => {
    for (const file of ['releases', 'record']) {
      const { body } = await read(`/ocds/rounds/${ordered.slug}/${file}.json`);
      expect(JSON.stringify(body)).not.toMatch(/@|ceiling|Store of the cluster|\+250/);
    }
  });

  it('stand in the list with their addresses', async () => {
    type List = { rounds: { page: string; releasePackage: string; recordPackage: string }[] };
    const { body } = await read<List>('/ocds/rounds.json');
    const pages = body.rounds.map(({ page }) => new URL(page).pathname);
    expect(pages).toEqual(
      expect.arrayContaining([`/rounds/${ordered.slug}`, `/rounds/${sealed.slug}`]),
    );
    for (const round of body.rounds)
      for (const address of [round.page, round.releasePackage, round.recordPackage])
        expect((await fetch(here(address))).status, address).toBe(200);
  });

  it('of what is not there are 404', async () => {
    for (const path of [
      '/rounds/no-such-round',
      '/ocds/rounds/no-such-round/releases.json',
      '/ocds/rounds/no-such-round/record.json',
      '/og/round/no-such-round.jpg',
    ])
      expect((await fetch(site.url + path)).status, path).toBe(404);
    expect((await read<{ error: string }>('/ocds/feed.json?after=tampered')).status).toBe(400);
    expect((await read('/ocds/feed.json?limit=none')).status).toBe(400);
  });
});

describe('the feed', () => {
  it('gives every release once, page by page, and goes on where it stopped', async () => {
    const all = await sql<{ id: number }[]>`select id from public.round_releases`;
    const follow = async (start: string) => {
      const seen: string[] = [];
      for (let next = start; ;) {
        const { body } = await read(next);
        if (body.releases.length === 0) return { seen, next };
        expect(ocdsProblems('release-package', body)).toEqual([]);
        seen.push(...body.releases.map(({ id }) => id));
        next = here(body.links.next);
      }
    };
    let end = '';
    await vi.waitFor(async () => {
      const { seen, next } = await follow('/ocds/feed.json?limit=2');
      end = next;
      expect(new Set(seen).size).toBe(all.length);
      expect(seen).toHaveLength(all.length);
    });
    await sql`select private.append_release(${ordered.round}, 'contractUpdate')`;
    await vi.waitFor(async () => expect((await follow(end)).seen).toHaveLength(1));
  });
});

describe('the page', () => {
  const t = messages('en').publicRounds;
  const page = async (slug: string) => {
    const answer = await fetch(`${site.url}/rounds/${slug}`);
    return { answer, html: await answer.text() };
  };

  it('shows the bids side by side, the award and who gets something, in few bytes', async () => {
    const { answer, html } = await page(ordered.slug);
    expect(answer.status).toBe(200);
    for (const words of [t.award, t.bids, 'Sole Traders', 'Kigali Shoes', t.recordRecord])
      expect(html).toContain(words);
    expect(html).not.toMatch(/sales-|@isoko\.test|Store of the cluster/);
    expect(html).not.toContain('astro-island');
    const packed = await fetch(`${site.url}/rounds/${ordered.slug}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(Number(packed.headers.get('content-length'))).toBeLessThanOrEqual(20_000);
  });

  it('says nothing of sealed bids, and how to take part', async () => {
    const { html } = await page(sealed.slug);
    for (const words of [t.bidsSealed, t.takePartLink, `/tenders/${sealed.slug}`])
      expect(html).toContain(words);
    expect(html).not.toMatch(/Sole Traders|Nyabugogo|sha-?256/i);
    const { body } = await read(`/ocds/rounds/${sealed.slug}/releases.json`);
    expect(JSON.stringify(body)).not.toMatch(/Sole Traders|Nyabugogo|sha256|numberOf|statistics/);
  });

  it('changes at once when a round is cancelled, and says why', async () => {
    await page(sealed.slug);
    await sql`update public.rounds set state = 'cancelled', reason = 'Too few members.' where id = ${sealed.round}`;
    await sql`select private.append_release(${sealed.round}, 'tenderCancellation')`;
    await vi.waitFor(async () => {
      const { answer, html } = await page(sealed.slug);
      expect(answer.status).toBe(200);
      expect(html).toContain('Too few members.');
      expect(html).not.toMatch(/Sole Traders|Nyabugogo/);
    });
  });

  it('is linked from the cluster, the foot, the list and the sitemap', async () => {
    const read = async (path: string) => (await fetch(site.url + path)).text();
    const [list] = await sql<{ slug: string }[]>`
      select k.slug from public.clusters k join public.rounds r on r.cluster_id = k.id where r.id = ${ordered.round}`;
    expect(await read(`/clusters/${list!.slug}`)).toContain(`/rounds/${ordered.slug}`);
    expect(await read('/rounds')).toContain(`/rounds/${ordered.slug}`);
    expect(await read('/about')).toContain('href="/rounds"');
    expect(await read('/sitemap.xml')).toContain('/sitemap/rounds.xml');
    expect(await read('/sitemap/rounds.xml')).toContain(`/rounds/${ordered.slug}`);
    const drawn = await fetch(`${site.url}/og/round/${ordered.slug}.jpg`);
    expect(drawn.headers.get('content-type')).toBe('image/jpeg');
  });
});
