import { exhibitionPaths } from './exhibition-paths.ts';
import { DEFAULT_LOCALE, type Locale } from './i18n/locales.ts';

export type { CuratorRoom } from './exhibition-paths.ts';

/**
 * Every internal URL, without its language prefix. Pages and mails add the prefix with `localized`.
 * A slug or token is a path segment and is encoded here, nowhere else.
 */
const seg = encodeURIComponent;

/** The rooms of a joint purchase on its coordinators' desk. */
export type RoundRoom =
  | 'edit'
  | 'lots/new'
  | 'pledges'
  | 'tender'
  | 'bids'
  | 'award'
  | 'allocation'
  | 'orders'
  | 'receiving'
  | 'money'
  | 'report';

export const paths = {
  home: () => '/',
  about: () => '/about',
  privacy: () => '/privacy',
  healthz: () => '/healthz',
  stripeHook: () => '/hooks/stripe',

  products: (query = '') => `/products${query && `?${query}`}`,
  product: (slug: string) => `/products/${seg(slug)}`,
  productInquiry: (slug: string) => `/products/${seg(slug)}/inquiry`,
  productReport: (slug: string) => `/products/${seg(slug)}/report`,
  producers: (query = '') => `/producers${query && `?${query}`}`,
  producer: (slug: string) => `/producers/${seg(slug)}`,
  producerProducts: (slug: string, query = '') =>
    `/producers/${seg(slug)}/products${query && `?${query}`}`,
  producerReviews: (slug: string, query = '') =>
    `/producers/${seg(slug)}/reviews${query && `?${query}`}`,
  reviewReport: (slug: string, id: string) => `/producers/${seg(slug)}/reviews/${seg(id)}/report`,
  producerReport: (slug: string) => `/producers/${seg(slug)}/report`,
  clusters: () => '/clusters',
  cluster: (slug: string) => `/clusters/${seg(slug)}`,
  sitemap: () => '/sitemap.xml',
  /** `pages` and `people`, or a number: that part of the listings. */
  sitemapPart: (part: string) => `/sitemap/${part}.xml`,
  rss: () => '/rss.xml',
  openGraph: (kind: 'product' | 'producer' | 'cluster' | 'round' | 'exhibition', slug: string) =>
    `/og/${kind}/${seg(slug)}.jpg`,

  signIn: (next?: string) => `/sign-in${next ? `?next=${seg(next)}` : ''}`,
  signUp: () => '/sign-up',
  signOut: () => '/sign-out',
  forgotPassword: () => '/forgot-password',
  newPassword: () => '/new-password',
  authConfirm: () => '/auth/confirm',
  welcome: () => '/welcome',
  invitation: (token: string) => `/invitations/${seg(token)}`,
  account: () => '/account',
  accountMoney: (query = '') => `/account/money${query && `?${query}`}`,
  accountMoneyFile: (kind: 'csv' | 'pdf', query: string) => `/account/money.${kind}?${query}`,
  accountPapers: () => '/account/papers',
  accountExport: () => '/account/export',
  accountDelete: () => '/account/delete',
  accountNotifications: () => '/account/notifications',
  notifications: (query = '') => `/notifications${query && `?${query}`}`,
  /** Opens what a notice is about, and marks it read. */
  notification: (id: string) => `/notifications/${seg(id)}`,
  unsubscribe: (token: string) => `/unsubscribe/${seg(token)}`,

  inquiries: () => '/inquiries',
  inquiry: (id: string) => `/inquiries/${seg(id)}`,
  inquiryReport: (id: string) => `/inquiries/${seg(id)}/report`,
  /** A visitor's thread, opened by the key from a mail. */
  conversation: (id: string) => `/conversations/${seg(id)}`,
  conversationConfirm: (token: string) => `/conversations/confirm/${seg(token)}`,

  rfqs: () => '/rfqs',
  rfq: (id: string) => `/rfqs/${seg(id)}`,
  rfqCompare: (id: string, query = '') => `/rfqs/${seg(id)}/compare${query && `?${query}`}`,
  /** Leads to the conversation of this version. */
  quote: (id: string) => `/quotes/${seg(id)}`,
  quoteAccept: (id: string) => `/quotes/${seg(id)}/accept`,
  quoteCounter: (id: string) => `/quotes/${seg(id)}/counter`,
  quotePdf: (id: string) => `/quotes/${seg(id)}.pdf`,
  orders: () => '/orders',
  order: (id: string) => `/orders/${seg(id)}`,
  orderChange: (id: string) => `/orders/${seg(id)}/change`,
  orderMoney: (id: string) => `/orders/${seg(id)}/money`,
  orderDispute: (id: string) => `/orders/${seg(id)}/dispute`,
  searches: () => '/searches',
  /** Keeps a search; `query` is that of the list of products. */
  newSearch: (query = '') => `/searches/add${query && `?${query}`}`,
  shortlists: () => '/shortlists',
  shortlist: (id: string) => `/shortlists/${seg(id)}`,
  shortlistAdd: (product: string) => `/shortlists/add?product=${seg(product)}`,
  /** Products by slug, side by side; more fields (qty, in) as given. */
  compare: (products: readonly string[] = [], more: Record<string, string> = {}) => {
    const query = new URLSearchParams([
      ...products.map((slug) => ['p', slug]),
      ...Object.entries(more),
    ]);
    return `/compare${query.size > 0 ? `?${query}` : ''}`;
  },
  recent: () => '/recent',
  operatorRates: () => '/operator/rates',

  /** `query` names what the form begins with: product, producer (slugs, more than one of each), cluster. */
  newRfq: (query: Record<string, string> = {}) => {
    const named = new URLSearchParams(query).toString();
    return `/rfqs/new${named && `?${named}`}`;
  },
  rfqConfirm: (token: string) => `/rfqs/confirm/${seg(token)}`,
  operatorModeration: (query = '') => `/operator/moderation${query && `?${query}`}`,
  file: (id: string) => `/files/${seg(id)}`,
  /** A paper of an order, as PDF. */
  document: (id: string) => `/documents/${seg(id)}.pdf`,

  studio: (producer: string) => `/studio/${seg(producer)}`,
  studioProducts: (producer: string) => `/studio/${seg(producer)}/products`,
  studioNewProduct: (producer: string) => `/studio/${seg(producer)}/products/new`,
  studioProduct: (producer: string, id: string) => `/studio/${seg(producer)}/products/${seg(id)}`,
  studioInquiries: (producer: string) => `/studio/${seg(producer)}/inquiries`,
  studioInquiry: (producer: string, id: string) => `/studio/${seg(producer)}/inquiries/${seg(id)}`,
  studioQuote: (producer: string, inquiry: string, query = '') =>
    `/studio/${seg(producer)}/inquiries/${seg(inquiry)}/quote${query && `?${query}`}`,
  studioProfile: (producer: string) => `/studio/${seg(producer)}/profile`,
  /** What the workshop is called on papers. */
  studioPapers: (producer: string) => `/studio/${seg(producer)}/papers`,
  studioMembers: (producer: string) => `/studio/${seg(producer)}/members`,
  studioOrders: (producer: string) => `/studio/${seg(producer)}/orders`,
  studioOrder: (producer: string, id: string) => `/studio/${seg(producer)}/orders/${seg(id)}`,
  studioOrderChange: (producer: string, id: string) =>
    `/studio/${seg(producer)}/orders/${seg(id)}/change`,
  studioOrderDispute: (producer: string, id: string) =>
    `/studio/${seg(producer)}/orders/${seg(id)}/dispute`,
  studioOrderMoney: (producer: string, id: string) =>
    `/studio/${seg(producer)}/orders/${seg(id)}/money`,
  studioMoney: (producer: string) => `/studio/${seg(producer)}/money`,
  studioAccounts: (producer: string) => `/studio/${seg(producer)}/money/accounts`,
  studioStatement: (producer: string, query = '') =>
    `/studio/${seg(producer)}/money/statement${query && `?${query}`}`,
  studioStatementFile: (producer: string, kind: 'csv' | 'pdf', query: string) =>
    `/studio/${seg(producer)}/money/statement.${kind}?${query}`,
  studioBank: (producer: string) => `/studio/${seg(producer)}/money/bank`,
  studioCard: (producer: string) => `/studio/${seg(producer)}/money/card`,
  studioRounds: (producer: string) => `/studio/${seg(producer)}/rounds`,
  studioRound: (producer: string, id: string, query = '') =>
    `/studio/${seg(producer)}/rounds/${seg(id)}${query && `?${query}`}`,
  studioRoundMoney: (producer: string, id: string) =>
    `/studio/${seg(producer)}/rounds/${seg(id)}/money`,
  /** The meters alone, which the page draws anew. */
  studioRoundLive: (producer: string, id: string) =>
    `/studio/${seg(producer)}/rounds/${seg(id)}/live`,
  studioWishes: (producer: string) => `/studio/${seg(producer)}/wishes`,
  studioUpload: () => '/studio/upload',
  studioPhotos: () => '/studio/photos',

  coordination: (cluster: string) => `/coordination/${seg(cluster)}`,
  coordinationProducers: (cluster: string) => `/coordination/${seg(cluster)}/producers`,
  coordinationNewProducer: (cluster: string) => `/coordination/${seg(cluster)}/producers/new`,
  coordinationProducer: (cluster: string, producer: string) =>
    `/coordination/${seg(cluster)}/producers/${seg(producer)}`,
  coordinationReview: (cluster: string) => `/coordination/${seg(cluster)}/review`,
  coordinationTrade: (cluster: string, query = '') =>
    `/coordination/${seg(cluster)}/trade${query && `?${query}`}`,
  coordinationTradeFile: (cluster: string, query = '') =>
    `/coordination/${seg(cluster)}/trade.csv${query && `?${query}`}`,
  coordinationMembers: (cluster: string) => `/coordination/${seg(cluster)}/members`,
  coordinationDisputes: (cluster: string) => `/coordination/${seg(cluster)}/disputes`,
  coordinationDispute: (cluster: string, id: string) =>
    `/coordination/${seg(cluster)}/disputes/${seg(id)}`,
  coordinationProfile: (cluster: string) => `/coordination/${seg(cluster)}/profile`,
  coordinationBank: (cluster: string) => `/coordination/${seg(cluster)}/bank`,
  coordinationRounds: (cluster: string) => `/coordination/${seg(cluster)}/rounds`,
  /** `query` says from what the round starts: blank, template, round or wishes. */
  coordinationNewRound: (cluster: string, query = '') =>
    `/coordination/${seg(cluster)}/rounds/new${query && `?${query}`}`,
  coordinationWishes: (cluster: string) => `/coordination/${seg(cluster)}/wishes`,
  coordinationSuppliers: (cluster: string) => `/coordination/${seg(cluster)}/suppliers`,
  coordinationSupplier: (cluster: string, id: string) =>
    `/coordination/${seg(cluster)}/suppliers/${seg(id)}`,
  /** One joint purchase; without a room, its overview. */
  coordinationRound: (cluster: string, id: string, room?: RoundRoom, query = '') =>
    `/coordination/${seg(cluster)}/rounds/${seg(id)}${room ? `/${room}` : ''}${query && `?${query}`}`,
  coordinationLot: (cluster: string, round: string, lot: string) =>
    `/coordination/${seg(cluster)}/rounds/${seg(round)}/lots/${seg(lot)}`,
  coordinationDelivery: (cluster: string, round: string, delivery: string) =>
    `/coordination/${seg(cluster)}/rounds/${seg(round)}/receiving/${seg(delivery)}`,

  /** `query` may carry the key of an invitation's link. */
  tender: (slug: string, query = '') => `/tenders/${seg(slug)}${query && `?${query}`}`,
  tenderBid: (slug: string, query = '') => `/tenders/${seg(slug)}/bid${query && `?${query}`}`,
  /** Turns the key of a link into a cookie of this browser. */
  tenderOpen: (slug: string, query = '') => `/tenders/${seg(slug)}/open${query && `?${query}`}`,
  supplierDesk: () => '/supplier',
  purchaseOrder: (id: string, query = '') => `/purchase-orders/${seg(id)}${query && `?${query}`}`,
  purchaseOrderPdf: (id: string) => `/purchase-orders/${seg(id)}.pdf`,

  rounds: (query = '') => `/rounds${query && `?${query}`}`,
  round: (slug: string) => `/rounds/${seg(slug)}`,
  ocdsRounds: (query = '') => `/ocds/rounds.json${query && `?${query}`}`,
  ocdsReleases: (slug: string) => `/ocds/rounds/${seg(slug)}/releases.json`,
  ocdsRecord: (slug: string) => `/ocds/rounds/${seg(slug)}/record.json`,
  ocdsFeed: (query = '') => `/ocds/feed.json${query && `?${query}`}`,

  ...exhibitionPaths,

  operator: () => '/operator',
  operatorSettings: () => '/operator/settings',
  operatorCategories: () => '/operator/categories',
  operatorProducers: () => '/operator/producers',
  operatorProducer: (producer: string) => `/operator/producers/${seg(producer)}`,
  operatorClusters: () => '/operator/clusters',
  operatorRounds: () => '/operator/rounds',
  operatorUsers: () => '/operator/users',
  operatorReports: () => '/operator/reports',
  operatorDisputes: () => '/operator/disputes',
  operatorDispute: (id: string) => `/operator/disputes/${seg(id)}`,
  operatorReviews: (query = '') => `/operator/reviews${query && `?${query}`}`,
  operatorEvents: () => '/operator/events',
  operatorEventsFile: (query = '') => `/operator/events.csv${query && `?${query}`}`,
  operatorTrade: (query = '') => `/operator/trade${query && `?${query}`}`,
  operatorTradeFile: (query = '') => `/operator/trade.csv${query && `?${query}`}`,
  operatorJobs: () => '/operator/jobs',
  operatorMoney: () => '/operator/money',
  operatorCards: () => '/operator/cards',
  operatorMoneyFile: () => '/operator/money.csv',

  media: (code: string, sha8: string) => `/iiif/3/${seg(code)}-${seg(sha8)}`,
} as const;

/** The same page in another language: English bare, the others under `/fr`, `/rw`, `/sw`. */
export function localized(path: string, locale: Locale): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
