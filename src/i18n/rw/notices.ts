import type { NoticesMessages } from '../en/notices.ts';

export const notices: NoticesMessages = {
  theBuyer: 'umuguzi',
  theProducer: 'uwabikoze',
  bothSides: 'impande zombi',
  kinds: {
    rfq_new: {
      title: 'Basabye ibiciro',
      text: (who) => `${who} irabasaba ibiciro.`,
    },
    rfq_cluster: {
      title: 'Ihuriro ryanyu ryasabwe ibiciro',
      text: (who) => `${who} irasaba ibiciro ihuriro ryose.`,
    },
    rfq_held: {
      title: 'Hari ubusabe butegereje kurebwa',
      text: 'Bugera ku babikora nimubyemera.',
      toBuyer: 'Umwe muri twe arabanza gusoma ubusabe bwawe. Nta kindi ugomba gukora.',
    },
    rfq_refused: {
      title: 'Ubusabe bwawe ntibwoherejwe',
      text: 'Ntibujyanye n’iri soko. Soma impamvu.',
    },
    inquiry_new: { title: 'Ikibazo gishya', text: (who) => `${who} irakubaza.` },
    inquiry_reply: { title: 'Ubutumwa bushya', text: (who) => `${who} yakwandikiye.` },
    quote_sent: {
      title: 'Ibiciro wasabye',
      text: (who) => `${who} yakoherereje ibiciro. Byemere, saba guhindura cyangwa ubyange.`,
    },
    quote_countered: {
      title: 'Basabye guhindura ibiciro',
      text: (who) => `${who} irasaba ibindi. Byemere, subiza cyangwa ubyange.`,
    },
    quote_declined: {
      title: 'Ibiciro byanzwe',
      text: (who) => `${who} ntiyemeye ibyo watanze.`,
    },
    quote_withdrawn: {
      title: 'Ibiciro byisubiweho',
      text: (who) => `${who} yisubiyeho ku biciro yatanze.`,
    },
    quote_expiring: {
      title: 'Ibiciro bigiye kurenza igihe',
      text: 'Nyuma yaho ntibizaba bigifite agaciro.',
    },
    quote_expired: {
      title: 'Ibiciro byarengeje igihe',
      text: 'Ntibigifite agaciro. Ibindi bishobora gutangwa igihe cyose.',
    },
    order_confirmed: {
      title: 'Komande yemejwe',
      text: (who) => `Wumvikanye na ${who}. Ibyo mwumvikanye ntibihinduka mutabyemeranyije.`,
    },
    order_started: { title: 'Akazi katangiye', text: 'Akazi k’iyi komande katangiye.' },
    order_milestone: {
      title: 'Amakuru y’akazi',
      text: 'Hari amakuru mashya ku kazi k’iyi komande.',
    },
    order_inspected: {
      title: 'Ibicuruzwa byagenzuwe',
      text: 'Ibicuruzwa by’iyi komande byagenzuwe.',
    },
    order_ready: {
      title: 'Ibicuruzwa biriteguye',
      text: 'Ibicuruzwa by’iyi komande byiteguye koherezwa.',
    },
    order_shipped: {
      title: 'Ibicuruzwa biri mu nzira',
      text: 'Ibicuruzwa by’iyi komande byoherejwe.',
    },
    order_delivered: {
      title: 'Ibicuruzwa byageze iyo bijya',
      text: 'Ibicuruzwa by’iyi komande byahageze.',
    },
    order_closed: { title: 'Komande yarangiye', text: 'Ibya iyi komande byose byarangiye.' },
    order_cancelled: {
      title: 'Komande yahagaritswe',
      text: 'Iyi komande yavuyeho. Urupapuro rwayo ruvuga uko amafaranga yishyuwe agenda.',
    },
    change_proposed: {
      title: 'Basabye guhindura komande',
      text: (who) => `${who} irasaba guhindura. Nta gihinduka utabyemeye.`,
    },
    change_agreed: {
      title: 'Impinduka yemewe',
      text: (who) => `${who} yemeye impinduka. Itangira gukurikizwa ubu.`,
    },
    change_refused: {
      title: 'Impinduka yanzwe',
      text: (who) => `${who} ntiyabyemeye. Komande igumye uko yari.`,
    },
    dispute_opened: {
      title: 'Ikibazo kuri komande',
      text: (who) => `${who} yavuze ko hari ikibazo. Umuhuza arabafasha kugikemura.`,
      toDesk: (who) => `Hari abatumvikana kuri komande: ${who}. Murasabwa kubahuza.`,
    },
    dispute_message: {
      title: 'Ubutumwa bw’umuhuza cyangwa undi',
      text: 'Hari ubutumwa bushya ku kibazo cy’iyi komande.',
    },
    dispute_resolved: {
      title: 'Ikibazo cyakemutse',
      text: 'Ikibazo cy’iyi komande cyakemutse. Soma uko cyakemutse.',
    },
    review_new: {
      title: 'Igitekerezo gishya',
      text: (who) => `${who} yanditse kuri iyi komande. Ushobora gusubiza bose babona.`,
    },
    review_reply: {
      title: 'Basubije igitekerezo cyawe',
      text: (who) => `${who} yasubije ibyo wanditse.`,
    },
    payment_announced: {
      title: 'Bavuze ko bishyuye',
      text: (who) => `${who} yohereje amafaranga. Yemeze namara kukugeraho.`,
    },
    payment_confirmed: {
      title: 'Amafaranga yakiriwe',
      text: 'Amafaranga yahageze, abarwa kuri iyi komande.',
    },
    payment_rejected: {
      title: 'Amafaranga ntiyemejwe',
      text: 'Amafaranga ntiyabonetse. Urupapuro rwa komande ruvuga icyo wakora.',
    },
    payment_due: {
      title: 'Igihe cyo kwishyura',
      text: 'Hari amafaranga y’iyi komande agomba kwishyurwa.',
    },
    refund_made: {
      title: 'Amafaranga yasubijwe',
      text: 'Amafaranga y’iyi komande yasubijwe.',
    },
    payout_sent: {
      title: 'Amafaranga yanyu yoherejwe',
      text: 'Amafaranga yanyu ari mu nzira ajya kuri konti yanyu.',
    },
    payout_failed: {
      title: 'Amafaranga ntiyashoboye koherezwa',
      text: 'Aracyari yanyu hano. Mugenzure aho agomba kujya.',
    },
    card_alert: {
      title: 'Hari ubwishyu bw’ikarita bubakeneye',
      text: 'Murebe ku biro by’ubwishyu bw’amakarita.',
    },
    document_issued: {
      title: 'Inyandiko nshya',
      text: 'Hari inyandiko y’iyi komande yiteguye gusomwa no gucapwa.',
    },
    round_opened: {
      title: 'Kugura hamwe byatangiye',
      text: 'Vuga ingano uzafata. Uko abanyamuryango biyemeza byinshi hamwe, ni ko igiciro cyaba cyiza.',
    },
    round_bidding: {
      title: 'Kwiyemeza byafunzwe',
      text: 'Ibyiyemejwe ntibigihinduka. Abagemura batanga ibiciro kugeza igihe ntarengwa, hanyuma bigafungurwa.',
    },
    round_extended: {
      title: 'Igihe cyo kugura hamwe cyongerewe',
      text: 'Igihe ntarengwa cyigijwe inyuma. Ibyiyemejwe biracyafite agaciro.',
    },
    round_cancelled: {
      title: 'Kugura hamwe byahagaritswe',
      text: 'Nta kizatumizwa, kandi nta wuzishyura.',
    },
    tender_extended: {
      title: 'Ipiganwa ryongerewe igihe',
      text: 'Igihe ntarengwa cy’ipiganwa cyigijwe inyuma. Igiciro watanze kiracyafite agaciro; ushobora kugisimbuza ikindi.',
    },
    tender_cancelled: {
      title: 'Ipiganwa ryahagaritswe',
      text: 'Ihuriro ntirizatumiza. Ibiciro byatanzwe ntibizakoreshwa.',
    },
    round_deposit: {
      title: 'Hasabwe avansi',
      text: 'Kwiyemeza byarangiye. Ishyura avansi itsinda ryawe; izakurwa ku byo uzishyura.',
    },
    round_settled: {
      title: 'Ibyo ugomba kwishyura ku byaguriwe hamwe',
      text: 'Byose byagabanyijwe. Inyandiko yawe ivuga ibyo wishyura n’impamvu ya buri mubare.',
    },
    round_paid: {
      title: 'Umunyamuryango yishyuye',
      text: 'Umunyamuryango w’itsinda ryawe avuga ko yishyuye. Reba niba amafaranga yageze.',
    },
    round_payment_confirmed: {
      title: 'Ubwishyu bwawe bwageze',
      text: 'Itsinda ryawe ryakiriye amafaranga yawe. Abarwa ku byaguriwe hamwe.',
    },
    round_payment_rejected: {
      title: 'Ubwishyu bwawe ntibwabonetse',
      text: 'Itsinda ryawe ntiryabonye amafaranga. Soma ibyo ryanditse, murivugane.',
    },
    round_payment_due: {
      title: 'Ibyaguriwe hamwe biracyishyurwa',
      text: 'Ishyura itsinda ryawe ibisigaye, cyangwa urimenyeshe igihe uzabikorera.',
    },
    round_refund_made: {
      title: 'Wasubijwe amafaranga',
      text: 'Itsinda ryawe ryagusubije amafaranga y’ibyaguriwe hamwe.',
    },
    write_off_proposed: {
      title: 'Hasabwe kuvanaho umwenda',
      text: 'Umuhuzabikorwa arasaba ko umwenda w’umunyamuryango uvanwaho. Undi muhuzabikorwa ni we ufata icyemezo.',
    },
    tender_invited: {
      title: 'Muratumiwe mu ipiganwa',
      text: 'Ihuriro rigura hamwe kandi rirabasaba igiciro. Igiciro cyanyu kiguma gifunze kugeza gifunguwe; nta konti isabwa.',
    },
    tender_changed: {
      title: 'Ipiganwa ryahindutse',
      text: 'Musome icyahindutse. Igiciro mwatanze kiracyafite agaciro; mushobora kugisimbuza ikindi.',
    },
    tender_answered: {
      title: 'Igisubizo mu ipiganwa',
      text: 'Umugemuzi yabajije, ihuriro rirasubiza. Abagemura bose basoma bimwe.',
    },
    tender_question: {
      title: 'Umugemuzi arabaza',
      text: 'Musubize: abagemura bose basoma igisubizo, nta usoma uwabajije.',
    },
    bid_filed: {
      title: 'Igiciro cyanyu cyakiriwe',
      text: 'Nta wagisoma mbere y’uko gifungurwa. Mubike icyemezo gikurikira: cyemeza ibyo mwatanze.',
    },
    bids_short: {
      title: 'Ibiciro byaje ni bike',
      text: 'Nta cyafunguwe. Mwongerere abagemura igihe, cyangwa muhagarike.',
    },
    bids_opened: {
      title: 'Ibiciro byafunguwe',
      text: 'Inyandikomvugo ivuga uwatanze igiciro n’igihe yagitangiye.',
    },
    bid_won: {
      title: 'Mwatsinze',
      text: 'Ihuriro rizabagurira. Komande izaza igihe cyo gutegereza kirangiye.',
    },
    bid_lost: {
      title: 'Hatoranyijwe ikindi giciro',
      text: 'Murakoze gupiganwa. Mushobora gusoma impamvu, kandi mukajurira rimwe mu gihe cyo gutegereza.',
    },
    round_awarded: {
      title: 'Kugura hamwe byabonye ugemura',
      text: 'Mushobora gusoma uzagemura n’ibyo muzahabwa.',
    },
    award_challenged: {
      title: 'Umugemuzi yajuririye icyemezo',
      text: 'Mumusubize: komande itegereje igisubizo cyanyu.',
    },
    challenge_answered: {
      title: 'Ubujurire bwanyu bwasubijwe',
      text: 'Musome icyemejwe n’impamvu yacyo.',
    },
    purchase_order_sent: {
      title: 'Mufite komande',
      text: 'Muvuge kuri buri murongo niba muzagemura ku gihe.',
    },
    purchase_order_answered: {
      title: 'Umugemuzi yasubije komande',
      text: 'Musome ibizaza uko byatumijwe n’ibitazaza.',
    },
    goods_arrived: {
      title: 'Ibicuruzwa byageze',
      text: 'Hari ibyo mwaguze hamwe biri mu bubiko. Reba ibyo ushobora gufata.',
    },
    allocation_changed: {
      title: 'Umugabane wawe wahindutse',
      text: 'Ibyaje bitandukanye n’ibyatumijwe, bityo byongeye kugabanywa.',
    },
    goods_handed: {
      title: 'Ibicuruzwa byatanzwe',
      text: 'Ibicuruzwa byawe byafatiwe mu bubiko. Niba atari byo, bwira umuhuzabikorwa.',
    },
    saved_search_new: {
      title: 'Ibishya bijyanye n’ibyo ushaka',
      text: 'Hari ibishya bijyanye n’ibyo wabitse ushaka.',
    },
    listing_sent_back: {
      title: 'Igicuruzwa cyagaruwe',
      text: 'Umuhuzabikorwa yakirebye, asaba ko hagira igihinduka. Nta cyatakaye.',
    },
    producer_approved: {
      title: 'Iduka ryanyu ryemewe',
      text: 'Ubu riri ku isoko. Mutangaze ibyo mukora.',
    },
    producer_suspended: {
      title: 'Iduka ryanyu ryahagaritswe',
      text: 'Ibicuruzwa byaryo ntibigaragara ubu. Musome impamvu.',
    },
    cluster_approved: {
      title: 'Itsinda ryanyu ryemewe',
      text: 'Ibyo abahuzabikorwa baryo bagenzura ubu birabarwa ku kirango.',
    },
    verification_passed: {
      title: 'Igenzura ryagenze neza',
      text: 'Rimwe mu magenzura y’iduka ryanyu ryarangiye. Rirabarwa ku kirango.',
    },
    verification_failed: {
      title: 'Igenzura ntiryagenze neza',
      text: 'Rimwe mu magenzura y’iduka ryanyu ntiryagenze neza. Mubaze umuhuzabikorwa ikibura.',
    },
    invitation_accepted: {
      title: 'Ubutumire bwemewe',
      text: 'Hari uwaje akoresheje umuyoboro wakoze.',
    },
    booth_offered: {
      title: 'Sitandi yawe',
      text: 'Uratumiwe kwerekana ibyo ukora mu imurikagurisha. Emera, uhitemo ibintu byawe, wandike ibyapa byabyo.',
    },
    booth_withdrawn: {
      title: 'Sitandi yakuweho',
      text: 'Sitandi yawe muri iri murikagurisha yakuweho. Soma impamvu.',
    },
    booth_approved: {
      title: 'Sitandi yawe yemejwe',
      text: 'Yerekanwa hamwe n’imurikagurisha.',
    },
    booth_handed_back: {
      title: 'Sitandi yawe irakugarukiye',
      text: 'Abategura barasaba guhindura ikintu mbere yo kuyerekana. Soma icyo ari cyo.',
    },
    booth_answered: {
      title: 'Igisubizo kuri sitandi',
      text: (who: string) => `${who} yasubije kuri sitandi yahawe.`,
    },
    booth_submitted: {
      title: 'Sitandi yateguwe',
      text: (who: string) =>
        `${who} yarangije sitandi. Yirebe, hanyuma uyemeze cyangwa uyimusubize.`,
    },
    guest_book_entry: {
      title: 'Amagambo mu gitabo cy’abashyitsi',
      text: 'Umushyitsi yanditse mu gitabo cy’abashyitsi. Amagambo ye aragutegereje: yerekane cyangwa uyahishe.',
    },
    booth_card: {
      title: 'Ikarita kuri sitandi yawe',
      text: 'Umushyitsi yasize ikarita kuri sitandi yawe. Yirebe, uvuge niba aho mubonekera hahanwa.',
    },
    meeting_booked: {
      title: 'Hari uwafashe gahunda',
      text: (who: string) =>
        `${who} arashaka kubonana nawe kuri sitandi. Paji ya sitandi ivuga uko wamusubiza.`,
    },
    meeting_cancelled: {
      title: 'Gahunda yahagaritswe',
      text: (who: string) => `${who} ntashobora kuza. Iyo saha yongeye kuba ahari.`,
    },
    report_answered: {
      title: 'Raporo yawe yasubijwe',
      text: 'Twarebye ibyo watumenyesheje. Soma icyo twemeje.',
    },
  },
  share: {
    damaged: (some: string, all: string) => `Ibyaje byangiritse: ${some} kuri ${all}.`,
    missing: (some: string, all: string) => `Ibitaraje: ${some} kuri ${all}.`,
    more: (some: string) => `Ibyaje birenze ibyatumijwe: ${some}.`,
    less: (percent: string) => `Ibigabanywa byagabanutseho ${percent}.`,
    yours: (now: string, was: string) => `Uzahabwa ${now} aho guhabwa ${was}.`,
  },
  facts: {
    reference: 'Nimero',
    about: 'Ibyerekeye',
    amount: 'Amafaranga',
    date: 'Itariki',
    when: 'Ryari',
    due: 'Bitarenze',
    validUntil: 'Bifite agaciro kugeza',
    expected: 'Bitegerejwe ku wa',
    promised: 'Byasezeranyijwe ku wa',
    neededBy: 'Ibisubizo bitarenze',
    pledgeBy: 'Kwiyemeza bitarenze',
    bidsOpen: 'Ibiciro bizafungurwa',
    newDeadline: 'Igihe ntarengwa gishya',
    bidBy: 'Gutanga ibiciro bitarenze',
    receipt: 'Icyemezo cy’iyakira (SHA-256)',
    reason: 'Impamvu',
    lines: 'Imirongo',
    packages: 'Amapaki',
    carrier: 'Uwabitwaye',
    tracking: 'Nimero yo kubikurikirana',
    rating: 'Amanota',
    count: 'Umubare',
  },
  many: (count) => `bishya: ${count}`,
  look: 'Reba',
  stop: (group) => `Sinkishaka izi imeyili: ${group}`,
  mustCome:
    'Iyi imeyili iza buri gihe, uko waba warahisemo kose: ni iya konti yawe, amasezerano cyangwa amafaranga.',
  digest: {
    subject: (site) => `Umunsi wawe kuri ${site}`,
    text: 'Ibi ni byo byabaye utarohererezwa kuri imeyili.',
    more: (count) => `N’ibindi ${count}.`,
    button: 'Reba byose',
    stop: 'Sinkishaka imeyili ya buri munsi',
  },
  sms: {
    code: (site, code) => `${site}: kode yawe ni ${code}. Ntukagire uwo uyiha.`,
  },
  groups: {
    trade: 'Ibiciro na komande',
    money: 'Amafaranga',
    messages: 'Ubutumwa',
    cluster: 'Ihuriro',
    market: 'Amakuru y’isoko',
  },
};
