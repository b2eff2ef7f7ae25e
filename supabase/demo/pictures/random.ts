/** Seeded randomness: the same key gives the same numbers on every machine. */
export interface Random {
  /** Next number in [0, 1). */
  next(): number;
  /** Number in [low, high). */
  range(low: number, high: number): number;
  /** Number around 0 with most of its weight within ±spread. */
  around(spread: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** An independent stream, so that one more draw here does not change what happens elsewhere. */
  fork(name: string): Random;
}

/** 32-bit FNV-1a of a key. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32 over the hash of the key. */
export function random(key: string): Random {
  let state = hashKey(key);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    range: (low, high) => low + (high - low) * next(),
    around: (spread) => (next() + next() + next() - 1.5) * spread * (2 / 3),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    fork: (name) => random(`${key}/${name}`),
  };
}
