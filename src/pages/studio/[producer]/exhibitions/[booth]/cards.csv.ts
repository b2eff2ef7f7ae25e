import type { APIRoute } from 'astro';
import { leadsFile } from '#src/features/exhibitions/visitors/leads.ts';

/** The shared cards of a booth as a table. */
export const GET: APIRoute = ({ locals, params }) =>
  leadsFile(locals, { booth: params.booth ?? '', kind: 'csv', card: null });
