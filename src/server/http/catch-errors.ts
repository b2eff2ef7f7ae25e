import type { MiddlewareHandler } from 'astro';

/**
 * An unexpected error is written to the log with the request id and answered by the 500 page, which can show
 * the id and nothing else.
 */
export const catchErrors: MiddlewareHandler = async (context, next) => {
  try {
    return await next();
  } catch (error) {
    context.locals.log.error('page failed', { error, route: context.routePattern });
    return new Response(null, { status: 500 });
  }
};
