import type { Ago } from '../ago.ts';

/** “hashize iminsi 5”: the unit, then how many; for what is still to come “hasigaye”. */
const unit = (one: string, other: string) => (count: number) => {
  const amount = Math.abs(count);
  return `${count < 0 ? 'hashize' : 'hasigaye'} ${amount === 1 ? one : other} ${amount}`;
};
const day = unit('umunsi', 'iminsi');
const minute = unit('umunota', 'iminota');

/** Own words: Intl knows dates in Kinyarwanda, but says “-5 d” here. */
export const ago: Ago = {
  year: unit('umwaka', 'imyaka'),
  month: unit('ukwezi', 'amezi'),
  week: unit('icyumweru', 'ibyumweru'),
  day: (count) => (count === -1 ? 'ejo hashize' : count === 1 ? 'ejo hazaza' : day(count)),
  hour: unit('isaha', 'amasaha'),
  minute: (count) => (count === 0 ? 'ubu' : minute(count)),
};
