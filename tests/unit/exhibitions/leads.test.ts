import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vcard, type Contact } from '#src/domain/vcard.ts';
import { leadsCsv, leadsVcard } from '#src/features/exhibitions/visitors/leads.ts';
import type { SharedCard } from '#src/features/exhibitions/visitors/views.ts';
import { messages } from '#src/i18n/messages.ts';

const CONTACT: Contact = {
  id: '5f7c1c3e-6a55-4a0e-8a6b-1f7f3f6f0001',
  name: 'Nadine Uwera',
  company: 'Maison Lumière; Lyon',
  email: 'nadine@example.com',
  phone: '+33 6 12 34 56 78',
  country: 'France',
  note: 'Two hundred derbies,\nfor the autumn',
  language: 'fr',
  category: 'From hide to shoe',
  at: '2027-03-04T10:20:30.123Z',
};

const unfold = (card: string) => card.replaceAll('\r\n ', '');
const unescape = (value: string) =>
  value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
const valueOf = (card: string, name: string) => {
  const line = unfold(card)
    .split('\r\n')
    .find((each) => each.startsWith(name));
  return line && unescape(line.slice(name.length));
};
const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('a vCard', () => {
  it('says who it is as RFC 6350 wants it', () => {
    expect(vcard(CONTACT).split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:individual',
      'UID:urn:uuid:5f7c1c3e-6a55-4a0e-8a6b-1f7f3f6f0001',
      'FN:Nadine Uwera',
      'ORG:Maison Lumière\\; Lyon',
      'EMAIL:nadine@example.com',
      'TEL;VALUE=uri:tel:+33612345678',
      'ADR:;;;;;;France',
      'LANG:fr',
      'NOTE:Two hundred derbies\\,\\nfor the autumn',
      'CATEGORIES:From hide to shoe',
      'REV:20270304T102030Z',
      'END:VCARD',
      '',
    ]);
  });

  it('leaves out what is not known', () => {
    const bare = { ...CONTACT, company: '', email: null, phone: null, country: null, note: '' };
    expect(vcard(bare)).not.toMatch(/ORG|EMAIL|TEL|ADR|NOTE/);
  });

  it('keeps every text whole, whatever was typed, and its lines short', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        'END:VCARD\r\nBEGIN:VCARD',
        'a\\nb',
        'x;y,z\\',
        '\u2028BEGIN:VCARD',
        'é'.repeat(99),
      ),
    );
    fc.assert(
      fc.property(typed, typed, (name, note) => {
        const card = vcard({ ...CONTACT, name, note });
        expect(Math.max(...card.split('\r\n').map(bytes))).toBeLessThanOrEqual(75);
        expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(unfold(card).match(/^BEGIN:VCARD$/gm)).toHaveLength(1);
        expect(unfold(card).match(/^END:VCARD$/gm)).toHaveLength(1);
        expect(card).not.toContain('\uFFFD');
        const clean = (text: string) =>
          text
            .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
            .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
            .trim();
        expect(valueOf(card, 'FN:')).toBe(clean(name) || '-');
        expect(valueOf(card, 'NOTE:') ?? '').toBe(clean(note));
      }),
      { numRuns: 60 },
    );
  });
});

const LEAD: SharedCard = {
  id: CONTACT.id,
  at: '2027-03-03T08:00:00Z',
  country: 'FR',
  locale: 'fr',
  isFromKiosk: false,
  initials: 'N. U.',
  answer: 'shared',
  answeredAt: '2027-03-04T10:20:30Z',
  retainedUntil: '2027-09-01',
  name: '=HYPERLINK("http://x.example","Click")',
  company: '+cmd|calc',
  email: '@sum(a1)@example.com',
  phone: '+33612345678',
  note: '-2+3\n"quoted"',
  followedUpAt: null,
};

describe('the file of shared cards', () => {
  const words = { t: messages('en'), locale: 'en' as const };
  const leads = { booth: 'akagera', exhibition: '=1+1', leads: [LEAD] };

  it('is a table in which nothing that was typed is run', () => {
    const table = leadsCsv(leads, words);
    expect(table.startsWith('\uFEFFLeft on,Exhibition,Name,')).toBe(true);
    expect(table).toContain(`"'=HYPERLINK(""http://x.example"",""Click"")"`);
    for (const cell of ["'=1+1", "'+cmd|calc", "'@sum", `"'-2+3`]) expect(table).toContain(cell);
    expect(table).not.toMatch(/(?:^|,)"?[=@-]/m);
  });

  it('is an address book with one card for each', () => {
    const book = leadsVcard({ ...leads, leads: [LEAD, { ...LEAD, name: 'Ange' }] }, words);
    expect(book.match(/^BEGIN:VCARD\r$/gm)).toHaveLength(2);
    expect(book).toContain('FN:Ange\r\n');
  });
});
