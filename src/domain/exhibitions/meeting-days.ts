const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all that a page asks of it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, made);
  return made;
}

/** A moment as a clock in that zone shows it: the day (YYYY-MM-DD) and minutes since midnight. Throws RangeError for no zone. */
export function wallClock(at: string, zone: string): { day: string; minute: number } {
  const parts = clockOf(zone).formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const day = `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
  return { day, minute: Number(of('hour')) * 60 + Number(of('minute')) };
}

/** Whether two zones show the same time at that moment: then one of them is enough to read. */
export function showSameTime(at: string, one: string, other: string): boolean {
  const [a, b] = [wallClock(at, one), wallClock(at, other)];
  return a.day === b.day && a.minute === b.minute;
}

/** Times by the day that the zone's calendar has for them, in the order given. */
export function byDay<T extends { startsAt: string }>(
  slots: readonly T[],
  zone: string,
): { day: string; slots: T[] }[] {
  const days = Map.groupBy(slots, ({ startsAt }) => wallClock(startsAt, zone).day);
  return [...days].map(([day, inDay]) => ({ day, slots: inDay }));
}
