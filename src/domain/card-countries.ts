/**
 * Where Stripe pays out to a producer's own account. Source: docs.stripe.com/connect/cross-border-payouts and
 * stripe.com/global (read in November 2026): platforms in the US, the UK, the EEA, Canada and Switzerland may send to
 * accounts in any of these; elsewhere only within the platform's own country. Rwanda, like most of Africa, is on neither
 * list, so its producers are paid out by bank transfer or mobile money.
 */
const EEA =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';
const ACROSS: ReadonlySet<string> = new Set(`US GB CA CH ${EEA}`.split(' '));
/** Countries with Stripe accounts of their own that take transfers from a platform at home. */
const AT_HOME: ReadonlySet<string> = new Set('AE AU BR GI HK JP MX MY NZ SG TH'.split(' '));

/** Whether a platform in `platform` can send money to a producer's account in `producer`. */
export function mayReceiveTransfers(platform: string, producer: string): boolean {
  if (ACROSS.has(platform) && ACROSS.has(producer)) return true;
  return platform === producer && AT_HOME.has(producer);
}
