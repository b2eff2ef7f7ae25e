/** From Hide to Shoe, second hall: what lies on a shoemaker's bench, and what leaves it. */
import { TURNS } from '#supabase/demo/content/exhibitions/pictures.ts';
import type { ObjectSeed, PictureUse } from '#supabase/demo/content/exhibitions/types.ts';
import { alone, four, names, same } from '#supabase/demo/content/exhibitions/words.ts';

const HALL = 'the-bench';

const IRON_AND_WOOD = names('Iron, wood | Fer, bois | Icyuma, igiti | Chuma, mbao');

const STEPS: readonly PictureUse[] = [
  { ref: 'own:welt-close' },
  {
    ref: 'own:step-insole',
    role: 'step',
    caption: names(
      'The insole is tacked to the last. | La première est clouée sur la forme. | Uruhu rw’imbere rushinzwe kuri forume. | Ngozi ya ndani hupigiliwa kwenye kalibu.',
    ),
  },
  {
    ref: 'own:step-lasted',
    role: 'step',
    caption: names(
      'The upper is pulled over it, toe first. | On y monte la tige, la pointe d’abord. | Uruhu rwo hejuru rurabambwa, bahereye ku mano. | Ngozi ya juu huvutwa juu yake, ncha kwanza.',
    ),
  },
  {
    ref: 'own:step-welted',
    role: 'step',
    caption: names(
      'A strip of leather, the welt, is sewn around. | On coud autour une bande de cuir, la trépointe. | Umushumi w’uruhu udodwaho uruzengurutse. | Ukanda wa ngozi hushonwa kuizunguka.',
    ),
  },
  {
    ref: 'own:step-filled',
    role: 'step',
    caption: names(
      'Cork fills the hollow; a shank stiffens the waist. | Le liège comble le creux, un cambrion raidit la cambrure. | Liyeje yuzuza umwobo; agati gakomeza mu kirenge hagati. | Koki hujaza uwazi; kijiti hukaza kiuno.',
    ),
  },
  {
    ref: 'own:step-soled',
    role: 'step',
    caption: names(
      'The sole is sewn to the welt, the heel is pegged. | La semelle est cousue à la trépointe, le talon chevillé. | Isoli idodwa kuri wa mushumi, agatsinsino kagashingwa. | Soli hushonwa kwenye ukanda, kisigino hupigiliwa.',
    ),
  },
  {
    ref: 'product:five-eyelet-brogue-derby/0',
    role: 'step',
    caption: names(
      'Edges inked, last out, laces in. | Tranches teintes, forme retirée, lacets passés. | Impande zisizwe, forume ivuyemo, imishumi igiyemo. | Kingo zimepakwa rangi, kalibu nje, kamba ndani.',
    ),
  },
];

/** The service boot from every side; its listing's pictures come first. */
export const BOOT_ROUND: readonly PictureUse[] = [
  { ref: 'product:welted-service-boot/0' },
  {
    ref: 'product:welted-service-boot/1',
    role: 'detail',
    caption: names(
      'The capped toe, twice stitched. | Le bout rapporté, cousu deux fois. | Umutwe wongereweho uruhu, udodeye kabiri. | Ncha yenye kofia, imeshonwa mara mbili.',
    ),
  },
  ...Array.from({ length: TURNS }, (_, n): PictureUse => ({ ref: `own:turn-${n}`, role: 'turn' })),
];

export const BENCH_TOOLS: readonly ObjectSeed[] = [
  alone(
    HALL,
    'tool',
    'the-last',
    {
      title: names('The last | La forme | Forume | Kalibu'),
      label: four(`
        Nobody makes a shoe around a foot; it is made around a last. This one is broad at the ball and short in the heel, as feet are on these hills. Inzira owns sixty pairs. A size is a number, a last is an opinion.
        On ne fait pas un soulier autour d’un pied, mais autour d’une forme. Celle-ci est large à l’avant et courte au talon, comme les pieds de ces collines. Inzira en possède soixante paires. Une pointure est un chiffre ; une forme est un avis.
        Nta wukorera urukweto ku kirenge; rukorerwa kuri forume. Iyi ni ngari imbere kandi ngufi ku gatsinsino, nk’uko ibirenge byo kuri iyi misozi bimeze. Inzira ifite imiguru mirongo itandatu. Nimero ni umubare, forume ni igitekerezo.
        Hakuna anayetengeneza kiatu juu ya mguu; hutengenezwa juu ya kalibu. Hii ni pana mbele na fupi kisiginoni, kama miguu ya vilima hivi. Inzira ina jozi sitini. Namba ni tarakimu, kalibu ni maoni.
      `),
      material: names(
        'Jacaranda wood | Bois de jacaranda | Igiti cya jakaranda | Mti wa jakaranda',
      ),
      dimensions: names('28 cm long | 28 cm de long | cm 28 z’uburebure | Urefu sm 28'),
    },
    [{ ref: 'own:last' }, { ref: 'producer:inzira-shoe-workshop/1' }],
  ),
  alone(
    HALL,
    'tool',
    'the-clickers-knife',
    {
      title: names(
        'The clicker’s knife | Le tranchet | Icyuma cyo gukata uruhu | Kisu cha kukatia ngozi',
      ),
      label: four(`
        Named in English after the sound it makes when it leaves the pattern. The blade is bent so that the hand can stay off the leather and the eye can follow the cut. A good clicker finds both shoes of a pair side by side on the same hide.
        Les Anglais nomment le coupeur d’après le bruit de la lame qui quitte le patron : clic. Elle est courbe, pour que la main ne touche pas le cuir et que l’œil suive la coupe. Un bon coupeur trouve les deux souliers d’une paire côte à côte sur la même peau.
        Mu Cyongereza ukata bamwitirira ijwi icyuma gitanga kivuye ku rugero. Urugi rwacyo ruragoramye kugira ngo ikiganza kidakora ku ruhu kandi ijisho rikurikire aho gikata. Umuhanga abona inkweto zombi z’umuguru ziri iruhande rumwe ku ruhu rumwe.
        Kwa Kiingereza mkataji huitwa kwa sauti ya kisu kinapotoka kwenye kielelezo. Makali yamepinda ili mkono usiguse ngozi na jicho lifuate mkato. Mkataji mzuri hupata viatu vyote viwili vya jozi kandokando kwenye ngozi moja.
      `),
      material: IRON_AND_WOOD,
      dimensions: same('18 cm'),
    },
    [{ ref: 'own:tool-knife' }],
  ),
  alone(
    HALL,
    'tool',
    'the-lasting-pincers',
    {
      title: names(
        'The lasting pincers | Les pinces à monter | Igifashi cyo kubamba | Koleo za kuvutia',
      ),
      label: four(`
        They grip the edge of the upper, pull, and with a turn of the wrist the flat side becomes a hammer for the tack. Pull too little and the shoe bags; too much and it tears next year. The handles are dipped in paint, a colour for each bench.
        Elles saisissent le bord de la tige, tirent ; un tour de poignet, et leur flanc devient marteau pour la semence. Trop peu, le soulier poche ; trop, il cède l’an prochain. Les poignées sont trempées dans la peinture, une couleur par établi.
        Gifata ku mpande z’uruhu kigakurura, wahindura ikiganza uruhande rwacyo rukaba inyundo y’akamusumari. Ukuruye gake urukweto ruraregarega; ukuruye cyane ruzacika umwaka utaha. Ibirindi byacyo bisigwa irangi, buri meza afite irye.
        Hushika ukingo wa ngozi, huvuta, na kwa kugeuza kiganja ubavu wake huwa nyundo ya kijimsumari. Ukivuta kidogo kiatu hulegea; ukivuta sana huchanika mwaka ujao. Vishikio hutiwa rangi, kila meza na yake.
      `),
      material: names(
        'Forged iron, paint | Fer forgé, peinture | Icyuma gicuze, irangi | Chuma kilichofuliwa, rangi',
      ),
      dimensions: same('20 cm'),
    },
    [{ ref: 'own:tool-pincers' }],
  ),
  alone(
    HALL,
    'tool',
    'the-awl',
    {
      title: names('The awl | L’alêne | Umusumari udoda | Uma'),
      label: four(`
        The needle does not pierce leather; the awl does, and the needle finds the hole. Its point is bent, so that a stitch can enter on one face and come out of the edge. Most makers have broken dozens of points and worn out one handle.
        Ce n’est pas l’aiguille qui perce le cuir, c’est l’alêne ; l’aiguille trouve le trou. Sa pointe est courbe, pour entrer par une face et sortir par la tranche. On casse des dizaines de pointes et l’on n’use qu’un manche.
        Urushinge si rwo rupfumura uruhu; ni umusumari, urushinge rugakurikira akobo. Umutwe wawo uragoramye ngo winjirire imbere usohokere ku ruhande. Abenshi bavunnye imitwe myinshi, ariko bashajishije ikirindi kimwe.
        Sindano haitoboi ngozi; uma hutoboa, na sindano hufuata tundu. Ncha yake imepinda ili mshono uingie usoni na kutokea ukingoni. Mafundi wengi wamevunja ncha kadhaa na kuchakaza mpini mmoja.
      `),
      material: names(
        'Steel, brass, wood | Acier, laiton, bois | Icyuma, umuringa, igiti | Chuma, shaba, mbao',
      ),
      dimensions: same('15 cm'),
    },
    [{ ref: 'own:tool-awl' }],
  ),
  alone(
    HALL,
    'tool',
    'the-hammer',
    {
      title: names('The hammer | Le marteau | Inyundo | Nyundo'),
      label: four(`
        A carpenter’s hammer drives; a shoemaker’s hammer persuades. The face is broad and slightly round, so that it closes the fibres of a sole without bruising them. The tail lays seams flat. It is never used on nails larger than a tack.
        Celui du menuisier enfonce, celui du cordonnier persuade. Sa table large, un peu bombée, resserre les fibres d’une semelle sans les meurtrir ; la queue couche les coutures. On n’y frappe rien de plus gros qu’une semence.
        Inyundo y’umubaji iratera; iy’umudozi w’inkweto iremeza. Umutwe wayo ni mugari kandi ubumbye gato, ugakanda isoli utayikomeretsa. Umurizo wayo uryamisha aho badoze. Ntikubita umusumari urenze akamusumari.
        Nyundo ya seremala hupigilia; ya fundi viatu hushawishi. Uso wake ni mpana na umevimba kidogo, hukaza nyuzi za soli bila kuziumiza. Mkia hulaza mishono. Haipigi msumari mkubwa.
      `),
      material: IRON_AND_WOOD,
      dimensions: same('25 cm'),
    },
    [{ ref: 'own:tool-hammer' }],
  ),
  alone(
    HALL,
    'step',
    'how-a-welted-shoe-is-made',
    {
      title: names(
        'How a welted shoe is made | Comment naît un soulier cousu trépointe | Uko urukweto rudodwa ku mushumi rukorwa | Jinsi kiatu cha kushonwa kinavyotengenezwa',
      ),
      label: four(`
        Six pictures, nine hours, one derby. In a cemented shoe the upper is glued to the sole and the two die together. Here they never touch: a strip of leather, the welt, is sewn to the one and then to the other. When the sole is worn, one seam is cut.
        Six images, neuf heures, un derby. Dans un soulier collé, tige et semelle meurent ensemble. Ici elles ne se touchent pas : une bande de cuir, la trépointe, est cousue à l’une puis à l’autre. La semelle usée, on ne coupe qu’une couture.
        Amafoto atandatu, amasaha icyenda, urukweto rumwe. Mu rukweto rwa kole, uruhu n’isoli bisazira rimwe. Hano ntibikoranaho: umushumi w’uruhu udodwa kuri kimwe, hanyuma ku kindi. Isoli ishaje, ucibwa umurongo umwe w’ubudozi.
        Picha sita, saa tisa, kiatu kimoja. Kwenye kiatu cha gundi, ngozi na soli hufa pamoja. Hapa hazigusani: ukanda wa ngozi hushonwa kwenye moja, kisha kwenye nyingine. Soli ikiisha, mshono mmoja tu hukatwa.
      `),
      made: names('Masoro, Kigali | Masoro, Kigali | Masoro, Kigali | Masoro, Kigali'),
      material: names(
        'Cowhide, cork, linen thread, wood | Vachette, liège, fil de lin, bois | Uruhu rw’inka, liyeje, urudodo, igiti | Ngozi ya ng’ombe, koki, uzi wa kitani, mbao',
      ),
    },
    STEPS,
  ),
  alone(
    HALL,
    'step',
    'three-coats-of-stain',
    {
      title: names(
        'Three coats of stain | Trois couches de teinture | Amabara atatu agerekeranye | Tabaka tatu za rangi',
      ),
      label: four(`
        The same shoe before and after an afternoon. It is sewn from undyed leather and coloured last, with a cloth around two fingers, darker where it creases. No two pairs come out alike, and no shop has sent one back for that.
        Le même soulier, avant et après un après-midi. Cousu dans un cuir non teint, il reçoit sa couleur en dernier, d’un chiffon autour de deux doigts, plus sombre dans les plis. Aucune paire ne ressemble à l’autre ; nul ne s’en est plaint.
        Urukweto rumwe mbere na nyuma y’igicamunsi kimwe. Rudodwa mu ruhu rudasize, rugasigwa nyuma n’agatambaro kazingiye ku ntoki ebyiri, hijima aho ruhinwa. Nta miguru ibiri isa, kandi nta duka rirayigarura kubera ibyo.
        Kiatu kilekile kabla na baada ya alasiri moja. Hushonwa kwa ngozi isiyo na rangi na kupakwa mwishoni kwa kitambaa kidoleni, kikikolea kwenye mikunjo. Hakuna jozi mbili zinazofanana, na hakuna duka lililorudisha kwa hilo.
      `),
      material: names(
        'Vegetable-tanned leather, stain, wax | Cuir végétal, teinture, cire | Uruhu rwakaniwe mu bishishwa, irangi, ibishashara | Ngozi ya magome, rangi, nta',
      ),
    },
    [
      {
        ref: 'own:shoe-undyed',
        role: 'before',
        caption: names('Undyed | Non teint | Rudasize | Bila rangi'),
      },
      {
        ref: 'own:shoe-dyed',
        role: 'after',
        caption: names(
          'After three coats | Après trois couches | Rumaze gusigwa gatatu | Baada ya tabaka tatu',
        ),
      },
    ],
  ),
];
