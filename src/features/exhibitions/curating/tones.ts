import type { BoothState, ExhibitionState } from '#src/domain/exhibition.ts';

type Tone = 'good' | 'wait' | 'bad' | 'info' | 'quiet';

export const EXHIBITION_TONES: Record<ExhibitionState, Tone> = {
  draft: 'quiet',
  preview: 'quiet',
  scheduled: 'wait',
  open: 'good',
  closed: 'info',
  archived: 'quiet',
};

export const BOOTH_TONES: Record<BoothState, Tone> = {
  offered: 'wait',
  accepted: 'info',
  submitted: 'wait',
  approved: 'good',
  declined: 'quiet',
};
