function slips(word: string): string[] {
  if (word.length < 4 || word.length > 24 || /\d/.test(word)) return [];
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}

/** Whether leaving out at most one letter of each makes them the same. */
export const shareASlip = (a: string, b: string) => slips(a).some((s) => slips(b).includes(s));

/** Optimal string alignment distance, by the textbook's recursion. */
export function slipsBetween(a: string, b: string): number {
  const known = new Map<string, number>();
  const d = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let least = Math.min(
      d(i - 1, j) + 1,
      d(i, j - 1) + 1,
      d(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
    );
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      least = Math.min(least, d(i - 2, j - 2) + 1);
    known.set(key, least);
    return least;
  };
  return d(a.length, b.length);
}
