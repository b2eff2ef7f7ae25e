import type { APIRoute } from 'astro';
import { PUBLIC_PAGE_SECONDS } from '#src/config.ts';
import { paths } from '#src/paths.ts';
import { siteOf } from '#src/ui/site.ts';

/** What a phone needs to keep the market on its home screen. */
export const GET: APIRoute = ({ locals }) => {
  const site = siteOf(locals);
  const icon = (edge: number, purpose: string) => ({
    src: `/icon-${edge}.png`,
    sizes: `${edge}x${edge}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    name: site.name,
    short_name: site.name,
    description: site.tagline || undefined,
    start_url: paths.home(),
    display: 'minimal-ui',
    background_color: '#f7f4ee',
    theme_color: '#f7f4ee',
    icons: [icon(192, 'any'), icon(512, 'maskable')],
  };
  return new Response(JSON.stringify(manifest), {
    headers: {
      'content-type': 'application/manifest+json',
      'cache-control': `public, max-age=${PUBLIC_PAGE_SECONDS}`,
    },
  });
};
