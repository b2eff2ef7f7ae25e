/** A piece of two texts laid over each other: in both, only in the older (`out`), or only in the newer (`in`). */
export type TextPart = { kind: 'same' | 'out' | 'in'; text: string };

// The table below has one cell for each pair of words; beyond this two texts are simply different.
const WORDS_AT_MOST = 800;

/**
 * The least that was taken out and put in, word by word. Null when too little is left for that to be easier to read
 * than the two texts: less than half of the longer one, or texts of more than 800 words.
 */
export function wordChanges(before: string, after: string): TextPart[] | null {
  const [old, now] = [words(before), words(after)];
  if (Math.max(old.length, now.length) > WORDS_AT_MOST) return null;
  const parts = trace(old, now, commonLengths(old, now));
  const kept = parts.filter(({ kind }) => kind === 'same').length;
  if (kept * 2 < Math.max(old.length, now.length)) return null;
  return joined(parts);
}

/** Each word with the space behind it. */
const words = (text: string) => text.match(/\S+\s*/g) ?? [];
/** Where a line ends is no change of its words. */
const bare = (word: string) => word.trimEnd();

/** `[i][j]`: how many words the rest of the older text from i and of the newer from j have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        bare(old[i]!) === bare(now[j]!)
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function trace(
  old: readonly string[],
  now: readonly string[],
  lengths: readonly (readonly number[])[],
): TextPart[] {
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && bare(old[i]!) === bare(now[j]!)) {
      parts.push({ kind: 'same', text: now[j]! });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      parts.push({ kind: 'out', text: old[i]! });
      i += 1;
    } else {
      parts.push({ kind: 'in', text: now[j]! });
      j += 1;
    }
  }
  return parts;
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const runs: TextPart[] = [];
  for (const [n, { kind, text }] of parts.entries()) {
    // The last word of either text has no space behind it, and another word may follow it here.
    const spaced = n < parts.length - 1 && text === bare(text) ? `${text} ` : text;
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += spaced;
    else runs.push({ kind, text: spaced });
  }
  return runs;
}
