import type { z } from 'zod';
import type { Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { codesInput } from './schema.ts';

/** A code for everything that has none in the campaign. */
export async function makeCodes(
  deps: Deps,
  _: SessionUser,
  { exhibition, campaign }: z.infer<typeof codesInput>,
): Promise<Result<Done>> {
  const args = { p_exhibition: exhibition, p_campaign: campaign };
  return settleDone(await deps.db.rpc('make_codes', args), deps);
}
