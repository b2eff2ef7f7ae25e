import type { PledgesMessages } from '../en/pledges.ts';

export const pledges: PledgesMessages = {
  title: 'Mes engagements',
  listTitle: 'Acheter ensemble',
  listLead:
    'Chacun dit combien il prend, les fournisseurs se disputent le tout, et tous paient moins.',
  listEmpty: 'Pas encore d’achat groupé',
  listEmptyText:
    'Quand votre groupement en ouvre un, il est ici. Dites aux autres ce qu’il vous faut : ajoutez un souhait.',
  wishes: 'Souhaits',
  lotsCount: (n) => (n === 1 ? '1 matière' : `${n} matières`),
  pledgedCount: (n) =>
    n === 0
      ? 'Vous ne vous êtes pas encore engagé'
      : n === 1
        ? 'Vous prenez 1 matière'
        : `Vous prenez ${n} matières`,
  closes: 'Fin des engagements',
  closed: 'Engagements clos',
  bidsClose: 'Ouverture des offres',
  neededBy: 'Il les faut le',
  delivery: 'Livré à',
  how: 'Comment ça marche',
  howText: [
    'Dites combien vous prenez à coup sûr. Cette part est à vous, sauf si la livraison est trop courte.',
    'Dites combien vous pourriez prendre en plus. Cela remplit un paquet ou atteint un meilleur prix pour tous, et se partage équitablement.',
    'Si vous voulez, dites le prix le plus haut que vous payez. S’il est dépassé, vous sortez de cette matière et ne devez rien.',
  ],
  pooled: (quantity, members) =>
    `${quantity} engagés par ${members === 1 ? '1 membre' : `${members} membres`}`,
  spare: (quantity) => `${quantity} de plus possibles`,
  barLabel: (firm, spare) => `${firm} fermes, ${spare} de plus possibles`,
  nobodyYet: 'Personne ne s’est encore engagé ferme. Soyez le premier.',
  notEnough: (quantity) => `Pas encore assez : il manque ${quantity} avant de pouvoir commander.`,
  packs: (packs, pack, all) =>
    packs === 1 ? `1 paquet de ${pack}` : `${packs} paquets de ${pack} (${all})`,
  wouldOrder: (what) => `En l’état, nous commandons ${what}`,
  atPrice: (price, unit) => `à environ ${price} par ${unit}`,
  short: (quantity) => `C’est ${quantity} de moins que promis ; cela se partagerait.`,
  surplus: (quantity) =>
    `Le dernier paquet contient ${quantity} de plus que promis ; ils vont à ceux qui pouvaient en prendre plus.`,
  cheaper: (packs, amount, least, leastAmount) =>
    `${packs} paquets coûtent ${amount}, ${least} coûteraient ${leastAmount} : plus, c’est moins cher pour tous.`,
  missingToOrder: (quantity) => `encore ${quantity}, et tous les engagements sont couverts`,
  missingToPack: (quantity) => `encore ${quantity} remplissent le paquet commencé`,
  nextTier: (quantity, price, unit) => `encore ${quantity}, et chacun paie ${price} par ${unit}`,
  tenMore: (ten, price, unit) => `Avec ${ten} de plus : ${price} par ${unit} pour tous.`,
  tenMoreSame: (ten, price) => `Avec ${ten} de plus, le prix reste à ${price}.`,
  ownRange: (quantity, price, amount) => `Vous auriez ${quantity} à ${price} : ${amount} en tout.`,
  soldIn: (pack) => `Vendu par paquets de ${pack}`,
  least: (quantity) => `au moins ${quantity} ensemble`,
  retail: (price, unit) => `au magasin ${price} par ${unit}`,
  prices: 'Prix attendus',
  from: 'À partir de, tous ensemble',
  priceEach: (unit) => `Prix par ${unit}`,
  pricesNote:
    'De la dernière fois ou du coordinateur. Les vrais prix viennent avec les offres des fournisseurs.',
  firm: 'Je prends à coup sûr',
  firmOf: (name) => `${name} prend à coup sûr`,
  firmHint: 'Vous paierez cette quantité.',
  tolerance: 'Je pourrais prendre en plus',
  toleranceHint: 'Seulement si cela aide à remplir un paquet ou à atteindre un meilleur prix.',
  ceiling: 'Prix maximum',
  ceilingHint: (unit) =>
    `Pour 1 ${unit}, transport compris. Laissez vide si vous prenez à tout prix.`,
  save: 'S’engager',
  change: 'Enregistrer le changement',
  takeBack: 'Écrivez 0 pour retirer.',
  mine: (firm, spare) => `Vous prenez ${firm} à coup sûr et pourriez prendre ${spare} de plus.`,
  late: (minutes) =>
    `Dans les ${minutes} dernières minutes, seuls les changements qui aident les autres sont acceptés.`,
  saved: 'Enregistré. Votre engagement compte.',
  live: 'Les chiffres se rafraîchissent tout seuls.',
  log: 'Ce que vous avez changé',
  logOf: 'Derniers changements',
  logLine: (firm, spare) => `${firm} fermes, ${spare} de plus possibles`,
  onBehalf: (name) => `saisi par ${name}`,
  deskTitle: 'Les engagements des membres',
  member: 'Membre',
  noPhone: 'n’a pas de compte',
  pledgeFor: 'S’engager pour un membre',
  pledgeForText: 'Pour un membre qui a appelé ou qui est passé. Votre nom reste au journal.',
  material: 'Matière',
  choose: 'Ouvrir le formulaire',
  total: 'Ensemble',
  none: 'Encore rien',
  ceilingOf: (price) => `jusqu’à ${price}`,
  deposit: (share) => `Un acompte de ${share} est demandé à la fin des engagements.`,
  cancelled: 'Cet achat a été annulé. Personne ne doit rien.',
};
