import type { MailMessages } from '../en/mail.ts';

export const mail: MailMessages = {
  footer: (site) => `Ubu butumwa bwanditswe na ${site} kuko hari ikintu cyahabereye kikureba.`,
  yourCode: 'Umubare wawe:',
  linkOnce: 'Iyi linki ikora inshuro imwe gusa kandi igihe gito.',
  linkWeek: 'Iyi linki ikora inshuro imwe gusa, mu minsi irindwi.',
  signup: {
    subject: (site) => `Murakaza neza kuri ${site}: emeza aderesi yawe`,
    preview: 'Kanda rimwe, konti yawe ibe yiteguye.',
    text: (site) =>
      `Murakaza neza kuri ${site}. Emeza ko iyi aderesi ya imeyili ari iyawe. Nyuma y’ibyo konti yawe izaba yiteguye.`,
    button: 'Emeza aderesi yanjye',
    notYou: 'Niba utarafunguye konti, nta cyo usabwa gukora.',
  },
  magiclink: {
    subject: (site) => `Linki yo kwinjira kuri ${site}`,
    preview: 'Injira udakoresheje ijambobanga.',
    text: (site) => `Iyi ni linki yo kwinjira kuri ${site} udakoresheje ijambobanga.`,
    button: 'Injira',
    notYou: 'Niba atari wowe wayisabye, nta cyo usabwa gukora. Ntuyihe undi muntu.',
  },
  recovery: {
    subject: (site) => `Hitamo ijambobanga rishya rya ${site}`,
    preview: 'Linki yo guhitamo ijambobanga rishya.',
    text: (site) =>
      `Hari umuntu, ushobora kuba ari wowe, wasabye ijambobanga rishya rya ${site}. Rihitemo hano.`,
    button: 'Hitamo ijambobanga rishya',
    notYou: 'Niba atari wowe, ijambobanga risanzwe riracyakora kandi nta cyo usabwa gukora.',
  },
  email_change: {
    subject: (site) => `Emeza aderesi yawe nshya ya ${site}`,
    preview: 'Kanda rimwe, aderesi nshya itangire gukoreshwa.',
    text: (site) => `Urashaka gukoresha iyi aderesi ya imeyili kuri konti yawe ya ${site}. Yemeze.`,
    button: 'Koresha iyi aderesi',
    notYou: 'Niba ibi ntacyo ubiziho, nta cyo usabwa gukora.',
  },
  account_exists: {
    subject: (site) => `Usanzwe ufite konti kuri ${site}`,
    preview: 'Hari uwashatse gufungura indi konti akoresheje iyi aderesi.',
    text: (site) =>
      `Hari umuntu, ushobora kuba ari wowe, washatse gufungura konti kuri ${site} akoresheje iyi aderesi. Usanzwe uyifite: injira. Niba waribagiwe ijambobanga, paji irabigufashamo.`,
    button: 'Injira',
    notYou: 'Niba atari wowe, nta cyo usabwa gukora. Nta cyahindutse.',
  },
  email_asked: {
    subject: (site) => `Aderesi nshya ya konti yawe ya ${site}?`,
    preview: 'Byasabwe n’umuntu uzi ijambobanga ryawe.',
    text: (site) =>
      `Hari umuntu, ushobora kuba ari wowe, ushaka gukoresha indi aderesi ya imeyili kuri konti yawe ya ${site}. Izatangira gukora imaze kwemezwa.`,
    button: 'Si njye: hitamo ijambobanga rishya',
    notYou: 'Niba ari wowe, nta cyo usabwa gukora.',
  },
  reauthentication: {
    subject: (site) => `Umubare wawe wa ${site}`,
    preview: 'Umubare wemeza ko ari wowe.',
    text: (site) =>
      `Ugiye guhindura ikintu gikomeye kuri ${site}. Andika uyu mubare kugira ngo ukomeze.`,
    notYou:
      'Niba atari wowe, hitamo ijambobanga rishya: hashobora kuba hari undi winjiye muri konti yawe.',
  },
  invitation: {
    subject: (org) => `Ubutumire bwa ${org}`,
    what: {
      producer_member: (org) =>
        `${org} iragutumira aho ikorera. Uzashobora kongera no guhindura ibicuruzwa byayo no gusubiza ababaza.`,
      buyer_member: (org) => `${org} iragutumira kugura no gusaba ibiciro mu izina ryayo.`,
      cluster_coordinator: (org) => `Uratumiwe guhuza ibikorwa by’ihuriro ${org}.`,
      cluster_producer: (org) => `Ihuriro ${org} riratumira ikigo cyawe kuryinjiramo.`,
    },
    about: (site) =>
      `${site} ni isoko aho abakora umwuga umwe mu gace kamwe bagurishiriza hamwe kandi bakagurira hamwe.`,
    button: 'Reba ubutumire',
    notYou: 'Niba utazi uwabwohereje, nta cyo usabwa gukora.',
  },
  inquiryConfirm: {
    subject: (product) => `Emeza ikibazo cyawe kuri ${product}`,
    preview: 'Tuzacyohereza umaze kwemeza aderesi yawe.',
    text: (name, product) =>
      `Muraho ${name}, mwabajije kuri “${product}”. Emeza aderesi yawe, natwe tugeze ikibazo cyawe ku wabikoze. Aderesi yawe ntizagaragara.`,
    button: 'Ohereza ikibazo cyanjye',
    notYou: 'Niba nta cyo wabajije, nta cyo usabwa gukora: nta kizoherezwa.',
  },
  rfqConfirm: {
    subject: (title: string) => `Emeza ubusabe bwawe: ${title}`,
    preview: 'Tubwohereza ukimara kwemeza imeyili yawe.',
    text: (name: string, title: string) =>
      `Muraho ${name}, wasabye igiciro: “${title}”. Emeza imeyili yawe, natwe dutange ubusabe bwawe. Imeyili yawe ntigaragara.`,
    button: 'Ohereza ubusabe bwanjye',
    notYou: 'Niba nta cyo wasabye, nta cyo ukora: nta kizoherezwa.',
  },
  inquiryNew: {
    subject: (product) => `Ikibazo kuri ${product}`,
    text: (product) => `Hari umuntu ushaka “${product}” wanditse ati:`,
    facts: {
      reference: 'Nomero',
      organisation: 'Ikigo',
      country: 'Igihugu',
      quantity: 'Ingano',
      neededBy: 'Bikenewe bitarenze',
    },
    button: 'Soma usubize',
    why: 'Subiza ku rubuga: umuguzi azabona amagambo yawe kuri imeyili. Igisubizo cyihuse kiruta ikirekire.',
  },
  inquiryReply: {
    subject: (product, reference) => `Igisubizo kuri ${product} (${reference})`,
    fromProducer: (producer, product) => `${producer} irasubiza ikibazo cyawe kuri “${product}”:`,
    fromBuyer: (product) => `Umuguzi yongeye kwandika kuri “${product}”:`,
    button: 'Soma usubize',
    why: 'Subiza ku rubuga. Ubutumwa bwoherejwe kuri iyi aderesi ntibusomwa.',
  },
  listingSentBack: {
    subject: (title) => `Ongera urebe “${title}”`,
    text: (title) =>
      `Umuhuzabikorwa wawe yarebye “${title}” arayigusubiza hamwe n’iyi nama. Nta cyatakaye: kosora wongere wohereze.`,
    button: 'Fungura igicuruzwa',
  },
  producerApproved: {
    subject: (producer) => `${producer} irafunguye`,
    text: (producer, site) =>
      `${producer} yemejwe. Kuva ubu ibicuruzwa byayo byatangajwe bishobora kubonwa na buri wese kuri ${site}.`,
    button: 'Jya aho nkorera',
  },
  clusterApproved: {
    subject: (cluster) => `${cluster} ryemejwe`,
    text: (cluster, site) =>
      `Uyobora ${site} yemeje ${cluster}. Ibyo musuzuma ku banyamuryango banyu ubu bibarwa ku kimenyetso abaguzi babona, n’ibyo mwasuzumye mbere na byo birabarwa.`,
    button: 'Jya ku biro by’ihuriro',
  },
  producerSuspended: {
    subject: (producer) => `${producer} yahagaritswe by’agateganyo`,
    text: (producer, site) =>
      `Uyobora ${site} yabaye ahagaritse ${producer}. Ibicuruzwa byayo ubu birahishe. Impamvu yatanzwe ni iyi:`,
    what: 'Nta cyasibwe. Subiza uyobora urubuga; ikibazo nigikemuka, byose bizongera kugaragara.',
  },
};
