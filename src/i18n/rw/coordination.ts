import type { CoordinationMessages } from '../en/coordination.ts';

export const coordination: CoordinationMessages = {
  approve: 'Emeza utangaze',
  sendBack: 'Subiza',
  sendBackReason: 'Ni iki kigomba guhinduka?',
  checks: {
    identity: 'Umwirondoro',
    registration: 'Iyandikwa ry’ubucuruzi',
    workshop_visit: 'Aho bakorera harasuwe',
    capacity: 'Ubushobozi',
    samples: 'Ingero zarebwe',
    payee_name: 'Izina rya konti',
  },
  checkStates: { open: 'Ntibirasuzumwa', passed: 'Byasuzumwe', failed: 'Ntibyemejwe' },
};
