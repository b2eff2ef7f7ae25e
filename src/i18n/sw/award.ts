import type { AwardMessages } from '../en/award.ts';

export const award: AwardMessages = {
  title: 'Uamuzi wa zabuni',
};
