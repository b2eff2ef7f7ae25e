/** The potters of the Virunga Highland Table. */
import { certificate } from '#supabase/demo/content/certificate.ts';
import { scenes } from '#supabase/demo/content/shots.ts';
import type { ProducerSeed } from '#supabase/demo/content/types.ts';

const BADGE = ['identity', 'registration', 'workshop_visit'] as const;

export const VIRUNGA_POTTERY: readonly ProducerSeed[] = [
  {
    slug: 'burera-lakes-pottery',
    name: 'Burera Lakes Pottery',
    kind: 'workshop',
    memberships: ['virunga-highland-table'],
    foundedYear: 2014,
    people: { total: 11, women: 6, youth: 5 },
    place: { country: 'RW', place: 'Rugarama, Burera', latitude: -1.45, longitude: 29.75 },
    tagline: {
      en: 'Wheel-thrown stoneware from the clay between two lakes.',
      fr: 'Du grès tourné, de l’argile entre deux lacs.',
      rw: 'Ibibumbano byo ku ruziga, mu ibumba riri hagati y’ibiyaga bibiri.',
      sw: 'Vyombo vya gurudumu, kutoka udongo kati ya maziwa mawili.',
    },
    story: {
      en: 'The strip of land between Burera and Ruhondo is a few hundred metres wide and made of something that turns pale when fired hot. The potters tested forty holes before they found the seam, under a football pitch, and pay rent on it in cups to the school. Five wheels, one gas kiln, one wood kiln that is lit when gas is dear. Glazes are mixed from ash, feldspar and lake sand, without lead, and every new one is tested at a laboratory for what vinegar can take out of it. The shapes are few. Somebody draws a bowl, everybody eats from it for a month, and then it is either sold or used for chicken feed.',
      fr: 'La bande de terre entre Burera et Ruhondo fait quelques centaines de mètres et pâlit au grand feu. Il a fallu quarante trous pour trouver la veine, sous un terrain de football ; le loyer est payé en tasses à l’école. Cinq tours, un four à gaz, un four à bois quand le gaz est cher. Les émaux, cendre, feldspath et sable du lac, sont sans plomb et analysés. Un bol dessiné sert un mois à tous, puis il est vendu, ou donné aux poules.',
      rw: 'Ubutaka buri hagati ya Burera na Ruhondo ni buto kandi buraka iyo butwitswe cyane. Ababumbyi bacukuye ahantu mirongo ine mbere yo kubona ibumba, munsi y’ikibuga cy’umupira; ubukode tubwishyura ishuri mu bikombe. Irangi rikozwe mu ivu, amabuye n’umusenyi wo mu kiyaga, nta sasu ririmo, kandi rirapimwa. Ibakure nshya tuyiriramo ukwezi mbere yo kuyigurisha.',
    },
    capacity: {
      en: '3,500 pieces a month from two kilns.',
      fr: '3 500 pièces par mois dans deux fours.',
      rw: 'Ibikoresho 3,500 ku kwezi mu matanura abiri.',
      sw: 'Vipande 3,500 kwa mwezi kutoka tanuri mbili.',
    },
    techniques: ['wheel-throwing', 'glazing', 'wood-firing'],
    certifications: [
      certificate('food-contact-test', 70, 295),
      certificate('made-in-rwanda', 350, 380),
    ],
    languages: ['en', 'fr', 'rw'],
    checksPassed: [...BADGE, 'samples'],
    joinedDaysAgo: 225,
    pictures: scenes('burera-lakes-pottery', [
      { kind: 'scene-kiln-shelf', look: { light: 'morning' }, colours: { main: 'sage' } },
      {
        kind: 'scene-hills',
        look: { light: 'dawn', foreground: 'eucalyptus' },
        colours: { main: 'ochre' },
      },
    ]),
  },
  {
    slug: 'ibumba-potters',
    name: 'Ibumba Potters',
    kind: 'association',
    memberships: ['virunga-highland-table'],
    foundedYear: 2003,
    people: { total: 21, women: 15, youth: 4 },
    place: { country: 'RW', place: 'Janja, Gakenke', latitude: -1.65, longitude: 29.75 },
    tagline: {
      en: 'Cooking pots, water jars and lamps built by hand from marsh clay.',
      fr: 'Marmites, jarres et lampes montées à la main dans l’argile du marais.',
      rw: 'Inkono, ibibindi n’amatara bibumbishwa intoki mu ibumba ryo mu gishanga.',
      sw: 'Vyungu, mitungi na taa vinavyofinyangwa kwa mkono kutoka udongo wa bondeni.',
    },
    story: {
      en: 'Ibumba is clay, and for most of the members it was their mothers’ trade. They own the marsh edge it comes from, jointly, since 2011; before that they dug by permission, and the day they received the title is painted on the wall. No wheel for the large pots: a ring of clay, then another, walked round backwards and beaten thin with a paddle. Firing is done in the open with grass and bark, and takes as long as a church service. Plastic basins nearly ended the trade. Restaurants, and people who like cold water without electricity, have brought it back. Thumbprints under the foot serve as signatures.',
      fr: 'Ibumba, c’est l’argile, et pour la plupart le métier de leur mère. Depuis 2011, les membres possèdent ensemble le bord du marais d’où elle vient ; la date est peinte au mur. Pas de tour pour les grands pots : un boudin de terre, puis un autre, en tournant à reculons, et la batte. La cuisson à l’herbe et à l’écorce dure le temps d’une messe. Les bassines de plastique ont failli tout finir ; les restaurants, et l’eau fraîche sans électricité, l’ont sauvé. L’empreinte du pouce sert de signature.',
      rw: 'Kubumba ni umwuga abenshi muri twe twarazwe n’ababyeyi. Kuva mu 2011 ubutaka bw’ibumba ni ubwacu twese; itariki twaboneyeho icyangombwa yanditse ku rukuta. Inkono nini ntizibumbirwa ku ruziga: dushyira umuzingo w’ibumba ku wundi tugenda dusubira inyuma, tukazikubita ngo zoroshye. Zitwikishwa ibyatsi n’ibishishwa. Amabase ya pulasitiki yari agiye guca uyu mwuga, ariko amahoteli n’abashaka amazi akonje badakoresheje amashanyarazi bawugaruye.',
    },
    capacity: {
      en: '1,400 pots, vases and planters a month; 40 lamps.',
      fr: '1 400 pots et vases par mois ; 40 lampes.',
      rw: 'Inkono na vaze 1,400 ku kwezi; amatara 40.',
      sw: 'Vyungu na vyombo 1,400 kwa mwezi; taa 40.',
    },
    techniques: ['hand-building', 'stone-burnishing', 'wood-firing', 'sgraffito', 'wheel-throwing'],
    certifications: [certificate('women-led', 90, 275), certificate('food-contact-test', 160, 205)],
    languages: ['rw', 'fr'],
    checksPassed: [...BADGE],
    joinedDaysAgo: 200,
    pictures: scenes('ibumba-potters', [
      { kind: 'scene-kiln-shelf', look: { light: 'lamp' }, colours: { main: 'ochre' } },
    ]),
  },
];
