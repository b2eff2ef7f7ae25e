import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** One mail in the list; `to` holds bare addresses in lower case. */
export type Summary = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  /** ISO 8601, when it arrived. */
  at: string;
};

export type Message = Summary & { text: string; html: string; headers: Record<string, string> };

const ID = /^[0-9a-z]+-[0-9a-f]{12}$/;

/** Mails as they came, one `<id>.eml` each, with what the list shows beside it in `<id>.json`. */
export class MailboxStore {
  readonly #folder: string;
  #summaries: Summary[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<MailboxStore> {
    const store = new MailboxStore(folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted();
    store.#summaries = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Summary),
    );
    return store;
  }

  async add(raw: Buffer, envelopeTo: string[]): Promise<Summary> {
    const mail = await simpleParser(raw);
    const now = new Date();
    const summary: Summary = {
      id: `${now.getTime().toString(36)}-${randomBytes(6).toString('hex')}`,
      from: mail.from?.text ?? '',
      to: envelopeTo.map((address) => address.toLowerCase()),
      subject: mail.subject ?? '',
      at: now.toISOString(),
    };
    const base = join(this.#folder, summary.id);
    await writeFile(`${base}.eml`, raw, { mode: 0o600 });
    await writeFile(`${base}.tmp`, JSON.stringify(summary), { mode: 0o600 });
    await rename(`${base}.tmp`, `${base}.json`);
    this.#summaries.push(summary);
    return summary;
  }

  /** Newest first; only those to `address` when one is given. */
  list(address?: string): Summary[] {
    const wanted = address?.toLowerCase();
    return this.#summaries.filter(({ to }) => !wanted || to.includes(wanted)).toReversed();
  }

  async read(id: string): Promise<Message | null> {
    const summary = ID.test(id) ? this.#summaries.find((mail) => mail.id === id) : undefined;
    if (!summary) return null;
    const mail = await simpleParser(await readFile(join(this.#folder, `${id}.eml`)));
    const headers = Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
    );
    return { ...summary, text: mail.text ?? '', html: mail.html || '', headers };
  }

  async clear(): Promise<void> {
    const gone = this.#summaries;
    this.#summaries = [];
    for (const { id } of gone) {
      await rm(join(this.#folder, `${id}.json`), { force: true });
      await rm(join(this.#folder, `${id}.eml`), { force: true });
    }
  }
}
