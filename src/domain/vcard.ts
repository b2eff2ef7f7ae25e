/** A person and how to reach them. `phone` in international form; `at`: ISO 8601, when this was last true. */
export type Contact = {
  /** A UUID: the same card imported twice stays one entry. */
  id: string;
  name: string;
  company: string;
  email: string | null;
  phone: string | null;
  /** The country's name in the reader's language, or null. */
  country: string | null;
  note: string;
  /** A language tag. */
  language: string;
  /** Where this comes from, such as the name of a fair. */
  category: string;
  at: string;
};

/** One vCard 4.0 (RFC 6350), lines folded at 75 octets. Nothing that was typed can end a line or begin another card. */
export function vcard(contact: Contact): string {
  const { company, email, phone, country, note } = contact;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:urn:uuid:${plain(contact.id)}`,
    `FN:${text(contact.name) || '-'}`,
    company && `ORG:${text(company)}`,
    email && `EMAIL:${text(email)}`,
    phone && `TEL;VALUE=uri:tel:${phone.replace(/[^+\d]/g, '')}`,
    country && `ADR:;;;;;;${text(country)}`,
    `LANG:${plain(contact.language)}`,
    note && `NOTE:${text(note)}`,
    contact.category && `CATEGORIES:${text(contact.category)}`,
    `REV:${new Date(contact.at).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
  return lines.map((line) => (line ? `${folded(line)}\r\n` : '')).join('');
}

/** Escaped as a value of the type text (RFC 6350, 3.4); control characters are no text. */
function text(value: string): string {
  return value
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim()
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

function plain(value: string): string {
  return value.replace(/[^\w-]/g, '');
}

const LINE_OCTETS = 75;

/** Cut between characters, never within one; the rest of a line begins with a space (RFC 6350, 3.2). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
