import { connect } from '#supabase/embedded/database.ts';
import { fairIn } from '#tests/support/fair-stage.ts';
import type { Site } from '#tests/support/site.ts';
import { meetingPages } from './meeting-pages.ts';
import { visitorPages } from './visitor-pages.ts';

type Who = 'visitor' | 'maker' | 'buyer' | 'coordinator' | 'operator';

/** The pages of an open exhibition, as a visitor walks through them. */
export async function exhibitionPages(
  site: Site,
  { product }: { product: string },
): Promise<Record<string, [Who, string]>> {
  const sql = connect(site.runtime.databaseUrl);
  try {
    const fair = await fairIn(sql, product);
    const { slug, booth, object } = fair;
    const here = `/exhibitions/${slug}`;
    return {
      ...(await visitorPages(sql, fair)),
      ...(await meetingPages(sql, fair)),
      'embed/[slug]/[booth].astro': ['visitor', `/embed/${slug}/${booth}`],
      'exhibitions/[slug]/booths/[booth].astro': ['visitor', `${here}/booths/${booth}`],
      'exhibitions/[slug]/catalogue.astro': ['visitor', `${here}/catalogue`],
      'exhibitions/[slug]/halls/[hall].astro': ['visitor', `${here}/halls/inzu-ya-mbere`],
      'exhibitions/[slug]/index.astro': ['visitor', here],
      'exhibitions/[slug]/objects/[exhibit].astro': ['visitor', `${here}/objects/${object}`],
      'exhibitions/[slug]/plan.astro': ['visitor', `${here}/plan`],
      'exhibitions/[slug]/search.astro': ['visitor', `${here}/search?q=inkweto`],
      'exhibitions/[slug]/slideshow.astro': ['visitor', `${here}/slideshow`],
      'exhibitions/[slug]/tours/[tour]/[stop].astro': ['visitor', `${here}/tours/urugendo/1`],
      'exhibitions/[slug]/tours/[tour]/index.astro': ['visitor', `${here}/tours/urugendo`],
      'exhibitions/[slug]/visit.astro': ['visitor', `${here}/visit`],
      'exhibitions/index.astro': ['visitor', '/exhibitions'],
      'k/index.astro': ['visitor', '/k'],
      'q/[code].astro': ['visitor', '/q/ABCD-EFGH'],
    };
  } finally {
    await sql.end();
  }
}
