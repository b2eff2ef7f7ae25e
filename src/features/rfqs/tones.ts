/** How a state is coloured, wherever a badge shows it. */
export const RFQ_TONES = {
  unconfirmed: 'wait',
  held: 'wait',
  open: 'good',
  closed: 'quiet',
  refused: 'bad',
} as const;
