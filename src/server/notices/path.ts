import { noticeRule, type NoticeKind } from '#src/domain/notices.ts';
import { paths, type RoundRoom } from '#src/paths.ts';
import type { NoticeData } from './notice.ts';

/** Where a notice leads, seen from the reader's side. Falls back to the list of notices. */
export function noticePath(kind: NoticeKind, data: NoticeData): string {
  const found = ofKind(kind, data) ?? ofSide(kind, data);
  return found ?? paths.notifications();
}

function ofKind(kind: NoticeKind, data: NoticeData): string | undefined {
  const slug = id(data, 'producerSlug');
  if (kind === 'saved_search_new') return paths.searches();
  if (kind === 'card_alert') return paths.operatorCards();
  if (DESK_DECISIONS.has(kind)) return ofDecision(kind, data);
  if (kind.startsWith('payout_') && slug) return paths.studioMoney(slug);
  return undefined;
}

const DESK_DECISIONS: ReadonlySet<NoticeKind> = new Set([
  'listing_sent_back',
  'producer_approved',
  'producer_suspended',
  'cluster_approved',
  'verification_passed',
  'verification_failed',
  'invitation_accepted',
]);

/** To the listing, the shop or the cluster that the desk's decision is about. */
function ofDecision(kind: NoticeKind, data: NoticeData): string | undefined {
  const slug = id(data, 'producerSlug');
  const cluster = id(data, 'clusterSlug');
  const product = id(data, 'productId');
  if (kind === 'cluster_approved') return cluster && paths.coordination(cluster);
  if (kind === 'invitation_accepted' && cluster) return paths.coordinationMembers(cluster);
  if (!slug) return kind === 'invitation_accepted' ? paths.account() : undefined;
  if (kind === 'listing_sent_back' && product) return paths.studioProduct(slug, product);
  return kind.startsWith('verification_') ? paths.producer(slug) : paths.studio(slug);
}

function ofSide(kind: NoticeKind, data: NoticeData): string | undefined {
  switch (data['side']) {
    case 'producer':
      return toProducer(kind, data);
    case 'mediator':
      return toMediator(data);
    case 'coordinator':
      return toCoordinator(kind, data);
    case 'supplier':
      return toSupplier(data);
    case 'operator':
      return toOperator(kind, data);
    default:
      return toBuyer(data);
  }
}

const ROUND_MONEY: ReadonlySet<NoticeKind> = new Set([
  'round_deposit',
  'round_settled',
  'round_paid',
  'round_payment_confirmed',
  'round_payment_rejected',
  'round_payment_due',
  'round_refund_made',
  'write_off_proposed',
]);

function toProducer(kind: NoticeKind, data: NoticeData): string | undefined {
  const slug = id(data, 'producerSlug');
  if (!slug) return undefined;
  const order = id(data, 'orderId');
  if (order) return paths.studioOrder(slug, order);
  const round = id(data, 'roundId');
  if (round && ROUND_MONEY.has(kind)) return paths.studioRoundMoney(slug, round);
  if (round) return paths.studioRound(slug, round);
  if (kind.startsWith('booth_')) return ofBooth(kind, slug, data);
  const booth = kind.startsWith('meeting_') && id(data, 'boothId');
  if (booth) return paths.studioBooth(slug, booth, 'meetings');
  const inquiry = id(data, 'inquiryId');
  return inquiry ? paths.studioInquiry(slug, inquiry) : paths.studioInquiries(slug);
}

/** One that was withdrawn is no longer there. */
function ofBooth(kind: NoticeKind, producer: string, data: NoticeData): string {
  const booth = id(data, 'boothId');
  if (booth && kind === 'booth_card') return paths.studioBooth(producer, booth, 'cards');
  return booth && kind !== 'booth_withdrawn'
    ? paths.studioBooth(producer, booth)
    : paths.studioExhibitions(producer);
}

/** A visitor without an account comes in by the key of the mail. */
function toBuyer(data: NoticeData): string | undefined {
  const order = id(data, 'orderId');
  if (order) return paths.order(order);
  const inquiry = id(data, 'inquiryId');
  const key = id(data, 'key');
  if (inquiry && key) return `${paths.conversation(inquiry)}?key=${encodeURIComponent(key)}`;
  if (inquiry) return paths.inquiry(inquiry);
  const rfq = id(data, 'rfqId');
  return rfq ? paths.rfq(rfq) : undefined;
}

/** The room of a joint purchase in which a coordinator sees to it. */
const ROUND_ROOMS: Partial<Record<NoticeKind, RoundRoom>> = {
  tender_question: 'tender',
  bids_short: 'tender',
  bids_opened: 'bids',
  award_challenged: 'award',
  purchase_order_answered: 'orders',
};

const curatorRoom = (kind: NoticeKind) =>
  kind === 'guest_book_entry' ? ('guest-book' as const) : ('booths' as const);

function toCoordinator(kind: NoticeKind, data: NoticeData): string | undefined {
  const slug = id(data, 'clusterSlug');
  if (!slug) return undefined;
  const round = id(data, 'roundId');
  if (round) return paths.coordinationRound(slug, round, ROUND_ROOMS[kind]);
  const exhibition = id(data, 'exhibitionId');
  if (exhibition) return paths.curatedExhibition(slug, exhibition, curatorRoom(kind));
  return id(data, 'orderId') ? paths.coordinationDisputes(slug) : paths.coordinationTrade(slug);
}

/** A supplier without an account comes in by the key of the mail. */
function toSupplier(data: NoticeData): string | undefined {
  const key = id(data, 'key');
  const query = key ? `key=${encodeURIComponent(key)}` : '';
  const order = id(data, 'purchaseOrderId');
  if (order) return paths.purchaseOrder(order, query);
  const slug = id(data, 'roundSlug');
  return slug && (key ? paths.tenderOpen(slug, query) : paths.tender(slug));
}

/** A coordinator of the dispute's cluster; without a cluster an operator. */
function toMediator(data: NoticeData): string {
  const slug = id(data, 'clusterSlug');
  const dispute = id(data, 'disputeId');
  if (slug)
    return dispute ? paths.coordinationDispute(slug, dispute) : paths.coordinationDisputes(slug);
  return dispute ? paths.operatorDispute(dispute) : paths.operatorDisputes();
}

function toOperator(kind: NoticeKind, data: NoticeData): string {
  const exhibition = id(data, 'exhibitionId');
  if (exhibition) return paths.curatedExhibition(null, exhibition, curatorRoom(kind));
  if (kind === 'rfq_held') return paths.operatorModeration();
  if (kind.startsWith('dispute_')) return toMediator({ disputeId: data['disputeId'] });
  return noticeRule(kind).group === 'money' ? paths.operatorMoney() : paths.operatorTrade();
}

function id(data: NoticeData, name: string): string | undefined {
  const value = data[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
