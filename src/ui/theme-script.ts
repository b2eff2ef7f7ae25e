/**
 * Runs in the head before anything is drawn, so that a chosen theme never flashes; and says that scripts run, for styles that
 * hold something back until one brings it (`data-js`). Inline and therefore named in the Content-Security-Policy by its hash:
 * astro.config.mjs puts `THEME_SCRIPT_HASH` into `scriptDirective.hashes`.
 */
import { createHash } from 'node:crypto';

export const THEME_SCRIPT =
  "var d=document.documentElement.dataset;d.js='';try{var t=localStorage.theme;if(t=='light'||t=='dark')d.theme=t}catch(e){}";

export const THEME_SCRIPT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}`;
