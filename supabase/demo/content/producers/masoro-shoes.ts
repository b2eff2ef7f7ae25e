/** The shoemakers of the Masoro cluster. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const MASORO_SHOES: readonly ProducerSeed[] = [
  {
    slug: 'inzira-shoe-workshop',
    name: 'Inzira Shoe Workshop',
    kind: 'company',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2012,
    people: { total: 24, women: 9, youth: 11 },
    place: { country: 'RW', place: 'Masoro, Gasabo', latitude: -1.95, longitude: 30.15 },
    tagline: {
      en: 'Men’s shoes on our own lasts, resoled for as long as the uppers live.',
      fr: 'Souliers d’homme sur nos propres formes, ressemelés aussi longtemps que vit la tige.',
      rw: 'Inkweto z’abagabo kuri forume zacu, dusimbuza isoli igihe cyose uruhu rukiriho.',
      sw: 'Viatu vya kiume kwa kalibu zetu, tunabadilisha soli maadamu ngozi ipo.',
    },
    story: {
      en: 'The first last was carved from a photograph. A customer wanted the shoes his father had worn to work in 1974, and the only proof of them was a wedding picture. It took four tries in jacaranda wood. The workshop now owns sixty pairs of lasts, most of them drawn from local feet, which are broader across the ball than the European ones sold in Kigali. Twenty-four people cut, close, last and finish under one roof; each pair carries two initials inside, of whoever closed it and whoever lasted it. About a third of the work is resoling. We will tell you on the first day whether a date is possible, and we have lost orders by saying no. The ones we kept were delivered.',
      fr: 'La première forme a été taillée d’après une photo : un client voulait les souliers de son père, et il n’en restait qu’une image de mariage. Il a fallu quatre essais dans du jacaranda. L’atelier possède aujourd’hui soixante paires de formes, tirées de pieds d’ici, plus larges à l’avant que les formes européennes vendues à Kigali. Vingt-quatre personnes coupent, piquent, montent et finissent sous un même toit ; chaque paire porte deux initiales. Un tiers du travail est du ressemelage. Nous disons le premier jour si une date est possible, et nous avons perdu des commandes à dire non.',
      rw: 'Forume ya mbere yabajwe barebeye ku ifoto. Umukiriya yifuzaga inkweto nk’iza se, zari zisigaye ku ifoto y’ubukwe gusa. Byasabye kugerageza inshuro enye. Ubu dufite forume mirongo itandatu, nyinshi zafashwe ku birenge by’abantu ba hano. Abakozi makumyabiri na bane bakata, badoda, bateranya kandi banoza ahantu hamwe; buri rukweto ruriho inyuguti z’abarukoze. Kimwe cya gatatu cy’akazi ni ugusimbuza isoli. Tukubwira ku munsi wa mbere niba itariki ishoboka.',
      sw: 'Kalibu ya kwanza ilichongwa kutoka picha. Mteja alitaka viatu vya baba yake, vilivyobaki kwenye picha ya harusi tu. Ilichukua majaribio manne. Leo tuna kalibu jozi sitini, nyingi kutoka miguu ya hapa. Watu ishirini na wanne hukata, hushona na kumaliza chini ya paa moja; kila jozi ina herufi za walioitengeneza. Theluthi ya kazi ni kubadilisha soli. Tunasema siku ya kwanza kama tarehe inawezekana.',
    },
    capacity: {
      en: 'About 1,400 pairs a month; 400 of them welted or Blake-stitched.',
      fr: 'Environ 1 400 paires par mois, dont 400 cousues trépointe ou Blake.',
      rw: 'Imiguru igera kuri 1,400 ku kwezi; 400 muri yo idodwa ku isoli.',
      sw: 'Takriban jozi 1,400 kwa mwezi; 400 kati yake zina soli za kushonwa.',
    },
    techniques: ['hand-lasting', 'goodyear-welt', 'blake-stitch', 'burnished-edges'],
    certifications: [
      certificate('standards-mark', 210, 520),
      certificate('made-in-rwanda', 400, 330),
      certificate('chromium-test', 90, 275),
    ],
    languages: ['en', 'fr', 'rw'],
    checksPassed: [...BADGE, 'capacity', 'samples', 'payee_name'],
    joinedDaysAgo: 330,
    pictures: scenes('inzira-shoe-workshop', [
      {
        kind: 'scene-bench',
        look: { light: 'lamp' },
        colours: { main: 'terracotta', second: 'chestnut' },
      },
      {
        kind: 'scene-lasts',
        look: { light: 'morning' },
        colours: { main: 'ochre', second: 'tan' },
      },
    ]),
  },
  {
    slug: 'bumbogo-bootmakers',
    name: 'Bumbogo Bootmakers',
    kind: 'workshop',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2015,
    people: { total: 17, women: 5, youth: 8 },
    place: { country: 'RW', place: 'Bumbogo, Gasabo', latitude: -1.9, longitude: 30.15 },
    tagline: {
      en: 'Boots for hills, rain and red mud, stitched rather than glued.',
      fr: 'Des bottines pour les collines, la pluie et la boue rouge, cousues plutôt que collées.',
      rw: 'Bote z’imisozi, imvura n’icyondo, zidoze aho gufatishwa kole gusa.',
      sw: 'Buti za vilima, mvua na matope mekundu, za kushonwa badala ya gundi.',
    },
    story: {
      en: 'Bumbogo sits where the tarmac ended until 2019, and everybody’s boots failed in the same place: the glue line. The workshop was started by three repairers who had opened enough of them to have an opinion. They build stitch-down, with the upper turned out and sewn through, because it can be mended with an awl in any village. Testing is simple. A new pattern is worn for six weeks by the milk collectors, who walk eleven kilometres before breakfast, and then cut in half on the bench. What comes apart is changed. There is a shelf of halved boots by the door and visitors are welcome to look inside.',
      fr: 'Bumbogo se trouvait au bout du goudron jusqu’en 2019, et toutes les bottes y cédaient au même endroit : la colle. Trois réparateurs, qui en avaient assez ouvert pour se faire un avis, ont monté l’atelier. Ils travaillent en cousu-débordant, réparable à l’alêne dans n’importe quel village. L’essai est simple : six semaines aux pieds des collecteurs de lait, onze kilomètres avant le petit déjeuner, puis la bottine est coupée en deux. Les moitiés sont sur une étagère près de la porte.',
      rw: 'I Bumbogo ni ho kaburimbo yarangiriraga kugeza mu 2019, kandi bote zose zasazaga ahantu hamwe: aho kole ifashe. Abasanyi batatu b’inkweto batangije iki kigo kuko bari bazi neza ikibazo. Bakora bote zidoze hanze ku buryo zasanirwa mu mudugudu uwo ari wo wose. Icyitegererezo gishya cyambarwa ibyumweru bitandatu n’abakusanya amata, hanyuma kigakatwamo kabiri ngo barebe ahari intege nke.',
      sw: 'Bumbogo ilikuwa mwisho wa lami hadi 2019, na buti zote ziliharibika mahali pamoja: kwenye gundi. Warekebishaji watatu walianzisha karakana hii kwa sababu walijua tatizo. Wanashona nje ili buti iweze kurekebishwa kijiji chochote. Mtindo mpya huvaliwa wiki sita na wakusanya maziwa, kisha hukatwa katikati ili waone udhaifu.',
    },
    capacity: {
      en: '1,200 pairs a month in three styles at a time.',
      fr: '1 200 paires par mois, trois modèles à la fois.',
      rw: 'Imiguru 1,200 ya bote ku kwezi, mu buryo butatu icyarimwe.',
      sw: 'Jozi 1,200 kwa mwezi, mitindo mitatu kwa wakati mmoja.',
    },
    techniques: ['stitch-down', 'goodyear-welt', 'hand-lasting', 'cemented-sole'],
    certifications: [
      certificate('standards-mark', 300, 430),
      certificate('chromium-test', 120, 245),
    ],
    languages: ['en', 'rw', 'sw'],
    checksPassed: [...BADGE, 'capacity'],
    joinedDaysAgo: 300,
    pictures: scenes('bumbogo-bootmakers', [
      { kind: 'scene-tool-wall', look: { light: 'noon' }, colours: { main: 'ochre' } },
      {
        kind: 'scene-hills',
        look: { light: 'morning', foreground: 'banana' },
        colours: { main: 'terracotta' },
      },
    ]),
  },
  {
    slug: 'ikirenge-sandal-makers',
    name: 'Ikirenge Sandal Makers',
    kind: 'cooperative',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2009,
    people: { total: 31, women: 18, youth: 14 },
    place: { country: 'RW', place: 'Remera, Gasabo', latitude: -1.95, longitude: 30.1 },
    tagline: {
      en: 'A cooperative of thirty-one, and a sandal for every one of them to have an opinion on.',
      fr: 'Une coopérative de trente et un membres, et autant d’avis sur chaque sandale.',
      rw: 'Koperative y’abantu mirongo itatu n’umwe bakora sandali z’uruhu.',
      sw: 'Ushirika wa watu thelathini na mmoja wanaotengeneza sandali za ngozi.',
    },
    story: {
      en: 'Ikirenge means foot, and also the mark it leaves. Members bring their own tools and are paid by the pair; the cooperative keeps a tenth, and that tenth has bought the sewing machines, the cutting press and the roof. Decisions are taken on the first Monday, standing up, which keeps them short. New straps are tried on the steepest street in Remera by whoever has the widest feet that month. Two of the members are deaf and run the finishing table, where the noise of the buffing wheel troubles nobody; the rest of us have learned to sign colours, sizes and jokes. Sandals leave in boxes of ten, sorted by size, with a spare buckle in each.',
      fr: 'Ikirenge veut dire le pied, et la trace qu’il laisse. Chacun apporte ses outils et touche à la paire ; la coopérative garde un dixième, qui a payé les machines, la presse et le toit. On décide le premier lundi, debout, donc vite. Les nouvelles brides s’essaient dans la rue la plus raide de Remera. Deux membres sourds tiennent la finition, où le bruit ne gêne personne ; les autres ont appris à signer les couleurs, les pointures et les blagues. Les sandales partent par dix, triées, avec une boucle de rechange.',
      rw: 'Abanyamuryango bazana ibikoresho byabo bagahemberwa inkweto bakoze; koperative isigarana icya cumi, ari cyo cyaguze imashini n’igisenge. Inama ziba ku wa mbere wa mbere w’ukwezi, bahagaze, bityo ntizitinde. Sandali nshya zigeragezwa mu muhanda uhanamye w’i Remera. Abanyamuryango babiri batumva ni bo bayobora aho banoreza, abandi twize ururimi rw’amarenga. Sandali zoherezwa ari imiguru icumi mu gakarito, hamwe n’agafungisho k’inyongera.',
      sw: 'Wanachama huleta zana zao na hulipwa kwa jozi; ushirika hubaki na sehemu ya kumi, iliyonunua mashine na paa. Mikutano ni Jumatatu ya kwanza, tukiwa tumesimama, hivyo ni mifupi. Sandali mpya hujaribiwa kwenye barabara yenye mteremko zaidi Remera. Wanachama wawili viziwi huongoza meza ya kumalizia; wengine tumejifunza lugha ya ishara.',
    },
    capacity: {
      en: '3,000 pairs of sandals a month; plaited styles 150.',
      fr: '3 000 paires de sandales par mois, dont 150 tressées.',
      rw: 'Imiguru 3,000 ya sandali ku kwezi; iy’izisutse ni 150.',
      sw: 'Jozi 3,000 za sandali kwa mwezi; za kusukwa 150.',
    },
    techniques: ['cemented-sole', 'braiding', 'burnished-edges', 'saddle-stitch'],
    certifications: [
      certificate('fair-trade-self-assessment', 150, 215),
      certificate('made-in-rwanda', 380, 350),
    ],
    languages: ['rw', 'fr', 'sw'],
    checksPassed: [...BADGE, 'samples'],
    joinedDaysAgo: 320,
    pictures: scenes('ikirenge-sandal-makers', [
      { kind: 'scene-bench', look: { light: 'noon' }, colours: { main: 'sage', second: 'tan' } },
      {
        kind: 'scene-leather-store',
        look: { light: 'morning' },
        colours: { main: 'ochre', second: 'cognac' },
      },
    ]),
  },
  {
    slug: 'ikiraro-work-boots',
    name: 'Ikiraro Work Boots',
    kind: 'company',
    memberships: ['masoro-footwear-leather'],
    foundedYear: 2014,
    people: { total: 58, women: 27, youth: 33 },
    place: {
      country: 'RW',
      place: 'Kigali Special Economic Zone, Gasabo',
      latitude: -1.95,
      longitude: 30.15,
    },
    tagline: {
      en: 'Safety boots and school shoes by the thousand, every size in stock or honestly not.',
      fr: 'Chaussures de sécurité et d’école par milliers, chaque pointure en stock ou franchement absente.',
      rw: 'Bote z’akazi n’inkweto z’ishuri ku bwinshi, nimero zose zihari cyangwa tukabikubwira.',
      sw: 'Buti za kazi na viatu vya shule kwa maelfu, kila saizi ipo au tunasema haipo.',
    },
    story: {
      en: 'A factory in miniature: one conveyor, eleven stations, a vulcanising press bought second-hand in Izmir and a manager who keeps the maintenance diary herself. School shoes pay for the year between November and January; safety boots fill the rest. We publish our fault rate on a board at the gate, by week, because the day shift and the night shift both want to be lower. It stood at 1.3 in a hundred last quarter. A third of our leather comes from Bugesera and the rest we are working on. Three buyers have asked for our lasts to be scanned so that they can order remotely, and now they can.',
      fr: 'Une usine en petit : un convoyeur, onze postes, une presse à vulcaniser achetée d’occasion à Izmir et une directrice qui tient elle-même le cahier d’entretien. Les chaussures d’école paient l’année entre novembre et janvier, la sécurité remplit le reste. Notre taux de défaut est affiché au portail chaque semaine : 1,3 pour cent au dernier trimestre. Un tiers du cuir vient de Bugesera. Nos formes sont numérisées : on peut commander de loin.',
      rw: 'Ni uruganda ruto: imashini imwe itwara ibikoresho, aho bakorera cumi na hamwe, n’imashini itwika kawucu. Inkweto z’ishuri zigurishwa kuva mu Gushyingo kugeza muri Mutarama; ayandi mezi dukora bote z’akazi. Ku irembo tumanika umubare w’inkweto zifite inenge buri cyumweru: igihembwe gishize wari 1.3 ku ijana. Kimwe cya gatatu cy’impu kiva mu Bugesera.',
      sw: 'Kiwanda kidogo: mkanda mmoja, vituo kumi na kimoja na mashine ya kupika mpira. Viatu vya shule hulipia mwaka kuanzia Novemba hadi Januari; buti za kazi hujaza miezi mingine. Getini tunabandika idadi ya kasoro kila wiki: robo iliyopita ilikuwa 1.3 kwa mia. Theluthi ya ngozi yetu hutoka Bugesera.',
    },
    capacity: {
      en: '9,000 pairs a month on two shifts; 5,000 on one.',
      fr: '9 000 paires par mois en deux équipes ; 5 000 en une.',
      rw: 'Imiguru 9,000 ku kwezi ku masimburana abiri; 5,000 kuri rimwe.',
      sw: 'Jozi 9,000 kwa mwezi kwa zamu mbili; 5,000 kwa moja.',
    },
    techniques: ['cemented-sole', 'machine-stitching', 'riveting'],
    certifications: [
      certificate('safety-footwear-test', 180, 550),
      certificate('standards-mark', 240, 490),
      certificate('chromium-test', 60, 305),
    ],
    languages: ['en', 'fr', 'rw', 'sw'],
    checksPassed: [...BADGE, 'capacity', 'samples', 'payee_name'],
    joinedDaysAgo: 310,
    pictures: scenes('ikiraro-work-boots', [
      {
        kind: 'scene-lasts',
        look: { light: 'noon' },
        colours: { main: 'terracotta', second: 'espresso' },
      },
      {
        kind: 'scene-leather-store',
        look: { light: 'lamp' },
        colours: { main: 'sage', second: 'black' },
      },
    ]),
  },
];
