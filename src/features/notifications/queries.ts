import {
  isNoticeKind,
  NOTICE_GROUPS,
  type MailPace,
  type NoticeGroup,
  type NoticeKind,
} from '#src/domain/notices.ts';
import { dayIn } from '#src/domain/time.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Db } from '#src/server/db/client.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import { notice, type Notice, type NoticeData } from '#src/server/notices/notice.ts';

/** How many notices a page shows. */
export const NOTICES_PAGE = 30;

type Entry = {
  id: string;
  kind: string;
  group: NoticeGroup;
  data: NoticeData;
  count: number;
  at: string;
  read: boolean;
};
export type NoticeView = Notice & Omit<Entry, 'kind' | 'data'> & { kind: NoticeKind };
export type NoticeDay = { day: string; notices: NoticeView[] };
export type NoticePage = { unread: number; zone: string; days: NoticeDay[]; last?: NoticeView };
export type NoticeFilter = { unread: boolean; group: NoticeGroup | undefined };
type Before = { at: string; id: string };

/** Newest first, by the days of the reader's zone. `before` is the last of the page above; a wrong one opens the first. */
export async function listNotices(
  db: Db,
  locale: Locale,
  filter: NoticeFilter,
  before?: Before,
): Promise<NoticePage> {
  const answer = await db.rpc('list_notifications', {
    p_unread: filter.unread,
    p_limit: NOTICES_PAGE,
    ...(filter.group ? { p_group: filter.group } : {}),
    ...(before ? { p_before: before.at, p_before_id: before.id } : {}),
  });
  if (before && answer.error && codeOf(answer.error) === 'invalid_input')
    return listNotices(db, locale, filter);
  const list = expectData(answer) as { unread: number; zone: string; entries: Entry[] };
  const notices = list.entries.flatMap((entry) => viewOf(entry, locale));
  const days = Map.groupBy(notices, ({ at }) => dayIn(list.zone, new Date(at)));
  const last = list.entries.length === NOTICES_PAGE ? notices.at(-1) : undefined;
  return {
    unread: list.unread,
    zone: list.zone,
    days: [...days].map(([day, of]) => ({ day, notices: of })),
    ...(last && { last }),
  };
}

/** Nothing for a kind that this version does not know (yet, or any more). */
function viewOf({ kind, data, ...entry }: Entry, locale: Locale): NoticeView[] {
  if (!isNoticeKind(kind)) return [];
  const counted = entry.count > 1 ? { ...data, times: entry.count } : data;
  return [{ ...entry, kind, ...notice(kind, counted, locale) }];
}

/** Marks a notice read and answers where it leads; null when it is not the caller's. */
export async function openNotice(db: Db, locale: Locale, id: string): Promise<string | null> {
  const answer = await db.rpc('open_notification', { p_id: id });
  if (answer.error && codeOf(answer.error) === 'invalid_input') return null;
  const found = expectData(answer) as { kind: string; data: NoticeData } | null;
  if (!found || !isNoticeKind(found.kind)) return null;
  return notice(found.kind, found.data, locale).path;
}

export type Wish = { mail: MailPace; push: boolean; sms: boolean };
export type WishesView = {
  groups: Record<NoticeGroup, Wish>;
  timeZone: string | null;
  siteZone: string;
  quietFrom: number | null;
  quietTo: number | null;
  phone: string | null;
  pendingPhone: string | null;
  browsers: { id: string; device: string; since: string }[];
};

export async function myWishes(db: Db): Promise<WishesView> {
  return expectData(await db.rpc('my_notification_wishes')) as WishesView;
}

export function groupOf(name: string | null): NoticeGroup | undefined {
  return NOTICE_GROUPS.find((group) => group === name);
}
