/**
 * What is checked about a producer, in the order of the checklist. `payee_name`: the name on the bank or mobile-money
 * account is the producer's or its owner's.
 */
export const CHECK_ITEMS = [
  'identity',
  'registration',
  'workshop_visit',
  'capacity',
  'samples',
  'payee_name',
] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];

export const CHECK_STATES = ['open', 'passed', 'failed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Without these there is no badge; the others add to what it says. The database's trigger has the same three. */
export const REQUIRED_CHECKS: readonly CheckItem[] = ['identity', 'registration', 'workshop_visit'];

/** `checkedAt` is an ISO time, null while open. An item without a row is open. */
export type Check = { item: CheckItem; state: CheckState; checkedAt: string | null };

/** The whole checklist in its order, an open row for each item that has none yet. */
export function checklist(checks: readonly Check[]): Check[] {
  return CHECK_ITEMS.map(
    (item) => checks.find((c) => c.item === item) ?? { item, state: 'open', checkedAt: null },
  );
}

/** `says`: what was checked and passed, in checklist order. `since`: when the last of the required checks passed. */
export type Badge = { says: CheckItem[]; since: string };

/** The badge that a producer has earned, or null: only what passed is said, never what is open or failed. */
export function badge(checks: readonly Check[]): Badge | null {
  const passed = checklist(checks).filter((c) => c.state === 'passed');
  const times = passed
    .filter((c) => REQUIRED_CHECKS.includes(c.item))
    .map((c) => c.checkedAt)
    .filter((at) => at !== null)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const since = times.at(-1);
  if (times.length < REQUIRED_CHECKS.length || since === undefined) return null;
  return { says: passed.map((c) => c.item), since };
}

/** How far the checklist is, for the desk: passed of required, and what is next to do. */
export function progress(checks: readonly Check[]): {
  passed: number;
  required: number;
  next: CheckItem[];
} {
  const list = checklist(checks).filter((c) => REQUIRED_CHECKS.includes(c.item));
  const left = list.filter((c) => c.state !== 'passed').map((c) => c.item);
  return { passed: list.length - left.length, required: list.length, next: left };
}
