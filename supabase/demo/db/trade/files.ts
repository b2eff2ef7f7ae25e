import sharp from 'sharp';
import { sha256 } from '#src/server/media/fingerprint.ts';
import { fileKey } from '#src/server/files/prepare.ts';
import type { Act, FileSeed } from '#supabase/demo/content/trade/types.ts';
import { DEALS, RFQS } from '#supabase/demo/content/trade.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { demoPictures } from '#supabase/demo/db/pictures.ts';
import type { Source } from '#supabase/demo/load-pictures.ts';
import type { Store } from '#supabase/demo/load-store.ts';

/** A stored file as private.attach_files takes it. */
export type StoredFile = {
  id: string;
  name: string;
  contentType: 'image/jpeg' | 'application/pdf';
  bytes: number;
  sha256: string;
  pages: number | null;
};

const LONG_EDGE = 1200;

/** Words of Latin-1 as a PDF's text has them. */
const shown = (line: string) => line.replaceAll('’', "'").replaceAll(/[\\()]/g, '\\$&');

/** One page of plain lines, in a face that every reader of PDF has. */
export function plainSheet(lines: readonly string[]): Uint8Array {
  const text = lines.map((line, n) => `${n ? '0 -22 Td' : '60 760 Td'} (${shown(line)}) Tj`);
  const content = `BT /F1 12 Tf ${text.join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = pdf.length;
    pdf += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  pdf += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

async function photo(
  { of, key, position }: Extract<FileSeed, { kind: 'photo' }>,
  source: Source,
): Promise<Uint8Array | null> {
  const picture = demoPictures().find(
    ({ place }) => place.of === of && place.key === key && place.position === position,
  );
  if (!picture) throw new Error(`The demo has no picture ${position} of the ${of} "${key}".`);
  const compact = await source(picture.spec);
  if (!compact) return null;
  const inside = { width: LONG_EDGE, height: LONG_EDGE, fit: 'inside' as const };
  return sharp(compact)
    .resize({ ...inside, withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function filesOf(act: Act): readonly FileSeed[] {
  if (act.act === 'tick') return act.files ?? [];
  return act.act === 'announce' && act.proof ? [act.proof] : [];
}

/** `key` tells files of one name apart. */
export async function storeFile(
  store: Store,
  kind: Pick<StoredFile, 'name' | 'contentType' | 'pages'>,
  bytes: Uint8Array,
  key: string,
): Promise<StoredFile> {
  const id = demoId('file', kind.name, key);
  const hash = sha256(bytes);
  await store.put('files', fileKey({ id, sha256: hash }), bytes, kind.contentType);
  return { id, ...kind, bytes: bytes.byteLength, sha256: hash };
}

/** Writes the files that go with the acts, by the seed they are asked for with; a picture without a source is left out. */
export async function makeTradeFiles(
  store: Store,
  source: Source,
): Promise<ReadonlyMap<FileSeed, StoredFile>> {
  const acts = [...DEALS, ...RFQS.flatMap(({ answers }) => answers)].flatMap((one) => one.acts);
  const made = new Map<FileSeed, StoredFile>();
  for (const seed of acts.flatMap(([, act]) => filesOf(act))) {
    const isSlip = seed.kind === 'slip';
    const bytes = isSlip ? plainSheet(seed.lines) : await photo(seed, source);
    if (!bytes) continue;
    const contentType = isSlip ? 'application/pdf' : 'image/jpeg';
    const kind = { name: seed.name, contentType, pages: isSlip ? 1 : null } as const;
    made.set(seed, await storeFile(store, kind, bytes, isSlip ? '' : seed.key));
  }
  return made;
}
