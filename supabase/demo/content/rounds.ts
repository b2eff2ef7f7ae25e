/** The joint purchases of the demo: who wishes for what, who sells it, and what was bought together. */
import { RUNNING } from '#supabase/demo/content/rounds/running.ts';
import { SETTLED } from '#supabase/demo/content/rounds/settled.ts';
import type { RoundSeed } from '#supabase/demo/content/rounds/types.ts';

export { DIRECTORY, WISHES } from '#supabase/demo/content/rounds/directory.ts';

export const ROUNDS: readonly RoundSeed[] = [SETTLED, ...RUNNING];
