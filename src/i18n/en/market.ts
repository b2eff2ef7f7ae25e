import type { Widen } from '../widen.ts';

/** The public market: lists, product, maker and cluster pages. Numbers come written out; `n` is for the plural. */
export const market = {
  quantity: (shown: string, unit: string) => `${shown} ${unit}`,
  days: (n: number) => (n === 1 ? '1 day' : `${n} days`),

  list: {
    title: 'Products',
    titleFor: (q: string) => `Results for “${q}”`,
    description:
      'Footwear, leather goods, textiles, baskets, ceramics and food from cooperatives and small workshops, with prices by quantity and all trade facts.',
    descriptionIn: (category: string) =>
      `${category} from cooperatives and small workshops, with minimum order, lead time and prices by quantity.`,
    count: (n: number, shown: string) => (n === 1 ? '1 product' : `${shown} products`),
    showing: (q: string) => `Showing results for “${q}”.`,
    didYouMean: 'Did you mean',
    partial: 'No product has all these words. These have most of them.',
    sort: 'Sort by',
    sortBy: {
      relevance: 'Best match',
      newest: 'Newest first',
      price_asc: 'Price, low to high',
      price_desc: 'Price, high to low',
      moq_asc: 'Smallest order first',
      lead_asc: 'Fastest first',
    },
    chosen: 'Chosen filters',
    allProducts: 'All products',
    facets: {
      category: 'Kind of product',
      cluster: 'Cluster',
      country: 'Made in',
      material: 'Material',
      technique: 'Technique',
      certification: 'Certificate',
      price: 'Price for one',
      moq: 'Minimum order',
      lead: 'Lead time',
      sample: 'Sample',
    },
    any: 'Any',
    upTo: (quantity: string) => `up to ${quantity}`,
    sampleAvailable: 'A sample can be ordered',
    priceMin: 'From',
    priceMax: 'To',
    currency: 'Currency',
    priceRange: (from: string, to: string) => `${from} to ${to}`,
    priceFrom: (from: string) => `from ${from}`,
    priceTo: (to: string) => `up to ${to}`,
    priceNote: 'Compared is the price at the minimum order, in this currency alone.',
    more: (n: number) => `${n} more`,
    emptyTitle: 'Nothing here matches all of that',
    emptyText: 'Take one of the filters away, or look at everything.',
    emptyTextFor: (q: string) =>
      `No listing has “${q}” in its title, description or maker. Try a plainer word, such as “basket” or “boots”.`,
    emptyMarketTitle: 'The market is being set up',
    emptyMarketText: 'The first products appear here as soon as a maker publishes one.',
    without: (filter: string) => `without ${filter}`,
  },

  product: {
    ask: 'Ask the maker',
    askNote:
      'Price for your quantity, sample, delivery: the maker answers here and by e-mail. Addresses stay hidden on both sides.',
    share: 'Share',
    shareWhatsApp: 'Send by WhatsApp',
    shareMail: 'Send by e-mail',
    copyLink: 'Copy the link',
    by: 'Made by',
    about: 'About this product',
    care: 'Care',
    customisation: 'Made to your wishes',
    translated: 'Translated by machine. The maker’s own words are in the original language.',
    original: (language: string) => `In ${language}, as the maker wrote it.`,
    facts: 'Trade facts',
    moq: 'Minimum order',
    multiple: 'Ordered in steps of',
    leadTime: 'Lead time',
    leadTimeNote: 'from order to ready',
    capacity: 'Capacity',
    perMonth: (quantity: string) => `${quantity} a month`,
    hsCode: 'HS code',
    origin: 'Country of origin',
    delivery: 'Delivery term',
    sample: 'Sample',
    samplePrice: (price: string) => `${price} for one`,
    sampleFree: 'available, no charge',
    sampleYes: 'can be ordered',
    sampleNone: 'ask the maker',
    weight: 'Weight of one',
    size: 'Size of one',
    sizeNote: 'length × width × height',
    materials: 'Materials',
    techniques: 'Techniques',
    certificates: 'Certificates',
    validUntil: (day: string) => `valid until ${day}`,
    listed: 'Listed',
    variants: 'Sizes and colours',
    variantName: 'Variant',
    variantPrice: 'Price for one',
    variantState: 'Now',
    available: 'available',
    unavailable: 'not at the moment',
    maker: 'The maker',
    makerPage: 'About this maker',
    allOfMaker: (n: number, shown: string) =>
      n === 1 ? 'See the product' : `See all ${shown} products`,
    sameMaker: 'More from this maker',
    moreOfKind: (category: string) => `All: ${category}`,
    report: 'Report this product',
    goneTitle: 'This product is no longer offered',
    goneText:
      'Its maker has taken it down. Here is what else there is; or search for something like it.',
  },

  people: {
    title: 'Producers',
    lede: 'Cooperatives and workshops, each with its story, what it can make and what was checked about it.',
    description:
      'Cooperatives and small workshops of the market: who they are, what they make, what was checked.',
    count: (n: number, shown: string) => (n === 1 ? '1 producer' : `${shown} producers`),
    searchLabel: 'Find a producer by name or place',
    searchHint: 'Name or place',
    verifiedOnly: 'Verified only',
    emptyTitle: 'No producer matches all of that',
    emptyText: 'Take a filter away, or look at all producers.',
    emptyMarketText: 'The first makers appear here as soon as their cluster has let them in.',
    all: 'All producers',
    kinds: {
      cooperative: 'Cooperative',
      company: 'Company',
      workshop: 'Workshop',
      association: 'Association',
      individual: 'Artisan',
    },
    story: 'Their story',
    workshop: 'In the workshop',
    numbers: 'In numbers',
    people: 'People',
    women: 'of them women',
    youth: 'of them under 30',
    founded: 'Working since',
    capacity: 'What they can make',
    techniques: 'Techniques',
    languages: 'They answer in',
    certificates: 'Certificates',
    certificateOf: (issuer: string, number: string) =>
      number ? `${issuer}, no. ${number}` : issuer,
    clusters: 'Member of',
    checked: 'What was checked',
    checkedOn: (day: string) => `on ${day}`,
    checkedLead:
      'The operator of this market has looked at each of these points. What is not listed was not checked.',
    notChecked: 'This producer has not been verified yet. Order a sample first.',
    checks: {
      identity: 'Who runs it: identity papers seen',
      registration: 'Registration as a business or cooperative',
      workshop_visit: 'Workshop visited in person',
      capacity: 'Capacity counted on site',
      samples: 'Samples examined',
      payee_name: 'Payments go to the producer’s own name',
    },
    where: 'Where they work',
    mapLabel: (place: string) => `Sketch map: ${place}`,
    mapNote: 'The dot shows the place, not the address.',
    products: (name: string) => `Made by ${name}`,
    allProducts: (n: number, shown: string) =>
      n === 1 ? 'The one product' : `All ${shown} products`,
    noProducts: 'No product is listed yet.',
    contact: 'Ask them something',
    contactText:
      'Choose a product and ask from there: your message reaches the right people, and your address stays hidden.',
    report: 'Report this producer',
  },

  clusters: {
    title: 'Clusters',
    lede: 'A cluster is a group of makers of one trade and place. They sell together, buy together, and take on orders that none could fill alone.',
    description: 'Groups of makers of one trade and place, who sell together and buy together.',
    emptyTitle: 'No cluster yet',
    emptyText: 'The first cluster appears here once the operator has set it up.',
    story: 'What they do together',
    members: 'The members',
    people: 'People at work',
    producers: 'Producers',
    products: 'Products',
    newest: 'New from this cluster',
    where: 'Where it is',
    allMembers: 'All members',
  },

  home: {
    title: 'Buy from the people who make it',
    lede: 'Isoko is the market of cooperatives and small workshops. Each listing has its maker, its price by quantity, and every fact an importer asks for.',
    ledeFor: (site: string) =>
      `${site} is the market of cooperatives and small workshops. Each listing has its maker, its price by quantity, and every fact an importer asks for.`,
    description:
      'The market of cooperatives and small workshops: real makers, prices by quantity, minimum orders, lead times, HS codes.',
    look: 'Look at the products',
    meet: 'Meet the makers',
    plates: 'From the workshops',
    plate: (n: number) => `Plate ${n}`,
    contents: 'Contents',
    clusters: 'The clusters',
    allClusters: 'All clusters',
    maker: 'A maker',
    readStory: 'Read the story',
    how: 'How it works',
    buyers: 'If you buy',
    buyersText:
      'Search by what matters: material, minimum order, lead time. Ask the maker from the product’s page. Nobody shows your address.',
    producers: 'If you make',
    producersText:
      'A photo and two minutes, from your phone. Your page looks professional, questions arrive as messages, and listing is free of charge.',
    producersLink: 'Join the market',
    coordinators: 'If you lead a cluster',
    coordinatorsText:
      'Bring in members who have no e-mail, look over their listings before they are public, and show on one page what you make together.',
    coordinatorsLink: 'How clusters work',
    newest: 'New on the market',
    allProducts: 'All products',
    counts: {
      listings: (n: number) => (n === 1 ? 'product' : 'products'),
      producers: (n: number) => (n === 1 ? 'producer' : 'producers'),
      clusters: (n: number) => (n === 1 ? 'cluster' : 'clusters'),
      countries: (n: number) => (n === 1 ? 'country of origin' : 'countries of origin'),
    },
    emptyTitle: 'The stalls are still empty',
    emptyText:
      'This market has just been opened. The first maker to publish a product appears here.',
  },

  inquiry: {
    quantityHint: (moq: string) => `From ${moq} on.`,
  },

  report: {
    productTitle: 'Report a product',
    producerTitle: 'Report a producer',
    subject: 'It is about',
    thanksTitle: 'Thank you, it has arrived',
    thanksText:
      'The operator of this market looks at it. If you left an address, you may be asked back.',
    backToProducer: 'Back to the producer',
  },

  about: {
    title: 'How it works',
    lede: 'Isoko is Kinyarwanda for market. Here cooperatives and small workshops of one trade and place sell together, and buy their materials together.',
    description:
      'How the market works for buyers, producers, coordinators of clusters and suppliers.',
    parts: [
      {
        id: 'buyers',
        title: 'For buyers',
        steps: [
          [
            'Find',
            'Search in your language, even with a slip in the spelling. Narrow down by material, technique, minimum order, lead time, price or place. Every search is an address that you can send to a colleague.',
          ],
          [
            'Compare',
            'Each product has the same facts in the same order: price by quantity, minimum order, order steps, lead time, capacity, HS code, origin and delivery term.',
          ],
          [
            'Ask',
            'Write to the maker from the product’s page, with or without an account. Your e-mail address is never shown; the answer comes by mail and stands on the site.',
          ],
          [
            'Trust what was checked',
            'A verified badge opens to what exactly was checked, and when. What it does not list was not checked.',
          ],
        ],
      },
      {
        id: 'producers',
        title: 'For producers',
        steps: [
          [
            'List from your phone',
            'A photo, a name, a price, a minimum order: that is enough to publish. Everything else can follow.',
          ],
          [
            'Be found',
            'Your products appear in four languages, in the catalogue, on your own page and on your cluster’s page.',
          ],
          [
            'Answer',
            'Questions arrive as messages, with a mail to tell you. Your phone number and address stay with you.',
          ],
          [
            'Pay nothing to list',
            'Listing costs nothing. What you agree with a buyer is between you two.',
          ],
        ],
      },
      {
        id: 'coordinators',
        title: 'For coordinators of a cluster',
        steps: [
          [
            'Bring your members in',
            'By a link, or by entering them yourself when they have no e-mail. The record always says who did what for whom.',
          ],
          [
            'Look before it is public',
            'If your cluster wishes, each new listing waits for you, and you can send it back with a reason.',
          ],
          [
            'Show the cluster',
            'One page tells what you do together, where you are, and who belongs to it.',
          ],
        ],
      },
      {
        id: 'suppliers',
        title: 'For suppliers of materials',
        steps: [
          [
            'By invitation',
            'Clusters buy leather, glue and yarn together, and choose themselves whom they ask for an offer. There is nothing to list here and nothing to pay.',
          ],
        ],
      },
    ],
    openTitle: 'Free software',
    openText:
      'This site runs on Isoko, free software under the Apache-2.0 licence. A cluster can run its own market on one small server and takes its data along whenever it likes.',
  },

  privacy: {
    title: 'Privacy',
    lede: 'What this site stores, why, and for how long. Nobody follows you here.',
    description: 'What this site stores, why, and for how long.',
    noTracking: 'No tracking',
    noTrackingText:
      'No advertising, no analytics service, no pictures, fonts or scripts from elsewhere. Maps are drawn by us. If you only look around, nothing about you is stored but a counter against overload. Pages of an exhibition count that they were opened, not by whom.',
    cookies: 'Cookies',
    cookiesText:
      'Visitors who only read get no cookie. Signing in sets one that keeps you signed in; the link from a mail about your question sets one that opens that conversation, and a card that you leave or a meeting that you book at an exhibition one that opens it. What you add to your visit of an exhibition is kept in one, for half a year. The choice of light or dark stays in your own browser.',
    what: 'What is stored, and how long',
    table: { thing: 'What', why: 'Why', long: 'How long' },
    rows: {
      account: [
        'Your account: e-mail address, name, language, and the organisations you belong to',
        'so that you can sign in and act for them',
        'until you delete it',
      ],
      password: [
        'Your password, as a fingerprint that cannot be turned back',
        'to recognise you',
        'until you change it or delete the account',
      ],
      inquiry: [
        'Questions and answers',
        'both sides need the record of what was said',
        'they stay; your name and address leave them when you delete your account',
      ],
      visitorAddress: [
        'Your e-mail address when you ask without an account',
        'to send you the answer; the maker never sees it',
        'as long as the conversation stands',
      ],
      trade: [
        'Requests, quotes, orders, payments and their papers, with names and addresses of both companies',
        'to trade, and because the law asks both sides to keep papers of what they sold and bought',
        'they stay with the companies; your own name leaves them when you delete your account',
      ],
      card: [
        'If you pay by card: that you did, the amount and Stripe’s reference',
        'to book the payment; you type the card on Stripe’s own page, and we never see it',
        'as long as the order’s papers',
      ],
      seen: [
        'What you looked at last',
        'to find it again; it stays on your own device and is never sent to us',
        'until you clear it',
      ],
      public: [
        'Listings, stories, photos and numbers that producers publish',
        'that is what the market is for',
        'until they take them down',
      ],
      telling: [
        'A telephone number for SMS and the browsers that may be woken, if you choose so',
        'to tell you what happens, as you wish',
        'until you take them away',
      ],
      visitorCard: [
        'A card that you leave at booths of an exhibition, with the sentence you agreed to',
        'so that a booth and you can reach each other once both say yes',
        'until you take it back, half a year after the closing at most',
      ],
      contacts: [
        'A producer’s phone number, address and exact place',
        'for the cluster’s own work; never on a public page',
        'until the producer removes them',
      ],
      record: [
        'A record of who changed what',
        'to settle doubts and misuse',
        'it stays, with your name removed once your account is gone',
      ],
    },
    kept: 'These go by themselves',
    keptRows: {
      unconfirmedInquiry: 'A question whose e-mail address was never confirmed',
      invitation: 'An invitation link',
      unattachedPicture: 'A photo that ended in no listing',
      rateLimit: 'Counters against overload, kept as fingerprints of network addresses',
      deadJob: 'Traces of a task that failed, such as a mail that could not be sent',
      decidedReport: 'A report of misuse, once it is settled',
      visitorCard: 'A card left at an exhibition’s booths, after it closed',
      heldMeeting: 'A booked meeting, after its day',
      readNotice: 'A notice, once you have read it',
    },
    days: (n: number) => `${n} days`,
    photos: 'Photos',
    photosText:
      'The place where a photo was taken and all other hidden data are removed before anything is stored for showing.',
    rights: 'Your rights',
    rightsText:
      'In your account you can download everything stored about you as a file, correct it, and delete the account. What others need for their own records, such as your side of a conversation, stays without your name.',
    toAccount: 'To your account',
    operator: 'Who is responsible',
    operatorText: (name: string) =>
      `The operator of ${name} is responsible for what is stored here, and answers questions about it.`,
  },

  feed: {
    title: (site: string) => `${site}: new products`,
    description: 'The newest listings of the market.',
  },
};

export type MarketMessages = Widen<typeof market>;
