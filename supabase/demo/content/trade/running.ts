/** What is under way between the demo's people at the moment of loading. */
import type { DealSeed } from '#supabase/demo/content/trade/types.ts';

const LYON = { buyer: 'maison-croix-rousse', locale: 'fr', country: 'FR' } as const;
const ROTTERDAM = { buyer: 'maashaven-imports', locale: 'en', country: 'NL' } as const;

/** A counter lies on the table: the producer's turn. */
const DERBIES: DealSeed = {
  ...LYON,
  locale: 'en',
  key: 'lyon-derbies-offer',
  continues: 'lyon-derbies',
  producer: 'inzira-shoe-workshop',
  acts: [
    [
      3.4,
      {
        act: 'quote',
        offer: {
          lines: [
            {
              product: 'masoro-plain-derby',
              quantity: 120,
              unitAmount: 38_700,
              detail: 'rubber half-sole fitted',
            },
          ],
          incoterm: 'FCA',
          place: 'Masoro, Kigali',
          leadDays: 30,
          terms: 'deposit_balance_before_shipping',
          depositBp: 4000,
          validDays: 30,
          notes:
            '60 chestnut, 60 black, sizes 39 to 45 as you wrote. The half-soles are in the price. Spare laces for every pair.',
        },
      },
    ],
    [
      1.3,
      {
        act: 'counter',
        offer: {
          lines: [{ product: 'masoro-plain-derby', quantity: 132, unitAmount: 37_400 }],
          incoterm: 'FCA',
          place: 'Masoro, Kigali',
          leadDays: 35,
          terms: 'deposit_balance_before_shipping',
          depositBp: 3000,
          validDays: 21,
          notes:
            'The sample fits. With one more size run (132 pairs) we would come to 37,400, and five days more are fine for us. A deposit of 30 % is what our bank likes.',
        },
      },
    ],
  ],
};

/** In the making: the deposit is there, one step is done and shown, the next one is due. */
const LOAFERS: DealSeed = {
  ...LYON,
  key: 'lyon-evening-loafers',
  producer: 'inzira-shoe-workshop',
  acts: [
    [
      33,
      {
        act: 'ask',
        product: 'tassel-loafer-evening',
        quantity: 60,
        neededInDays: 75,
        words:
          'Bonjour, nous préparons une vitrine de fête : soixante paires de mocassins à pampilles, noir et bordeaux, pointures 39 à 45. Les pampilles peuvent-elles être du même cuir que la tige ?',
      },
    ],
    [
      32.3,
      {
        act: 'write',
        side: 'producer',
        words:
          'Bonjour. Oui, nous les coupons dans les chutes de la même peau : la nuance est alors exactement la même. Trente noires et trente bordeaux ?',
      },
    ],
    [32, { act: 'write', side: 'buyer', words: 'Trente et trente, parfait.' }],
    [
      31,
      {
        act: 'quote',
        offer: {
          lines: [
            { product: 'tassel-loafer-evening', quantity: 60, detail: 'half of them in black' },
          ],
          incoterm: 'CPT',
          place: 'Lyon',
          leadDays: 38,
          terms: 'deposit_balance_before_shipping',
          depositBp: 4000,
          freight: 172_000,
          validDays: 14,
          notes: 'Pampilles coupées dans la même peau. Boîtes sans logo, papier de soie.',
        },
      },
    ],
    [28, { act: 'accept' }],
    [
      27,
      {
        act: 'announce',
        pay: 'deposit',
        paidDaysAgo: 27,
        note: 'Virement SEPA puis correspondant, la référence est dans le libellé.',
        proof: {
          kind: 'slip',
          name: 'avis-de-virement-acompte.pdf',
          lines: [
            'BANQUE DE DEMONSTRATION, LYON',
            'Avis de virement international',
            '',
            'Donneur d’ordre : Maison Croix-Rousse Design SARL',
            'Bénéficiaire : Inzira Shoe Workshop Ltd',
            'Compte : 0000-00000001-00   BIC : DEMORWRW',
            'Motif : acompte de 40 %, mocassins à pampilles',
            'Frais : à la charge du donneur d’ordre',
            '',
            'Document de démonstration, sans valeur.',
          ],
        },
      },
    ],
    [25, { act: 'confirm' }],
    [24.5, { act: 'start', words: 'Les peaux sont sorties, la coupe commence lundi.' }],
    [
      24,
      {
        act: 'plan',
        steps: [
          {
            title: 'Coupe et piquage des tiges',
            note: 'Noires d’abord, bordeaux ensuite.',
            percent: 40,
            dueInDays: -11,
          },
          {
            title: 'Montage sur forme',
            note: 'Quatre jours sur la forme, comme toujours.',
            percent: 75,
            dueInDays: 1,
          },
          { title: 'Finition, pampilles et mise en boîte', percent: 100, dueInDays: 8 },
        ],
      },
    ],
    [
      10.5,
      {
        act: 'tick',
        step: 0,
        words:
          'Les soixante tiges sont piquées. Deux peaux bordeaux ont été écartées pour une veine ; les autres sont très belles.',
        files: [
          {
            kind: 'photo',
            of: 'producer',
            key: 'inzira-shoe-workshop',
            position: 0,
            name: 'etabli-piquage.jpg',
          },
          {
            kind: 'photo',
            of: 'product',
            key: 'tassel-loafer-evening',
            position: 0,
            name: 'tige-bordeaux.jpg',
          },
          {
            kind: 'photo',
            of: 'producer',
            key: 'inzira-shoe-workshop',
            position: 1,
            name: 'formes-pretes.jpg',
          },
        ],
      },
    ],
    [
      1.2,
      {
        act: 'write',
        side: 'producer',
        words:
          'Petite nouvelle : les trente noires sont sur la forme depuis ce matin, les bordeaux y vont demain.',
      },
    ],
  ],
};

/** On its way, and the balance is not there yet. */
const BELTS: DealSeed = {
  ...LYON,
  key: 'lyon-dress-belts',
  producer: 'umukandara-belt-workshop',
  acts: [
    [
      37,
      {
        act: 'ask',
        product: 'dress-belt-stitched-black',
        quantity: 100,
        neededInDays: 60,
        words:
          'Cent ceintures habillées noires, boucle argentée, longueurs 85 à 110. Une pochette de coton pour chacune, est-ce possible ?',
      },
    ],
    [
      36.2,
      {
        act: 'write',
        side: 'producer',
        words:
          'Bonjour, la pochette est cousue par nos voisines de Nyanza ; elle est comprise à partir de cent pièces.',
      },
    ],
    [
      35.5,
      {
        act: 'quote',
        offer: {
          lines: [
            {
              product: 'dress-belt-stitched-black',
              quantity: 100,
              detail: 'cotton pouch included',
            },
          ],
          incoterm: 'CPT',
          place: 'Lyon',
          leadDays: 30,
          terms: 'deposit_balance_on_delivery',
          depositBp: 3000,
          freight: 88_000,
          validDays: 14,
        },
      },
    ],
    [33, { act: 'accept' }],
    [31.5, { act: 'announce', pay: 'deposit', paidDaysAgo: 32, note: 'Acompte de 30 %.' }],
    [30, { act: 'confirm' }],
    [29, { act: 'start' }],
    [6.5, { act: 'inspect', words: 'Contrôlées une par une, trois reprises à la couture.' }],
    [6, { act: 'ready' }],
    [
      4,
      {
        act: 'ship',
        parcel: {
          carrier: 'Akagera Air Cargo',
          tracking: 'AAC-DEMO-0017',
          packages: 2,
          grossGrams: 27_400,
          travelDays: 6,
        },
      },
    ],
  ],
};

const BROGUES: DealSeed = {
  ...ROTTERDAM,
  key: 'rotterdam-wingtips',
  producer: 'inzira-shoe-workshop',
  acts: [
    [
      64,
      {
        act: 'ask',
        product: 'wingtip-oxford-espresso',
        quantity: 36,
        neededInDays: 80,
        words:
          'Thirty-six wingtips in espresso for the shop in Utrecht that sold your derbies out. Sizes 40 to 46, two of each extreme.',
      },
    ],
    [
      63.4,
      {
        act: 'write',
        side: 'producer',
        words:
          'Glad to hear it. The punching takes a day a pair, so 45 days is honest; we would rather say it now.',
      },
    ],
    [
      62.5,
      {
        act: 'quote',
        offer: {
          lines: [{ product: 'wingtip-oxford-espresso', quantity: 36 }],
          incoterm: 'CPT',
          place: 'Rotterdam',
          leadDays: 52,
          terms: 'net_30',
          depositBp: 3000,
          freight: 118_000,
          validDays: 14,
        },
      },
    ],
    [60, { act: 'accept' }],
    [58.5, { act: 'announce', pay: 'deposit', paidDaysAgo: 59, note: 'Deposit 30 %.' }],
    [57, { act: 'confirm' }],
    [56, { act: 'start' }],
    [9.5, { act: 'inspect' }],
    [9, { act: 'ready' }],
    [
      8,
      {
        act: 'ship',
        parcel: {
          carrier: 'Akagera Air Cargo',
          tracking: 'AAC-DEMO-0018',
          packages: 3,
          grossGrams: 47_000,
          travelDays: 7,
        },
      },
    ],
    [1.5, { act: 'deliver', words: 'All thirty-six pairs here, boxes whole.' }],
  ],
};

/** Delivered and judged, with the producer's answer; the order closes by itself one of these days. */
const VASES: DealSeed = {
  ...LYON,
  key: 'lyon-vases',
  producer: 'ibumba-potters',
  acts: [
    [
      58,
      {
        act: 'ask',
        product: 'gourd-vase-raw',
        quantity: 48,
        neededInDays: 60,
        words:
          'Quarante-huit vases calebasse, non émaillés. Est-ce que les hauteurs peuvent varier entre 18 et 24 cm ? C’est justement ce qui nous plaît.',
      },
    ],
    [
      57.4,
      {
        act: 'write',
        side: 'producer',
        words:
          'Elles varient toujours. Nous les choisissons pour qu’elles se tiennent bien par trois.',
      },
    ],
    [
      56.8,
      {
        act: 'quote',
        offer: {
          lines: [
            { product: 'gourd-vase-raw', quantity: 48 },
            { product: 'bud-vase-celadon', quantity: 6, detail: 'samples', unitAmount: 4500 },
          ],
          incoterm: 'CPT',
          place: 'Lyon',
          leadDays: 36,
          terms: 'deposit_balance_before_shipping',
          depositBp: 4000,
          freight: 64_000,
          validDays: 14,
        },
      },
    ],
    [54, { act: 'accept' }],
    [53, { act: 'announce', pay: 'deposit', paidDaysAgo: 53, note: '' }],
    [52, { act: 'confirm' }],
    [51.5, { act: 'start' }],
    [21, { act: 'inspect' }],
    [20.5, { act: 'ready' }],
    [20, { act: 'announce', pay: 'balance', paidDaysAgo: 20, note: 'Solde.' }],
    [19, { act: 'confirm' }],
    [
      18,
      {
        act: 'ship',
        parcel: {
          carrier: 'Akagera Air Cargo',
          tracking: 'AAC-DEMO-0019',
          packages: 12,
          grossGrams: 81_000,
          travelDays: 8,
        },
      },
    ],
    [9.5, { act: 'deliver', words: 'Tout est arrivé entier.' }],
    [
      6,
      {
        act: 'review',
        review: {
          rating: 5,
          quality: 5,
          communication: 5,
          punctuality: 5,
          words:
            'Des vases qui se tiennent par trois, exactement comme promis. Terre dense, pieds polis, rien de cassé en douze caisses.',
        },
      },
    ],
    [
      1.4,
      {
        act: 'thank',
        words: 'Merci. Celles qui choisissent les trios ont lu votre avis à voix haute.',
      },
    ],
  ],
};

/** Ordered, and the deposit waits for the producer to find it on its account. */
const OILED: DealSeed = {
  ...LYON,
  key: 'lyon-oiled-derbies',
  producer: 'inzira-shoe-workshop',
  acts: [
    [
      8,
      {
        act: 'ask',
        product: 'capped-derby-oiled',
        quantity: 60,
        neededInDays: 70,
        words:
          'Vos nouveaux derbys gras nous plaisent beaucoup. Soixante paires, cognac seulement, 38 à 45 : quel délai avant les fêtes ?',
      },
    ],
    [
      7.3,
      {
        act: 'write',
        side: 'producer',
        words:
          'Vingt-cinq jours à partir de l’acompte. Le cuir cognac est en stock, il attend vos pieds.',
      },
    ],
    [
      6.6,
      {
        act: 'quote',
        offer: {
          lines: [{ product: 'capped-derby-oiled', quantity: 60, detail: 'cognac' }],
          incoterm: 'FCA',
          place: 'Masoro, Kigali',
          leadDays: 28,
          terms: 'deposit_balance_before_shipping',
          depositBp: 3000,
          validDays: 21,
        },
      },
    ],
    [3.2, { act: 'accept' }],
    [
      1.1,
      {
        act: 'announce',
        pay: 'deposit',
        paidDaysAgo: 1,
        note: 'Acompte de 30 %, parti ce matin.',
        proof: {
          kind: 'slip',
          name: 'ordre-de-virement.pdf',
          lines: [
            'BANQUE DE DEMONSTRATION, LYON',
            'Ordre de virement international',
            '',
            'Donneur d’ordre : Maison Croix-Rousse Design SARL',
            'Bénéficiaire : Inzira Shoe Workshop Ltd',
            'Compte : 0000-00000001-00   BIC : DEMORWRW',
            'Motif : acompte de 30 %, derbys gras cognac',
            'Frais : partagés',
            '',
            'Document de démonstration, sans valeur.',
          ],
        },
      },
    ],
  ],
};

export const RUNNING: readonly DealSeed[] = [DERBIES, LOAFERS, BELTS, BROGUES, VASES, OILED];
