/** The server entry and the built site are two copies of this module; what is left to do is kept where both find it. */
const LEFT = Symbol.for('isoko.before-stop');
const shared = globalThis as { [LEFT]?: Map<string, () => Promise<void>> };

/** Has `act` done once more before the process ends, after the last request. A second act of that name takes the first one's place. */
export function beforeStop(name: string, act: () => Promise<void>): void {
  shared[LEFT] ??= new Map();
  shared[LEFT].set(name, act);
}

/** The server entry calls it when no request comes any more. */
export async function finishBeforeStop(): Promise<void> {
  await Promise.all([...(shared[LEFT]?.values() ?? [])].map((act) => act()));
}
