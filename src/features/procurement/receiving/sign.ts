import SignaturePad, { type PointGroup } from 'signature_pad';
import type { Strokes } from './queries.ts';

/** The box in which strokes are kept, whatever the size of the screen. */
const [WIDE, HIGH] = [1000, 400];
/** Thinner than this would be seen by nobody; it keeps a signature at a few kilobytes. */
const NEAR = 3;

/** Turns every `[data-signature]` of the page into a pad that writes its strokes into the hidden field after it. */
export function openPads(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-signature][hidden]'))
    openPad(box);
}

function openPad(box: HTMLElement): void {
  const canvas = box.querySelector('canvas');
  const field = box.parentElement?.querySelector<HTMLInputElement>('[data-sign-value]');
  if (!canvas || !field) return;
  box.hidden = false;
  const pad = new SignaturePad(canvas, { minDistance: NEAR });
  const draw = () => {
    fit(canvas);
    pad.fromData(groupsOf(strokesOf(field.value), canvas), { clear: true });
  };
  pad.addEventListener('endStroke', () => {
    field.value = JSON.stringify(boxed(pad.toData(), canvas));
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  // A draft of this phone is written into the field by a script.
  field.addEventListener('change', draw);
  box.querySelector('[data-sign-clear]')?.addEventListener('click', () => {
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    draw();
  });
  // In a fold the canvas has no size before it is opened.
  new ResizeObserver(draw).observe(canvas);
}

function fit(canvas: HTMLCanvasElement): void {
  const ratio = Math.max(devicePixelRatio, 1);
  canvas.width = canvas.offsetWidth * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  canvas.getContext('2d')?.scale(ratio, ratio);
}

function strokesOf(text: string): Strokes {
  try {
    return text ? (JSON.parse(text) as Strokes) : [];
  } catch {
    return [];
  }
}

const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

function boxed(groups: readonly PointGroup[], canvas: HTMLCanvasElement): Strokes {
  const [across, down] = [WIDE / canvas.offsetWidth, HIGH / canvas.offsetHeight];
  return groups.map(({ points }) =>
    points.map(({ x, y }): [number, number] => [within(x * across, WIDE), within(y * down, HIGH)]),
  );
}

function groupsOf(strokes: Strokes, canvas: HTMLCanvasElement): PointGroup[] {
  const [across, down] = [canvas.offsetWidth / WIDE, canvas.offsetHeight / HIGH];
  return strokes.map((stroke, s) => ({
    dotSize: 0,
    minWidth: 0.5,
    maxWidth: 2.5,
    penColor: 'black',
    velocityFilterWeight: 0.7,
    compositeOperation: 'source-over',
    points: stroke.map(([x, y], n) => ({
      x: x * across,
      y: y * down,
      pressure: 0.5,
      time: s * 1000 + n * 20,
    })),
  }));
}
