import type { MarketMessages } from '../en/market.ts';

export const market: MarketMessages = {
  quantity: (shown, unit) => `${shown} ${unit}`,
  days: (n) => (n <= 1 ? `${n} jour` : `${n} jours`),

  list: {
    title: 'Produits',
    titleFor: (q) => `Résultats pour « ${q} »`,
    description:
      'Chaussures, maroquinerie, textiles, paniers, céramique et produits de la ferme, par des coopératives et de petits ateliers, avec prix par quantité et toutes les données commerciales.',
    descriptionIn: (category) =>
      `${category} : coopératives et petits ateliers, commande minimale, délai et prix par quantité.`,
    count: (n, shown) => (n <= 1 ? `${shown} produit` : `${shown} produits`),
    showing: (q) => `Résultats affichés pour « ${q} ».`,
    didYouMean: 'Vouliez-vous dire',
    partial: 'Aucun produit ne contient tous ces mots. Ceux-ci en contiennent le plus.',
    sort: 'Trier par',
    sortBy: {
      relevance: 'Pertinence',
      newest: 'Les plus récents',
      price_asc: 'Prix croissant',
      price_desc: 'Prix décroissant',
      moq_asc: 'Plus petite commande',
      lead_asc: 'Délai le plus court',
    },
    chosen: 'Filtres choisis',
    allProducts: 'Tous les produits',
    facets: {
      category: 'Genre de produit',
      cluster: 'Groupement',
      country: 'Fabriqué en',
      material: 'Matière',
      technique: 'Technique',
      certification: 'Certificat',
      price: 'Prix à l’unité',
      moq: 'Commande minimale',
      lead: 'Délai de fabrication',
      sample: 'Échantillon',
    },
    any: 'Peu importe',
    upTo: (quantity) => `jusqu’à ${quantity}`,
    sampleAvailable: 'Échantillon possible',
    priceMin: 'De',
    priceMax: 'À',
    currency: 'Monnaie',
    priceRange: (from, to) => `de ${from} à ${to}`,
    priceFrom: (from) => `à partir de ${from}`,
    priceTo: (to) => `jusqu’à ${to}`,
    priceNote:
      'C’est le prix à la commande minimale qui est comparé, dans cette monnaie seulement.',
    more: (n) => `${n} de plus`,
    emptyTitle: 'Rien ici ne répond à tout cela',
    emptyText: 'Retirez un des filtres, ou regardez l’ensemble.',
    emptyTextFor: (q) =>
      `Aucune annonce ne contient « ${q} » dans son titre, sa description ou le nom du fabricant. Essayez un mot plus simple, comme « panier » ou « bottines ».`,
    emptyMarketTitle: 'Le marché s’installe',
    emptyMarketText: 'Les premiers produits paraîtront ici dès qu’un atelier en publiera un.',
    without: (filter) => `sans ${filter}`,
  },

  product: {
    ask: 'Écrire au fabricant',
    askNote:
      'Prix pour votre quantité, échantillon, livraison : le fabricant répond ici et par e-mail. Les adresses restent cachées des deux côtés.',
    share: 'Partager',
    shareWhatsApp: 'Envoyer par WhatsApp',
    shareMail: 'Envoyer par e-mail',
    copyLink: 'Copier le lien',
    by: 'Fabriqué par',
    about: 'À propos de ce produit',
    care: 'Entretien',
    customisation: 'Selon vos souhaits',
    translated: 'Traduit par une machine. Les mots du fabricant sont dans la langue d’origine.',
    original: (language) => `En ${language}, tel que le fabricant l’a écrit.`,
    facts: 'Données commerciales',
    moq: 'Commande minimale',
    multiple: 'Par multiples de',
    leadTime: 'Délai',
    leadTimeNote: 'de la commande à la sortie d’atelier',
    capacity: 'Capacité',
    perMonth: (quantity) => `${quantity} par mois`,
    hsCode: 'Code SH',
    origin: 'Pays d’origine',
    delivery: 'Condition de livraison',
    sample: 'Échantillon',
    samplePrice: (price) => `${price} pièce`,
    sampleFree: 'possible, gratuit',
    sampleYes: 'possible',
    sampleNone: 'demander au fabricant',
    weight: 'Poids unitaire',
    size: 'Dimensions',
    sizeNote: 'longueur × largeur × hauteur',
    materials: 'Matières',
    techniques: 'Techniques',
    certificates: 'Certificats',
    validUntil: (day) => `valable jusqu’au ${day}`,
    listed: 'En ligne depuis le',
    variants: 'Tailles et couleurs',
    variantName: 'Variante',
    variantPrice: 'Prix à l’unité',
    variantState: 'En ce moment',
    available: 'disponible',
    unavailable: 'pas disponible',
    maker: 'Le fabricant',
    makerPage: 'Découvrir ce fabricant',
    allOfMaker: (n, shown) => (n <= 1 ? 'Voir le produit' : `Voir les ${shown} produits`),
    sameMaker: 'Du même fabricant',
    moreOfKind: (category) => `Tout voir : ${category}`,
    report: 'Signaler ce produit',
    goneTitle: 'Ce produit n’est plus proposé',
    goneText:
      'Son fabricant l’a retiré. Voici ce qu’il y a d’autre ; ou cherchez quelque chose qui lui ressemble.',
  },

  people: {
    title: 'Producteurs',
    lede: 'Coopératives et ateliers, chacun avec son histoire, ce qu’il sait faire et ce qui a été vérifié.',
    description:
      'Les coopératives et petits ateliers du marché : qui ils sont, ce qu’ils font, ce qui a été vérifié.',
    count: (n, shown) => (n <= 1 ? `${shown} producteur` : `${shown} producteurs`),
    searchLabel: 'Chercher un producteur par nom ou par lieu',
    searchHint: 'Nom ou lieu',
    verifiedOnly: 'Vérifiés seulement',
    emptyTitle: 'Aucun producteur ne répond à tout cela',
    emptyText: 'Retirez un filtre, ou regardez tous les producteurs.',
    emptyMarketText:
      'Les premiers ateliers paraîtront ici dès que leur groupement les aura accueillis.',
    all: 'Tous les producteurs',
    kinds: {
      cooperative: 'Coopérative',
      company: 'Entreprise',
      workshop: 'Atelier',
      association: 'Association',
      individual: 'Artisan',
    },
    story: 'Leur histoire',
    workshop: 'À l’atelier',
    numbers: 'En chiffres',
    people: 'Personnes',
    women: 'dont femmes',
    youth: 'dont moins de 30 ans',
    founded: 'Au travail depuis',
    capacity: 'Ce qu’ils peuvent produire',
    techniques: 'Techniques',
    languages: 'Ils répondent en',
    certificates: 'Certificats',
    certificateOf: (issuer, number) => (number ? `${issuer}, nº ${number}` : issuer),
    clusters: 'Membre de',
    checked: 'Ce qui a été vérifié',
    checkedOn: (day) => `le ${day}`,
    checkedLead:
      'L’exploitant de ce marché a examiné chacun de ces points. Ce qui n’y figure pas n’a pas été vérifié.',
    notChecked: 'Ce producteur n’a pas encore été vérifié. Commandez d’abord un échantillon.',
    checks: {
      identity: 'Qui dirige : pièces d’identité vues',
      registration: 'Enregistrement de l’entreprise ou de la coopérative',
      workshop_visit: 'Atelier visité sur place',
      capacity: 'Capacité comptée sur place',
      samples: 'Échantillons examinés',
      payee_name: 'Les paiements vont au nom du producteur',
    },
    where: 'Où ils travaillent',
    mapLabel: (place) => `Croquis : ${place}`,
    mapNote: 'Le point montre le lieu, pas l’adresse.',
    products: (name) => `Fabriqué par ${name}`,
    allProducts: (n, shown) => (n <= 1 ? 'Le seul produit' : `Les ${shown} produits`),
    noProducts: 'Aucun produit en ligne pour l’instant.',
    contact: 'Leur demander quelque chose',
    contactText:
      'Choisissez un produit et écrivez depuis sa page : votre message arrive aux bonnes personnes et votre adresse reste cachée.',
    report: 'Signaler ce producteur',
  },

  clusters: {
    title: 'Groupements',
    lede: 'Un groupement réunit des fabricants d’un même métier et d’un même lieu. Ils vendent ensemble, achètent ensemble et acceptent des commandes qu’aucun ne remplirait seul.',
    description:
      'Des fabricants d’un même métier et d’un même lieu, qui vendent ensemble et achètent ensemble.',
    emptyTitle: 'Pas encore de groupement',
    emptyText: 'Le premier groupement paraîtra ici dès que l’exploitant l’aura créé.',
    story: 'Ce qu’ils font ensemble',
    members: 'Les membres',
    people: 'Personnes au travail',
    producers: 'Producteurs',
    products: 'Produits',
    newest: 'Nouveau dans ce groupement',
    where: 'Où il se trouve',
    allMembers: 'Tous les membres',
  },

  home: {
    title: 'Achetez à ceux qui fabriquent',
    lede: 'Isoko est le marché des coopératives et des petits ateliers. Chaque annonce nomme son fabricant, son prix par quantité et tout ce qu’un importateur demande.',
    ledeFor: (site) =>
      `${site} est le marché des coopératives et des petits ateliers. Chaque annonce nomme son fabricant, son prix par quantité et tout ce qu’un importateur demande.`,
    description:
      'Le marché des coopératives et des petits ateliers : fabricants réels, prix par quantité, commandes minimales, délais, codes SH.',
    look: 'Voir les produits',
    meet: 'Rencontrer les fabricants',
    plates: 'Des ateliers',
    plate: (n) => `Planche ${n}`,
    contents: 'Sommaire',
    clusters: 'Les groupements',
    allClusters: 'Tous les groupements',
    maker: 'Un fabricant',
    readStory: 'Lire l’histoire',
    how: 'Comment ça marche',
    buyers: 'Vous achetez',
    buyersText:
      'Cherchez par ce qui compte : matière, commande minimale, délai. Écrivez au fabricant depuis la page du produit. Personne ne montre votre adresse.',
    producers: 'Vous fabriquez',
    producersText:
      'Une photo et deux minutes, depuis votre téléphone. Votre page a belle allure, les questions arrivent en messages, et publier ne coûte rien.',
    producersLink: 'Rejoindre le marché',
    coordinators: 'Vous animez un groupement',
    coordinatorsText:
      'Faites entrer les membres sans e-mail, relisez leurs annonces avant publication, et montrez sur une page ce que vous faites ensemble.',
    coordinatorsLink: 'Comment marchent les groupements',
    newest: 'Nouveautés',
    allProducts: 'Tous les produits',
    counts: {
      listings: (n) => (n <= 1 ? 'produit' : 'produits'),
      producers: (n) => (n <= 1 ? 'producteur' : 'producteurs'),
      clusters: (n) => (n <= 1 ? 'groupement' : 'groupements'),
      countries: (n) => (n <= 1 ? 'pays d’origine' : 'pays d’origine'),
    },
    emptyTitle: 'Les étals sont encore vides',
    emptyText: 'Ce marché vient d’ouvrir. Le premier atelier qui publiera un produit paraîtra ici.',
  },

  inquiry: {
    quantityHint: (moq) => `À partir de ${moq}.`,
  },

  report: {
    productTitle: 'Signaler un produit',
    producerTitle: 'Signaler un producteur',
    subject: 'Il s’agit de',
    thanksTitle: 'Merci, c’est bien arrivé',
    thanksText:
      'L’exploitant de ce marché va regarder. Si vous avez laissé une adresse, il vous écrira peut-être.',
    backToProducer: 'Retour au producteur',
  },

  about: {
    title: 'Comment ça marche',
    lede: 'Isoko veut dire marché en kinyarwanda. Ici, des coopératives et de petits ateliers d’un même métier et d’un même lieu vendent ensemble et achètent ensemble leurs matières.',
    description:
      'Le marché expliqué aux acheteurs, aux producteurs, aux animateurs de groupements et aux fournisseurs.',
    parts: [
      {
        id: 'buyers',
        title: 'Pour les acheteurs',
        steps: [
          [
            'Trouver',
            'Cherchez dans votre langue, même avec une faute de frappe. Affinez par matière, technique, commande minimale, délai, prix ou lieu. Chaque recherche est une adresse que l’on peut envoyer à un collègue.',
          ],
          [
            'Comparer',
            'Chaque produit donne les mêmes informations dans le même ordre : prix par quantité, commande minimale, multiples, délai, capacité, code SH, origine et condition de livraison.',
          ],
          [
            'Demander',
            'Écrivez au fabricant depuis la page du produit, avec ou sans compte. Votre adresse n’est jamais montrée ; la réponse arrive par e-mail et reste sur le site.',
          ],
          [
            'Se fier à ce qui est vérifié',
            'Le signe « vérifié » s’ouvre sur ce qui a été contrôlé, et quand. Ce qui n’y figure pas n’a pas été vérifié.',
          ],
        ],
      },
      {
        id: 'producers',
        title: 'Pour les producteurs',
        steps: [
          [
            'Publier depuis le téléphone',
            'Une photo, un nom, un prix, une commande minimale : cela suffit pour publier. Le reste peut suivre.',
          ],
          [
            'Être trouvé',
            'Vos produits paraissent en quatre langues, dans le catalogue, sur votre page et sur celle de votre groupement.',
          ],
          [
            'Répondre',
            'Les questions arrivent en messages, un e-mail vous prévient. Votre téléphone et votre adresse restent chez vous.',
          ],
          [
            'Publier ne coûte rien',
            'Mettre en ligne est gratuit. Ce que vous convenez avec un acheteur reste entre vous.',
          ],
        ],
      },
      {
        id: 'coordinators',
        title: 'Pour les animateurs d’un groupement',
        steps: [
          [
            'Faire entrer les membres',
            'Par un lien, ou en les inscrivant vous-même s’ils n’ont pas d’e-mail. Le journal dit toujours qui a fait quoi pour qui.',
          ],
          [
            'Relire avant publication',
            'Si votre groupement le souhaite, chaque nouvelle annonce vous attend, et vous pouvez la renvoyer avec une raison.',
          ],
          [
            'Montrer le groupement',
            'Une page dit ce que vous faites ensemble, où vous êtes et qui en fait partie.',
          ],
        ],
      },
      {
        id: 'suppliers',
        title: 'Pour les fournisseurs de matières',
        steps: [
          [
            'Sur invitation',
            'Les groupements achètent ensemble cuir, colle et fil, et choisissent eux-mêmes à qui demander une offre. Il n’y a ici rien à publier et rien à payer.',
          ],
        ],
      },
    ],
    openTitle: 'Logiciel libre',
    openText:
      'Ce site fonctionne avec Isoko, logiciel libre sous licence Apache-2.0. Un groupement peut tenir son propre marché sur un petit serveur et emporter ses données quand il veut.',
  },

  privacy: {
    title: 'Vie privée',
    lede: 'Ce que ce site conserve, pourquoi et combien de temps. Personne ne vous suit ici.',
    description: 'Ce que ce site conserve, pourquoi et combien de temps.',
    noTracking: 'Aucun pistage',
    noTrackingText:
      'Ni publicité, ni service de mesure, ni images, polices ou scripts venus d’ailleurs. Les cartes sont dessinées par nous. Si vous ne faites que regarder, rien n’est conservé sur vous, sauf un compteur contre la surcharge. Les pages d’une exposition comptent qu’elles ont été ouvertes, pas par qui.',
    cookies: 'Cookies',
    cookiesText:
      'Qui ne fait que lire ne reçoit aucun cookie. La connexion en pose un qui vous garde connecté ; le lien d’un e-mail sur votre demande en pose un qui ouvre cette conversation, et une carte laissée ou un rendez-vous pris à une exposition un qui l’ouvre. Ce que vous ajoutez à votre visite d’une exposition y est gardé six mois. Le choix clair ou sombre reste dans votre navigateur.',
    what: 'Ce qui est conservé, et combien de temps',
    table: { thing: 'Quoi', why: 'Pourquoi', long: 'Combien de temps' },
    rows: {
      account: [
        'Votre compte : adresse e-mail, nom, langue et les organisations dont vous faites partie',
        'pour vous connecter et agir en leur nom',
        'jusqu’à ce que vous le supprimiez',
      ],
      password: [
        'Votre mot de passe, sous forme d’empreinte irréversible',
        'pour vous reconnaître',
        'jusqu’à ce que vous le changiez ou supprimiez le compte',
      ],
      inquiry: [
        'Demandes et réponses',
        'les deux côtés ont besoin de la trace de ce qui s’est dit',
        'elles restent ; votre nom et votre adresse en sortent quand vous supprimez votre compte',
      ],
      visitorAddress: [
        'Votre adresse e-mail quand vous écrivez sans compte',
        'pour vous envoyer la réponse ; le fabricant ne la voit jamais',
        'tant que dure la conversation',
      ],
      trade: [
        'Demandes, devis, commandes, paiements et leurs documents, avec noms et adresses des deux entreprises',
        'pour commercer, et parce que la loi demande aux deux parties de garder les pièces de leurs ventes et achats',
        'ils restent aux entreprises ; votre nom en disparaît quand vous supprimez votre compte',
      ],
      card: [
        'Si vous payez par carte : le fait, le montant et la référence de Stripe',
        'pour comptabiliser le paiement ; la carte se saisit chez Stripe, nous ne la voyons jamais',
        'aussi longtemps que les documents de la commande',
      ],
      seen: [
        'Ce que vous avez regardé en dernier',
        'pour le retrouver ; cela reste sur votre appareil et ne nous est jamais envoyé',
        'jusqu’à ce que vous l’effaciez',
      ],
      public: [
        'Annonces, histoires, photos et chiffres que les producteurs publient',
        'c’est la raison d’être du marché',
        'jusqu’à ce qu’ils les retirent',
      ],
      telling: [
        'Un numéro de téléphone pour les SMS et les navigateurs à prévenir, si vous le choisissez',
        'pour vous prévenir comme vous le souhaitez',
        'jusqu’à ce que vous les retiriez',
      ],
      visitorCard: [
        'La carte que vous laissez aux stands d’une exposition, avec la phrase que vous avez acceptée',
        'pour qu’un stand et vous puissiez vous joindre quand chacun a dit oui',
        'jusqu’à ce que vous la repreniez, six mois après la fermeture au plus',
      ],
      contacts: [
        'Le téléphone, l’adresse et le lieu exact d’un producteur',
        'pour le travail du groupement ; jamais sur une page publique',
        'jusqu’à ce que le producteur les retire',
      ],
      record: [
        'Le journal de qui a changé quoi',
        'pour lever les doutes et les abus',
        'il reste, sans votre nom une fois votre compte supprimé',
      ],
    },
    kept: 'Ce qui disparaît de soi-même',
    keptRows: {
      unconfirmedInquiry: 'Une demande dont l’adresse e-mail n’a jamais été confirmée',
      invitation: 'Un lien d’invitation',
      unattachedPicture: 'Une photo qui n’a servi à aucune annonce',
      rateLimit: 'Les compteurs contre la surcharge, gardés comme empreintes d’adresses réseau',
      deadJob: 'Les traces d’une tâche échouée, par exemple un e-mail impossible à envoyer',
      decidedReport: 'Un signalement d’abus, une fois tranché',
      visitorCard: 'Une carte laissée aux stands d’une exposition, après sa fermeture',
      heldMeeting: 'Un rendez-vous réservé, après son jour',
      readNotice: 'Une notification, une fois lue',
    },
    days: (n) => `${n} jours`,
    photos: 'Photos',
    photosText:
      'Le lieu de la prise de vue et toutes les autres données cachées sont retirés avant que quoi que ce soit soit montré.',
    rights: 'Vos droits',
    rightsText:
      'Dans votre compte, vous pouvez télécharger tout ce qui est conservé sur vous, le corriger et supprimer le compte. Ce dont d’autres ont besoin, comme votre part d’une conversation, reste sans votre nom.',
    toAccount: 'Vers votre compte',
    operator: 'Qui est responsable',
    operatorText: (name) =>
      `L’exploitant de ${name} est responsable de ce qui est conservé ici et répond aux questions.`,
  },

  feed: {
    title: (site) => `${site} : nouveaux produits`,
    description: 'Les annonces les plus récentes du marché.',
  },
};
