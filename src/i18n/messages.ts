import { fair as fairEn } from './en/fair.ts';
import { fair as fairFr } from './fr/fair.ts';
import { fair as fairRw } from './rw/fair.ts';
import { fair as fairSw } from './sw/fair.ts';
import { common as commonEn } from './en/common.ts';
import { common as commonFr } from './fr/common.ts';
import { common as commonRw } from './rw/common.ts';
import { common as commonSw } from './sw/common.ts';
import { errors as errorsEn } from './en/errors.ts';
import { errors as errorsFr } from './fr/errors.ts';
import { errors as errorsRw } from './rw/errors.ts';
import { errors as errorsSw } from './sw/errors.ts';
import { market as marketEn } from './en/market.ts';
import { market as marketFr } from './fr/market.ts';
import { market as marketRw } from './rw/market.ts';
import { market as marketSw } from './sw/market.ts';
import { mail as mailEn } from './en/mail.ts';
import { mail as mailFr } from './fr/mail.ts';
import { mail as mailRw } from './rw/mail.ts';
import { mail as mailSw } from './sw/mail.ts';
import { ui as uiEn } from './en/ui.ts';
import { ui as uiFr } from './fr/ui.ts';
import { LOCALES, type Locale } from './locales.ts';
import { ui as uiRw } from './rw/ui.ts';
import { ui as uiSw } from './sw/ui.ts';
import { accounts as accountsEn } from './en/accounts.ts';
import { accounts as accountsFr } from './fr/accounts.ts';
import { accounts as accountsRw } from './rw/accounts.ts';
import { accounts as accountsSw } from './sw/accounts.ts';
import { inquiries as inquiriesEn } from './en/inquiries.ts';
import { inquiries as inquiriesFr } from './fr/inquiries.ts';
import { inquiries as inquiriesRw } from './rw/inquiries.ts';
import { inquiries as inquiriesSw } from './sw/inquiries.ts';
import { studio as studioEn } from './en/studio.ts';
import { studio as studioFr } from './fr/studio.ts';
import { studio as studioRw } from './rw/studio.ts';
import { studio as studioSw } from './sw/studio.ts';
import { coordination as coordinationEn } from './en/coordination.ts';
import { coordination as coordinationFr } from './fr/coordination.ts';
import { coordination as coordinationRw } from './rw/coordination.ts';
import { coordination as coordinationSw } from './sw/coordination.ts';
import { record as recordEn } from './en/record.ts';
import { record as recordFr } from './fr/record.ts';
import { record as recordRw } from './rw/record.ts';
import { record as recordSw } from './sw/record.ts';
import { operator as operatorEn } from './en/operator.ts';
import { operator as operatorFr } from './fr/operator.ts';
import { operator as operatorRw } from './rw/operator.ts';
import { operator as operatorSw } from './sw/operator.ts';
import { files as filesEn } from './en/files.ts';
import { files as filesFr } from './fr/files.ts';
import { files as filesRw } from './rw/files.ts';
import { files as filesSw } from './sw/files.ts';
import { notices as noticesEn } from './en/notices.ts';
import { notices as noticesFr } from './fr/notices.ts';
import { notices as noticesRw } from './rw/notices.ts';
import { notices as noticesSw } from './sw/notices.ts';
import { noticePages as noticePagesEn } from './en/notice-pages.ts';
import { noticePages as noticePagesFr } from './fr/notice-pages.ts';
import { noticePages as noticePagesRw } from './rw/notice-pages.ts';
import { noticePages as noticePagesSw } from './sw/notice-pages.ts';
import { orders as ordersEn } from './en/orders.ts';
import { orders as ordersFr } from './fr/orders.ts';
import { orders as ordersRw } from './rw/orders.ts';
import { orders as ordersSw } from './sw/orders.ts';
import { orderChanges as orderChangesEn } from './en/order-changes.ts';
import { orderChanges as orderChangesFr } from './fr/order-changes.ts';
import { orderChanges as orderChangesRw } from './rw/order-changes.ts';
import { orderChanges as orderChangesSw } from './sw/order-changes.ts';
import { disputes as disputesEn } from './en/disputes.ts';
import { disputes as disputesFr } from './fr/disputes.ts';
import { disputes as disputesRw } from './rw/disputes.ts';
import { disputes as disputesSw } from './sw/disputes.ts';
import { reviews as reviewsEn } from './en/reviews.ts';
import { reviews as reviewsFr } from './fr/reviews.ts';
import { reviews as reviewsRw } from './rw/reviews.ts';
import { reviews as reviewsSw } from './sw/reviews.ts';
import { quotes as quotesEn } from './en/quotes.ts';
import { quotes as quotesFr } from './fr/quotes.ts';
import { quotes as quotesRw } from './rw/quotes.ts';
import { quotes as quotesSw } from './sw/quotes.ts';
import { rfqs as rfqsEn } from './en/rfqs.ts';
import { rfqs as rfqsFr } from './fr/rfqs.ts';
import { rfqs as rfqsRw } from './rw/rfqs.ts';
import { rfqs as rfqsSw } from './sw/rfqs.ts';
import { payments as paymentsEn } from './en/payments.ts';
import { payments as paymentsFr } from './fr/payments.ts';
import { payments as paymentsRw } from './rw/payments.ts';
import { payments as paymentsSw } from './sw/payments.ts';
import { insight as insightEn } from './en/insight.ts';
import { insight as insightFr } from './fr/insight.ts';
import { insight as insightRw } from './rw/insight.ts';
import { insight as insightSw } from './sw/insight.ts';
import { ledger as ledgerEn } from './en/ledger.ts';
import { ledger as ledgerFr } from './fr/ledger.ts';
import { ledger as ledgerRw } from './rw/ledger.ts';
import { ledger as ledgerSw } from './sw/ledger.ts';
import { cards as cardsEn } from './en/cards.ts';
import { cards as cardsFr } from './fr/cards.ts';
import { cards as cardsRw } from './rw/cards.ts';
import { cards as cardsSw } from './sw/cards.ts';
import { finding as findingEn } from './en/finding.ts';
import { finding as findingFr } from './fr/finding.ts';
import { finding as findingRw } from './rw/finding.ts';
import { finding as findingSw } from './sw/finding.ts';
import { papers as papersEn } from './en/papers.ts';
import { papers as papersFr } from './fr/papers.ts';
import { papers as papersRw } from './rw/papers.ts';
import { papers as papersSw } from './sw/papers.ts';
import { rounds as roundsEn } from './en/rounds.ts';
import { rounds as roundsFr } from './fr/rounds.ts';
import { rounds as roundsRw } from './rw/rounds.ts';
import { rounds as roundsSw } from './sw/rounds.ts';
import { pledges as pledgesEn } from './en/pledges.ts';
import { pledges as pledgesFr } from './fr/pledges.ts';
import { pledges as pledgesRw } from './rw/pledges.ts';
import { pledges as pledgesSw } from './sw/pledges.ts';
import { tenders as tendersEn } from './en/tenders.ts';
import { tenders as tendersFr } from './fr/tenders.ts';
import { tenders as tendersRw } from './rw/tenders.ts';
import { tenders as tendersSw } from './sw/tenders.ts';
import { award as awardEn } from './en/award.ts';
import { award as awardFr } from './fr/award.ts';
import { award as awardRw } from './rw/award.ts';
import { award as awardSw } from './sw/award.ts';
import { receiving as receivingEn } from './en/receiving.ts';
import { receiving as receivingFr } from './fr/receiving.ts';
import { receiving as receivingRw } from './rw/receiving.ts';
import { receiving as receivingSw } from './sw/receiving.ts';
import { settlement as settlementEn } from './en/settlement.ts';
import { settlement as settlementFr } from './fr/settlement.ts';
import { settlement as settlementRw } from './rw/settlement.ts';
import { settlement as settlementSw } from './sw/settlement.ts';
import { publicRounds as publicRoundsEn } from './en/public-rounds.ts';
import { publicRounds as publicRoundsFr } from './fr/public-rounds.ts';
import { publicRounds as publicRoundsRw } from './rw/public-rounds.ts';
import { publicRounds as publicRoundsSw } from './sw/public-rounds.ts';
import { roundForms as roundFormsEn } from './en/round-forms.ts';
import { roundForms as roundFormsFr } from './fr/round-forms.ts';
import { roundForms as roundFormsRw } from './rw/round-forms.ts';
import { roundForms as roundFormsSw } from './sw/round-forms.ts';
import { wishes as wishesEn } from './en/wishes.ts';
import { wishes as wishesFr } from './fr/wishes.ts';
import { wishes as wishesRw } from './rw/wishes.ts';
import { wishes as wishesSw } from './sw/wishes.ts';
import { tours as toursEn } from './en/tours.ts';
import { tours as toursFr } from './fr/tours.ts';
import { tours as toursRw } from './rw/tours.ts';
import { tours as toursSw } from './sw/tours.ts';
import { visitors as visitorsEn } from './en/visitors.ts';
import { visitors as visitorsFr } from './fr/visitors.ts';
import { visitors as visitorsRw } from './rw/visitors.ts';
import { visitors as visitorsSw } from './sw/visitors.ts';
import { exhibitions as exhibitionsEn } from './en/exhibitions.ts';
import { exhibitions as exhibitionsFr } from './fr/exhibitions.ts';
import { exhibitions as exhibitionsRw } from './rw/exhibitions.ts';
import { exhibitions as exhibitionsSw } from './sw/exhibitions.ts';
import { iiif as iiifEn } from './en/iiif.ts';
import { iiif as iiifFr } from './fr/iiif.ts';
import { iiif as iiifRw } from './rw/iiif.ts';
import { iiif as iiifSw } from './sw/iiif.ts';
import { booths as boothsEn } from './en/booths.ts';
import { booths as boothsFr } from './fr/booths.ts';
import { booths as boothsRw } from './rw/booths.ts';
import { booths as boothsSw } from './sw/booths.ts';
import { curating as curatingEn } from './en/curating.ts';
import { curating as curatingFr } from './fr/curating.ts';
import { curating as curatingRw } from './rw/curating.ts';
import { curating as curatingSw } from './sw/curating.ts';
import { kiosk as kioskEn } from './en/kiosk.ts';
import { kiosk as kioskFr } from './fr/kiosk.ts';
import { kiosk as kioskRw } from './rw/kiosk.ts';
import { kiosk as kioskSw } from './sw/kiosk.ts';
import { meetings as meetingsEn } from './en/meetings.ts';
import { meetings as meetingsFr } from './fr/meetings.ts';
import { meetings as meetingsRw } from './rw/meetings.ts';
import { meetings as meetingsSw } from './sw/meetings.ts';
import { numbers as numbersEn } from './en/numbers.ts';
import { numbers as numbersFr } from './fr/numbers.ts';
import { numbers as numbersRw } from './rw/numbers.ts';
import { numbers as numbersSw } from './sw/numbers.ts';
import type { Widen } from './widen.ts';

/** An area of the interface in all languages; English gives the shape that the others must fill. */
function area<T>(en: T, fr: Widen<T>, rw: Widen<T>, sw: Widen<T>): Record<Locale, Widen<T>> {
  return { en: en as Widen<T>, fr, rw, sw };
}

/** To add an area: its four imports above, its line here. */
const AREAS = {
  meetings: area(meetingsEn, meetingsFr, meetingsRw, meetingsSw),
  numbers: area(numbersEn, numbersFr, numbersRw, numbersSw),
  kiosk: area(kioskEn, kioskFr, kioskRw, kioskSw),
  booths: area(boothsEn, boothsFr, boothsRw, boothsSw),
  curating: area(curatingEn, curatingFr, curatingRw, curatingSw),
  iiif: area(iiifEn, iiifFr, iiifRw, iiifSw),
  exhibitions: area(exhibitionsEn, exhibitionsFr, exhibitionsRw, exhibitionsSw),
  visitors: area(visitorsEn, visitorsFr, visitorsRw, visitorsSw),
  tours: area(toursEn, toursFr, toursRw, toursSw),
  wishes: area(wishesEn, wishesFr, wishesRw, wishesSw),
  roundForms: area(roundFormsEn, roundFormsFr, roundFormsRw, roundFormsSw),
  rounds: area(roundsEn, roundsFr, roundsRw, roundsSw),
  pledges: area(pledgesEn, pledgesFr, pledgesRw, pledgesSw),
  tenders: area(tendersEn, tendersFr, tendersRw, tendersSw),
  award: area(awardEn, awardFr, awardRw, awardSw),
  receiving: area(receivingEn, receivingFr, receivingRw, receivingSw),
  settlement: area(settlementEn, settlementFr, settlementRw, settlementSw),
  publicRounds: area(publicRoundsEn, publicRoundsFr, publicRoundsRw, publicRoundsSw),
  finding: area(findingEn, findingFr, findingRw, findingSw),
  fair: area(fairEn, fairFr, fairRw, fairSw),
  cards: area(cardsEn, cardsFr, cardsRw, cardsSw),
  payments: area(paymentsEn, paymentsFr, paymentsRw, paymentsSw),
  insight: area(insightEn, insightFr, insightRw, insightSw),
  ledger: area(ledgerEn, ledgerFr, ledgerRw, ledgerSw),
  papers: area(papersEn, papersFr, papersRw, papersSw),
  rfqs: area(rfqsEn, rfqsFr, rfqsRw, rfqsSw),
  quotes: area(quotesEn, quotesFr, quotesRw, quotesSw),
  orders: area(ordersEn, ordersFr, ordersRw, ordersSw),
  orderChanges: area(orderChangesEn, orderChangesFr, orderChangesRw, orderChangesSw),
  disputes: area(disputesEn, disputesFr, disputesRw, disputesSw),
  reviews: area(reviewsEn, reviewsFr, reviewsRw, reviewsSw),
  notices: area(noticesEn, noticesFr, noticesRw, noticesSw),
  noticePages: area(noticePagesEn, noticePagesFr, noticePagesRw, noticePagesSw),
  files: area(filesEn, filesFr, filesRw, filesSw),
  record: area(recordEn, recordFr, recordRw, recordSw),
  operator: area(operatorEn, operatorFr, operatorRw, operatorSw),
  coordination: area(coordinationEn, coordinationFr, coordinationRw, coordinationSw),
  studio: area(studioEn, studioFr, studioRw, studioSw),
  inquiries: area(inquiriesEn, inquiriesFr, inquiriesRw, inquiriesSw),
  common: area(commonEn, commonFr, commonRw, commonSw),
  errors: area(errorsEn, errorsFr, errorsRw, errorsSw),
  market: area(marketEn, marketFr, marketRw, marketSw),
  mail: area(mailEn, mailFr, mailRw, mailSw),
  accounts: area(accountsEn, accountsFr, accountsRw, accountsSw),
  ui: area(uiEn, uiFr, uiRw, uiSw),
};

/** Every message of one language by area: `t.ui.skip`. */
export type Messages = { [A in keyof typeof AREAS]: (typeof AREAS)[A]['en'] };

const byLocale = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    Object.fromEntries(Object.entries(AREAS).map(([name, texts]) => [name, texts[locale]])),
  ]),
) as Record<Locale, Messages>;

export function messages(locale: Locale): Messages {
  return byLocale[locale];
}
