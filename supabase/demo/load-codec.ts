import sharp from 'sharp';
import { runJob } from '#src/server/media/codec.ts';
import type { Answer, Question } from '#src/server/media/codec-protocol.ts';

// The demo's codec process, forked by startCodec in place of the site's own. A compact AVIF of the repository becomes
// the JPEG that a phone would have sent, and that goes through the same job as every upload. The original comes back
// as the first of the files, under ORIGINAL.

const ORIGINAL = 'original';
/** Between what a phone sends and what the disk holds; the source has less in it than this keeps. */
const ORIGINAL_QUALITY = 88;

sharp.unblock({ operation: ['VipsForeignLoadHeifBuffer'] });
// Two of these processes run side by side; more threads in each would only wait for each other.
sharp.concurrency(1);

process.on('disconnect', () => process.exit(0));
process.on('message', (question: Question) => {
  void answer(question).then((message) => process.send?.(message));
});

async function answer({ id, job }: Question): Promise<Answer> {
  const memory = () => ({ id, memoryBytes: process.memoryUsage.rss() });
  try {
    const bytes = await sharp(job.bytes)
      .jpeg({ quality: ORIGINAL_QUALITY, optimiseCoding: false })
      .toBuffer();
    const made = await runJob({ kind: 'jpeg', bytes });
    if (!('verdict' in made)) throw new Error('the codec answered another job');
    const original = { path: ORIGINAL, contentType: 'image/jpeg', bytes };
    return { ...memory(), ok: true, value: { ...made, files: [original, ...made.files] } };
  } catch (error) {
    return { ...memory(), ok: false, reason: 'crashed', message: String(error) };
  }
}
