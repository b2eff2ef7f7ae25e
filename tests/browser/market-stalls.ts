import { createClient } from '@supabase/supabase-js';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { originalKey, sha256, sha8 } from '#src/server/media/fingerprint.ts';
import type { Site } from '#tests/support/site.ts';
import { softJpeg } from '#tests/unit/media/photos.ts';

export type Stalls = {
  sql: postgres.Sql;
  /** Slug of a product with everything: pictures, tiers, variants, facts. */
  full: string;
  /** Slug of a product that was public and is archived. */
  gone: string;
};

const PLAIN_BOOTS = 28;

/** A small market: a cluster, two makers, more boots than a page holds, one product with every fact. */
export async function setUpStalls(site: Site): Promise<Stalls> {
  const sql = postgres(site.runtime.databaseUrl, { max: 2, onnotice: () => undefined });
  await sql.begin(async (tx) => {
    await tx`insert into clusters (slug, name, summary, story, country, place, latitude, longitude)
      values ('masoro', 'Masoro cluster', 'Shoes and bags of one hill.', 'We share a lorry.', 'RW', 'Masoro', -1.93, 30.15)`;
    await tx`insert into producers (slug, state, name, kind, tagline, story, country, place, latitude, longitude, people_count, languages)
      values ('hill-boots', 'active', 'Hill Boots', 'cooperative', 'Boots for red mud.', 'We began with one last.', 'RW', 'Masoro', -1.93, 30.15, 12, '{en,rw}'),
        ('lake-baskets', 'active', 'Lake Baskets', 'workshop', '', '', 'KE', 'Kisumu', -0.09, 34.77, null, '{en}')`;
    await tx`insert into memberships (cluster_id, producer_id) select c.id, p.id from clusters c, producers p where c.slug = 'masoro'`;
    await tx`insert into verification_checks (producer_id, item, state, checked_at)
      select id, unnest('{identity,registration,workshop_visit}'::check_item[]), 'passed', now() from producers where slug = 'hill-boots'`;
    await tx`insert into products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at, sample_available, country_of_origin, materials)
      select p.id, 'plain-boot-' || n, 'published', c.id, 'Plain boot ' || n, 'PR', 10000 + 500 * n, 'RWF', 6 * n, 10 + n, now() - make_interval(hours => n), n % 2 = 0, 'RW',
        case when n % 4 = 0 then array['suede'] else array['oiled-cowhide'] end
      from producers p, generate_series(1, ${PLAIN_BOOTS}) n, categories c where p.slug = 'hill-boots' and c.key = 'ankle-boots'`;
    await tx`insert into products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at)
      select p.id, s.slug, s.state::product_state, c.id, s.title, 'H87', 900, 'USD', 10, 20, now() - interval '2 days'
      from producers p, categories c, (values ('round-tray', 'published', 'Round sisal tray'), ('old-tray', 'archived', 'Oval sisal tray')) s (slug, state, title)
      where p.slug = 'lake-baskets' and c.key = 'bread-and-fruit-baskets'`;
    await tx`insert into products (producer_id, slug, state, category_id, title, description, care, unit, price_amount, price_currency, moq, order_multiple, lead_time_days, capacity_per_month, hs_code,
        country_of_origin, incoterm, incoterm_place, materials, techniques, sample_available, sample_price_amount, weight_grams, length_mm, width_mm, height_mm, published_at)
      select p.id, 'hill-boot', 'published', c.id, 'Hill boot in oiled leather', 'Sewn, not only glued.', 'Grease it twice a year.', 'PR', 30000, 'RWF', 12, 6, 21, 400, '640351',
        'RW', 'FCA', 'Kigali', '{oiled-cowhide}', '{hand-lasting}', true, 35000, 1400, 320, 220, 130, now()
      from producers p, categories c where p.slug = 'hill-boots' and c.key = 'ankle-boots'`;
    await tx`insert into price_tiers (product_id, min_quantity, unit_amount) select id, n, a from products, (values (60, 27000), (240, 25000)) t (n, a) where slug = 'hill-boot'`;
    await tx`insert into variants (product_id, position, name, size, colour) select id, n, c || ', EU ' || 40 + n, 'EU ' || 40 + n, c from products, generate_series(0, 3) n, unnest('{brown,black}'::text[]) c where slug = 'hill-boot'`;
    await tx`insert into product_translations (product_id, locale, field, text, status) select id, 'fr', 'title', 'Bottine des collines, cuir huilé', 'reviewed' from products where slug = 'hill-boot'`;
  });
  await hangPictures(site, sql, 'hill-boot', 3);
  return { sql, full: 'hill-boot', gone: 'old-tray' };
}

/** Pictures as if their producer had sent them; waits until the worker has made their files. */
export async function hangPictures(site: Site, sql: postgres.Sql, slug: string, count: number) {
  const { secretKey } = JSON.parse(readFileSync(join(site.dataDir, 'keys.json'), 'utf8')) as {
    secretKey: string;
  };
  const api = createClient(site.runtime.apiUrl, secretKey, { auth: { persistSession: false } });
  for (let position = 0; position < count; position++) {
    const jpeg = await softJpeg(1000 + 40 * position, 1200);
    const [id, digest] = [randomUUID(), sha256(jpeg)];
    const options = { contentType: 'image/jpeg' };
    const { error } = await api.storage
      .from('originals')
      .upload(originalKey(id, digest), jpeg, options);
    if (error) throw error;
    await sql.begin(async (tx) => {
      await tx`insert into media (id, content_type, bytes, sha256, sha8, width, height)
        values (${id}, 'image/jpeg', ${jpeg.length}, ${digest}, ${sha8(digest)}, ${1000 + 40 * position}, 1200)`;
      await tx`insert into media_alts (media_id, locale, alt) values (${id}, 'en', ${`Boot, view ${position + 1}`})`;
      await tx`insert into product_media (product_id, media_id, position) select p.id, ${id}, ${position} from products p where p.slug = ${slug}`;
      await tx`select private.enqueue('media.derive', jsonb_build_object('id', ${id}::text), ${`media.derive:${id}`})`;
    });
  }
  for (;;) {
    const [left] = await sql<{ n: number }[]>`
      select count(*)::int as n from product_media x join products p on p.id = x.product_id join media m on m.id = x.media_id
      where p.slug = ${slug} and m.state <> 'ready'`;
    if (left?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
