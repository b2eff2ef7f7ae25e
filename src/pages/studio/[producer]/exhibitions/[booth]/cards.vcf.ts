import type { APIRoute } from 'astro';
import { leadsFile } from '#src/features/exhibitions/visitors/leads.ts';

/** The shared cards of a booth for an address book; `?card=` names one. */
export const GET: APIRoute = ({ locals, params, url }) =>
  leadsFile(locals, {
    booth: params.booth ?? '',
    kind: 'vcf',
    card: url.searchParams.get('card'),
  });
