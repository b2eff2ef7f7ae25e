/** A request to a whole cluster, three answers to compare, and one producer who still has a question. */
import type { RfqSeed } from '#supabase/demo/content/trade/types.ts';

export const RFQS: readonly RfqSeed[] = [
  {
    key: 'lyon-house-shoes',
    buyer: 'maison-croix-rousse',
    cluster: 'masoro-footwear-leather',
    locale: 'fr',
    country: 'FR',
    daysAgo: 7,
    title: '240 paires de chaussures d’intérieur en cuir',
    words:
      'Bonjour à tous, nous équipons douze maisons d’hôtes et cherchons 240 paires de chaussures d’intérieur en cuir, semelle souple qui ne marque pas le parquet. Fermées au talon ou non, dites-nous ce que vous faites le mieux. Livraison en une fois, étiquette discrète. Merci d’indiquer le délai et le prix rendu à Lyon.',
    destination: 'Lyon',
    incoterm: 'CPT',
    incotermPlace: 'Lyon',
    neededInDays: 75,
    answersInDays: 9,
    lines: [
      {
        description: 'Chaussures d’intérieur en cuir, semelle souple, pointures 36 à 45',
        unit: 'PR',
        quantity: 240,
        targetAmount: 18_000,
        targetCurrency: 'RWF',
        customisation: 'Étiquette tissée à l’intérieur, couleur naturelle ou cognac.',
        sample: true,
        sizes: [
          { size: '36–38', quantity: 60 },
          { size: '39–41', quantity: 90 },
          { size: '42–45', quantity: 90 },
        ],
      },
    ],
    answers: [
      {
        producer: 'ikirenge-sandal-makers',
        acts: [
          [
            5.2,
            {
              act: 'quote',
              offer: {
                lines: [
                  {
                    product: 'house-mule-closed',
                    quantity: 240,
                    unitAmount: 17_400,
                    detail: 'woven label',
                  },
                ],
                incoterm: 'CPT',
                place: 'Lyon',
                leadDays: 24,
                terms: 'deposit_balance_before_shipping',
                depositBp: 3000,
                freight: 390_000,
                validDays: 30,
                notes:
                  'La mule fermée est notre modèle le plus souple. Étiquette comprise, échantillon envoyé dès votre accord.',
              },
            },
          ],
        ],
      },
      {
        producer: 'intambwe-womens-shoes',
        acts: [
          [
            4.1,
            {
              act: 'quote',
              offer: {
                lines: [
                  {
                    product: 'soft-driving-moccasin',
                    quantity: 240,
                    unitAmount: 2480,
                    detail: 'without studs, woven label',
                  },
                ],
                incoterm: 'FCA',
                place: 'Masoro, Kigali',
                leadDays: 32,
                terms: 'deposit_balance_on_delivery',
                depositBp: 4000,
                discount: 12_000,
                validDays: 21,
                notes:
                  'Notre mocassin sans picots, talon fermé, semelle de daim. Jusqu’au 42 sur nos formes, au-delà sur celles d’Inzira.',
              },
            },
          ],
        ],
      },
      {
        producer: 'entoto-bench-shoemakers',
        acts: [
          [
            1.6,
            {
              act: 'quote',
              offer: {
                lines: [
                  {
                    product: 'penny-loafer-rubber-espresso',
                    quantity: 240,
                    unitAmount: 2950,
                    detail: 'soft crepe sole',
                  },
                ],
                incoterm: 'DAP',
                place: 'Lyon',
                leadDays: 45,
                terms: 'in_advance',
                depositBp: 0,
                freight: 84_000,
                validDays: 30,
                notes:
                  'A real shoe for indoors: crepe sole that leaves no mark, sewn and not glued. Delivered to your door, duties not included.',
              },
            },
          ],
        ],
      },
      {
        producer: 'inzira-shoe-workshop',
        acts: [
          [
            1.8,
            {
              act: 'write',
              side: 'producer',
              words:
                'Bonjour, nous pourrions partir de la tige de notre mocassin, non doublée, sur semelle de buffle. Le parquet est-il ciré ou vitrifié ? La semelle n’est pas la même.',
            },
          ],
          [
            1.2,
            {
              act: 'write',
              side: 'buyer',
              words:
                'Vitrifié dans dix maisons, ciré dans deux. Nous attendons votre devis avec intérêt.',
            },
          ],
        ],
      },
      {
        producer: 'bumbogo-bootmakers',
        acts: [
          [
            6.3,
            {
              act: 'write',
              side: 'producer',
              words:
                'Bonjour et merci d’avoir pensé à nous. Nous ne faisons que des bottes, et rien de ce que nous faisons n’aime le parquet.',
            },
          ],
        ],
      },
      {
        producer: 'gahanga-trainers',
        acts: [
          [
            5.8,
            {
              act: 'write',
              side: 'producer',
              words:
                'Bonjour, nos semelles sont vulcanisées et marqueraient un parquet clair. Pour le jardin des douze maisons, nous serions là.',
            },
          ],
        ],
      },
      {
        producer: 'ikiraro-work-boots',
        acts: [
          [
            5.6,
            {
              act: 'write',
              side: 'producer',
              words:
                'Bonjour, ce n’est pas notre métier : nos chaussures ont une coque d’acier. Nos voisins d’Ikirenge feraient cela très bien.',
            },
          ],
        ],
      },
      {
        producer: 'urudodo-bag-makers',
        acts: [
          [
            5.1,
            {
              act: 'write',
              side: 'producer',
              words:
                'Bonjour, nous ne faisons pas de chaussures, mais volontiers les pochettes de toile qui iraient avec. Dites-nous si cela vous intéresse.',
            },
          ],
        ],
      },
      {
        producer: 'kamukunji-sole-makers',
        acts: [
          [
            4.6,
            {
              act: 'write',
              side: 'producer',
              words:
                'Good morning. Our soles are cut from tyres and would leave a line on any parquet. We can send crepe soles to whoever makes the uppers.',
            },
          ],
        ],
      },
    ],
  },
];
