import { randomUUID } from 'node:crypto';
import { connect } from '#supabase/embedded/database.ts';
import { httpPerson, type HttpPerson } from './http-person.ts';
import { freshAddress, linkIn, PASSWORD } from './people.ts';
import type { Site } from './site.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

export type Member = { email: string; person: HttpPerson };

/** An account made as a person makes one: the form, the mail, the button. */
export async function newMember(
  site: Site,
  intent: 'sell' | 'buy' | 'coordinate',
): Promise<Member> {
  const email = freshAddress(intent);
  const person = httpPerson(site.url);
  const form = { intent, displayName: `Somebody who came to ${intent}`, email, password: PASSWORD };
  await person.submit('/sign-up', 'accounts.signUp', form);
  const { pathname, search } = new URL(linkIn((await site.mailTo(email)).text, '/auth/confirm'));
  await person.submit(pathname + search, 'accounts.confirm');
  return { email, person };
}

/** Opens a workshop or a cluster from the welcome page; answers its slug. */
export async function opened(person: HttpPerson, kind: 'studio' | 'coordination', name: string) {
  const made =
    kind === 'studio'
      ? await person.submit('/welcome?start=sell', 'organisations.createProducer', {
          name,
          kind: 'workshop',
          country: 'RW',
          place: 'Masoro',
        })
      : await person.submit('/welcome?start=coordinate', 'organisations.createCluster', {
          name,
          country: 'RW',
          place: 'Masoro',
        });
  return new RegExp(`/${kind}/([^/]+)`).exec(made.location ?? '')![1]!;
}

/** The link of an invitation made on a page of people. */
export async function invited(
  person: HttpPerson,
  page: string,
  fields: Record<string, string> = {},
) {
  const answer = await person.submit(page, 'organisations.invite', fields);
  const link = /value="[^"]*(\/invitations\/[^"]+)"/.exec(answer.html)?.[1];
  if (!link) throw new Error(`no link on ${page} (${answer.status})`);
  return link;
}

/** Lists a product with one photograph and publishes it; answers its id and slug. `end`: the state it comes to. */
export async function listed(
  person: HttpPerson,
  studio: string,
  title: string,
  end: 'published' | 'in_review' = 'published',
) {
  const id = randomUUID();
  const path = `/studio/${studio}/products/${id}`;
  const page = await person.get(path);
  const producer = /name="producer" value="([^"]+)"/.exec(page.html)![1]!;
  const photo = new FormData();
  photo.set('id', randomUUID());
  photo.set('producer', producer);
  const jpeg = await softJpeg(900, 700);
  photo.set('photo', new File([new Uint8Array(jpeg)], 'photo.jpg', { type: 'image/jpeg' }));
  const sent = await person.send(`/studio/upload?product=${id}`, {
    method: 'POST',
    body: photo,
    headers: { origin: new URL(person.origin).origin },
  });
  if (sent.status !== 200) throw new Error(`photo refused: ${sent.status} ${sent.html}`);
  const category = /<select[^>]*name="category"[\s\S]*?<option[^>]*value="([0-9a-f-]{36})"/.exec(
    page.html,
  )![1]!;
  const saved = await person.submit(path, 'listings.save', {
    title,
    category,
    price: '45000',
    currency: 'RWF',
    unit: 'PR',
    moq: '6',
    leadTime: '21',
    description: 'Sewn by hand.',
    then: 'publish',
  });
  if (!saved.location?.includes(`saved=${end}`))
    throw new Error(`not published: ${saved.status} ${saved.location}`);
  const after = await person.get(path);
  const slug = /href="[^"]*\/products\/([a-z0-9-]+)"/.exec(after.html)?.[1] ?? '';
  return { id, slug, path };
}

/** Makes somebody an operator, which only the database's own login can. */
export async function makeOperator(site: Site, email: string): Promise<void> {
  await withDatabase(site, (sql) => sql`select private.make_operator(${email})`);
}

/** Lets a cluster look at its members' listings before they are public. */
export async function letReview(site: Site, cluster: string): Promise<void> {
  await withDatabase(
    site,
    (sql) => sql`update public.clusters set reviews_listings = true where slug = ${cluster}`,
  );
}

/** Waits until the worker has made every picture. */
export async function picturesReady(site: Site): Promise<void> {
  await withDatabase(site, async (sql) => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const [row] = await sql`select count(*)::int as n from public.media where state = 'uploaded'`;
      if (row?.['n'] === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('pictures are not ready after a minute');
  });
}

async function withDatabase<T>(site: Site, run: (sql: ReturnType<typeof connect>) => Promise<T>) {
  const sql = connect(site.runtime.databaseUrl);
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}
