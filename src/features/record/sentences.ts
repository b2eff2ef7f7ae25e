import type { CheckItem, CheckState } from '#src/domain/verification.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { RecordEvent } from './queries.ts';

type Sentence = (who: string, what: string) => string;

/** Things that people without an account do something to. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['inquiry', 'rfq', 'report']);

/** What happened as one sentence: "Aline approved Ikiraro". An act that no language knows yet still reads as a change. */
export function sentenceOf(event: RecordEvent, t: Messages, locale: Locale): string {
  const who = event.actor ?? (FROM_OUTSIDE.has(event.kind) ? t.record.visitor : t.record.system);
  const what = event.subject ?? t.record.gone;
  if (event.action === 'verification.checked' && event.item && event.to) {
    const state = t.coordination.checkStates[event.to as CheckState];
    const item = t.coordination.checks[event.item as CheckItem];
    return t.record.checked(who, what, item, state.toLocaleLowerCase(locale));
  }
  const sentences: Record<string, Sentence> = t.record.sentences;
  return (sentences[actOf(event)] ?? t.record.other)(who, what);
}

/** For whom or where, when the sentence does not name it already. */
export function placeOf(event: RecordEvent, t: Messages): string | undefined {
  const { producer, cluster } = event;
  if (producer && producer.name !== event.subject)
    return event.onBehalf ? t.record.onBehalf(producer.name) : producer.name;
  return cluster && cluster.name !== event.subject ? t.record.inCluster(cluster.name) : undefined;
}

function actOf(event: RecordEvent): string {
  const handedIn = event.action === 'product.publish' && event.to === 'in_review';
  return handedIn ? 'product.submit' : event.action;
}
