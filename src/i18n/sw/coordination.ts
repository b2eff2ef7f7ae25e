import type { CoordinationMessages } from '../en/coordination.ts';

export const coordination: CoordinationMessages = {
  approve: 'Kubali na uchapishe',
  sendBack: 'Rudisha',
  sendBackReason: 'Nini kibadilishwe?',
  checks: {
    identity: 'Utambulisho',
    registration: 'Usajili wa biashara',
    workshop_visit: 'Karakana imetembelewa',
    capacity: 'Uwezo',
    samples: 'Sampuli zimeonekana',
    payee_name: 'Jina la akaunti',
  },
  checkStates: { open: 'Bado haijakaguliwa', passed: 'Imekaguliwa', failed: 'Haikuthibitishwa' },
};
