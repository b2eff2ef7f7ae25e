/** The clusters of the demo: invented groups in real districts, with places rounded to 0.05 degrees. */
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ClusterSeed } from '#supabase/demo/content/types.ts';

const MASORO: ClusterSeed = {
  slug: 'masoro-footwear-leather',
  names: {
    en: 'Masoro Footwear & Leather Cluster',
    fr: 'Cluster chaussure et cuir de Masoro',
    rw: 'Ihuriro ry’abakora inkweto n’ibikoresho by’uruhu rya Masoro',
    sw: 'Kikundi cha viatu na ngozi cha Masoro',
  },
  summary: {
    en: 'Shoemakers, bag makers and belt makers of Kigali who buy soles, glue and leather together and take large orders as one.',
    fr: 'Cordonniers, maroquiniers et ceinturiers de Kigali qui achètent ensemble semelles, colle et cuir et prennent les grandes commandes à plusieurs.',
    rw: 'Abakora inkweto, amasakoshi n’imikandara b’i Kigali bagurira hamwe isoli, kole n’impu kandi bagafatanya komande nini.',
    sw: 'Watengenezaji wa viatu, mikoba na mikanda wa Kigali wanaonunua soli, gundi na ngozi pamoja na kuchukua oda kubwa kwa umoja.',
  },
  story: {
    en: 'It began with a drum of glue. In 2016 six workshops in Masoro found that each paid a third more for contact cement than the factory down the road, so they bought one drum and divided it on a bathroom scale. The next month they bought soles. Today twelve members share an order book, a skiving machine, a set of lasts from 35 to 48 and a rule: nobody takes an order they cannot finish without telling the others first. When a buyer asks for six hundred pairs, the cutting is done in two rooms, the lasting in five, and one person checks every box before it is sealed. Neighbours from Nairobi and Addis Ababa have joined as guests, because soles and sheepskin do not stop at borders.',
    fr: 'Tout a commencé par un fût de colle. En 2016, six ateliers de Masoro ont vu qu’ils payaient un tiers de plus que l’usine d’à côté ; ils ont acheté un fût et l’ont partagé sur un pèse-personne. Le mois suivant, ce furent les semelles. Aujourd’hui, douze membres partagent un carnet de commandes, une machine à parer, des formes du 35 au 48 et une règle : nul ne prend une commande qu’il ne peut finir sans le dire aux autres. Quand un acheteur demande six cents paires, on coupe dans deux ateliers, on monte dans cinq, et une seule personne contrôle chaque boîte. Des voisins de Nairobi et d’Addis-Abeba sont venus en invités : semelles et peaux ne s’arrêtent pas aux frontières.',
    rw: 'Byatangiriye ku ngunguru ya kole. Mu 2016, ibigo bitandatu by’i Masoro byasanze bigura kole ihenze kurusha uruganda baturanye, nuko bigura ingunguru imwe birayigabana ku munzani. Ukwezi kwakurikiyeho bigura isoli. Ubu abanyamuryango cumi na babiri bafatanya igitabo cya komande, imashini yo koroshya uruhu na forume kuva kuri 35 kugeza kuri 48. Bafite itegeko rimwe: nta wufata komande atazarangiza atabanje kubwira abandi. Iyo umuguzi asabye imiguru magana atandatu y’inkweto, zikatirwa mu byumba bibiri, zigateranyirizwa muri bitanu, umuntu umwe akagenzura buri gakarito. Abaturanyi b’i Nairobi na Addis Abeba na bo bifatanyije natwe.',
    sw: 'Ilianza na pipa la gundi. Mwaka 2016 karakana sita za Masoro ziligundua zinalipa theluthi zaidi kuliko kiwanda jirani, zikanunua pipa moja na kuligawana kwa mizani. Mwezi uliofuata zikanunua soli. Leo wanachama kumi na wawili wanashiriki kitabu cha oda, mashine ya kupunguza ngozi na kalibu za 35 hadi 48. Kanuni ni moja: hakuna anayechukua oda asiyoweza kuimaliza bila kuwaambia wengine. Mnunuzi akiomba jozi mia sita, ngozi hukatwa vyumba viwili, viatu huungwa vyumba vitano, na mtu mmoja hukagua kila boksi. Majirani wa Nairobi na Addis Ababa wamejiunga kama wageni.',
  },
  place: { country: 'RW', place: 'Masoro, Gasabo', latitude: -1.95, longitude: 30.15 },
  foundedYear: 2016,
  reviewsListings: true,
  pictures: scenes('masoro', [
    {
      kind: 'scene-bench',
      look: { light: 'morning' },
      colours: { main: 'ochre', second: 'cognac' },
    },
    { kind: 'scene-lasts', look: { light: 'noon' }, colours: { main: 'sage', second: 'tan' } },
    { kind: 'scene-tool-wall', look: { light: 'morning' }, colours: { main: 'terracotta' } },
  ]),
};

const SOUTH: ClusterSeed = {
  slug: 'southern-weavers-network',
  names: {
    en: 'Southern Weavers’ Network',
    fr: 'Réseau des tisserands et vanniers du Sud',
    rw: 'Ihuriro ry’ababoshyi bo mu Majyepfo',
    sw: 'Mtandao wa Wafumaji wa Kusini',
  },
  summary: {
    en: 'Basket weavers, handloom weavers, dyers and seamstresses of the south who share dye plants, patterns and a packing room in Huye.',
    fr: 'Vannières, tisserands, teinturiers et couturières du Sud, qui partagent plantes tinctoriales, motifs et une salle d’emballage à Huye.',
    rw: 'Ababoshyi b’uduseke n’ibitambaro, abasiga amabara n’abadozi bo mu Majyepfo basangiye ibimera by’amabara, imitako n’icyumba cyo gupfunyikiramo i Huye.',
    sw: 'Wasusi, wafumaji, watia rangi na washonaji wa kusini wanaoshiriki mimea ya rangi, michoro na chumba cha kufungashia Huye.',
  },
  story: {
    en: 'Six groups, most of them led by women, on hills that can see one another. They used to sell the same basket at the same roadside and beat each other down. Now each group keeps its own trade: grass in Gishamvu, sisal in Nyaruguru, banana fibre in Muhanga, looms on Save hill, sewing in Nyanza, and one vat of indigo in Huye that colours for all of them. A pattern book records who first made what. Copying is allowed after a season and a thank-you. On Thursdays a lorry goes round, and everything is measured, tagged and packed in one room, so that a shop abroad gets one invoice and one box. Weavers from Burundi and the Tanzanian coast send their work the same way.',
    fr: 'Six groupes, la plupart menés par des femmes, sur des collines qui se voient. Elles vendaient le même panier au même bord de route et se tiraient vers le bas. Désormais chacun garde son métier : l’herbe à Gishamvu, le sisal à Nyaruguru, la fibre de bananier à Muhanga, les métiers à Save, la couture à Nyanza, et à Huye une cuve d’indigo qui teint pour tous. Un cahier de motifs dit qui a fait quoi le premier ; on peut copier après une saison et un merci. Le jeudi, un camion fait la tournée : tout est mesuré, étiqueté et emballé au même endroit, et une boutique lointaine reçoit une seule facture. Des tresseurs du Burundi et de la côte tanzanienne suivent le même chemin.',
    rw: 'Amatsinda atandatu, menshi ayobowe n’abagore, ari ku misozi irebana. Kera bagurishaga uduseke dusa ku muhanda umwe bagahendeshanya. Ubu buri tsinda rifite umwihariko: ishinge i Gishamvu, umugwegwe i Nyaruguru, ibirere i Muhanga, kuboha imyenda i Save, ubudozi i Nyanza, n’i Huye aho basiga amabara. Hari igitabo cyandikwamo uwahanze umutako. Kuwa kane imodoka irabisoroma byose, bigapimwa kandi bigapfunyikirwa hamwe, umuguzi akabona inyemezabuguzi imwe. Ababoshyi bo mu Burundi no ku nkombe za Tanzaniya na bo banyuza aho ibyabo.',
    sw: 'Vikundi sita, vingi vikiongozwa na wanawake, kwenye vilima vinavyoonana. Zamani waliuza kikapu kilekile barabara ileile na kushushiana bei. Sasa kila kikundi kina kazi yake: nyasi Gishamvu, mkonge Nyaruguru, mgomba Muhanga, mitanda ya kufumia Save, ushonaji Nyanza, na rangi Huye. Kitabu cha michoro huandika nani alianza nini. Kila Alhamisi lori hupita, kila kitu hupimwa na kufungwa chumba kimoja, na duka la mbali hupata ankara moja. Wafumaji wa Burundi na pwani ya Tanzania hutuma kazi zao njia hiyohiyo.',
  },
  place: { country: 'RW', place: 'Huye', latitude: -2.6, longitude: 29.75 },
  foundedYear: 2013,
  reviewsListings: false,
  pictures: scenes('south', [
    {
      kind: 'scene-weaving-corner',
      look: { light: 'morning' },
      colours: { main: 'ochre', accent: 'oxblood' },
    },
    {
      kind: 'scene-loom',
      look: { light: 'morning' },
      colours: { main: 'terracotta', accent: 'indigo' },
    },
    {
      kind: 'scene-dye-vats',
      look: { light: 'noon' },
      colours: { main: 'sage', accent: 'indigo' },
    },
  ]),
};

const VIRUNGA: ClusterSeed = {
  slug: 'virunga-highland-table',
  names: {
    en: 'Virunga Highland Table',
    fr: 'La Table des hauteurs du Virunga',
    rw: 'Ameza y’imisozi ya Virunga',
    sw: 'Meza ya Nyanda za Juu za Virunga',
  },
  summary: {
    en: 'Coffee, tea, honey, chilli and the pots and cups to serve them in, from growers and potters under the volcanoes.',
    fr: 'Café, thé, miel, piment, et les pots et tasses pour les servir : planteurs et potiers au pied des volcans.',
    rw: 'Ikawa, icyayi, ubuki, urusenda n’inkono n’ibikombe byo kubitangamo, by’abahinzi n’ababumbyi bo munsi y’ibirunga.',
    sw: 'Kahawa, chai, asali, pilipili na vyungu na vikombe vya kuviandalia, kutoka kwa wakulima na wafinyanzi chini ya volkano.',
  },
  story: {
    en: 'Volcanic soil grows nearly everything and hides clay under what it does not. The Table was set in 2018 when a lodge asked for breakfast from within thirty kilometres, cup included. It found coffee on the Gakenke ridge, tea in Nyabihu, honey along the park wall, chilli on the lake shore and two potteries that did not know of each other. They now buy jars and labels together, test together in one laboratory in Musanze, and send one pallet where each would have sent a box. Every label carries the altitude, the month and a lot number that leads back to a field. There is a tasting on the last Friday, open to anybody, and it decides what is sold under the common name.',
    fr: 'La terre volcanique donne presque tout et cache de l’argile sous le reste. La Table s’est dressée en 2018, quand un lodge a demandé un petit déjeuner venu de moins de trente kilomètres, tasse comprise. Il y avait du café à Gakenke, du thé à Nyabihu, du miel le long du parc, du piment au bord du lac et deux poteries qui s’ignoraient. On achète désormais ensemble pots et étiquettes, on analyse dans un laboratoire de Musanze, on envoie une palette où chacun envoyait un carton. Chaque étiquette porte l’altitude, le mois et un numéro qui mène au champ. Une dégustation ouverte, le dernier vendredi, décide de ce qui se vend sous le nom commun.',
    rw: 'Ubutaka bwo mu birunga bwera hafi ya byose, munsi yabwo hakaba ibumba. Iri huriro ryatangiye mu 2018 ubwo hoteli yasabaga ifunguro rya mu gitondo rituruka mu bilometero mirongo itatu, n’igikombe kirimo. Habonetse ikawa i Gakenke, icyayi i Nyabihu, ubuki ku nkengero za pariki, urusenda ku kiyaga n’ababumbyi babiri batari baziranye. Ubu bagurira hamwe amacupa n’ibirango, bagapimisha i Musanze, bakohereza umuzigo umwe. Ku kirango cyose handitseho ubutumburuke, ukwezi na nimero igaragaza umurima.',
    sw: 'Udongo wa volkano huotesha karibu kila kitu na huficha mfinyanzi chini yake. Meza iliandaliwa mwaka 2018 hoteli ilipoomba kifungua kinywa kutoka kilomita thelathini, pamoja na kikombe. Kulikuwa na kahawa Gakenke, chai Nyabihu, asali kando ya hifadhi, pilipili ziwani na wafinyanzi wawili wasiojuana. Sasa hununua chupa na lebo pamoja, hupima katika maabara moja Musanze na kutuma paleti moja. Kila lebo ina mwinuko, mwezi na namba inayoonyesha shamba.',
  },
  place: { country: 'RW', place: 'Musanze', latitude: -1.5, longitude: 29.65 },
  foundedYear: 2018,
  reviewsListings: false,
  pictures: scenes('virunga', [
    {
      kind: 'scene-hills',
      look: { light: 'dawn', foreground: 'eucalyptus' },
      colours: { main: 'sage' },
    },
    { kind: 'scene-coffee-beds', look: { light: 'morning' }, colours: { main: 'ochre' } },
    { kind: 'scene-kiln-shelf', look: { light: 'noon' }, colours: { main: 'terracotta' } },
  ]),
};

const AKAGERA: ClusterSeed = {
  slug: 'akagera-hides-imigongo',
  names: {
    en: 'Akagera Hides & Imigongo Circle',
    fr: 'Cercle des peaux et de l’imigongo d’Akagera',
    rw: 'Ihuriro ry’impu n’imigongo ry’Akagera',
    sw: 'Duara la Ngozi na Imigongo la Akagera',
  },
  summary: {
    en: 'The dry east: tanners, hide sorters, an embossing press, imigongo painters and fruit dryers who share one road to the port.',
    fr: 'L’Est sec : tanneurs, trieurs de peaux, une presse à gaufrer, des peintres d’imigongo et des sécheurs de fruits, sur une même route vers le port.',
    rw: 'Iburasirazuba: abakanyi, abatoranya impu, imashini itera imitako ku ruhu, abaca imigongo n’abumisha imbuto, bose basangiye umuhanda ujya ku cyambu.',
    sw: 'Mashariki kavu: watengeneza ngozi, wachambuzi wa ngozi, mashine ya nakshi, wachoraji wa imigongo na wakaushaji wa matunda, njia moja ya bandarini.',
  },
  story: {
    en: 'Cattle country, with long light and little rain. For years raw hides left here by the lorry and came back as shoes. In 2019 a hide cooperative, a bark tannery and a group of painters whose panels are made of what cattle leave behind sat down at one table and wrote a short list: salt the hide within four hours, tan it in the province, and let the east sign its own work. The press in Kayonza came next, then fruit dryers who needed the same lorry. Waste is the common theme. Bark comes from timber yards, ash from kilns, offcuts go to schools. A longhorn workshop in Mbarara belongs to the circle too; it is closer than Kigali.',
    fr: 'Un pays d’élevage, de longue lumière et de pluie rare. Des années durant, les peaux brutes partaient en camion et revenaient en chaussures. En 2019, une coopérative de peaux, une tannerie végétale et des peintres qui travaillent la bouse se sont mis à la même table et ont écrit une courte liste : saler dans les quatre heures, tanner dans la province, signer son travail. La presse de Kayonza a suivi, puis des sécheurs de fruits qui avaient besoin du même camion. Rien ne se perd : l’écorce vient des scieries, la cendre des fours, les chutes vont aux écoles. Un atelier de Mbarara en fait partie ; il est plus près que Kigali.',
    rw: 'Ni akarere k’ubworozi, izuba ryinshi n’imvura nke. Imyaka myinshi impu mbisi zajyaga hanze zikagaruka ari inkweto. Mu 2019 koperative y’impu, uruganda rukanisha ibishishwa by’ibiti n’abaca imigongo bicaranye bandika ibintu bike: gusiga uruhu umunyu mu masaha ane, kurukanira mu ntara, no gushyira izina ryacu ku byo dukora. Hakurikiyeho imashini y’i Kayonza n’abumisha imbuto bakeneye imodoka imwe. Nta gipfa ubusa: ibishishwa biva mu mbaho, ivu riva mu matanura, ibisigazwa by’uruhu bijya mu mashuri.',
    sw: 'Nchi ya ng’ombe, jua refu na mvua chache. Kwa miaka ngozi ghafi ziliondoka kwa lori na kurudi zikiwa viatu. Mwaka 2019 ushirika wa ngozi, kiwanda cha magome na wachoraji wanaotumia samadi walikaa meza moja na kuandika orodha fupi: tia chumvi ndani ya saa nne, tengeneza ngozi mkoani, na weka jina letu kwenye kazi. Kisha ikaja mashine ya Kayonza na wakaushaji wa matunda. Hakuna kinachopotea: magome hutoka viwanda vya mbao, majivu kwenye tanuri, mabaki huenda shuleni.',
  },
  place: { country: 'RW', place: 'Kayonza', latitude: -1.9, longitude: 30.5 },
  foundedYear: 2019,
  reviewsListings: true,
  pictures: scenes('akagera', [
    {
      kind: 'scene-drying-yard',
      look: { light: 'evening' },
      colours: { main: 'ochre', second: 'tan' },
    },
    {
      kind: 'scene-leather-store',
      look: { light: 'morning' },
      colours: { main: 'terracotta', second: 'chestnut' },
    },
  ]),
};

export const CLUSTERS: readonly ClusterSeed[] = [MASORO, SOUTH, VIRUNGA, AKAGERA];
