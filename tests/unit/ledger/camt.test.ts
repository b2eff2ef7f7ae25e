import { describe, expect, it } from 'vitest';
import { CAMT_MAX, readCamt } from '#src/server/statements/camt.ts';

const VERSIONS = ['02', '03', '04', '05', '06', '07', '08'] as const;

type Options = { amount?: string; sign?: string; status?: string; details?: string; info?: string };

function file(version: string, entries: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>S</Id><Acct><Id><IBAN>DE00</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
}
function entry(version: string, o: Options = {}): string {
  const status = o.status ?? 'BOOK';
  return `<Ntry><Amt Ccy="EUR">${o.amount ?? '1250.00'}</Amt><CdtDbtInd>${o.sign ?? 'CRDT'}</CdtDbtInd>
<Sts>${version === '08' ? `<Cd>${status}</Cd>` : status}</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>A1</AcctSvcrRef>
${o.details ?? ''}<AddtlNtryInf>${o.info ?? 'SEPA credit'}</AddtlNtryInf></Ntry>`;
}
function details(
  version: string,
  parts: { amount?: string; name: string; text: string }[],
): string {
  const party = (name: string) =>
    version === '08' ? `<Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr>` : `<Dbtr><Nm>${name}</Nm></Dbtr>`;
  const sum = (amount: string) =>
    version === '02'
      ? `<AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>`
      : `<Amt Ccy="EUR">${amount}</Amt>`;
  return `<NtryDtls>${parts
    .map(
      (part) =>
        `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${part.amount ? sum(part.amount) : ''}
<RltdPties>${party(part.name)}</RltdPties><RmtInf><Ustrd>${part.text}</Ustrd><Ustrd>second</Ustrd></RmtInf></TxDtls>`,
    )
    .join('')}</NtryDtls>`;
}
const lines = (xml: string) => {
  const read = readCamt(xml);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};
const refused = (xml: string) => {
  const read = readCamt(xml);
  return read.ok ? 'read' : read.failure.code;
};

describe('CAMT.053', () => {
  it.each(VERSIONS)(
    'version 001.%s: a credit with its payer and words, a debit, nothing pending',
    (version) => {
      const one = details(version, [{ name: 'Nordlicht &amp; S&#246;hne', text: 'ISK-7K2M-1' }]);
      const xml = file(
        version,
        entry(version, { details: one }) +
          entry(version, { sign: 'DBIT', amount: '4.9', info: 'Fee' }) +
          entry(version, { status: 'PDNG' }),
      );
      expect(lines(xml)).toEqual([
        {
          bookedOn: '2026-03-02',
          amount: 125_000,
          currency: 'EUR',
          counterparty: 'Nordlicht & Söhne',
          remittance: 'ISK-7K2M-1 second',
          bankReference: 'A1',
        },
        expect.objectContaining({ amount: -490, remittance: 'Fee' }),
      ]);
    },
  );

  it.each(VERSIONS)(
    'version 001.%s: a batch is its parts when they add up, else one line',
    (version) => {
      const parts = [
        { amount: '1000.00', name: 'A', text: 'one' },
        { amount: '250.00', name: 'B', text: 'two' },
      ];
      const batch = entry(version, { details: details(version, parts) });
      expect(
        lines(file(version, batch)).map(({ amount, counterparty }) => [amount, counterparty]),
      ).toEqual([
        [100_000, 'A'],
        [25_000, 'B'],
      ]);
      const short = entry(version, { amount: '1300.00', details: details(version, parts) });
      expect(lines(file(version, short)).map(({ amount }) => amount)).toEqual([130_000]);
    },
  );

  it('reads prefixed names and times of day', () => {
    const xml = file('04', entry('04')).replace(
      '<Dt>2026-03-02</Dt>',
      '<DtTm>2026-03-02T09:00:00</DtTm>',
    );
    const prefixed = xml
      .replaceAll(/<(\/?)(?!\?)(?=[A-Z])/g, '<$1ns:')
      .replace('xmlns=', 'xmlns:ns=');
    expect(lines(prefixed)).toHaveLength(1);
  });

  it('expands nothing and follows nothing', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${file('02', entry('02', { info: '&b;' })).slice(38)}`;
    expect(refused(bomb)).toBe('statement_unreadable');
    const named = file('02', entry('02', { info: '&xxe; &nbsp; &#0;' }));
    expect(lines(named)[0]!.remittance).toContain('&xxe;');
  });

  it('refuses what is no statement, damaged, empty or endless', () => {
    expect(refused('<html><body>no</body></html>')).toBe('statement_unreadable');
    expect(refused(file('02', entry('02')).slice(0, -20))).toBe('statement_unreadable');
    expect(refused(file('02', ''))).toBe('statement_empty');
    expect(refused(file('02', entry('02', { amount: 'x' })))).toBe('statement_unreadable');
    expect(refused(`${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}`)).toBe('statement_unreadable');
    expect(refused(' '.repeat(CAMT_MAX + 1))).toBe('statement_too_long');
  });
});
