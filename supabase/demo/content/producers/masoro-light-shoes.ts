/** Trainers and women’s shoes of the Masoro cluster, and its guests from Nairobi and Addis Ababa. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const MASORO_LIGHT_SHOES: readonly ProducerSeed[] = [
  {
    slug: 'gahanga-trainers',
    name: 'Gahanga Trainers',
    kind: 'company',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2019,
    people: { total: 14, women: 7, youth: 12 },
    place: { country: 'RW', place: 'Gahanga, Kicukiro', latitude: -2.0, longitude: 30.1 },
    tagline: {
      en: 'Leather trainers that can be resoled, and small shoes for small feet.',
      fr: 'Des baskets de cuir qu’on ressemelle, et de petits souliers pour petits pieds.',
      rw: 'Baskete z’uruhu zisimburizwa isoli, n’inkweto z’abana bato.',
      sw: 'Raba za ngozi zinazobadilishwa soli, na viatu vidogo kwa miguu midogo.',
    },
    story: {
      en: 'Started by people who met on a vocational course and were told that trainers cannot be made here. They were told the moulds cost too much, so they bought finished cup soles and stitched to them. They were told nobody would pay, so they made forty pairs for a wedding party and were paid. The cutting is done from card patterns first and cloth mock-ups second; only the third attempt touches leather, which is why there is so little waste and why new designs take a fortnight. Children’s shoes came later, when the founders began having children and looked at what was in the shops.',
      fr: 'Fondée par des gens rencontrés en formation, à qui l’on disait qu’une basket ne se fait pas ici. Les moules coûtaient trop : ils ont acheté des semelles finies et les ont cousues. Personne ne paierait : ils en ont fait quarante paires pour une noce, et on les a payés. On coupe d’abord en carton, puis en tissu ; seul le troisième essai touche au cuir. Les souliers d’enfants sont venus avec les enfants des fondateurs.',
      rw: 'Cyashinzwe n’urubyiruko rwahuriye mu ishuri ry’imyuga, babwirwaga ko baskete zidakorerwa hano. Forume zarahendaga, bagura isoli zikozwe barazidodaho. Bakoreye ab’ubukwe imiguru mirongo ine barishyurwa. Babanza gukata mu ikarito, bagakurikizaho igitambaro, ku nshuro ya gatatu bagakata uruhu; ni yo mpamvu hapfa bike.',
    },
    capacity: {
      en: '1,800 pairs of trainers and 600 pairs of children’s shoes a month.',
      fr: '1 800 paires de baskets et 600 paires pour enfants par mois.',
      rw: 'Imiguru 1,800 ya baskete na 600 y’inkweto z’abana ku kwezi.',
      sw: 'Jozi 1,800 za raba na 600 za watoto kwa mwezi.',
    },
    techniques: ['machine-stitching', 'cemented-sole', 'patchwork'],
    certifications: [certificate('chromium-test', 45, 320)],
    languages: ['en', 'rw'],
    checksPassed: [...BADGE],
    joinedDaysAgo: 190,
    pictures: scenes('gahanga-trainers', [
      {
        kind: 'scene-sewing-table',
        look: { light: 'morning' },
        colours: { main: 'sage', accent: 'ochre' },
      },
      { kind: 'scene-tool-wall', look: { light: 'morning' }, colours: { main: 'sage' } },
    ]),
  },
  {
    slug: 'intambwe-womens-shoes',
    name: 'Intambwe Women’s Shoes',
    kind: 'workshop',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2017,
    people: { total: 19, women: 16, youth: 9 },
    place: { country: 'RW', place: 'Masoro, Gasabo', latitude: -1.95, longitude: 30.15 },
    tagline: {
      en: 'Flats, loafers and mules made by women, on lasts taken from women’s feet.',
      fr: 'Ballerines, mocassins et mules faits par des femmes, sur des formes prises à leurs pieds.',
      rw: 'Inkweto z’abagore zikorwa n’abagore, kuri forume zafashwe ku birenge byabo.',
      sw: 'Viatu vya wanawake vinavyotengenezwa na wanawake, kwa kalibu za miguu yao.',
    },
    story: {
      en: 'Intambwe is a step. Sixteen women and three men, most trained in the room next door at Inzira, left with its blessing when they noticed that every women’s shoe in the market was a small men’s shoe. They measured two hundred and twelve pairs of feet at churches, clinics and the airport, and had three lasts carved from the averages. There is a crèche behind the clicking table, so the working day follows the school day. Colour is taken seriously: a leather card is remade twice a year and each tannery lot is compared with it at noon by the same window. Nothing has a heel above four centimetres. We have hills.',
      fr: 'Intambwe, c’est un pas. Seize femmes et trois hommes, formés pour la plupart chez Inzira, sont partis avec sa bénédiction après avoir vu que tout soulier de femme du marché était un petit soulier d’homme. Elles ont mesuré deux cent douze pieds à l’église, au dispensaire, à l’aéroport, et fait tailler trois formes. Une crèche jouxte la table de coupe : la journée suit celle de l’école. Aucun talon au-dessus de quatre centimètres. Nous avons des collines.',
      rw: 'Abagore cumi na batandatu n’abagabo batatu, benshi bize kwa Inzira, batangiye babonye ko inkweto z’abagore zo mu isoko zari iz’abagabo zagabanyijwe. Bapimye ibirenge magana abiri na cumi na bibiri mu nsengero, ku mavuriro no ku kibuga cy’indege, bakoresha forume eshatu. Inyuma y’ameza hari irerero ry’abana, akazi kajyana n’amasaha y’ishuri. Nta talo irenze santimetero enye: dufite imisozi.',
      sw: 'Wanawake kumi na sita na wanaume watatu waliona kwamba kila kiatu cha kike sokoni kilikuwa kiatu kidogo cha kiume. Walipima miguu mia mbili na kumi na miwili kanisani, zahanati na uwanja wa ndege, wakachonga kalibu tatu. Nyuma ya meza kuna chumba cha watoto. Hakuna kisigino zaidi ya sentimita nne: tuna vilima.',
    },
    capacity: {
      en: '1,500 pairs a month, up to eight styles.',
      fr: '1 500 paires par mois, jusqu’à huit modèles.',
      rw: 'Imiguru 1,500 ku kwezi, mu buryo butarenze umunani.',
      sw: 'Jozi 1,500 kwa mwezi, hadi mitindo minane.',
    },
    techniques: ['hand-lasting', 'blake-stitch', 'machine-stitching', 'hand-sewn-apron'],
    certifications: [certificate('women-led', 200, 165), certificate('chromium-test', 75, 290)],
    languages: ['en', 'fr', 'rw', 'sw'],
    checksPassed: [...BADGE, 'samples', 'payee_name'],
    joinedDaysAgo: 280,
    pictures: scenes('intambwe-womens-shoes', [
      {
        kind: 'scene-bench',
        look: { light: 'morning' },
        colours: { main: 'sage', second: 'oxblood' },
      },
      {
        kind: 'scene-lasts',
        look: { light: 'morning' },
        colours: { main: 'terracotta', second: 'natural' },
      },
    ]),
  },
  {
    slug: 'kamukunji-sole-makers',
    name: 'Kamukunji Sole & Sandal Makers',
    kind: 'association',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 1998,
    people: { total: 43, women: 19, youth: 15 },
    place: { country: 'KE', place: 'Kamukunji, Nairobi', latitude: -1.3, longitude: 36.85 },
    tagline: {
      en: 'Everything under the foot: tyre sandals, cut soles, heels, thread.',
      fr: 'Tout ce qui va sous le pied : sandales en pneu, semelles, talons, fil.',
      rw: 'Ibyo munsi y’ikirenge byose: sandali z’ipine, isoli, talo n’urudodo.',
      sw: 'Kila kilicho chini ya mguu: akala, soli, visigino na uzi.',
    },
    story: {
      en: 'Noise first, then shade, then sandals. The members work under one iron roof beside the metal hammerers, where a tyre can be bought, split and sold as shoes within a morning. Each has a stall and a trade of their own: splitter, strap cutter, nailer, beader, thread waxer. The association keeps the fire bucket, the lawyer and the weighing scale. For twenty years it supplied soles to half of East Africa without a name on them. Joining a cluster across two borders was the idea of a lorry driver who carried Bugesera leather north and Nairobi soles south and thought that the two ends ought to meet.',
      fr: 'Le bruit d’abord, puis l’ombre, puis les sandales. On travaille sous un même toit de tôle, près des batteurs de métal ; un pneu s’y achète, se fend et se vend en chaussures dans la matinée. Chacun son étal et son métier : fendeur, coupeur de brides, cloueur, perlière, cireur de fil. Vingt ans durant, l’association a fourni des semelles sans nom. Rejoindre un cluster par-delà deux frontières fut l’idée d’un chauffeur de camion.',
      rw: 'Abanyamuryango bakorera munsi y’igisenge kimwe i Nairobi, iruhande rw’abacuzi. Ipine igurwa, igasaturwa, ikagurishwa ari inkweto mu gitondo kimwe. Buri wese afite umwuga we: gusatura, gukata imishumi, gutera imisumari, gutaka amasaro no gusiga urudodo ibishashara. Umushoferi w’ikamyo wajyanaga impu n’isoli ni we watanze igitekerezo cyo kwifatanya n’ab’i Kigali.',
      sw: 'Kwanza kelele, kisha kivuli, kisha viatu. Wanachama hufanya kazi chini ya paa moja la bati kando ya wafua chuma, ambapo tairi hununuliwa, hupasuliwa na kuuzwa likiwa viatu asubuhi moja. Kila mmoja ana kazi yake: mpasuaji, mkata kanda, mpiga misumari, mshona shanga, mpaka nta. Chama hutunza ndoo ya moto, wakili na mizani. Wazo la kujiunga na kongano la Kigali lilitoka kwa dereva wa lori.',
    },
    capacity: {
      en: '5,000 pairs of sandals and 40,000 pairs of soles a month.',
      fr: '5 000 paires de sandales et 40 000 paires de semelles par mois.',
      rw: 'Imiguru 5,000 ya sandali na 40,000 y’isoli ku kwezi.',
      sw: 'Jozi 5,000 za sandali na 40,000 za soli kwa mwezi.',
    },
    techniques: ['riveting', 'beadwork', 'braiding', 'cemented-sole'],
    certifications: [certificate('fair-trade-self-assessment', 100, 265)],
    languages: ['en', 'sw'],
    checksPassed: ['identity', 'registration'],
    joinedDaysAgo: 140,
    pictures: scenes('kamukunji-sole-makers', [
      { kind: 'scene-tool-wall', look: { light: 'noon' }, colours: { main: 'terracotta' } },
    ]),
  },
  {
    slug: 'entoto-bench-shoemakers',
    name: 'Entoto Bench Shoemakers',
    kind: 'workshop',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2006,
    people: { total: 22, women: 8, youth: 7 },
    place: { country: 'ET', place: 'Gulele, Addis Ababa', latitude: 9.05, longitude: 38.75 },
    tagline: {
      en: 'One bench, one maker, one pair: shoes lined with highland sheep.',
      fr: 'Un établi, une main, une paire : des souliers doublés de mouton des hauts plateaux.',
      rw: 'Umukozi umwe, inkweto imwe: imbere harimo uruhu rw’intama rwo mu misozi.',
      sw: 'Fundi mmoja, jozi moja: viatu vyenye bitana ya kondoo wa nyanda za juu.',
    },
    story: {
      en: 'Addis has more shoemakers than any city south of Cairo, and most of them make one part of a shoe. Here they still make the whole of it. An apprentice begins with heels, spends a year on closing and is given a bench when three customers in a row ask for them by name. The leather is from hair sheep of the central highlands, small skins with a grain so fine that glovers abroad have bought them for a century; we keep the ones with honest scars. Coffee is roasted at three, and whoever finishes a pair that day pours. The workshop came into the cluster to buy soles and stayed to sell linings.',
      fr: 'Addis compte plus de cordonniers qu’aucune ville au sud du Caire, et la plupart ne font qu’une partie du soulier. Ici on le fait entier. L’apprenti commence par les talons, passe un an à la piqûre et reçoit un établi quand trois clients de suite le demandent. Le cuir vient des moutons à poil des hauts plateaux, si fin que les gantiers l’achètent depuis un siècle. On torréfie le café à trois heures ; qui a fini une paire le sert.',
      rw: 'Addis Abeba ifite abakora inkweto benshi, kandi benshi bakora igice kimwe. Twe dukora urukweto rwose. Umunyeshuri ahera kuri talo, akamara umwaka adoda, agahabwa ameza ye iyo abakiriya batatu bakurikiranye bamusabye mu izina. Impu ni iz’intama zo mu misozi, zoroshye cyane.',
    },
    capacity: {
      en: '700 pairs a month, 160 of them welted.',
      fr: '700 paires par mois, dont 160 cousues trépointe.',
      rw: 'Imiguru 700 ku kwezi, 160 muri yo idodwa ku isoli.',
      sw: 'Jozi 700 kwa mwezi, 160 kati yake za kushonwa soli.',
    },
    techniques: ['hand-lasting', 'goodyear-welt', 'blake-stitch', 'hand-sewn-apron'],
    certifications: [certificate('chromium-test', 30, 335)],
    languages: ['en', 'fr'],
    checksPassed: ['identity', 'registration', 'samples'],
    joinedDaysAgo: 120,
    pictures: scenes('entoto-bench-shoemakers', [
      {
        kind: 'scene-bench',
        look: { light: 'lamp' },
        colours: { main: 'sage', second: 'natural' },
      },
      {
        kind: 'scene-lasts',
        look: { light: 'noon' },
        colours: { main: 'ochre', second: 'oxblood' },
      },
    ]),
  },
];
