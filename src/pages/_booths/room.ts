import { z } from 'zod';
import type { Account } from '#src/features/accounts/queries.ts';
import { producerBooth, type ProducerBooth } from '#src/features/exhibitions/booths/queries.ts';
import { studioFrame, type StudioFrameData } from '#src/features/studio/queries.ts';

type Context = { locals: App.Locals; params: Record<string, string | undefined> };
export type BoothPlace = { frame: StudioFrameData<Account>; booth: ProducerBooth };

/** The booth of the address in its producer's studio. Null: no such studio, no such booth, or it is another producer's. */
export async function boothPlace({ locals, params }: Context): Promise<BoothPlace | null> {
  const { producer = '', booth: id } = params;
  if (!z.uuid().safeParse(id).success) return null;
  const [frame, booth] = await Promise.all([
    studioFrame<Account>(locals.db, producer),
    producerBooth(locals.db, id ?? '', locals.locale),
  ]);
  return frame && booth && booth.producer.id === frame.producer.id ? { frame, booth } : null;
}
