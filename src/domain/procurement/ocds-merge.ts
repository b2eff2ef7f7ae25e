import type { Json, JsonObject } from './ocds-values.ts';

/** Fields of a release that speak of the release itself. */
const OWN = new Set(['id', 'date', 'tag']);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: Json): string | null => {
  const id = isObject(value) ? value['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
};

function mergedLists(before: readonly Json[], after: readonly Json[]): Json[] {
  // Lists of plain values and of things without an id are one value.
  if (![...before, ...after].every((one) => idOf(one) !== null)) return [...after];
  const newer = new Map(after.map((one) => [idOf(one)!, one]));
  const known = new Set(before.map((one) => idOf(one)!));
  return [
    ...before.map((one) => merged(one, newer.get(idOf(one)!))!),
    ...after.filter((one) => !known.has(idOf(one)!)),
  ];
}

/** What a field says after a newer release: that one's value; objects field by field, lists by the ids of their parts. */
export function merged(before: Json | undefined, after: Json | undefined): Json | undefined {
  if (after === undefined) return before;
  if (isObject(before) && isObject(after)) return mergedObjects(before, after);
  if (Array.isArray(before) && Array.isArray(after)) return mergedLists(before, after);
  return after;
}

function mergedObjects(before: JsonObject, after: JsonObject): JsonObject {
  const fields = Object.keys({ ...before, ...after }).map((name) => [
    name,
    merged(before[name], after[name])!,
  ]);
  // null takes a field away, by the standard's rule.
  return Object.fromEntries(fields.filter(([, value]) => value !== null)) as JsonObject;
}

/**
 * The compiled release of a record: the latest value of every field. `releases` are of one process, oldest first, at
 * least one. Its id is the process's and the last release's date, its tag `compiled`.
 */
export function compiledRelease(releases: readonly JsonObject[]): JsonObject {
  const body = releases.reduce<JsonObject>((known, release) => {
    const fields = Object.entries(release).filter(([name]) => !OWN.has(name));
    return mergedObjects(known, Object.fromEntries(fields));
  }, {});
  const last = releases.at(-1)!;
  const id = `${String(last['ocid'])}-${String(last['date'])}`;
  return { ...body, id, date: last['date']!, tag: ['compiled'] };
}
