import type { Fair } from '../en/fair.ts';

export const fair: Fair = {
  scan: 'Scannez : prix, échantillons et qui l’a fait',
  posters: 'Affiches des stands',
  labels: 'Étiquettes des objets',
  contents: 'Sommaire',
  catalogue: 'Catalogue',
  lead: 'Ce qui se trouve sur papier à la foire. Chaque code mène à sa page, dans la langue du lecteur.',
  postersText: 'Une feuille par stand : nom, lieu, histoire, photo et un grand code.',
  labelsText:
    'Une étiquette par objet, à découper : ce que c’est, qui l’a fait, la plus petite commande et un code.',
  catalogueText:
    'Tout, dans l’ordre de la visite, avec une photo et un code par objet. Il est fait de ce qui se trouve dans les halls maintenant.',
  language: 'Langue',
  a4: 'A4',
  a3: 'A3',
  large: '8 par feuille',
  small: '21 par feuille, titre seul',
  make: 'Créer les codes manquants',
  size: 'Format',
  asPage: 'Le lire ou l’imprimer ici',
  made: 'Les codes sont créés.',
  noBooths: 'Aucun stand n’est encore approuvé, il n’y a donc rien à imprimer.',
  kept: 'Un code n’est jamais donné deux fois et n’expire jamais : ce que vous imprimez cette année mènera encore ici dans dix ans.',
  badTitle: 'Ce code n’est pas des nôtres',
  badText:
    'Regardez-le encore : il a huit signes, sans les lettres I, L, O ni U. Le dernier vérifie les autres.',
  tryLabel: 'Le code',
  go: 'Ouvrir',
  print: 'Imprimer',
  save: 'Enregistrer en PDF',
  missing: (n: number) =>
    n === 1 ? 'Un élément n’a pas encore de code.' : `${n} éléments n’ont pas encore de code.`,
  scans: (n: number) =>
    n === 0 ? 'Pas encore scanné' : n === 1 ? 'Scanné une fois' : `Scanné ${n} fois`,
  leastQuantity: (quantity: string) => `dès ${quantity}`,
};
