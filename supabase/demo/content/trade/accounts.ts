/**
 * Where the demo's producers take money, and what stands on their papers. All made up: banks that do not exist, numbers
 * full of noughts whose check digits fit, telephones that nobody has.
 */
import type { AccountOfSeed, DetailsSeed } from '#supabase/demo/content/trade/types.ts';

const BANK = 'Demonstration Bank, Kigali';
const rwandan = (n: number) => `0000-0000${String(n).padStart(4, '0')}-00`;
const tin = (n: number) => `9000000${String(n).padStart(2, '0')}`;
const phone = (n: number) => `+2507000000${String(n).padStart(2, '0')}`;

type House = readonly [slug: string, legalName: string, address: string, currency: 'RWF' | 'USD'];

const HOUSES: readonly House[] = [
  ['inzira-shoe-workshop', 'Inzira Shoe Workshop Ltd', 'Workshop 4, Masoro, Gasabo, Kigali', 'RWF'],
  ['umukandara-belt-workshop', 'Umukandara Belt Workshop Ltd', 'Kabeza, Kicukiro, Kigali', 'RWF'],
  ['ikirenge-sandal-makers', 'Ikirenge Sandal Makers Cooperative', 'Remera, Gasabo, Kigali', 'RWF'],
  ['ibumba-potters', 'Ibumba Potters Cooperative', 'Janja, Gakenke District', 'RWF'],
  [
    'gishamvu-basket-weavers',
    'Gishamvu Basket Weavers Cooperative',
    'Gishamvu, Huye District',
    'RWF',
  ],
  [
    'nyanza-sewing-circle',
    'Nyanza Sewing Circle Association',
    'Busasamana, Nyanza District',
    'RWF',
  ],
  ['sabyinyo-beekeepers', 'Sabyinyo Beekeepers Cooperative', 'Kinigi, Musanze District', 'RWF'],
  ['gakenke-ridge-coffee', 'Gakenke Ridge Coffee Cooperative', 'Gakenke, Gakenke District', 'USD'],
  ['urudodo-bag-makers', 'Urudodo Bag Makers Ltd', 'Kimisagara, Nyarugenge, Kigali', 'USD'],
  [
    'kirehe-imigongo-painters',
    'Kirehe Imigongo Painters Cooperative',
    'Kirehe, Kirehe District',
    'USD',
  ],
  ['bugesera-bark-tannery', 'Bugesera Bark Tannery Ltd', 'Nyamata, Bugesera District', 'USD'],
  ['save-hill-handloom', 'Save Hill Handloom Cooperative', 'Save, Gisagara District', 'USD'],
  ['intambwe-womens-shoes', 'Intambwe Women’s Shoes Ltd', 'Masoro, Gasabo, Kigali', 'USD'],
];

const banks = HOUSES.map(([producer, holder, , currency], n): AccountOfSeed => ({
  producer,
  method: 'bank_transfer',
  currency,
  holder,
  bank: BANK,
  accountNumber: rwandan(n + 1),
  bic: 'DEMORWRW',
}));

const mobiles = HOUSES.filter(([, , , currency]) => currency === 'RWF').map(
  ([producer, holder], n): AccountOfSeed => ({
    producer,
    method: 'mobile_money',
    currency: 'RWF',
    holder,
    phone: phone(n + 1),
    network: 'Demo Mobile Money',
  }),
);

export const PAYMENT_ACCOUNTS: readonly AccountOfSeed[] = [
  ...banks,
  ...mobiles,
  {
    producer: 'entoto-bench-shoemakers',
    method: 'bank_transfer',
    currency: 'USD',
    holder: 'Entoto Bench Shoemakers PLC',
    bank: 'Demonstration Bank, Addis Ababa',
    accountNumber: '1000000000017',
    bic: 'DEMOETAA',
  },
];

const houses = HOUSES.map(([producer, legalName, address], n): DetailsSeed => ({
  producer,
  legalName,
  address: `${address}, Rwanda`,
  country: 'RW',
  taxNumber: tin(n + 1),
  registration: `DEMO-${String(n + 1).padStart(4, '0')}`,
  email: `${producer}@isoko.test`,
  phone: phone(n + 1),
}));

export const DETAILS: readonly DetailsSeed[] = [
  ...houses,
  {
    producer: 'entoto-bench-shoemakers',
    legalName: 'Entoto Bench Shoemakers PLC',
    address: 'Gulele, Addis Ababa, Ethiopia',
    country: 'ET',
    taxNumber: '0000000017',
    registration: 'DEMO-0014',
    email: 'entoto-bench-shoemakers@isoko.test',
    phone: '+251900000014',
  },
  {
    buyer: 'maison-croix-rousse',
    legalName: 'Maison Croix-Rousse Design SARL',
    address: '999 montée de la Grande-Côte, 69001 Lyon, France',
    country: 'FR',
    taxNumber: 'FR42999000003',
    registration: 'RCS Lyon 999 000 003',
    email: 'buyer@isoko.test',
    phone: '+33199000000',
  },
  {
    buyer: 'maashaven-imports',
    legalName: 'Maashaven Imports B.V.',
    address: 'Maashaven Noordzijde 999, 3072 Rotterdam, Netherlands',
    country: 'NL',
    taxNumber: 'NL000099998B57',
    registration: 'KvK 00000000',
    email: 'maashaven-imports@isoko.test',
    phone: '+31970000000',
  },
  {
    buyer: 'acacia-ridge-hotels',
    legalName: 'Acacia Ridge Hotels Ltd',
    address: 'Acacia Ridge 999, Nairobi, Kenya',
    country: 'KE',
    taxNumber: 'P000000000A',
    registration: 'DEMO-HOTELS',
    email: 'acacia-ridge-hotels@isoko.test',
    phone: '+254700000000',
  },
];
