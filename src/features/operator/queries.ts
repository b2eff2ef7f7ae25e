import type { MediaView } from '#src/domain/media.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** The desk as its frame draws it: who I am and what waits where. `account` is what `myAccount` answers. */
export type OperatorFrameData<A> = {
  account: A;
  pending: number;
  /** Active clusters that nobody approved yet. */
  unapproved: number;
  reports: number;
  /** Requests for quotes that wait for a look. */
  held: number;
  /** Open disputes that no coordinator is free to mediate. */
  disputes: number;
  deadJobs: number;
};

/** Null for everybody who does not operate the site. */
export async function operatorFrame<A>(db: Db): Promise<OperatorFrameData<A> | null> {
  return expectData(await db.rpc('operator_frame')) as unknown as OperatorFrameData<A> | null;
}

/** Numbers of the whole site; the new ones are of the last seven days. `E` is a line of the record. */
export type OperatorOverview<E> = {
  users: number;
  newUsers: number;
  producers: Partial<Record<'pending' | 'active' | 'suspended', number>>;
  clusters: number;
  published: number;
  inquiries: number;
  reports: number;
  deadJobs: number;
  events: E[];
};

export async function operatorOverview<E>(db: Db): Promise<OperatorOverview<E>> {
  return expectData(await db.rpc('operator_overview')) as unknown as OperatorOverview<E>;
}

export type SettingsView = {
  time_zone: string;
  name: string;
  tagline: string;
  accent: string | null;
  locales: Locale[];
  currencies: string[];
  approves_producers: boolean;
  mail_from_name: string;
  mail_from_address: string;
  contact_email: string | null;
  logo: (MediaView & { id: string; state: 'uploaded' | 'ready' | 'failed' }) | null;
};

/** The settings with the mail sender, which nobody else may read. */
export async function settingsView(db: Db): Promise<SettingsView> {
  return expectData(await db.rpc('operator_settings')) as unknown as SettingsView;
}

/** `products` counts the listings that hang right on it. */
export type CategoryRow = {
  id: string;
  key: string;
  parentId: string | null;
  hsHeading: string | null;
  unit: string | null;
  hidden: boolean;
  names: Partial<Record<Locale, string>>;
  products: number;
};

/** All of them in the order of their rows; `categoryTree` puts them together. */
export async function categoryRows(db: Db): Promise<CategoryRow[]> {
  return expectData(await db.rpc('operator_categories')) as unknown as CategoryRow[];
}
