import type { SealedItem } from '#src/domain/exhibitions/kiosk.ts';
import type { KioskContent } from '../bundle.ts';
import type { Metric, Subject } from './counts.ts';

/** What a screen may use. */
export type Kit = {
  content: KioskContent;
  /** Locks what was typed and keeps it until it is sent; rejects when it could not be written down. */
  leave: (kind: SealedItem['kind'], id: string, content: unknown) => Promise<void>;
  /** Whether the server answered the last time it was asked. */
  isOnline: () => boolean;
  count: (subject: Subject, id: string, metric: Metric) => void;
  /** Changes the part of the address after the token, which the screen follows. */
  go: (path: string) => void;
};

/** One screen. `body` begins with its h1. `previous` and `next` are paths; `seen`: what is counted as looked at. */
export type Screen = {
  body: readonly (Node | null)[];
  previous?: string | undefined;
  next?: string | undefined;
  seen?: { subject: Subject; id: string };
  /** The booth for which a card would be left here. */
  booth?: string | undefined;
};

export const to = (path: string): string => `#${path}`;

/** A thing by its slug; undefined when it was taken away since. */
export function find<T extends { slug: string }>(list: readonly T[], slug: string): T | undefined {
  return list.find((one) => one.slug === slug);
}

/** Paths of the neighbours in a list, round the ends nothing. */
export function neighbours(
  list: readonly { slug: string }[],
  slug: string,
  room: string,
): { previous?: string | undefined; next?: string | undefined } {
  const at = list.findIndex((one) => one.slug === slug);
  const path = (n: number) => (list[n] ? `/${room}/${list[n].slug}` : undefined);
  return { previous: at > 0 ? path(at - 1) : undefined, next: path(at + 1) };
}
