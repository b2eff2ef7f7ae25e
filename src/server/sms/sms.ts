import type { Env } from '#src/server/env.ts';
import type { Log } from '#src/server/log.ts';
import { httpSms } from './http.ts';
import { logSms } from './log.ts';

/** The one door to telephones. `to` is international (`+250…`). Rejects when the gateway refuses, to be tried again. */
export type Sms = { send: (message: { to: string; text: string }) => Promise<void> };

/** The gateway that the environment names, or the log. */
export function smsOf(env: Pick<Env, 'sms'>, log: Log): Sms {
  return env.sms ? httpSms(env.sms) : logSms(log);
}

/** Enough to recognise one's own number in a log, too little to call it: `+25…56`. */
export function shortNumber(phone: string): string {
  return `${phone.slice(0, 3)}…${phone.slice(-2)}`;
}
