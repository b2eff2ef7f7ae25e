import type { Messages } from '#src/i18n/messages.ts';
import { localized, paths } from '#src/paths.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Account } from './queries.ts';

/** A place where a person works: whose it is, where it opens, what it is. */
export type Workplace = { name: string; href: string; kind: string };

/** Every place the person may work in, producers first. */
export function workplaces(account: Account, locale: Locale, t: Messages): Workplace[] {
  const at = (path: string) => localized(path, locale);
  return [
    ...account.producers.map((seat) => ({
      name: seat.name,
      href: at(paths.studio(seat.slug)),
      kind: t.accounts.openStudio,
    })),
    ...account.clusters.map((seat) => ({
      name: seat.name,
      href: at(paths.coordination(seat.slug)),
      kind: t.accounts.openCoordination,
    })),
    ...account.buyers.map((seat) => ({
      name: seat.name,
      href: at(paths.inquiries()),
      kind: t.accounts.openBuying,
    })),
    ...account.suppliers.map((seat) => ({
      name: seat.name,
      href: at(paths.supplierDesk()),
      kind: t.tenders.desk,
    })),
    ...(account.operator
      ? [
          {
            name: t.accounts.openOperator,
            href: at(paths.operator()),
            kind: t.accounts.openOperator,
          },
        ]
      : []),
  ];
}

/** Where a person lands after signing in; the welcome page when they have no place yet. */
export function landing(account: Account): string {
  if (account.suspended) return paths.account();
  if (account.operator) return paths.operator();
  const [producer] = account.producers;
  const [cluster] = account.clusters;
  if (account.intent === 'coordinate' && cluster) return paths.coordination(cluster.slug);
  if (producer) return paths.studio(producer.slug);
  if (cluster) return paths.coordination(cluster.slug);
  if (account.buyers.length > 0) return paths.products();
  return account.suppliers.length > 0 ? paths.supplierDesk() : paths.welcome();
}
