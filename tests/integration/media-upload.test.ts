import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sha256, sha8 } from '#src/server/media/fingerprint.ts';
import { receiveUpload, uploadStatus } from '#src/server/media/upload.ts';
import { noisyJpeg, pngSaying, quarters, withOrientation } from '#tests/unit/media/photos.ts';
import { setStage, uploadRequest } from './media-stage.ts';

const stage = await setStage();
const photo = await noisyJpeg(400, 300);
const asOwner = { ...stage.deps, db: stage.owner.client as never };

/** The error code of a refused upload, after making sure that it left nothing. */
async function refusal(run: () => ReturnType<typeof stage.send>): Promise<string> {
  const before = [await stage.rows(), await stage.objects(), (await stage.outbox()).length];
  const result = await run();
  expect([await stage.rows(), await stage.objects(), (await stage.outbox()).length]).toEqual(
    before,
  );
  return result.ok ? 'taken' : result.failure.code;
}

describe('a good photo', () => {
  test('is kept as it came, in private, and its files are ordered', async () => {
    const id = randomUUID();
    const turned = await withOrientation(await quarters(400, 300).png().toBuffer(), 6);
    const result = await stage.send(turned, { id });
    const digest = sha256(turned);
    expect(result).toMatchObject({
      ok: true,
      value: { id, state: 'uploaded', width: 400, height: 300, sha8: sha8(digest) },
    });
    expect(await stage.objects()).toContain(`originals/${id}/${digest}`);
    expect(await stage.deps.originals.get(`${id}/${digest}`)).toEqual(new Uint8Array(turned));
    expect(await stage.row(id)).toMatchObject({
      content_type: 'image/jpeg',
      bytes: String(turned.length),
      created_by: stage.owner.uid,
      producer_id: stage.producer,
    });
    expect((await stage.outbox()).map((job) => job.payload['id'])).toContain(id);
  });

  test('sent twice under one id is one picture; another photo under that id is refused', async () => {
    const id = randomUUID();
    const first = await stage.send(photo, { id });
    const objects = await stage.objects();
    expect(await stage.send(photo, { id })).toEqual(first);
    expect(await stage.objects()).toEqual(objects);
    expect(await refusal(async () => stage.send(await noisyJpeg(300, 300), { id }))).toBe(
      'conflict',
    );
  });

  test('the original is nobody’s to read but the server’s', async () => {
    const id = randomUUID();
    await stage.send(photo, { id });
    const key = `${id}/${sha256(photo)}`;
    const theirs = await stage.owner.client.storage.from('originals').download(key);
    expect(theirs.data).toBeNull();
  });
});

describe('bad input gets its sentence and leaves nothing', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['0 bytes', () => Buffer.alloc(0), 'photo_empty'],
    ['text called .jpg', () => Buffer.from('not a photo'), 'photo_not_an_image'],
    ['truncated JPEG', () => photo.subarray(0, photo.length - 2000), 'photo_damaged'],
    ['30 000 × 30 000 PNG', () => pngSaying(30_000, 30_000, 50), 'photo_too_many_pixels'],
    ['PNG that decodes to less than it says', () => pngSaying(7_000, 7_000, 5), 'photo_damaged'],
    ['SVG with script', () => Buffer.from('<svg><script>1</script></svg>'), 'photo_not_an_image'],
    ['gzip bomb', () => gzipSync(Buffer.alloc(30_000_000)), 'photo_not_an_image'],
    ['40 MB', () => Buffer.concat([photo, Buffer.alloc(40_000_000)]), 'photo_too_large'],
  ])('%s', async (_name, make, code) => {
    expect(await refusal(() => stage.send(make()))).toBe(code);
    expect(uploadStatus(code as 'photo_empty')).toBeGreaterThanOrEqual(413);
  });

  test('a stream of unknown length is broken off when it does not end', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const request = new Request('http://isoko.test/studio/upload', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await refusal(() => receiveUpload(request, asOwner))).toBe('photo_too_large');
    expect(sent).toBeLessThan(110_000_000);
  });

  test('a body that says it is too large is refused unread', async () => {
    const body = new ReadableStream(
      { pull: () => expect.unreachable('read') },
      { highWaterMark: 0 },
    );
    const request = new Request('http://isoko.test/studio/upload', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '40000000' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await refusal(() => receiveUpload(request, asOwner))).toBe('photo_too_large');
  });

  test.each([
    ['no id', { producer: stage.producer }],
    ['an id that is no UUID', { id: '../../x', producer: stage.producer }],
    ['a producer that is no UUID', { id: randomUUID(), producer: 'or 1=1' }],
  ])('a form with %s', async (_name, fields) => {
    const request = uploadRequest(photo, fields as Record<string, string>);
    expect(await refusal(() => receiveUpload(request, asOwner))).toBe('invalid_input');
  });

  test('something that is no form', async () => {
    const request = new Request('http://isoko.test/studio/upload', {
      method: 'POST',
      body: 'photo',
    });
    expect(await refusal(() => receiveUpload(request, asOwner))).toBe('invalid_input');
  });

  test('a stranger, also with the very photo and id of somebody else', async () => {
    const id = randomUUID();
    expect(await refusal(() => stage.send(photo, { as: stage.stranger }))).toBe('not_allowed');
    await stage.send(photo, { id });
    expect(await refusal(() => stage.send(photo, { id, as: stage.stranger }))).toBe('not_allowed');
  });

  test('the other photos of a batch go through', async () => {
    const results = await Promise.all(
      [photo, Buffer.from('no'), photo, photo.subarray(0, 5000)].map((bytes) => stage.send(bytes)),
    );
    expect(results.map((result) => result.ok)).toEqual([true, false, true, false]);
  });
});
