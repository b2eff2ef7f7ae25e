import type { APIRoute } from 'astro';
import { mediaResponse } from '#src/server/media/serve.ts';

export const prerender = false;

export const GET: APIRoute = ({ request, params }) => mediaResponse(request, params.path ?? '');

export const HEAD = GET;
