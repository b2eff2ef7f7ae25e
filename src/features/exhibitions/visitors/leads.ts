import { countryName } from '#src/domain/countries.ts';
import { BYTE_ORDER_MARK, csvLine } from '#src/domain/csv.ts';
import { vcard } from '#src/domain/vcard.ts';
import { LOCALE_NAMES, type Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Db } from '#src/server/db/client.ts';
import { boothLeads } from './queries.ts';
import type { Leads, SharedCard } from './views.ts';

type Words = { t: Messages; locale: Locale };

const nameOf = (country: string | null, { locale }: Words) =>
  country && countryName(country, locale);

/** Shared cards as a table for a spreadsheet; days are ISO. */
export function leadsCsv({ exhibition, leads }: Leads, words: Words): string {
  const c = words.t.visitors.csv;
  const head = [c.date, c.exhibition, c.name, c.company, c.email, c.phone, c.country, c.language];
  const rows = leads.map((lead) =>
    csvLine([
      lead.at.slice(0, 10),
      exhibition,
      lead.name,
      lead.company,
      lead.email,
      lead.phone,
      nameOf(lead.country, words),
      LOCALE_NAMES[lead.locale],
      lead.note,
      lead.answeredAt?.slice(0, 10) ?? null,
      lead.followedUpAt?.slice(0, 10) ?? null,
      lead.retainedUntil,
    ]),
  );
  return (
    BYTE_ORDER_MARK + csvLine([...head, c.note, c.shared, c.followedUp, c.until]) + rows.join('')
  );
}

/** Shared cards for an address book. */
export function leadsVcard({ exhibition, leads }: Leads, words: Words): string {
  return leads
    .map((lead: SharedCard) =>
      vcard({
        id: lead.id,
        name: lead.name,
        company: lead.company,
        email: lead.email,
        phone: lead.phone,
        country: nameOf(lead.country, words),
        note: lead.note,
        language: lead.locale,
        category: exhibition,
        at: lead.answeredAt ?? lead.at,
      }),
    )
    .join('');
}

const TYPES = { csv: 'text/csv; charset=utf-8', vcf: 'text/vcard; charset=utf-8' } as const;
type Asked = { booth: string; kind: keyof typeof TYPES; card: string | null };

/** The shared cards as a file, or one of them; 404 for whoever opens no cards there, and for a card that is not shared. */
export async function leadsFile(
  { db, ...words }: Words & { db: Db },
  { booth, kind, card }: Asked,
): Promise<Response> {
  const all = await boothLeads(db, booth);
  const leads = all && {
    ...all,
    leads: all.leads.filter(({ id }) => card === null || id === card),
  };
  if (!leads || (card !== null && leads.leads.length === 0))
    return new Response(null, { status: 404 });
  const text = kind === 'csv' ? leadsCsv(leads, words) : leadsVcard(leads, words);
  return new Response(text, {
    headers: {
      'content-type': TYPES[kind],
      'content-disposition': `attachment; filename="cards-${leads.booth}.${kind}"`,
      'cache-control': 'no-store',
    },
  });
}
