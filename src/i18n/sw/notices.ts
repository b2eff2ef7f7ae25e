import type { NoticesMessages } from '../en/notices.ts';

export const notices: NoticesMessages = {
  theBuyer: 'mnunuzi',
  theProducer: 'mzalishaji',
  bothSides: 'pande zote mbili',
  kinds: {
    rfq_new: {
      title: 'Ombi la bei',
      text: (who) => `${who} anaomba bei kutoka kwako.`,
    },
    rfq_cluster: {
      title: 'Ombi kwa kikundi chako',
      text: (who) => `${who} anaomba bei kutoka kwa kikundi kizima.`,
    },
    rfq_held: {
      title: 'Ombi linasubiri kukaguliwa',
      text: 'Litaenda kwa wazalishaji ukiliruhusu.',
      toBuyer: 'Mmoja wetu anasoma ombi lako kabla halijatumwa. Huhitaji kufanya lolote.',
    },
    rfq_refused: {
      title: 'Ombi lako halikutumwa',
      text: 'Haliendani na soko hili. Tafadhali soma sababu.',
    },
    inquiry_new: { title: 'Swali jipya', text: (who) => `${who} anakuuliza.` },
    inquiry_reply: { title: 'Ujumbe mpya', text: (who) => `${who} amekuandikia.` },
    quote_sent: {
      title: 'Bei uliyoomba',
      text: (who) => `${who} amekutumia bei. Kubali, omba mabadiliko au kataa.`,
    },
    quote_countered: {
      title: 'Pendekezo lingine la bei',
      text: (who) => `${who} anapendekeza masharti mengine. Kubali, jibu au kataa.`,
    },
    quote_declined: {
      title: 'Pendekezo limekataliwa',
      text: (who) => `${who} amekataa pendekezo lako.`,
    },
    quote_withdrawn: {
      title: 'Pendekezo limeondolewa',
      text: (who) => `${who} ameondoa pendekezo lake.`,
    },
    quote_expiring: {
      title: 'Pendekezo linakaribia kuisha',
      text: 'Baada ya hapo masharti yake hayatatumika.',
    },
    quote_expired: {
      title: 'Pendekezo limeisha muda',
      text: 'Masharti yake hayatumiki tena. Jipya linaweza kutolewa wakati wowote.',
    },
    order_confirmed: {
      title: 'Oda imethibitishwa',
      text: (who) => `Wewe na ${who} mmekubaliana. Masharti ni hayo kwa pande zote mbili.`,
    },
    order_started: { title: 'Kazi imeanza', text: 'Kazi ya oda hii imeanza.' },
    order_milestone: {
      title: 'Habari za kazi',
      text: 'Kuna habari mpya kuhusu kazi ya oda hii.',
    },
    order_inspected: {
      title: 'Bidhaa zimekaguliwa',
      text: 'Bidhaa za oda hii zimekaguliwa.',
    },
    order_ready: {
      title: 'Bidhaa ziko tayari',
      text: 'Bidhaa za oda hii ziko tayari kusafirishwa.',
    },
    order_shipped: { title: 'Bidhaa ziko njiani', text: 'Bidhaa za oda hii zimetumwa.' },
    order_delivered: { title: 'Bidhaa zimefika', text: 'Bidhaa za oda hii zimefika.' },
    order_closed: { title: 'Oda imekamilika', text: 'Kila kitu cha oda hii kimekamilika.' },
    order_cancelled: {
      title: 'Oda imefutwa',
      text: 'Oda hii imefutwa. Ukurasa wake unasema pesa zilizolipwa zitaendaje.',
    },
    change_proposed: {
      title: 'Mabadiliko yamependekezwa',
      text: (who) => `${who} anapendekeza mabadiliko. Hakuna kinachobadilika usipokubali.`,
    },
    change_agreed: {
      title: 'Mabadiliko yamekubaliwa',
      text: (who) => `${who} amekubali mabadiliko. Yanatumika kuanzia sasa.`,
    },
    change_refused: {
      title: 'Mabadiliko yamekataliwa',
      text: (who) => `${who} hakubali. Oda inabaki kama ilivyokuwa.`,
    },
    dispute_opened: {
      title: 'Tatizo katika oda',
      text: (who) => `${who} ameripoti tatizo. Msuluhishi atawasaidia kulimaliza.`,
      toDesk: (who) => `Kuna kutoelewana kuhusu oda: ${who}. Unaombwa usuluhishe.`,
    },
    dispute_message: {
      title: 'Ujumbe wa usuluhishi',
      text: 'Kuna ujumbe mpya kuhusu tatizo la oda hii.',
    },
    dispute_resolved: {
      title: 'Tatizo limetatuliwa',
      text: 'Tatizo la oda hii limetatuliwa. Tafadhali soma jinsi lilivyotatuliwa.',
    },
    review_new: {
      title: 'Maoni mapya',
      text: (who) => `${who} ameandika kuhusu oda hii. Unaweza kujibu hadharani.`,
    },
    review_reply: {
      title: 'Jibu kwa maoni yako',
      text: (who) => `${who} amejibu ulichoandika.`,
    },
    payment_announced: {
      title: 'Malipo yametangazwa',
      text: (who) => `${who} ametuma pesa. Tafadhali thibitisha zikifika.`,
    },
    payment_confirmed: {
      title: 'Malipo yamepokelewa',
      text: 'Pesa zimefika na zinahesabiwa kwa oda hii.',
    },
    payment_rejected: {
      title: 'Malipo hayakuthibitishwa',
      text: 'Pesa hazikupatikana. Ukurasa wa oda unasema ufanye nini.',
    },
    payment_due: {
      title: 'Malipo yanadaiwa',
      text: 'Kuna malipo ya oda hii yanayopaswa kulipwa.',
    },
    refund_made: {
      title: 'Pesa zimerudishwa',
      text: 'Pesa za oda hii zimerudishwa.',
    },
    payout_sent: {
      title: 'Pesa zako zimetumwa',
      text: 'Pesa zako ziko njiani kwenda kwenye akaunti yako.',
    },
    payout_failed: {
      title: 'Pesa hazikuweza kutumwa',
      text: 'Pesa zinabaki kwenye salio lako. Tafadhali angalia zinapaswa kwenda wapi.',
    },
    card_alert: {
      title: 'Malipo ya kadi yanakuhitaji',
      text: 'Tafadhali yaangalie kwenye dawati la malipo ya kadi.',
    },
    document_issued: {
      title: 'Hati mpya',
      text: 'Hati ya oda hii iko tayari kusomwa na kuchapishwa.',
    },
    round_opened: {
      title: 'Ununuzi wa pamoja umefunguliwa',
      text: 'Sema utachukua kiasi gani. Wanachama wakiahidi zaidi pamoja, bei inaweza kuwa bora.',
    },
    round_bidding: {
      title: 'Ahadi zimefungwa',
      text: 'Ahadi sasa hazibadiliki. Wasambazaji wanatoa bei hadi mwisho wa muda, kisha zinafunguliwa.',
    },
    round_extended: {
      title: 'Muda wa ununuzi wa pamoja umeongezwa',
      text: 'Mwisho wa muda umesogezwa. Ahadi zilizotolewa bado zinahesabika.',
    },
    round_cancelled: {
      title: 'Ununuzi wa pamoja umeghairiwa',
      text: 'Hakuna kitakachoagizwa, na hakuna anayedaiwa kwa ununuzi huu.',
    },
    tender_extended: {
      title: 'Zabuni imeongezewa muda',
      text: 'Mwisho wa zabuni umesogezwa. Bei uliyowasilisha bado inahesabika; unaweza kuibadilisha.',
    },
    tender_cancelled: {
      title: 'Zabuni imeghairiwa',
      text: 'Kikundi hakitaagiza. Bei zilizotolewa hazitatumika.',
    },
    round_deposit: {
      title: 'Malipo ya awali yanaombwa',
      text: 'Ahadi zimefungwa. Tafadhali lipa malipo ya awali kwa kikundi chako; yatatolewa kwenye unachodaiwa.',
    },
    round_settled: {
      title: 'Unachodaiwa kwa ununuzi wa pamoja',
      text: 'Kila kitu kimegawanywa. Taarifa yako inasema unalipa nini, na kwa nini kila nambari iko hivyo.',
    },
    round_paid: {
      title: 'Mwanachama amelipa',
      text: 'Mwanachama wa kikundi chako anasema amelipa. Tafadhali angalia kama pesa zimefika.',
    },
    round_payment_confirmed: {
      title: 'Malipo yako yamefika',
      text: 'Kikundi chako kimepokea pesa zako. Zinahesabiwa kwa ununuzi wa pamoja.',
    },
    round_payment_rejected: {
      title: 'Malipo yako hayakupatikana',
      text: 'Kikundi chako hakikupata pesa. Soma walichoandika, na uzungumze nao.',
    },
    round_payment_due: {
      title: 'Ununuzi wa pamoja bado haujalipwa',
      text: 'Tafadhali lipa kikundi chako kilichobaki, au uwaambie utaweza lini.',
    },
    round_refund_made: {
      title: 'Umerudishiwa pesa',
      text: 'Kikundi chako kimekurudishia pesa za ununuzi wa pamoja.',
    },
    write_off_proposed: {
      title: 'Deni lisamehewe',
      text: 'Mratibu anapendekeza kusamehe deni la mwanachama. Mratibu mwingine lazima aamue.',
    },
    tender_invited: {
      title: 'Umealikwa kutoa bei',
      text: 'Kikundi kinanunua pamoja na kinaomba bei yako. Bei yako inabaki imefungwa hadi ufunguzi; huhitaji akaunti.',
    },
    tender_changed: {
      title: 'Zabuni imebadilika',
      text: 'Tafadhali soma kilichobadilika. Bei uliyowasilisha bado inahesabika; unaweza kuibadilisha.',
    },
    tender_answered: {
      title: 'Jibu kwenye zabuni',
      text: 'Msambazaji aliuliza, kikundi kimejibu. Wasambazaji wote wanasoma jibu hilo hilo.',
    },
    tender_question: {
      title: 'Msambazaji anauliza',
      text: 'Tafadhali jibu: wasambazaji wote wanasoma jibu, hakuna anayesoma nani aliuliza.',
    },
    bid_filed: {
      title: 'Bei yako imewasilishwa',
      text: 'Hakuna anayeweza kuisoma kabla ya ufunguzi. Tunza stakabadhi hii: inathibitisha ulichowasilisha.',
    },
    bids_short: {
      title: 'Bei ni chache kuliko zilizoombwa',
      text: 'Hakuna kilichofunguliwa. Waongezee wasambazaji muda, au ghairi.',
    },
    bids_opened: {
      title: 'Bei zimefunguliwa',
      text: 'Kumbukumbu inasema nani aliwasilisha bei, na lini.',
    },
    bid_won: {
      title: 'Umeshinda',
      text: 'Kikundi kinanunua kwako. Oda inakuja muda wa kusubiri ukiisha.',
    },
    bid_lost: {
      title: 'Bei nyingine imechaguliwa',
      text: 'Asante kwa kushiriki. Unaweza kusoma sababu, na kupinga mara moja wakati wa kusubiri.',
    },
    round_awarded: {
      title: 'Ununuzi wa pamoja umetolewa',
      text: 'Unaweza kusoma nani anasambaza, na unachopata.',
    },
    award_challenged: {
      title: 'Msambazaji anapinga uamuzi',
      text: 'Tafadhali jibu: oda inasubiri jibu lako.',
    },
    challenge_answered: {
      title: 'Pingamizi lako limejibiwa',
      text: 'Tafadhali soma kilichoamuliwa, na kwa nini.',
    },
    purchase_order_sent: {
      title: 'Oda ya ununuzi kwako',
      text: 'Tafadhali sema kwa kila mstari kama utaleta kwa wakati.',
    },
    purchase_order_answered: {
      title: 'Msambazaji amejibu oda',
      text: 'Tafadhali soma kitakachokuja kama ilivyoagizwa, na kisichokuja.',
    },
    goods_arrived: {
      title: 'Bidhaa zimefika',
      text: 'Baadhi ya mliyonunua pamoja iko ghalani. Angalia unachoweza kuchukua.',
    },
    allocation_changed: {
      title: 'Fungu lako limebadilika',
      text: 'Kilichofika ni tofauti na kilichoagizwa, kwa hiyo kiligawanywa tena.',
    },
    goods_handed: {
      title: 'Bidhaa zimekabidhiwa',
      text: 'Bidhaa zako zimechukuliwa ghalani. Kama si hivyo, mwambie mratibu wako.',
    },
    saved_search_new: {
      title: 'Mapya kwa utafutaji wako',
      text: 'Kuna mapya yanayolingana na unachotafuta.',
    },
    listing_sent_back: {
      title: 'Bidhaa imerudishwa',
      text: 'Mratibu ameiangalia na anaomba mabadiliko. Hakuna kilichopotea.',
    },
    producer_approved: {
      title: 'Karakana yenu imekubaliwa',
      text: 'Sasa iko sokoni. Chapisheni mnachotengeneza.',
    },
    producer_suspended: {
      title: 'Karakana yenu imesimamishwa',
      text: 'Bidhaa zake zimefichwa kwa sasa. Tafadhali someni sababu.',
    },
    cluster_approved: {
      title: 'Kikundi chenu kimekubaliwa',
      text: 'Wanachokagua waratibu wake sasa kinahesabiwa kwa beji.',
    },
    verification_passed: {
      title: 'Ukaguzi umefaulu',
      text: 'Mojawapo ya ukaguzi wa karakana yenu umekamilika. Unahesabiwa kwa beji.',
    },
    verification_failed: {
      title: 'Ukaguzi haukufaulu',
      text: 'Mojawapo ya ukaguzi wa karakana yenu haukufaulu. Muulizeni mratibu kinachokosekana.',
    },
    invitation_accepted: {
      title: 'Mwaliko umekubaliwa',
      text: 'Kuna aliyekuja kwa kiungo ulichotengeneza.',
    },
    booth_offered: {
      title: 'Banda kwa ajili yako',
      text: 'Umealikwa kuonyesha kazi yako katika maonyesho. Kubali, chagua vitu vyako na uandike lebo zake.',
    },
    booth_withdrawn: {
      title: 'Banda limeondolewa',
      text: 'Banda lako katika maonyesho haya limeondolewa. Tafadhali soma sababu.',
    },
    booth_approved: {
      title: 'Banda lako limekubaliwa',
      text: 'Linaonyeshwa pamoja na maonyesho.',
    },
    booth_handed_back: {
      title: 'Banda lako limerudishwa kwako',
      text: 'Wasimamizi wanaomba mabadiliko kabla ya kulionyesha. Tafadhali soma ni yapi.',
    },
    booth_answered: {
      title: 'Jibu kuhusu banda',
      text: (who: string) => `${who} alijibu ofa ya banda.`,
    },
    booth_submitted: {
      title: 'Banda liko tayari',
      text: (who: string) => `${who} amemaliza banda. Liangalie, kisha likubali au lirudishe.`,
    },
    guest_book_entry: {
      title: 'Maneno katika kitabu cha wageni',
      text: 'Mgeni aliandika kwenye kitabu cha wageni. Maneno yake yanakusubiri: yaonyeshe au yafiche.',
    },
    booth_card: {
      title: 'Kadi kwenye banda lako',
      text: 'Mgeni aliacha kadi kwenye banda lako. Iangalie na useme kama mawasiliano yapite.',
    },
    meeting_booked: {
      title: 'Mkutano umepangwa',
      text: (who: string) =>
        `${who} anataka kukutana nawe kwenye banda lako. Ukurasa wa banda unasema jinsi ya kumjibu.`,
    },
    meeting_cancelled: {
      title: 'Mkutano umefutwa',
      text: (who: string) => `${who} hawezi kuja. Muda uko wazi tena.`,
    },
    report_answered: {
      title: 'Ripoti yako imejibiwa',
      text: 'Tuliangalia ulichoripoti. Tafadhali soma tulichoamua.',
    },
  },
  share: {
    damaged: (some: string, all: string) => `Zilizofika zimeharibika: ${some} kati ya ${all}.`,
    missing: (some: string, all: string) => `Zisizofika: ${some} kati ya ${all}.`,
    more: (some: string) => `Zilizofika zaidi ya oda: ${some}.`,
    less: (percent: string) => `Kuna pungufu ya ${percent} ya kugawana.`,
    yours: (now: string, was: string) => `Unapata ${now} badala ya ${was}.`,
  },
  facts: {
    reference: 'Kumbukumbu',
    about: 'Kuhusu',
    amount: 'Kiasi',
    date: 'Tarehe',
    when: 'Lini',
    due: 'Lipa kabla ya',
    validUntil: 'Inatumika hadi',
    expected: 'Inatarajiwa',
    promised: 'Imeahidiwa',
    neededBy: 'Majibu kabla ya',
    pledgeBy: 'Ahidi kabla ya',
    bidsOpen: 'Bei zitafunguliwa',
    newDeadline: 'Mwisho mpya',
    bidBy: 'Bei hadi',
    receipt: 'Stakabadhi (SHA-256)',
    reason: 'Sababu',
    lines: 'Mistari',
    packages: 'Vifurushi',
    carrier: 'Msafirishaji',
    tracking: 'Nambari ya kufuatilia',
    rating: 'Alama',
    count: 'Ngapi',
  },
  many: (count) => `mapya ${count}`,
  look: 'Tazama',
  stop: (group) => `Acha barua hizi: ${group}`,
  mustCome: 'Barua hii huja daima, hata uchague nini: inahusu akaunti yako, makubaliano au pesa.',
  digest: {
    subject: (site) => `Siku yako kwenye ${site}`,
    text: 'Haya ndiyo yaliyotokea ambayo hayajatumwa kwako bado.',
    more: (count) => `Na mengine ${count}.`,
    button: 'Tazama yote',
    stop: 'Acha barua ya kila siku',
  },
  sms: {
    code: (site, code) => `${site}: nambari yako ni ${code}. Usimpe mtu yeyote.`,
  },
  groups: {
    trade: 'Bei na oda',
    money: 'Pesa',
    messages: 'Ujumbe',
    cluster: 'Kikundi',
    market: 'Habari za soko',
  },
};
