import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { readAmount } from '#src/domain/statement-csv.ts';
import type { StatementLine } from '#src/domain/statement-columns.ts';

/** Longest CAMT file, in characters: a month of a busy account is well under one million. */
export const CAMT_MAX = 4_000_000;

type Node = { [name: string]: unknown };

/**
 * The booked movements of a CAMT.053 statement (camt.053.001.02 to .08). A batch whose parts add up to it is one line for
 * each part. Entities are not expanded and a document type is refused, so a small file stays small.
 */
export function readCamt(xml: string): Result<StatementLine[]> {
  if (xml.length > CAMT_MAX) return fail('statement_too_long');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return fail('statement_unreadable');
  let root: Node;
  try {
    if (XMLValidator.validate(xml) !== true) return fail('statement_unreadable');
    root = parser.parse(xml) as Node;
  } catch {
    return fail('statement_unreadable');
  }
  const statements = all(at(root, 'Document', 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) return fail('statement_unreadable');
  const entries = statements.flatMap((statement) => all(statement, 'Ntry')).filter(isBooked);
  const read = entries.map(linesOfEntry);
  if (read.some((lines) => lines === null)) return fail('statement_unreadable');
  const lines = read.flatMap((part) => part ?? []).filter(({ amount }) => amount !== 0);
  return lines.length > 0 ? ok(lines) : fail('statement_empty');
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  maxNestedTags: 40,
});

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function all(node: Node | undefined, name: string): Node[] {
  const value = node?.[name];
  return (Array.isArray(value) ? value : [value])
    .map((one) => (isNode(one) ? one : undefined))
    .filter((one) => one !== undefined);
}

function at(node: Node | undefined, ...way: string[]): Node | undefined {
  return way.reduce<Node | undefined>((found, name) => all(found, name)[0], node);
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities that XML itself knows, and numbered ones; anything else stays as it is written. */
function plain(text: string): string {
  return text.replace(
    /&(?:(\w+)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (all_, name: string, ten: string, hex: string) => {
      if (name) return ENTITIES[name] ?? all_;
      const code = ten ? Number(ten) : parseInt(hex, 16);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
    },
  );
}

/** The text of a leaf, also of one with attributes; several are joined. */
function text(node: Node | undefined, name: string): string {
  const value = node?.[name];
  return (Array.isArray(value) ? value : [value])
    .map((one) => (isNode(one) ? one['#text'] : one))
    .filter((one) => typeof one === 'string')
    .map((one) => plain(one).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');
}

/** `Sts` is a word until .07 and a node with a code from .08 on. Pending and informative entries are not money yet. */
function isBooked(entry: Node): boolean {
  const status = text(entry, 'Sts') || text(at(entry, 'Sts'), 'Cd');
  return status === '' || status === 'BOOK';
}

function dayOf(entry: Node): string | undefined {
  for (const name of ['BookgDt', 'ValDt']) {
    const day = text(at(entry, name), 'Dt') || text(at(entry, name), 'DtTm').slice(0, 10);
    if (/^\d{4}-\d{2}-\d{2}/.test(day)) return day.slice(0, 10);
  }
  return undefined;
}

type Sum = { amount: number; currency: string };

function sumOf(node: Node | undefined): Sum | null {
  const amount = at(node, 'Amt');
  const currency = typeof amount?.['@Ccy'] === 'string' ? amount['@Ccy'] : '';
  const value = readAmount(text(node, 'Amt'), currency, '.');
  return typeof value === 'number' ? { amount: value, currency } : null;
}

/** Null when day or amount is missing: then the file is not what it says it is. */
function linesOfEntry(entry: Node): StatementLine[] | null {
  const [bookedOn, whole] = [dayOf(entry), sumOf(entry)];
  if (!bookedOn || !whole) return null;
  const credit = text(entry, 'CdtDbtInd') === 'CRDT';
  const details = all(entry, 'NtryDtls').flatMap((group) => all(group, 'TxDtls'));
  const parts = details.map((detail) => sumOf(detail) ?? sumOf(at(detail, 'AmtDtls', 'TxAmt')));
  const sum = parts.reduce(
    (total, part) => total + (part?.currency === whole.currency ? part.amount : NaN),
    0,
  );
  const single = details.length < 2 || sum !== whole.amount;
  const line = (detail: Node | undefined, { amount, currency }: Sum): StatementLine => ({
    bookedOn,
    amount: credit ? amount : -amount,
    currency,
    counterparty: partyOf(detail, credit).slice(0, 300),
    remittance: (remittanceOf(detail) || text(entry, 'AddtlNtryInf')).slice(0, 1000),
    bankReference: referenceOf(detail, entry).slice(0, 120),
  });
  if (single) return [line(details[0], whole)];
  return details.map((detail, n) => line(detail, parts[n]!));
}

/** Who paid, or was paid: a name right under the party until .07, under `Pty` from .08 on. */
function partyOf(detail: Node | undefined, credit: boolean): string {
  const parties = at(detail, 'RltdPties');
  const roles = credit ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr'];
  for (const role of roles) {
    const name = text(at(parties, role), 'Nm') || text(at(parties, role, 'Pty'), 'Nm');
    if (name) return name;
  }
  return '';
}

function remittanceOf(detail: Node | undefined): string {
  const info = at(detail, 'RmtInf');
  const structured = all(info, 'Strd').map((one) => text(at(one, 'CdtrRefInf'), 'Ref'));
  const end = text(at(detail, 'Refs'), 'EndToEndId');
  const parts = [
    text(info, 'Ustrd'),
    ...structured,
    end === 'NOTPROVIDED' ? '' : end,
    text(detail, 'AddtlTxInf'),
  ];
  return parts.filter(Boolean).join(' ');
}

function referenceOf(detail: Node | undefined, entry: Node): string {
  const refs = at(detail, 'Refs');
  return (
    text(refs, 'AcctSvcrRef') ||
    text(refs, 'TxId') ||
    text(entry, 'AcctSvcrRef') ||
    text(entry, 'NtryRef')
  );
}
