import type { Plugin } from 'vite';
import { env } from '../env.ts';
import { enterEdge } from './edge.ts';
import { sendRedirect } from './front/send.ts';

/** Gives `astro dev` the same step in front of Astro that the production server has. */
export function devEdge(): Plugin {
  return {
    name: 'isoko:dev-edge',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((req, res, next) => {
        if (isVite(req.url ?? '/')) return next();
        const { siteUrl, proxies } = env();
        const edge = enterEdge(req, { siteUrl, proxies });
        if ('redirect' in edge) return sendRedirect(req, res, edge.redirect);
        next();
      });
    },
  };
}

/** Vite's own addresses: modules, sources and its client. */
function isVite(url: string): boolean {
  return (
    /^\/(?:@|src\/|node_modules\/|_astro\/|__)/.test(url) ||
    /\.(?:ts|tsx|css|js|map)(?:$|\?)/.test(url)
  );
}
