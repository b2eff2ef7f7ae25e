// @ts-check
import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig, passthroughImageService } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { devEdge } from './src/server/http/dev-edge.ts';
import { allowedTexts } from './src/server/http/front/allowed.ts';
import { precompress } from './src/server/http/front/precompress.ts';
import { THEME_SCRIPT_HASH } from './src/ui/theme-script.ts';

/** Packs the client files once, at the best quality, so that the server only reads them. */
const packed = {
  name: 'isoko:precompress',
  hooks: {
    /** @param {{ dir: URL }} built */
    'astro:build:done': async ({ dir }) => precompress(fileURLToPath(dir)),
  },
};

/** A page's own styles stand in it up to this size, in bytes: each file before the first paint costs a way to us and back. */
const STYLES_IN_PAGE = 6_000;
/** @param {string} path @param {Buffer} content */
const standsInPage = (path, content) =>
  path.endsWith('.css') ? content.length < STYLES_IN_PAGE : undefined;

export default defineConfig({
  output: 'server',
  // The server itself is src/cli/serve.ts; it needs whole answers, to compress and to keep them.
  adapter: node({
    mode: 'middleware',
    experimentalDisableStreaming: true,
    bodySizeLimit: 64_000_000,
  }),
  integrations: [react(), allowedTexts(), packed],
  trailingSlash: 'never',
  session: false,
  // Pictures are made by the worker, never on demand; the front also refuses Astro's own picture address.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  outDir: process.env.ISOKO_DIST ?? './dist',
  security: {
    // Nothing reaches Astro except through src/server/http/edge.ts, which writes these headers itself.
    allowedDomains: [{}],
    checkOrigin: true,
    // A form may bring ten files (src/server/files/limits.ts).
    actionBodySizeLimit: 64_000_000,
    // What src/server/http/front/page-policy.ts makes each page's policy of.
    csp: {
      scriptDirective: { hashes: [THEME_SCRIPT_HASH] },
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ],
    },
  },
  vite: {
    build: { assetsInlineLimit: standsInPage },
    ...(process.env.VITE_CACHE_DIR ? { cacheDir: process.env.VITE_CACHE_DIR } : {}),
    plugins: [devEdge()],
  },
});
