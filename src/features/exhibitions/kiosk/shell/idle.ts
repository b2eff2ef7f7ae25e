import { idlePhase } from '#src/domain/exhibitions/kiosk.ts';

type Told = {
  idleMs: () => number;
  /** Whether a voice is being heard: that is no idleness. */
  busy: () => boolean;
  warn: (seconds: number) => void;
  back: () => void;
  away: () => void;
};

const TOUCHES = [
  'pointerdown',
  'click',
  'keydown',
  'input',
  'wheel',
  'touchmove',
  'scroll',
] as const;
/** What answers the question: a finger that is still down would let go on what lies behind it. */
const ANSWERS: ReadonlySet<string> = new Set(['click', 'keydown']);
const LOOK_MS = 1000;

/** Watches for nobody being there: warns, counts down, and says when the start is due. `rest`: the start is shown already. */
export function watchIdle(told: Told): { rest: () => void } {
  let last = Date.now();
  let phase: 'busy' | 'warning' | 'away' = 'busy';
  const touch = (): void => {
    last = Date.now();
    if (phase === 'warning') told.back();
    phase = 'busy';
  };
  const heard = ({ type }: Event): void => {
    if (phase !== 'warning' || ANSWERS.has(type)) touch();
  };
  for (const name of TOUCHES) addEventListener(name, heard, { capture: true, passive: true });
  setInterval(() => {
    if (phase === 'away') return;
    if (told.busy()) return touch();
    const now = idlePhase(Date.now() - last, told.idleMs());
    const turned = now.phase !== phase;
    phase = now.phase;
    if (phase === 'warning') told.warn(Math.ceil(now.leftMs / 1000));
    if (phase === 'away' && turned) told.away();
  }, LOOK_MS);
  return { rest: () => void (phase = 'away') };
}
