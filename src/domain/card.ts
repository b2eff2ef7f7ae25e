import { minorUnitPlaces } from './currencies.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * Amounts as Stripe counts them, from docs.stripe.com/currencies (read in November 2026). Ours are the minor units of ISO
 * 4217; Stripe differs for a few currencies, and in three decimals the last digit must be 0.
 */
const CARD_CURRENCIES: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP ' +
    'CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD ' +
    'JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN ' +
    'NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD ' +
    'SZL THB TJS TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW'
  ).split(' '),
);

/** Written with two decimals there although ISO 4217 has none; the two must be 00. */
const HUNDREDFOLD: ReadonlySet<string> = new Set(['ISK', 'UGX']);
/** Without decimals there although ISO 4217 has two. */
const HUNDREDTH: ReadonlySet<string> = new Set(['MGA']);

/** The least that a card may be charged, in Stripe's units, where Stripe names one; it has the last word on the rest. */
const LEAST: Record<string, number> = {
  AED: 200,
  AUD: 50,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  INR: 50,
  JPY: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
  USD: 50,
};

/** No currency takes more than twelve digits. */
const MOST = 999_999_999_999;

export function isCardCurrency(currency: string): boolean {
  return CARD_CURRENCIES.has(currency);
}

/**
 * An amount of ours (minor units) as Stripe's API wants it. Errors: `card_currency`, `card_amount_fine` (it cannot be
 * said there exactly), `card_amount_small`, `card_amount_large`.
 */
export function cardAmount(amount: number, currency: string): Result<number> {
  if (!isCardCurrency(currency)) return fail('card_currency');
  if (!Number.isSafeInteger(amount) || amount < 1) return fail('card_amount_small');
  const there = inCardUnits(amount, currency);
  if (there === null) return fail('card_amount_fine');
  if (there > MOST) return fail('card_amount_large');
  if (there < (LEAST[currency] ?? 1)) return fail('card_amount_small');
  return ok(there);
}

/** An amount of ours as Stripe writes it, whatever its size; null when it cannot be said there exactly. */
export function inCardUnits(amount: number, currency: string): number | null {
  if (minorUnitPlaces(currency) === 3 && amount % 10 !== 0) return null;
  if (HUNDREDTH.has(currency) && amount % 100 !== 0) return null;
  return scaled(amount, currency);
}

function scaled(amount: number, currency: string): number {
  if (HUNDREDFOLD.has(currency)) return amount * 100;
  return HUNDREDTH.has(currency) ? amount / 100 : amount;
}

/** Stripe's amount (either sign) in our minor units; null when it is finer than we count. `currency` in any case. */
export function fromCardAmount(there: number, currency: string): number | null {
  const code = currency.toUpperCase();
  if (!Number.isSafeInteger(there)) return null;
  if (HUNDREDTH.has(code)) return there * 100;
  if (!HUNDREDFOLD.has(code)) return there;
  return there % 100 === 0 ? there / 100 : null;
}

/**
 * A fee that was taken in the currency of the operator's balance, in the currency of the payment: in the proportion in
 * which the payment itself was converted, halves up, never above the payment.
 */
export function feeInPaid(paid: number, settled: number, fee: number): number {
  if (settled <= 0 || fee <= 0) return 0;
  const share = (BigInt(fee) * BigInt(paid) * 2n + BigInt(settled)) / (BigInt(settled) * 2n);
  return Math.min(paid, Number(share));
}
