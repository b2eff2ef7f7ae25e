/** Silence as MPEG-1 layer III, 128 kbit/s at 44.1 kHz: 39 frames are one second. */
export function mp3(frames = 39): Uint8Array {
  const frame = new Uint8Array(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Uint8Array.from({ length: 417 * frames }, (_, n) => frame[n % 417]!);
}
