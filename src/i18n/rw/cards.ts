import type { CardMessages } from '../en/cards.ts';

/** Kwishyura n’ikarita, no kwishyurwa n’utunganya amakarita. */
export const cards: CardMessages = {
  payTitle: 'Ishyura n’ikarita',
  payLead:
    'Ujya ku rupapuro rwo kwishyuriraho rwa Stripe, ukagaruka hano. Twe ntitubona ikarita yawe.',
  pay: {
    deposit: (amount) => `Ishyura avansi: ${amount}`,
    balance: (amount) => `Ishyura ibisigaye byose: ${amount}`,
    sample: (amount) => `Ishyura icyitegererezo: ${amount}`,
    other: (amount) => `Ishyura ${amount}`,
  },
  goOn: 'Watangiye kwishyura. Iyi buto ikugarura ku rupapuro wishyuriragaho.',
  line: {
    deposit: (order) => `Avansi ya komande ${order}`,
    balance: (order) => `Komande ${order}`,
    sample: (order) => `Icyitegererezo, komande ${order}`,
    other: (order) => `Komande ${order}`,
  },
  waitingTitle: 'Ubwishyu bwawe buracyemezwa',
  waitingText:
    'Ku makarita menshi bifata amasegonda make, ubundi buryo bugafata iminsi. Ushobora kuva kuri uru rupapuro; uzabona ubutumwa.',
  look: 'Ongera urebe',
  paid: (amount) => `Murakoze! ${amount} yageze aho ajya.`,
  back: 'Wavuye ku rupapuro utarishyura. Nta mafaranga yakuweho; wakongera ukagerageza.',
  failed: 'Kwishyura n’ikarita biheruka ntibyakunze. Nta mafaranga yakuweho.',
  studioTitle: 'Kwishyurirwa kuri konti yanyu ya Stripe',
  studioLead:
    'Ibyo abaguzi bishyura n’ikarita bibikwa n’isoko. Iyo mufite konti kuri Stripe, ni ho mwohererezwa.',
  notOffered: 'Kwishyura n’ikarita ntibikora kuri iri soko.',
  notYours: 'Nyir’aho bakorera ni we wenyine ubihuza, cyangwa umuhuzabikorwa ubyitaho.',
  noCountryTitle: 'Stripe ntiyishyura mu gihugu cyanyu',
  noCountry: (country) =>
    `Stripe ntishobora kohereza amafaranga kuri konti zo muri iki gihugu ivuye kuri iri soko: ${country}. Abaguzi bashobora kwishyura n’ikarita: isoko rikabishyura kuri banki cyangwa kuri telefone.`,
  toAccounts: 'Muvuge aho ajya: konti ya banki cyangwa telefone',
  connect: 'Muhuze na Stripe',
  connectLead:
    'Stripe ibaza abo muri bo n’aho amafaranga ajya. Mwitegure icyangombwa n’imibare ya konti ya banki.',
  goOnConnect: 'Mukomereze kuri Stripe',
  change: 'Muhindure amakuru yanyu kuri Stripe',
  states: {
    ready: 'Byahujwe. Ubutaha ni ho muzishyurirwa.',
    started: 'Byaratangiye. Stripe iracyakeneye ikintu kuri mwe.',
    checking: 'Stripe irasuzuma ibyo mwohereje. Bishobora gufata umunsi cyangwa ibiri.',
    stopped: 'Stripe yabaye ihagaritse kwishyura. Mufungure amakuru yanyu murebe ikibura.',
  },
  due: (count) => `Ibikibura: ${count}`,
  deskTitle: 'Ubwishyu bw’amakarita',
  deskLead: 'Ibyo utunganya amakarita n’ibitabo byacu bidahurizaho, n’ibigitegereje.',
  deskOff: 'Nta rufunguzo rwashyizweho, ni yo mpamvu ikarita idatangwa ahantu na hamwe.',
  waiting: {
    events: 'Ubutumwa bugomba gukorwaho',
    payments: 'Ubwishyu butaremezwa',
    refunds: 'Amafaranga ari gusubizwa',
    payouts: 'Amafaranga ari koherezwa',
  },
  heldRefunds: {
    title: 'Amafaranga asubizwa abategereje',
    lead: 'Amafaranga yari yarahawe uwakoze mbere yo gusubizwa. Agenda ubwayo iyo ubwishyu bushya bw’amakarita buyakwiye. Nimuyareka akagenda ubu, ni mwe muyatanga kugeza ku bwishyu bukurikira bw’uwakoze: mubanze mumenye neza ko ibicuruzwa byagarutse cyangwa bitigeze byoherezwa.',
    covered: (amount) => `Abikiwe uwakoze ubu: ${amount}`,
    reason: 'Impamvu ashobora kugenda',
    release: 'Muyareke agende',
  },
  refundWaits: 'Ategereje umuyobozi w’urubuga',
  refundWaitsText:
    'Amafaranga yamaze guhabwa aho bakorera. Asubizwa iyo ubwishyu bushya bw’amakarita buyakwiye, cyangwa iyo umuyobozi w’urubuga ayaretse akagenda.',
  refundWaitsMine:
    'Amafaranga mwamaze kuyahabwa. Asubizwa iyo ubwishyu bushya bw’amakarita buyakwiye, cyangwa iyo umuyobozi w’urubuga ayaretse akagenda; hagati aho ubwishyu bwanyu bukurikira buragabanukaho ayo.',
  alerts: 'Ibyo kureba',
  alertsEmpty: 'Nta na kimwe. Ibitabo n’utunganya amakarita bihuje.',
  alertKinds: {
    dispute: 'Nyir’ikarita arahakana ubwishyu',
    difference: 'Ibitabo n’utunganya amakarita ntibihuje',
    mismatch: 'Ntibyanditswe: umubare cyangwa ifaranga si byo byasabwe',
    event: 'Ubutumwa ntibwashoboye gukorwaho',
    payout: 'Kohereza amafaranga byagenze nabi',
    refund: 'Gusubiza amafaranga byagenze nabi',
  },
  settled: 'Byarangiye',
  settle: 'Nabyitayeho',
  accounts: 'Ababikora bafite konti yaho',
  accountsEmpty: 'Nta n’umwe kugeza ubu.',
  transfersYes: 'ashobora kwishyurwa',
  transfersNo: 'ntariteguye',
};
