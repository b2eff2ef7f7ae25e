import type { CoordinationMessages } from '../en/coordination.ts';

export const coordination: CoordinationMessages = {
  approve: 'Approuver et publier',
  sendBack: 'Renvoyer',
  sendBackReason: 'Que faut-il changer ?',
  checks: {
    identity: 'Identité',
    registration: 'Immatriculation',
    workshop_visit: 'Atelier visité',
    capacity: 'Capacité',
    samples: 'Échantillons vus',
    payee_name: 'Nom du compte',
  },
  checkStates: { open: 'Pas encore vérifié', passed: 'Vérifié', failed: 'Non confirmé' },
};
