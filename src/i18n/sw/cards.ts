import type { CardMessages } from '../en/cards.ts';

/** Kulipa kwa kadi, na kulipwa na mchakataji wa kadi. */
export const cards: CardMessages = {
  payTitle: 'Lipa kwa kadi',
  payLead:
    'Unaenda kwenye ukurasa wa malipo wa Stripe kisha unarudi hapa. Sisi hatuoni kadi yako kamwe.',
  pay: {
    deposit: (amount) => `Lipa malipo ya awali: ${amount}`,
    balance: (amount) => `Lipa yote yaliyobaki: ${amount}`,
    sample: (amount) => `Lipa sampuli: ${amount}`,
    other: (amount) => `Lipa ${amount}`,
  },
  goOn: 'Umeanza kulipa. Kitufe hichohicho kinakurudisha kwenye ukurasa wako wa malipo.',
  line: {
    deposit: (order) => `Malipo ya awali ya oda ${order}`,
    balance: (order) => `Oda ${order}`,
    sample: (order) => `Sampuli, oda ${order}`,
    other: (order) => `Oda ${order}`,
  },
  waitingTitle: 'Malipo yako yanathibitishwa',
  waitingText:
    'Kwa kadi nyingi huchukua sekunde chache, kwa njia nyingine siku kadhaa. Unaweza kuondoka hapa; utapata barua pepe.',
  look: 'Angalia tena',
  paid: (amount) => `Asante! ${amount} zimefika.`,
  back: 'Uliondoka kabla ya kulipa. Hakuna kilichokatwa; unaweza kujaribu tena.',
  failed: 'Jaribio la mwisho la kadi halikufaulu. Hakuna kilichokatwa.',
  studioTitle: 'Malipo kwenye akaunti yako ya Stripe',
  studioLead:
    'Wanacholipa wanunuzi kwa kadi hushikiliwa na soko. Ukiwa na akaunti ya Stripe, hutumwa kwako huko.',
  notOffered: 'Malipo ya kadi yamezimwa kwenye soko hili.',
  notYours: 'Ni mmiliki wa karakana tu anayeweza kuiunganisha, au mratibu anayeitunza.',
  noCountryTitle: 'Stripe hailipi katika nchi yako',
  noCountry: (country) =>
    `Stripe haiwezi kutuma pesa kwa akaunti za nchi hii kutoka soko hili: ${country}. Wanunuzi bado wanaweza kulipa kwa kadi: soko hukulipa kwa benki au pesa za simu.`,
  toAccounts: 'Sema wapi: akaunti ya benki au pesa za simu',
  connect: 'Unganisha na Stripe',
  connectLead:
    'Stripe huuliza wewe ni nani na pesa ziende wapi. Andaa kitambulisho na maelezo ya benki.',
  goOnConnect: 'Endelea kwenye Stripe',
  change: 'Badilisha maelezo yangu kwenye Stripe',
  states: {
    ready: 'Imeunganishwa. Malipo yajayo yatakwenda huko.',
    started: 'Imeanzishwa. Stripe bado inahitaji kitu kutoka kwako.',
    checking: 'Stripe inaangalia ulichotuma. Huenda ikachukua siku moja au mbili.',
    stopped: 'Stripe imesimamisha malipo kwa sasa. Fungua maelezo yako huko uone kinachokosekana.',
  },
  due: (count) => `Bado vinahitajika: ${count}`,
  deskTitle: 'Malipo ya kadi',
  deskLead: 'Ambacho mchakataji wa kadi na vitabu vyetu havikubaliani, na kinachosubiri huko.',
  deskOff: 'Hakuna ufunguo uliowekwa, kwa hiyo kadi haitolewi popote.',
  waiting: {
    events: 'Ujumbe wa kushughulikia',
    payments: 'Malipo yasiyothibitishwa',
    refunds: 'Marejesho yaliyo njiani',
    payouts: 'Malipo kwa wazalishaji yaliyo njiani',
  },
  heldRefunds: {
    title: 'Marejesho yanayokusubiri',
    lead: 'Pesa zililipwa kwa mzalishaji kabla ya rejesho. Rejesho huenda lenyewe malipo mapya ya kadi yanapolitosha. Ukiliruhusu sasa, unalilipa wewe hadi malipo yajayo ya mzalishaji: kwanza hakikisha kwamba bidhaa zimerudi au hazikutumwa kamwe.',
    covered: (amount) => `Zilizoshikiliwa kwa mzalishaji sasa: ${amount}`,
    reason: 'Kwa nini linaweza kwenda',
    release: 'Liruhusu liende',
  },
  refundWaits: 'Linasubiri mwendeshaji',
  refundWaitsText:
    'Pesa zimeshalipwa kwa karakana. Zinarudi malipo mapya ya kadi yanapozitosha, au mwendeshaji anapoziruhusu.',
  refundWaitsMine:
    'Pesa zimeshalipwa kwako. Zinarudi malipo mapya ya kadi yanapozitosha, au mwendeshaji anapoziruhusu; hadi hapo malipo yako yajayo yanapungua kwa kiasi hicho.',
  alerts: 'Ya kuangalia',
  alertsEmpty: 'Hakuna. Vitabu na mchakataji vinakubaliana.',
  alertKinds: {
    dispute: 'Mwenye kadi anapinga malipo',
    difference: 'Vitabu na mchakataji vinatofautiana',
    mismatch: 'Haijaandikwa: kiasi au sarafu si iliyoombwa',
    event: 'Ujumbe haukuweza kushughulikiwa',
    payout: 'Malipo kwa mzalishaji yalikwenda vibaya',
    refund: 'Rejesho lilikwenda vibaya',
  },
  settled: 'Imekwisha',
  settle: 'Nimelishughulikia',
  accounts: 'Wazalishaji wenye akaunti huko',
  accountsEmpty: 'Bado hakuna.',
  transfersYes: 'anaweza kulipwa',
  transfersNo: 'hajawa tayari',
};
