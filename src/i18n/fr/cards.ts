import type { CardMessages } from '../en/cards.ts';

/** Payer par carte, et être payé par le prestataire de cartes. */
export const cards: CardMessages = {
  payTitle: 'Payer par carte',
  payLead:
    'Vous allez sur la page de paiement de Stripe, puis revenez ici. Nous ne voyons jamais votre carte.',
  pay: {
    deposit: (amount) => `Payer l’acompte : ${amount}`,
    balance: (amount) => `Payer tout ce qui reste : ${amount}`,
    sample: (amount) => `Payer l’échantillon : ${amount}`,
    other: (amount) => `Payer ${amount}`,
  },
  goOn: 'Vous avez commencé à payer. Le même bouton ramène à votre page de paiement.',
  line: {
    deposit: (order) => `Acompte pour la commande ${order}`,
    balance: (order) => `Commande ${order}`,
    sample: (order) => `Échantillon, commande ${order}`,
    other: (order) => `Commande ${order}`,
  },
  waitingTitle: 'Votre paiement est en cours de confirmation',
  waitingText:
    'Quelques secondes avec la plupart des cartes, quelques jours avec un prélèvement. Vous pouvez quitter cette page ; un mail vous parviendra.',
  look: 'Regarder encore',
  paid: (amount) => `Merci ! ${amount} est arrivé.`,
  back: 'Vous avez quitté la page avant de payer. Rien n’a été débité ; vous pouvez réessayer.',
  failed: 'Le dernier essai par carte n’a pas abouti. Rien n’a été débité.',
  studioTitle: 'Versements sur votre compte Stripe',
  studioLead:
    'Ce que les acheteurs paient par carte est gardé par le marché. Avec un compte chez Stripe, il vous est envoyé de là.',
  notOffered: 'Le paiement par carte est désactivé sur ce marché.',
  notYours: 'Seul un propriétaire de l’atelier peut le relier, ou le coordinateur qui le tient.',
  noCountryTitle: 'Stripe ne verse pas dans votre pays',
  noCountry: (country) =>
    `Stripe ne peut pas envoyer d’argent à des comptes de ce pays depuis ce marché : ${country}. Les acheteurs peuvent quand même payer par carte : le marché vous verse l’argent par virement ou mobile money.`,
  toAccounts: 'Dire où : compte bancaire ou mobile money',
  connect: 'Relier avec Stripe',
  connectLead:
    'Stripe demande qui vous êtes et où va l’argent. Préparez une pièce d’identité et vos coordonnées bancaires.',
  goOnConnect: 'Continuer chez Stripe',
  change: 'Modifier mes données chez Stripe',
  states: {
    ready: 'Relié. Votre prochain versement y va.',
    started: 'Commencé. Stripe a encore besoin de quelque chose.',
    checking: 'Stripe examine ce que vous avez envoyé. Cela peut prendre un jour ou deux.',
    stopped: 'Stripe a suspendu les versements. Ouvrez vos données là-bas et voyez ce qui manque.',
  },
  due: (count) => `Encore nécessaire : ${count}`,
  deskTitle: 'Paiements par carte',
  deskLead: 'Ce sur quoi le prestataire et nos livres ne sont pas d’accord, et ce qui y attend.',
  deskOff: 'Aucune clé n’est définie : la carte n’est proposée nulle part.',
  waiting: {
    events: 'Messages à traiter',
    payments: 'Paiements non confirmés',
    refunds: 'Remboursements en route',
    payouts: 'Versements en route',
  },
  heldRefunds: {
    title: 'Remboursements qui vous attendent',
    lead: 'L’argent a été versé au producteur avant le remboursement. Un remboursement part tout seul quand de nouveaux paiements par carte le couvrent. Si vous le laissez partir maintenant, vous l’avancez jusqu’au prochain versement du producteur : assurez-vous d’abord que la marchandise est revenue ou n’est jamais partie.',
    covered: (amount) => `Gardé pour le producteur en ce moment : ${amount}`,
    reason: 'Pourquoi il peut partir',
    release: 'Le laisser partir',
  },
  refundWaits: 'Attend l’opérateur',
  refundWaitsText:
    'L’argent a déjà été versé à l’atelier. Il repart quand de nouveaux paiements par carte le couvrent, ou quand l’opérateur le laisse partir.',
  refundWaitsMine:
    'L’argent vous a déjà été versé. Il repart quand de nouveaux paiements par carte le couvrent, ou quand l’opérateur le laisse partir ; d’ici là, votre prochain versement est réduit d’autant.',
  alerts: 'À regarder',
  alertsEmpty: 'Rien. Les livres et le prestataire sont d’accord.',
  alertKinds: {
    dispute: 'Un titulaire de carte conteste un paiement',
    difference: 'Les livres et le prestataire diffèrent',
    mismatch: 'Non comptabilisé : montant ou monnaie ne sont pas ceux demandés',
    event: 'Un message n’a pas pu être traité',
    payout: 'Un versement a mal tourné',
    refund: 'Un remboursement a mal tourné',
  },
  settled: 'Réglé',
  settle: 'Je m’en suis occupé',
  accounts: 'Producteurs ayant un compte là-bas',
  accountsEmpty: 'Aucun pour l’instant.',
  transfersYes: 'peut être payé',
  transfersNo: 'pas encore prêt',
};
