import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CodecError } from '#src/server/media/codec-child.ts';
import type { Codec } from '#src/server/media/codec-process.ts';
import { sha256 } from '#src/server/media/fingerprint.ts';
import { MediaShelf } from '#src/server/media/shelf.ts';
import type { Bucket } from '#src/server/media/storage.ts';
import { noisyJpeg, quarters, withPosition } from '#tests/unit/media/photos.ts';
import { setStage } from './media-stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = await setStage();
const photo = await noisyJpeg(700, 500);
beforeEach(() => stage.clearOutbox());

async function upload(bytes: Uint8Array = photo) {
  const result = await stage.send(bytes);
  if (!result.ok) throw new Error(result.failure.code);
  return { ...result.value, folder: `${result.value.code}-${result.value.sha8}` };
}

const filesOf = async (folder: string) =>
  (await stage.objects()).filter((name) => name.startsWith(`media/${folder}/`));

describe('from upload to picture', () => {
  test('JPEG first, then AVIF, then removed without a trace', async () => {
    const { id, folder, code, sha8 } = await upload(await withPosition(quarters(700, 400)));
    await stage.work('media.derive', { id });
    expect(await stage.row(id)).toMatchObject({
      state: 'ready',
      avif: false,
      width: 700,
      height: 400,
    });
    expect(await filesOf(folder)).toEqual([
      `media/${folder}/full/320,183/0/default.jpg`,
      `media/${folder}/full/640,366/0/default.jpg`,
      `media/${folder}/full/700,400/0/default.jpg`,
      `media/${folder}/full/90,/0/default.jpg`,
      `media/${folder}/info.json`,
    ]);
    expect(await stage.outbox()).toContainEqual({
      kind: 'media.derive_avif',
      payload: { id },
      dedupe: `media.derive_avif:${id}`,
    });

    await stage.work('media.derive_avif', { id });
    expect(await stage.row(id)).toMatchObject({ avif: true });
    expect(await filesOf(folder)).toHaveLength(8);

    const shelf = new MediaShelf({ bucket: stage.deps.media, siteUrl: 'https://market.example' });
    for (const name of await filesOf(folder)) {
      const { status, body } = await shelf.answer(name.slice('media/'.length), undefined);
      expect(status).toBe(200);
      if (name.endsWith('.json')) continue;
      const { exif, xmp, icc } = await sharp(body!).metadata();
      expect({ exif, xmp, icc }, name).toEqual({});
    }
    const information = await shelf.answer(`${folder}/info.json`, undefined);
    expect(JSON.parse(String(information.body))).toMatchObject({
      id: `https://market.example/iiif/3/${folder}`,
      sizes: [
        { width: 320, height: 183 },
        { width: 640, height: 366 },
        { width: 700, height: 400 },
      ],
      preferredFormats: ['avif', 'jpg'],
    });

    await stage.clearOutbox();
    await stage.db.sql`delete from public.media where id = ${id}`;
    const [order] = await stage.outbox();
    expect(order).toMatchObject({ kind: 'media.remove', payload: { code, sha8 } });
    await stage.work('media.remove', order!.payload);
    expect(
      (await stage.objects()).filter((name) => name.includes(folder) || name.includes(id)),
    ).toEqual([]);
    await stage.work('media.remove', order!.payload);
  });

  test('verdict and colour are stored', async () => {
    const night = {
      create: { width: 400, height: 300, channels: 3 as const, background: '#0c0a08' },
    };
    const { id } = await upload(await sharp(night).jpeg().toBuffer());
    await stage.work('media.derive', { id });
    expect(await stage.row(id)).toMatchObject({
      colour: expect.stringMatching(/^#0[b-d]0[9-b]0[7-9]$/),
      verdict: { codes: expect.arrayContaining(['dark']) },
    });
  });

  test('running a job again changes nothing', async () => {
    const { id, folder } = await upload();
    await stage.work('media.derive', { id });
    const before = [await stage.row(id), await filesOf(folder), await stage.outbox()];
    await stage.work('media.derive', { id });
    expect([await stage.row(id), await filesOf(folder), await stage.outbox()]).toEqual(before);
    await stage.work('media.derive_avif', { id });
    const after = await stage.row(id);
    await stage.work('media.derive_avif', { id });
    expect(await stage.row(id)).toEqual(after);
  });

  test('jobs of a picture that is gone do nothing', async () => {
    await stage.work('media.derive', { id: randomUUID() });
    await stage.work('media.derive_avif', { id: randomUUID() });
  });
});

/** A bucket that breaks after so many writes, as a process killed half way would leave it. */
function breakingAfter(writes: number, bucket: Bucket): Bucket {
  let left = writes;
  return {
    ...bucket,
    async put(key, bytes, contentType) {
      if (left === 0) throw new Error('killed');
      left -= 1;
      await bucket.put(key, bytes, contentType);
    },
  };
}

describe('when it breaks', () => {
  test('half way, nothing is visible; the next run completes it', async () => {
    const { id, folder } = await upload();
    const media = breakingAfter(2, stage.deps.media);
    await expect(stage.work('media.derive', { id }, 1, { media })).rejects.toThrow('killed');
    expect(await stage.row(id)).toMatchObject({ state: 'uploaded', colour: null });
    expect(await stage.outbox()).toHaveLength(1);
    await stage.work('media.derive', { id }, 2);
    expect(await stage.row(id)).toMatchObject({ state: 'ready' });
    expect(await filesOf(folder)).toHaveLength(5);

    const half = breakingAfter(1, stage.deps.media);
    await expect(stage.work('media.derive_avif', { id }, 1, { media: half })).rejects.toThrow(
      'killed',
    );
    expect(await stage.row(id)).toMatchObject({ state: 'ready', avif: false });
    await stage.work('media.derive_avif', { id }, 2);
    expect(await stage.row(id)).toMatchObject({ avif: true });
  });

  const refusing = (reason: CodecError['reason']): Codec => ({
    run: () => Promise.reject(new CodecError(reason, 'no')),
    close: () => undefined,
  });

  test('a file that turns out damaged fails at once, with its code and without objects', async () => {
    const { id, folder } = await upload();
    await stage.work('media.derive', { id }, 1, { codec: refusing('damaged') });
    expect(await stage.row(id)).toMatchObject({ state: 'failed', failure: 'photo_damaged' });
    expect(await filesOf(folder)).toEqual([]);
    expect(await stage.objects()).not.toContain(`originals/${id}/${sha256(photo)}`);
  });

  test.each(['crashed', 'timeout', 'memory'] as const)(
    'a photo that breaks the codec (%s) is tried three times, then fails, and can be tried anew',
    async (reason) => {
      const { id, folder } = await upload();
      const codec = refusing(reason);
      await expect(stage.work('media.derive', { id }, 1, { codec })).rejects.toThrow(id);
      await expect(stage.work('media.derive', { id }, 2, { codec })).rejects.toThrow(id);
      expect(await stage.row(id)).toMatchObject({ state: 'uploaded' });
      await stage.work('media.derive', { id }, 3, { codec });
      expect(await stage.row(id)).toMatchObject({ state: 'failed', failure: 'photo_failed' });
      expect(await filesOf(folder)).toEqual([]);
      await stage.work('media.derive', { id });
      expect(await stage.row(id)).toMatchObject({ state: 'ready', failure: null });
    },
  );

  test('an original that is gone, or not what was sent, is not shown', async () => {
    const { id } = await upload();
    const key = `${id}/${sha256(photo)}`;
    await stage.deps.originals.put(key, await noisyJpeg(40, 30), 'image/jpeg');
    await expect(stage.work('media.derive', { id }, 1)).rejects.toThrow('missing');
    await stage.deps.originals.remove([key]);
    await stage.work('media.derive', { id }, 3);
    expect(await stage.row(id)).toMatchObject({ state: 'failed', failure: 'photo_failed' });
  });

  test('a picture removed while it is made leaves no files', async () => {
    const { id, folder } = await upload();
    const media: Bucket = {
      ...stage.deps.media,
      async put(key, bytes, contentType) {
        await stage.db.sql`delete from public.media where id = ${id}`;
        await stage.deps.media.put(key, bytes, contentType);
      },
    };
    await stage.work('media.derive', { id }, 1, { media });
    expect(await filesOf(folder)).toEqual([]);
  });
});

describe('the sweep', () => {
  test('removes originals that no row names, once they are a day old', async () => {
    const { id } = await upload();
    const orphan = `${randomUUID()}/${sha256(photo)}`;
    const young = `${randomUUID()}/${sha256(photo)}`;
    await stage.deps.originals.put(orphan, photo, 'image/jpeg');
    await stage.deps.originals.put(young, photo, 'image/jpeg');
    await stage.db.sql`
      update storage.objects set created_at = now() - interval '25 hours' where name <> ${young}`;
    await stage.work('media.sweep', {});
    const left = await stage.objects();
    expect(left).not.toContain(`originals/${orphan}`);
    expect(left).toContain(`originals/${young}`);
    expect(left).toContain(`originals/${id}/${sha256(photo)}`);
  });

  test('orders again what was lost, once, and only when nothing is on its way', async () => {
    await stage.db.sql`delete from public.media`;
    const lost = await upload();
    const half = await upload(await noisyJpeg(100, 80));
    const queued = await upload(await noisyJpeg(90, 80));
    await stage.work('media.derive', { id: half.id });
    await stage.clearOutbox();
    await stage.db.sql.unsafe(`
      select graphile_worker.add_job('media.derive', job_key => 'media.derive:${queued.id}');
      alter table public.media disable trigger media_touch;
      update public.media set updated_at = now() - interval '2 hours';
      alter table public.media enable trigger media_touch;`);
    await stage.work('media.sweep', {});
    await stage.work('media.sweep', {});
    const ordered = (await stage.outbox()).map(({ dedupe }) => dedupe).sort();
    expect(ordered).toEqual([`media.derive:${lost.id}`, `media.derive_avif:${half.id}`].sort());
  });
});

describe('the store', () => {
  test('put replaces, add does not, a missing object is null', async () => {
    const { media } = stage.deps;
    const text = async (key: string) => Buffer.from((await media.get(key)) ?? []).toString();
    await media.put('store/a b,c/x.json', Buffer.from('one'), 'application/json');
    await media.put('store/a b,c/x.json', Buffer.from('two'), 'application/json');
    expect(await text('store/a b,c/x.json')).toBe('two');
    expect(await media.add('store/a b,c/x.json', Buffer.from('3'), 'application/json')).toBe(false);
    expect(await media.add('store/y.json', Buffer.from('3'), 'application/json')).toBe(true);
    expect(await text('store/a b,c/x.json')).toBe('two');
    expect(await media.get('store/none.json')).toBeNull();
    await media.remove(['store/none.json']);
    await media.remove([]);
    await media.remove(['store/y.json', 'store/a b,c/x.json']);
    expect(await media.get('store/y.json')).toBeNull();
    expect(await media.get('store/a b,c/x.json')).toBeNull();
  });
});
