/**
 * Runs in the head before anything is drawn, so that a chosen theme never flashes. Inline and therefore named in the
 * Content-Security-Policy by its hash: astro.config.mjs puts `THEME_SCRIPT_HASH` into `scriptDirective.hashes`.
 */
import { createHash } from 'node:crypto';

export const THEME_SCRIPT =
  "try{var t=localStorage.theme;if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch(e){}";

export const THEME_SCRIPT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}`;
