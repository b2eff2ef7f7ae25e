const counters = new WeakMap<Request, number>();

/** An element id that is unique in the page and the same on every rendering of it, so cached pages stay identical. */
export function nextId(request: Request, prefix: string): string {
  const n = (counters.get(request) ?? 0) + 1;
  counters.set(request, n);
  return `${prefix}${n}`;
}
