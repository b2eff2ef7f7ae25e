/** Elements of WebM whose content is looked into; all others are stepped over by their size. */
const CONTAINERS = new Set([
  0x1a45dfa3, // head
  0x18538067, // segment
  0x1549a966, // facts
  0x1654ae6b, // tracks
  0xae, // track
  0x1f43b675, // cluster
  0xa0, // group of blocks
]);
const DOC_TYPE = 0x4282;
const TIME_SCALE = 0x2ad7b1;
const TRACK_TYPE = 0x83;
const CLUSTER_TIME = 0xe7;
const BLOCKS = new Set([0xa3, 0xa1]);

/** Nanoseconds of a tick, where the file says nothing else. */
const USUAL_SCALE = 1_000_000;
const SOUND = 2;

export type Webm = {
  /** WebM with one track or more of sound, and of nothing else. */
  isSound: boolean;
  /** How long it lasts; null when fewer than two blocks are whole. */
  milliseconds: number | null;
};

/**
 * What a WebM file is, and how long it lasts in whole milliseconds, told by the times of its blocks: a browser that records
 * writes no length, and a length that is written may be wrong. The last block is taken to last as long as the one before it;
 * what is cut off at the end does not count.
 */
export function readWebm(bytes: Uint8Array): Webm {
  const times = new Times();
  const tracks: number[] = [];
  let docType = '';
  let scale = USUAL_SCALE;
  let cluster = 0;
  for (const { id, from, to } of elements(bytes)) {
    if (id === DOC_TYPE) docType = Buffer.from(bytes.subarray(from, to)).toString('latin1');
    else if (id === TIME_SCALE) scale = integer(bytes, from, to);
    else if (id === TRACK_TYPE) tracks.push(integer(bytes, from, to));
    else if (id === CLUSTER_TIME) cluster = integer(bytes, from, to);
    else if (BLOCKS.has(id)) times.add(cluster + blockTime(bytes, from, to));
  }
  const ms = Math.round((times.span() * scale) / 1e6);
  return {
    isSound: docType === 'webm' && tracks.length > 0 && tracks.every((type) => type === SOUND),
    milliseconds: Number.isSafeInteger(ms) && ms > 0 ? ms : null,
  };
}

class Times {
  #first = Infinity;
  #last = -Infinity;
  #step = 0;

  add(time: number): void {
    if (Number.isNaN(time)) return;
    if (this.#first === Infinity) this.#first = this.#last = time;
    if (time <= this.#last) return;
    this.#step = time - this.#last;
    this.#last = time;
  }

  /** From the beginning of the first to the end of the last; 0 when there is none but one. */
  span(): number {
    return this.#step === 0 ? 0 : this.#last - this.#first + this.#step;
  }
}

type Element = { id: number; from: number; to: number };

/** Every element that lies whole in the file, flat: the size of a container may be unknown, and is not needed. */
function* elements(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length;) {
    const name = number(bytes, at, true);
    const size = name && number(bytes, name.end, false);
    if (!size) return;
    if (CONTAINERS.has(name.value)) at = size.end;
    else {
      // An element of unknown size ends nowhere that we know.
      if (size.isUnknown || size.end + size.value > bytes.length) return;
      yield { id: name.value, from: size.end, to: size.end + size.value };
      at = size.end + size.value;
    }
  }
}

type Read = { value: number; end: number; isUnknown: boolean };

/** A number of one to eight bytes, whose first bits say how many; `marked`: those bits are part of it, as in a name. */
function number(bytes: Uint8Array, at: number, marked: boolean): Read | null {
  const first = bytes[at];
  if (!first) return null;
  const length = Math.clz32(first) - 23;
  const end = at + length;
  if (end > bytes.length) return null;
  const bits = 0xff >> length;
  let value = marked ? first : first & bits;
  let isUnknown = (first & bits) === bits;
  for (let n = at + 1; n < end; n += 1) {
    value = value * 256 + bytes[n]!;
    isUnknown &&= bytes[n] === 0xff;
  }
  return { value, end, isUnknown };
}

function integer(bytes: Uint8Array, from: number, to: number): number {
  return bytes.subarray(from, Math.min(to, from + 8)).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** A block begins with its track's number and its time in ticks from its cluster, which may be before it; NaN when it breaks off. */
function blockTime(bytes: Uint8Array, from: number, to: number): number {
  const track = number(bytes, from, false);
  if (!track || track.end + 3 > to) return NaN;
  return ((bytes[track.end]! * 256 + bytes[track.end + 1]!) << 16) >> 16;
}
