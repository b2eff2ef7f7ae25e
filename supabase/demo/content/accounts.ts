/**
 * The accounts of the demo, and the buyers and the supplier they belong to. They exist only where the
 * demo was loaded. All share one password, which is printed in the README and is no secret.
 */
import type { AccountSeed, BuyerSeed, SupplierSeed } from '#supabase/demo/content/types.ts';

export const DEMO_PASSWORD = 'isoko-demo-2026';

export const BUYERS: readonly BuyerSeed[] = [
  {
    key: 'maison-croix-rousse',
    name: 'Maison Croix-Rousse Design',
    kind: 'designer',
    country: 'FR',
    website: null,
  },
  {
    key: 'maashaven-imports',
    name: 'Maashaven Imports',
    kind: 'importer',
    country: 'NL',
    website: null,
  },
  {
    key: 'acacia-ridge-hotels',
    name: 'Acacia Ridge Hotels',
    kind: 'hospitality',
    country: 'KE',
    website: null,
  },
];

export const SUPPLIERS: readonly SupplierSeed[] = [
  {
    key: 'gikondo-shoe-supplies',
    name: 'Gikondo Shoe Supplies',
    country: 'RW',
    place: 'Gikondo, Kicukiro',
    sells: {
      en: 'Contact cement, rubber soles, eyelets, thread and lasts.',
      fr: 'Colle de contact, semelles de caoutchouc, œillets, fil et formes.',
      rw: 'Kole, isoli za kawucu, utwenge tw’imishumi, urudodo na forume.',
      sw: 'Gundi, soli za mpira, matundu ya kamba, uzi na kalibu.',
    },
  },
];

/** People are named by what they do, so that nobody real is meant. */
export const ACCOUNTS: readonly AccountSeed[] = [
  {
    email: 'producer@isoko.test',
    displayName: 'Inzira workshop manager',
    locale: 'en',
    role: 'producer',
    organisation: 'inzira-shoe-workshop',
  },
  {
    email: 'buyer@isoko.test',
    displayName: 'Croix-Rousse buying desk',
    locale: 'fr',
    role: 'buyer',
    organisation: 'maison-croix-rousse',
  },
  {
    email: 'coordinator@isoko.test',
    displayName: 'Masoro cluster coordinator',
    locale: 'rw',
    role: 'coordinator',
    organisation: 'masoro-footwear-leather',
  },
  {
    email: 'supplier@isoko.test',
    displayName: 'Gikondo sales desk',
    locale: 'sw',
    role: 'supplier',
    organisation: 'gikondo-shoe-supplies',
  },
  {
    email: 'operator@isoko.test',
    displayName: 'Site operator',
    locale: 'en',
    role: 'operator',
    organisation: null,
  },
];
