import { z } from 'zod';

const id = z.uuid();

export const payInput = z.object({
  id,
  order: id,
  purpose: z.enum(['deposit', 'balance', 'sample', 'other']),
});
export const connectInput = z.object({ producer: id });
export const releaseInput = z.object({ refund: id, reason: z.string().trim().min(3).max(1000) });
export const alertInput = z.object({ key: z.string().min(3).max(200) });

export type PayForm = z.infer<typeof payInput>;
