import type { Fair } from '../en/fair.ts';

export const fair: Fair = {
  scan: 'Soma kode urebe ibiciro, ingero n’uwabikoze',
  posters: 'Ibyapa bya sitandi',
  labels: 'Utwapa tw’ibikoresho',
  contents: 'Ibirimo',
  catalogue: 'Igitabo cy’imurika',
  lead: 'Ibiri ku mpapuro ku imurika. Buri kode ijyana ku rupapuro rwayo, mu rurimi rw’usoma.',
  postersText: 'Urupapuro rumwe kuri buri sitandi: izina, ahantu, inkuru, ifoto na kode nini.',
  labelsText:
    'Agapapuro kamwe kuri buri gikoresho, ko gukata: icyo ari cyo, uwagikoze, umubare muto utumizwa, na kode.',
  catalogueText:
    'Byose uko bikurikirana mu imurika, buri gikoresho gifite ifoto na kode. Gikorwa mu biri mu byumba ubu.',
  language: 'Ururimi',
  a4: 'A4',
  a3: 'A3',
  large: '8 ku rupapuro',
  small: '21 ku rupapuro, izina gusa',
  make: 'Kora kode zibura',
  size: 'Ingano',
  asPage: 'Kisome cyangwa ugicapire hano',
  made: 'Kode zakozwe.',
  noBooths: 'Nta sitandi iremezwa, nta kintu cyo gucapa rero.',
  kept: 'Kode ntitangwa kabiri kandi ntirangira: ibyo mucapye uyu mwaka bizakomeza kuzana hano no mu myaka icumi.',
  badTitle: 'Iyi kode si iyacu',
  badText:
    'Yongere uyirebe: igira ibimenyetso umunani, nta nyuguti I, L, O cyangwa U. Icya nyuma kigenzura ibindi.',
  tryLabel: 'Kode',
  go: 'Fungura',
  print: 'Capa',
  save: 'Bika muri PDF',
  missing: (n: number) =>
    n === 1 ? 'Hari ikintu kimwe kidafite kode.' : `Hari ibintu ${n} bidafite kode.`,
  scans: (n: number) =>
    n === 0 ? 'Ntarasomwa' : n === 1 ? 'Yasomwe rimwe' : `Yasomwe inshuro ${n}`,
  leastQuantity: (quantity: string) => `uhereye kuri ${quantity}`,
};
