import { afterAll, describe, expect, it, vi } from 'vitest';
import { createLog } from '#src/server/log.ts';
import { fileKey, fileName, prepareFiles } from '#src/server/files/prepare.ts';
import { startCodec } from '#src/server/media/codec-process.ts';
import type { Bucket } from '#src/server/media/storage.ts';
import { noisyJpeg } from '#tests/unit/media/photos.ts';
import { plainPdf } from './pdfs.ts';

// The codec is a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 30_000 });

const stored = new Map<string, Uint8Array>();
const bucket = {
  put: (key: string, bytes: Uint8Array) => (stored.set(key, bytes), Promise.resolve()),
} as unknown as Bucket;
const codec = startCodec();
afterAll(() => codec.close());
const deps = { log: createLog({ sink: () => undefined }), codec, bucket };
const file = (bytes: Uint8Array, name: string) =>
  new File([bytes as Uint8Array<ArrayBuffer>], name);
const prepare = (files: File[], seed = 'form') => prepareFiles(deps, seed, files);

describe('files of a form', () => {
  it('are stored when sound; a bad one is named and the others go through', async () => {
    const answer = await prepare([
      file(plainPdf(), 'C:\\plans\\Size chart.PDF'),
      file(await noisyJpeg(800, 600), 'boot.png'),
      file(Buffer.from('MZ…'), 'offer.pdf'),
      new File([], ''),
    ]);
    if (!answer.ok) throw new Error(answer.failure.code);
    const { ready, refused } = answer.value;
    expect(ready.map(({ name, contentType, pages }) => [name, contentType, pages])).toEqual([
      ['Size chart.pdf', 'application/pdf', 2],
      ['boot.jpg', 'image/jpeg', null],
    ]);
    expect(refused).toEqual([{ name: 'offer.pdf', code: 'file_kind' }]);
    for (const one of ready) expect(stored.get(fileKey(one))).toHaveLength(one.bytes);
  });

  it('are the same files when the form comes again, and others under another form', async () => {
    const ids = async (seed: string) => {
      const answer = await prepare([file(plainPdf(), 'a.pdf'), file(plainPdf(), 'b.pdf')], seed);
      return answer.ok ? answer.value.ready.map((one) => one.id) : [];
    };
    const first = await ids('one');
    expect(first).toHaveLength(1);
    expect(first[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await ids('one')).toEqual(first);
    expect(await ids('two')).not.toEqual(first);
  });

  it('are refused as a whole when none is sound, or when they are too many', async () => {
    const bad = await prepare([file(Buffer.from('x'), 'x.pdf')]);
    expect(bad).toEqual({
      ok: false,
      failure: { code: 'file_kind', fields: { files: 'file_kind' } },
    });
    const many = await prepare(Array.from({ length: 11 }, () => file(plainPdf(), 'a.pdf')));
    expect(many).toMatchObject({ ok: false, failure: { code: 'too_many_files' } });
    expect(await prepare([])).toEqual({ ok: true, value: { ready: [], refused: [] } });
  });

  it('have names without paths, tricks or another ending', () => {
    expect(fileName('../../etc/passwd', 'application/pdf')).toBe('passwd.pdf');
    expect(fileName('a\r\nSet-Cookie: x.pdf', 'application/pdf')).toBe('aSet-Cookie x.pdf');
    expect(fileName('exe\u202Efdp.jpg', 'image/jpeg')).toBe('exefdp.jpg');
    expect(fileName('.pdf', 'application/pdf')).toBe('file.pdf');
    expect(fileName('<b>.html', 'image/jpeg')).toBe('b.html.jpg');
    expect(fileName('x'.repeat(300), 'image/jpeg').length).toBeLessThanOrEqual(160);
  });
});
