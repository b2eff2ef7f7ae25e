/** The trade of the demo: who asked whom for what, and how it went. */
import { FINISHED } from '#supabase/demo/content/trade/finished.ts';
import { RUNNING } from '#supabase/demo/content/trade/running.ts';
import { TROUBLED } from '#supabase/demo/content/trade/troubled.ts';
import type { DealSeed } from '#supabase/demo/content/trade/types.ts';

export { DETAILS, PAYMENT_ACCOUNTS } from '#supabase/demo/content/trade/accounts.ts';
export { RATES, SAVED_SEARCHES, SHORTLISTS } from '#supabase/demo/content/trade/desk.ts';
export { RFQS } from '#supabase/demo/content/trade/rfqs.ts';

export const DEALS: readonly DealSeed[] = [...FINISHED, ...RUNNING, ...TROUBLED];
