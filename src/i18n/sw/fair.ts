import type { Fair } from '../en/fair.ts';

export const fair: Fair = {
  scan: 'Soma msimbo uone bei, sampuli na aliyeitengeneza',
  posters: 'Mabango ya mabanda',
  labels: 'Lebo za vitu',
  contents: 'Yaliyomo',
  catalogue: 'Katalogi',
  lead: 'Yaliyo kwenye karatasi katika maonyesho. Kila msimbo hupeleka kwenye ukurasa wake, kwa lugha ya msomaji.',
  postersText: 'Karatasi moja kwa kila banda: jina, mahali, hadithi, picha na msimbo mkubwa.',
  labelsText:
    'Lebo moja kwa kila kitu, ya kukata: ni nini, nani aliitengeneza, oda ndogo kabisa, na msimbo.',
  catalogueText:
    'Kila kitu kwa mpangilio wa matembezi, chenye picha na msimbo. Hutengenezwa kutokana na yaliyomo kumbini sasa.',
  language: 'Lugha',
  a4: 'A4',
  a3: 'A3',
  large: '8 kwa karatasi',
  small: '21 kwa karatasi, jina tu',
  make: 'Tengeneza misimbo iliyokosekana',
  size: 'Ukubwa',
  asPage: 'Isome au uichapishe hapa',
  made: 'Misimbo imetengenezwa.',
  noBooths: 'Hakuna banda lililoidhinishwa bado, kwa hiyo hakuna cha kuchapisha.',
  kept: 'Msimbo hautolewi mara mbili wala hauishi muda: unachochapisha mwaka huu bado kitaleta hapa baada ya miaka kumi.',
  badTitle: 'Msimbo huu si wetu',
  badText: 'Uangalie tena: una alama nane, bila herufi I, L, O wala U. Ya mwisho huhakiki zingine.',
  tryLabel: 'Msimbo',
  go: 'Fungua',
  print: 'Chapisha',
  save: 'Hifadhi kama PDF',
  missing: (n: number) =>
    n === 1 ? 'Kitu kimoja bado hakina msimbo.' : `Vitu ${n} bado havina misimbo.`,
  scans: (n: number) =>
    n === 0 ? 'Bado haijasomwa' : n === 1 ? 'Umesomwa mara moja' : `Imesomwa mara ${n}`,
  leastQuantity: (quantity: string) => `kuanzia ${quantity}`,
};
