import type { Sql } from 'postgres';

/** An open fair in a running site: two halls, a booth with this product, and a tool with pictures of every role. */
export type Fair = { id: string; slug: string; booth: string; object: string; tool: string };

const TITLE = 'Kuva ku ruhu kugera ku nkweto: imurikagurisha ry’abanyabukorikori ba Masoro';
const both = (rw: string, en = rw) => ({ rw, en });

type Times = { opens?: number; closes?: number; slug?: string };

/** Times in minutes from now. The pictures are those of the product, so their files are there. */
export async function fairIn(
  sql: Sql,
  product: string,
  { opens = -60, closes = 60 * 24 * 9, slug = 'kuva-ku-ruhu' }: Times = {},
): Promise<Fair> {
  const pictures = await sql<{ id: string }[]>`
    select m.media_id as id from public.product_media m join public.products p on p.id = m.product_id
    join public.media d on d.id = m.media_id and d.state = 'ready' where p.slug = ${product} order by m.position`;
  const [row] = await sql<{ id: string }[]>`
    insert into public.exhibitions (slug, texts, source_locale, languages, hero_media_id, theme, pattern, zone, opens_at, closes_at, published_at)
    values (${slug}, ${sql.json({ title: both(TITLE), summary: both('Inkweto n’ibikapu, n’uko bikorwa.'), welcome: both('Uruhu si uruhu rukora kugeza igihe abantu babiri barukoreye.') })},
      'rw', '{rw,en}', ${pictures[0]?.id ?? null}, 'indigo', 'hooks', 'Africa/Kigali',
      now() + make_interval(mins => ${opens}), now() + make_interval(mins => ${closes}), now()) returning id`;
  const id = row!.id;
  const hall = await addHall(sql, id, 0, 'inzu-ya-mbere', 'Icyumba cy’abadozi b’inkweto');
  await addHall(sql, id, 1, 'inzu-ya-kabiri', 'Icyumba cy’ibikoresho');
  const booth = await addBooth(sql, id, hall, product);
  const tool = 'icyuma-cy-umukanishi';
  await addTool(sql, id, hall, tool, pictures);
  await addTour(sql, id, pictures[0]?.id);
  await sql`insert into public.sections (exhibition_id, position, kind, texts)
    values (${id}, 0, 'quote', ${sql.json({ body: both('Ntukata uruhu: urarubaza aho rushaka kugondwa.'), attribution: both('Umudozi wa Masoro') })})`;
  await sql`insert into public.sections (exhibition_id, position, kind, texts, place, latitude, longitude)
    values (${id}, 1, 'map', ${sql.json({ title: both('Aho bikorerwa') })}, 'Masoro', -1.93, 30.15)`;
  return { id, slug, booth, object: 'inkweto-ndende', tool };
}

async function addHall(sql: Sql, fair: string, position: number, slug: string, title: string) {
  const texts = { title: both(title), intro: both('Hano uruhu ruhinduka ikintu.') };
  const [hall] = await sql<{ id: string }[]>`
    insert into public.halls (exhibition_id, position, slug, texts) values (${fair}, ${position}, ${slug}, ${sql.json(texts)}) returning id`;
  return hall!.id;
}

/** Two stops, one at a region and one at the whole of the picture. */
async function addTour(sql: Sql, fair: string, picture: string | undefined) {
  if (!picture) return;
  const words = {
    title: both('Urugendo rw’uruhu'),
    intro: both('Intambwe ebyiri, igicapo kimwe.'),
  };
  const [tour] = await sql<{ id: string }[]>`
    insert into public.tours (exhibition_id, position, slug, texts) values (${fair}, 0, 'urugendo', ${sql.json(words)}) returning id`;
  const said = { title: both('Reba urudodo'), body: both('Buri rushinge rwinjira rimwe gusa.') };
  await sql`insert into public.tour_stops (tour_id, exhibition_id, position, media_id, x, y, width, height, texts)
    select ${tour!.id}, ${fair}, 0, d.id, 0, 0, least(64, d.width), least(64, d.height), ${sql.json(said)} from public.media d where d.id = ${picture}`;
  await sql`insert into public.tour_stops (tour_id, exhibition_id, position, media_id, texts)
    values (${tour!.id}, ${fair}, 1, ${picture}, ${sql.json(said)})`;
}

async function addBooth(sql: Sql, fair: string, hall: string, product: string) {
  const texts = { story: both('Twatangiye turi babiri, dufite imashini imwe idoda.') };
  const label = both('Idoze mu ntoki, ikirenge cyose uko cyakabaye.');
  const [booth] = await sql<{ id: string; slug: string }[]>`
    insert into public.booths (exhibition_id, hall_id, position, producer_id, slug, state, texts, answered_at, approved_at)
    select ${fair}, ${hall}, 0, p.producer_id, o.slug, 'approved', ${sql.json(texts)}, now(), now()
    from public.products p join public.producers o on o.id = p.producer_id where p.slug = ${product} returning id, slug`;
  await sql`insert into public.exhibits (exhibition_id, hall_id, booth_id, position, slug, kind, product_id, texts)
    select ${fair}, ${hall}, ${booth!.id}, 0, 'inkweto-ndende', 'product', p.id,
      ${sql.json({ label, material: both('Uruhu rw’inka'), dimensions: both('28 × 11 × 14 cm') })}
    from public.products p where p.slug = ${product}`;
  return booth!.slug;
}

const ROLES = ['view', 'detail', 'before', 'after', 'step', 'turn'];

/** Each picture hangs once, in the next role of the list; missing ones are copies of the first. */
async function addTool(
  sql: Sql,
  fair: string,
  hall: string,
  slug: string,
  pictures: readonly { id: string }[],
) {
  const texts = {
    title: both('Icyuma gifite imikono ibiri', 'Knife with two handles'),
    maker: both('Umucuzi'),
  };
  const [tool] = await sql<{ id: string }[]>`
    insert into public.exhibits (exhibition_id, hall_id, position, slug, kind, texts)
    values (${fair}, ${hall}, 0, ${slug}, 'tool', ${sql.json(texts)}) returning id`;
  for (const [n, picture] of pictures.entries())
    await sql`insert into public.exhibit_media (exhibit_id, media_id, position, role, texts)
      values (${tool!.id}, ${picture.id}, ${n}, ${ROLES[n % ROLES.length]!}, ${sql.json({ caption: both('Uko kireba') })})`;
}
