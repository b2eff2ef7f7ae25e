import type { SmsGateway } from '#src/server/env.ts';
import type { Sms } from './sms.ts';

const ANSWER_MS = 20_000;

/** Any gateway that takes an HTTP POST. The body's own form says how values are written: JSON, or a form. */
export function httpSms(gateway: SmsGateway): Sms {
  const json = gateway.body.trimStart().startsWith('{"');
  return {
    async send({ to, text }) {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: {
          'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
          ...gateway.headers,
        },
        body: filled(gateway.body, { to, text }, json),
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      await response.arrayBuffer();
      // The gateway's own words may repeat the number, so they stay out.
      if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
    },
  };
}

function filled(body: string, values: { to: string; text: string }, json: boolean): string {
  const write = (value: string) =>
    json ? JSON.stringify(value).slice(1, -1) : encodeURIComponent(value);
  return body.replace(/\{(to|text)\}/g, (_, name: 'to' | 'text') => write(values[name]));
}
