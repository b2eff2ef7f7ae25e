import type { Finding } from '#src/domain/exhibitions/checklist.ts';
import { numberFormat } from '#src/i18n/formats.ts';
import { LOCALE_NAMES, type Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { CuratorRoom } from '#src/paths.ts';
import type { CuratedExhibition } from './queries.ts';

/** One line of the list in words: where it is, and what is missing. */
export function findingText(finding: Finding, t: Messages, locale: Locale): string {
  const c = t.curating;
  const languages = (finding.locales ?? []).map((one) => LOCALE_NAMES[one as Locale]).join(', ');
  const fields: Record<string, string> = c.fields;
  const field = fields[finding.field ?? ''] ?? c.fields.label;
  switch (finding.code) {
    case 'text_missing':
    case 'text_wanted':
      return c.findings[finding.code](field, languages);
    case 'alt_missing':
      return c.findings.alt_missing(languages);
    case 'heavy': {
      const size = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 } as const;
      return c.findings.heavy(numberFormat(locale, size).format((finding.bytes ?? 0) / 1000));
    }
    case 'booth_waiting':
    case 'booth_open':
      return c.findings[finding.code](finding.count ?? 0);
    default:
      return c.findings[finding.code];
  }
}

/** “Hall: Cutting”; nothing for what concerns the whole exhibition. */
export function findingPlace(finding: Finding, t: Messages): string | undefined {
  if (!finding.what) return undefined;
  const subject = t.curating.subjects[finding.what];
  return finding.name && finding.what !== 'exhibition' ? `${subject}: ${finding.name}` : subject;
}

/** The room where it is mended. */
export function findingRoom(
  finding: Finding,
  show: CuratedExhibition,
): [room: CuratorRoom, query: string] {
  const { what, id, code } = finding;
  if (code === 'no_hall' || code === 'no_object') return ['halls', ''];
  if (code === 'booth_waiting' || code === 'booth_open') return ['booths', ''];
  if (what === 'hall') return ['halls', `hall=${id}`];
  if (what === 'work') return ['halls', `work=${id}`];
  if (what === 'section') return ['sections', `section=${id}`];
  if (what === 'stop') return ['tours', ''];
  if (what === 'booth' || what === 'exhibit') return ['booths', boothOf(show, id)];
  return ['edit', ''];
}

function boothOf(show: CuratedExhibition, id: string | undefined): string {
  const booths = show.halls.flatMap((hall) => hall.booths);
  const found = booths.find((one) => one.id === id || one.exhibits.some((x) => x.id === id));
  return found ? `#booth-${found.id}` : '';
}
