import type { PublicRoundsMessages } from '../en/public-rounds.ts';

export const publicRounds: PublicRoundsMessages = {
  title: 'Manunuzi ya pamoja',
};
