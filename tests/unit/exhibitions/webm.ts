/** A little WebM writer: what a browser's recorder writes, with silence in place of sound. */
type Sizes = 'known' | 'unknown';

const bytesOf = (value: number, length: number) =>
  Array.from({ length }, (_, n) => Math.floor(value / 256 ** (length - 1 - n)) % 256);
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];
const sized = (length: number) => [0x10 | (length >> 24), ...bytesOf(length % 2 ** 24, 3)];
const UNKNOWN = [0x01, ...Array.from({ length: 7 }, () => 0xff)];

function element(id: number[], content: number[], sizes: Sizes = 'known'): number[] {
  return [...id, ...(sizes === 'known' ? sized(content.length) : UNKNOWN), ...content];
}

function block(time: number, frame = 20): number[] {
  const content = [0x81, ...bytesOf((time + 65_536) % 65_536, 2), 0x80];
  return element([0xa3], [...content, ...Array.from({ length: frame }, () => 0xfc)]);
}

const HEAD = element(
  [0x1a, 0x45, 0xdf, 0xa3],
  [...element([0x42, 0x82], ascii('webm')), ...element([0x42, 0x87], [4])],
);

function tracks(kind: 'sound' | 'film'): number[] {
  const sound = element(
    [0xae],
    [
      ...element([0xd7], [1]),
      ...element([0x83], [2]),
      ...element([0x86], ascii('A_OPUS')),
      ...element([0xe1], [...element([0xb5], [0x47, 0x3b, 0x80, 0]), ...element([0x9f], [1])]),
    ],
  );
  const film = element(
    [0xae],
    [
      ...element([0xd7], [2]),
      ...element([0x83], [1]),
      ...element([0x86], ascii('V_VP8')),
      ...element([0xe0], [...element([0xb0], [1, 0]), ...element([0xba], [1, 0])]),
    ],
  );
  return element([0x16, 0x54, 0xae, 0x6b], kind === 'sound' ? sound : [...sound, ...film]);
}

type Options = {
  sizes?: Sizes;
  /** Blocks in a cluster. */
  batch?: number;
  kind?: 'sound' | 'film';
  /** Milliseconds at which the first block begins. */
  from?: number;
};

/** So many blocks of so many milliseconds; no length is written, as a recorder cannot know it yet. */
export function webm(
  blocks: number,
  step: number,
  { sizes = 'unknown', batch = 50, kind = 'sound', from = 0 }: Options = {},
): Uint8Array {
  const clusters: number[] = [];
  for (let first = 0; first < blocks; first += batch) {
    const time = from + first * step;
    const inside = Array.from({ length: Math.min(batch, blocks - first) }, (_, n) =>
      block(n * step),
    );
    const content = [...element([0xe7], bytesOf(time, 4)), ...inside.flat()];
    clusters.push(...element([0x1f, 0x43, 0xb6, 0x75], content, sizes));
  }
  const info = element(
    [0x15, 0x49, 0xa9, 0x66],
    element([0x2a, 0xd7, 0xb1], bytesOf(1_000_000, 3)),
  );
  const segment = [...info, ...tracks(kind), ...clusters];
  return Uint8Array.from([...HEAD, ...element([0x18, 0x53, 0x80, 0x67], segment, sizes)]);
}
