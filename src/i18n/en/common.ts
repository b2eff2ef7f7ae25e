import type { Widen } from '../widen.ts';

/** Words that every room needs: what buttons do, answers, and units by their UN/ECE Recommendation 20 code. */
export const common = {
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  back: 'Back',
  goOn: 'Go on',
  send: 'Send',
  edit: 'Change',
  remove: 'Take away',
  add: 'Add',
  open: 'Open',
  copy: 'Copy',
  copied: 'Copied.',
  confirm: 'Yes, do it',
  yes: 'Yes',
  no: 'No',
  all: 'All',
  none: 'None',
  working: 'One moment …',
  units: {
    PR: { one: 'pair', other: 'pairs' },
    H87: { one: 'piece', other: 'pieces' },
    SET: { one: 'set', other: 'sets' },
    DZN: { one: 'dozen', other: 'dozens' },
    KGM: { one: 'kilogram', other: 'kilograms' },
    GRM: { one: 'gram', other: 'grams' },
    MTR: { one: 'metre', other: 'metres' },
    MTK: { one: 'square metre', other: 'square metres' },
    FTK: { one: 'square foot', other: 'square feet' },
    LTR: { one: 'litre', other: 'litres' },
    MLT: { one: 'millilitre', other: 'millilitres' },
    XBX: { one: 'box', other: 'boxes' },
    XRO: { one: 'roll', other: 'rolls' },
  },
};

export type CommonMessages = Widen<typeof common>;
