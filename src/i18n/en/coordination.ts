import type { Widen } from '../widen.ts';

/** The desk of a cluster's coordinators. */
export const coordination = {
  approve: 'Approve and publish',
  sendBack: 'Send back',
  sendBackReason: 'What should be changed?',
  checks: {
    identity: 'Identity',
    registration: 'Business registration',
    workshop_visit: 'Workshop visited',
    capacity: 'Capacity',
    samples: 'Samples seen',
    payee_name: 'Name on the account',
  },
  checkStates: { open: 'Not checked yet', passed: 'Checked', failed: 'Not passed' },
};

export type CoordinationMessages = Widen<typeof coordination>;
