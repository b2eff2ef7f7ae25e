import type { MailMessages } from '../en/mail.ts';

export const mail: MailMessages = {
  footer: (site) =>
    `Barua hii imeandikwa na ${site} kwa sababu kuna jambo lililotokea huko linalokuhusu.`,
  yourCode: 'Nambari yako:',
  linkOnce: 'Kiungo hiki kinafanya kazi mara moja tu, na si kwa muda mrefu.',
  linkWeek: 'Kiungo hiki kinafanya kazi mara moja tu, ndani ya siku saba.',
  signup: {
    subject: (site) => `Karibu ${site}: tafadhali thibitisha anwani yako`,
    preview: 'Bonyeza mara moja, akaunti yako iko tayari.',
    text: (site) =>
      `Karibu ${site}. Tafadhali thibitisha kwamba anwani hii ya barua pepe ni yako. Kisha akaunti yako itakuwa tayari.`,
    button: 'Thibitisha anwani yangu',
    notYou: 'Kama hukufungua akaunti, huna haja ya kufanya lolote.',
  },
  magiclink: {
    subject: (site) => `Kiungo chako cha kuingia ${site}`,
    preview: 'Ingia bila nenosiri.',
    text: (site) => `Hiki ni kiungo chako cha kuingia ${site} bila nenosiri.`,
    button: 'Ingia',
    notYou: 'Kama hukukiomba, huna haja ya kufanya lolote. Usimpe mtu mwingine.',
  },
  recovery: {
    subject: (site) => `Chagua nenosiri jipya la ${site}`,
    preview: 'Kiungo cha kuchagua nenosiri jipya.',
    text: (site) => `Mtu, pengine wewe, ameomba nenosiri jipya la ${site}. Lichague hapa.`,
    button: 'Chagua nenosiri jipya',
    notYou:
      'Kama si wewe, nenosiri la zamani linaendelea kufanya kazi na huna haja ya kufanya lolote.',
  },
  email_change: {
    subject: (site) => `Tafadhali thibitisha anwani yako mpya ya ${site}`,
    preview: 'Bonyeza mara moja, anwani mpya itaanza kutumika.',
    text: (site) =>
      `Unataka kutumia anwani hii ya barua pepe kwa akaunti yako ya ${site}. Tafadhali ithibitishe.`,
    button: 'Tumia anwani hii',
    notYou: 'Kama hujui lolote kuhusu hili, huna haja ya kufanya lolote.',
  },
  account_exists: {
    subject: (site) => `Tayari una akaunti ${site}`,
    preview: 'Mtu alitaka kufungua akaunti ya pili kwa anwani hii.',
    text: (site) =>
      `Mtu, pengine wewe, alitaka kufungua akaunti ${site} kwa anwani hii. Tayari unayo: ingia. Kama umesahau nenosiri, ukurasa utakusaidia.`,
    button: 'Ingia',
    notYou: 'Kama si wewe, huna haja ya kufanya lolote. Hakuna kilichobadilika.',
  },
  email_asked: {
    subject: (site) => `Anwani mpya ya akaunti yako ya ${site}?`,
    preview: 'Imeombwa na mtu anayejua nenosiri lako.',
    text: (site) =>
      `Mtu, pengine wewe, anataka kutumia anwani nyingine ya barua pepe kwa akaunti yako ya ${site}. Itaanza kutumika ikithibitishwa.`,
    button: 'Si mimi: chagua nenosiri jipya',
    notYou: 'Kama ni wewe, huna haja ya kufanya lolote.',
  },
  reauthentication: {
    subject: (site) => `Nambari yako ya ${site}`,
    preview: 'Nambari ya kuthibitisha kuwa ni wewe.',
    text: (site) =>
      `Unakaribia kubadilisha jambo muhimu kwenye ${site}. Andika nambari hii ili uendelee.`,
    notYou:
      'Kama si wewe, chagua nenosiri jipya: huenda mtu mwingine ameingia kwenye akaunti yako.',
  },
  invitation: {
    subject: (org) => `Mwaliko kutoka ${org}`,
    what: {
      producer_member: (org) =>
        `${org} inakualika kwenye sehemu yake ya kazi. Utaweza kuongeza na kubadilisha bidhaa zake na kujibu maulizo.`,
      buyer_member: (org) => `${org} inakualika kununua na kuomba bei kwa jina lake.`,
      cluster_coordinator: (org) => `Unaalikwa kuratibu kikundi cha ${org}.`,
      cluster_producer: (org) => `Kikundi cha ${org} kinaalika biashara yako kujiunga nacho.`,
    },
    about: (site) =>
      `${site} ni soko ambapo mafundi wa mahali pamoja na kazi moja wanauza pamoja na kununua pamoja.`,
    button: 'Tazama mwaliko',
    notYou: 'Kama humjui aliyetuma, huna haja ya kufanya lolote.',
  },
  inquiryConfirm: {
    subject: (product) => `Tafadhali thibitisha swali lako kuhusu ${product}`,
    preview: 'Tutalituma mara tu utakapothibitisha anwani yako.',
    text: (name, product) =>
      `Habari ${name}, umeuliza kuhusu “${product}”. Tafadhali thibitisha anwani yako, nasi tutampelekea mzalishaji swali lako. Anwani yako haitaonyeshwa.`,
    button: 'Tuma swali langu',
    notYou: 'Kama hukuuliza lolote, huna haja ya kufanya lolote: hakuna kitakachotumwa.',
  },
  rfqConfirm: {
    subject: (title: string) => `Thibitisha ombi lako: ${title}`,
    preview: 'Tunalituma mara tu unapothibitisha anwani yako.',
    text: (name: string, title: string) =>
      `Habari ${name}, umeomba bei: “${title}”. Thibitisha anwani yako, nasi tutapeleka ombi lako. Anwani yako inabaki siri.`,
    button: 'Tuma ombi langu',
    notYou: 'Kama hukuomba chochote, usifanye lolote: hakuna kitakachotumwa.',
  },
  inquiryNew: {
    subject: (product) => `Swali kuhusu ${product}`,
    text: (product) => `Kuna mtu anayependezwa na “${product}” na anaandika:`,
    facts: {
      reference: 'Kumbukumbu',
      organisation: 'Shirika',
      country: 'Nchi',
      quantity: 'Kiasi',
      neededBy: 'Inahitajika kufikia',
    },
    button: 'Soma na ujibu',
    why: 'Jibu kwenye tovuti: mnunuzi atapata maneno yako kwa barua pepe. Jibu la haraka ni bora kuliko jibu refu.',
  },
  inquiryReply: {
    subject: (product, reference) => `Jibu kuhusu ${product} (${reference})`,
    fromProducer: (producer, product) => `${producer} inajibu swali lako kuhusu “${product}”:`,
    fromBuyer: (product) => `Mnunuzi ameandika tena kuhusu “${product}”:`,
    button: 'Soma na ujibu',
    why: 'Tafadhali jibu kwenye tovuti. Barua zinazotumwa kwa anwani hii hazisomwi.',
  },
  listingSentBack: {
    subject: (title) => `Tafadhali tazama “${title}” tena`,
    text: (title) =>
      `Mratibu wako ametazama “${title}” na kuirudisha pamoja na maoni haya. Hakuna kilichopotea: rekebisha na utume tena.`,
    button: 'Fungua bidhaa',
  },
  producerApproved: {
    subject: (producer) => `${producer} imefunguliwa`,
    text: (producer, site) =>
      `${producer} imekubaliwa. Kuanzia sasa bidhaa zake zilizochapishwa zinaonekana na kila mtu kwenye ${site}.`,
    button: 'Nenda sehemu yangu ya kazi',
  },
  clusterApproved: {
    subject: (cluster) => `${cluster} kimekubaliwa`,
    text: (cluster, site) =>
      `Mwendeshaji wa ${site} amekikubali kikundi ${cluster}. Mnachokagua kwa wanachama wenu sasa kinahesabiwa kwenye alama ambayo wanunuzi huiona, na mlichokagua awali pia.`,
    button: 'Nenda kwenye dawati la kikundi',
  },
  producerSuspended: {
    subject: (producer) => `${producer} imesimamishwa kwa muda`,
    text: (producer, site) =>
      `Msimamizi wa ${site} ameisimamisha ${producer} kwa muda. Bidhaa zake zimefichwa kwa sasa. Sababu iliyotolewa ni hii:`,
    what: 'Hakuna kilichofutwa. Tafadhali mjibu msimamizi; jambo likimalizika, kila kitu kitaonekana tena.',
  },
};
