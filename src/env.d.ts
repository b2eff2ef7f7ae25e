/// <reference types="astro/client" />

declare namespace App {
  /** What the middleware gives every page, endpoint and action. */
  interface Locals {
    /** Language of this request, from the URL prefix. `Astro.url.pathname` never carries the prefix. */
    locale: import('#src/i18n/locales.ts').Locale;
    /** Every message of that language. */
    t: import('#src/i18n/messages.ts').Messages;
    requestId: string;
    /** Public origin without a trailing slash. */
    siteUrl: string;
    /** The browser asked for little data. */
    saveData: boolean;
    /** The operator's settings; absent only when they could not be read. */
    site: import('#src/server/http/site-settings.ts').SiteSettings | undefined;
    log: import('#src/server/log.ts').Log;
    /** The verified signed-in person, or null. */
    user: import('#src/server/auth/identity.ts').SessionUser | null;
    /** The database as this visitor, made when first read. */
    readonly db: import('#src/server/db/client.ts').Db;
  }
}
