import { deflateSync } from 'node:zlib';

/** A small whole PDF of given objects; the table of objects is right, so every reader opens it. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = '/Root 1 0 R'): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, n) => {
    offsets.push(length());
    parts.push(Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object as string, 'latin1'));
    parts.push(Buffer.from('\nendobj\n'));
  });
  const xref = length();
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export function streamOf(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects packed as new PDFs pack them. */
export function packed(text: string, dictionary = '/Filter /FlateDecode'): Buffer {
  return streamOf(`/Type /ObjStm /N 1 /First 4 ${dictionary}`, deflateSync(Buffer.from(text)));
}

export const PAGES = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
];

export const plainPdf = () => pdfOf(PAGES);
