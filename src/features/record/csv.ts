import { csvLine } from '#src/domain/csv.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Db } from '#src/server/db/client.ts';
import { listRecord, type RecordEvent, type RecordFilters } from './queries.ts';
import { sentenceOf } from './sentences.ts';

/** How many lines are asked for at a time, and at most: a file that a spreadsheet still opens. */
const PIECE = 500;
const MOST = 50_000;
/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The record as RFC 4180 CSV, newest first, read piece by piece while it is sent. */
export function recordCsv(
  db: Db,
  filters: RecordFilters,
  t: Messages,
  locale: Locale,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let before: number | undefined;
  let sent = 0;
  return new ReadableStream({
    start(controller) {
      const names = Object.values(t.operator.csv);
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(names)));
    },
    async pull(controller) {
      const events = await listRecord(db, filters, before, PIECE);
      const lines = events.map((event) => csvLine(cells(event, t, locale)));
      controller.enqueue(encoder.encode(lines.join('')));
      before = events.at(-1)?.id;
      sent += events.length;
      if (events.length < PIECE || sent >= MOST) controller.close();
    },
  });
}

/** In the order of `t.operator.csv`. */
function cells(event: RecordEvent, t: Messages, locale: Locale): (string | null)[] {
  return [
    String(event.id),
    event.at,
    event.actorId,
    event.actor,
    event.action,
    sentenceOf(event, t, locale),
    event.subjectId,
    event.from,
    event.to,
    event.reason,
    event.producer?.name ?? null,
    event.cluster?.name ?? null,
    event.onBehalf ? t.common.yes : t.common.no,
  ];
}
