/// <reference types="astro/client" />

declare namespace App {
  /** What the middleware gives every page, endpoint and action. */
  interface Locals {
    /** Language of this request, from the URL prefix. `Astro.url.pathname` never carries the prefix. */
    locale: import('#src/i18n/locales.ts').Locale;
    /** Every message of that language. */
    t: import('#src/i18n/messages.ts').Messages;
    requestId: string;
    log: import('#src/server/log.ts').Log;
    /** The verified signed-in person, or null. */
    user: import('#src/server/auth/identity.ts').SessionUser | null;
    /** The database as this visitor, made when first read. */
    readonly db: import('#src/server/db/client.ts').Db;
  }
}
