import type { Meetings } from '../en/meetings.ts';

export const meetings: Meetings = {
  title: (booth) => `Rencontrer ${booth}`,
  lead: 'Choisissez une heure libre et laissez votre nom. Aucun compte n’est nécessaire.',
  noneTitle: 'Aucune heure libre pour le moment',
  noneText:
    'De nouvelles heures s’affichent ici dès que le stand en propose. Vous pouvez aussi écrire à l’atelier.',
  write: 'Demander un devis',
  back: 'Retour au stand',
  zoneLabel: 'Montrer aussi les heures à l’horloge de',
  zoneGo: 'Montrer',
  zoneFair: (zone) => `En grand : l’horloge du salon (${zone}).`,
  zoneYours: (zone) => `En dessous : ${zone}.`,
  times: 'Heures libres',
  minutes: (n) => `${n} min`,
  yours: 'Votre heure',
  about: 'Vous',
  name: 'Votre nom',
  company: 'Votre entreprise',
  email: 'Votre adresse e-mail',
  emailHint: 'La confirmation y arrive, avec le lieu ou le lien du rendez-vous.',
  note: 'De quoi voulez-vous parler ?',
  told: (days) =>
    `Le stand voit ce que vous écrivez ici. Nous l’effaçons ${days} jours après le rendez-vous.`,
  leaveEmpty: 'Laissez ce champ vide',
  book: 'Réserver cette heure',
  chooseTime: 'Choisissez une heure, s’il vous plaît.',
  ownTitle: (booth) => `Votre rendez-vous avec ${booth}`,
  bookedTitle: 'C’est réservé',
  bookedText: 'Un message avec tout cela vous est envoyé.',
  states: {
    booked: 'Réservé',
    running: 'En cours',
    over: 'Ce rendez-vous est passé',
    cancelled: 'Annulé',
  },
  when: 'Quand',
  onYourClock: 'À votre horloge',
  lasts: 'Durée',
  place: 'Lieu',
  noPlace: 'Au stand',
  fair: 'Exposition',
  yourNote: 'Votre note',
  calendar: 'L’ajouter à mon agenda',
  calendarOff: 'L’enlever de mon agenda',
  cancelTitle: 'Vous ne pouvez pas venir ?',
  cancelText: 'Annulez, pour que quelqu’un d’autre puisse prendre cette heure.',
  reason: 'Un mot pour le stand',
  cancel: 'Annuler le rendez-vous',
  keep: 'Le garder',
  byYou: 'Vous l’avez annulé. Le stand est prévenu.',
  byBooth: 'Le stand a dû l’annuler.',
  again: 'Choisir une autre heure',
  goneTitle: 'Nous ne trouvons pas ce rendez-vous',
  goneText:
    'Ouvrez-le par le lien de votre message. Après quelques mois, un rendez-vous est effacé avec tout ce qu’il dit de vous.',
  roomLead: (zone) =>
    `Proposez des heures, et les visiteurs les réservent sans compte. Toutes les heures sont à l’horloge du salon (${zone}).`,
  off: 'Cette exposition ne prend pas de rendez-vous.',
  notYet: 'Vous pourrez proposer des heures dès que le stand sera accepté.',
  offer: 'Proposer des heures',
  day: 'Jour',
  from: 'De',
  to: 'À',
  length: 'Minutes chacun',
  pause: 'Pause entre deux, en minutes',
  placeOffered: 'Lieu ou lien',
  placeHint:
    'Un numéro de table ou l’adresse d’un appel. Seule la personne qui réserve le connaît.',
  make: 'Proposer ces heures',
  made: (n) =>
    n === 0
      ? 'Rien de nouveau : ces heures sont déjà proposées, ou passées.'
      : n === 1
        ? 'Une heure est proposée.'
        : `${n} heures sont proposées.`,
  removed: (n) =>
    n === 0
      ? 'Rien n’a été retiré : quelqu’un a réservé entre-temps.'
      : n === 1
        ? 'Une heure est retirée.'
        : `${n} heures sont retirées.`,
  coming: 'À venir',
  comingEmpty: 'Pas encore d’heures',
  comingEmptyText: 'Proposez-en ci-dessus. La page du stand montre alors « Prendre rendez-vous ».',
  free: 'Libre',
  freeCount: (n) => (n === 1 ? '1 libre' : `${n} libres`),
  bookedCount: (n) => (n === 1 ? '1 réservée' : `${n} réservées`),
  takeBack: 'Retirer ce qui est coché',
  tick: (when) => `Retirer ${when}`,
  who: 'Qui',
  theirClock: (when) => `à son horloge : ${when}`,
  callOff: 'Décommander',
  callOffReason: 'Pourquoi ? Le visiteur le lit.',
  withdraw: 'Ne plus proposer cette heure',
  calledOff: 'Le rendez-vous est décommandé. Le visiteur reçoit un message.',
  past: 'Passés ou annulés',
  cancelledByVisitor: 'annulé par le visiteur',
  cancelledByBooth: 'décommandé par vous',
  outcome: 'Ce qui en est advenu',
  theirNote: 'Leur note',
  held: 'tenu',
  kept: (days) => `Les noms et adresses sont effacés ${days} jours après le rendez-vous.`,
  mail: {
    subject: (booth, when) => `Votre rendez-vous avec ${booth}, ${when}`,
    text: (name, booth, fair) =>
      `Bonjour ${name}, votre rendez-vous avec ${booth} à « ${fair} » est réservé.`,
    button: 'Voir ou annuler le rendez-vous',
    attached: 'Le fichier joint l’ajoute à votre agenda.',
    notYou:
      'Si vous n’avez rien réservé, annulez par le bouton : quelqu’un s’est trompé d’adresse.',
    overSubject: (booth, when) => `Annulé : votre rendez-vous avec ${booth}, ${when}`,
    overByBooth: (name, booth) =>
      `Bonjour ${name}, ${booth} a dû décommander votre rendez-vous. Nous en sommes désolés.`,
    overByVisitor: (name, booth) =>
      `Bonjour ${name}, votre rendez-vous avec ${booth} est annulé. Le stand est prévenu.`,
    overButton: 'Choisir une autre heure',
    overAttached: 'Le fichier joint l’enlève de votre agenda.',
  },
};
