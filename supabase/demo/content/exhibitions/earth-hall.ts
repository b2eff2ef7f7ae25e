/** Earth, Grass, Fire: the first hall, ash, clay and colour. */
import type { ObjectSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { alone, four, names, shown } from '#supabase/demo/content/exhibitions/words.ts';

export const EARTH_HALL: readonly ObjectSeed[] = [
  alone(
    'earth',
    'step',
    'imigongo-in-three-steps',
    {
      title: names(
        'Imigongo in three steps | L’imigongo en trois temps | Imigongo mu ntambwe eshatu | Imigongo kwa hatua tatu',
      ),
      label: four(`
        The ridge is drawn with a thumb, in dung of calves and ash, and rubbed with a stone when dry. White clay covers all of it. Then soot with aloe sap, and red earth from the Rusumo road. Five days, most of them waiting.
        L’arête se trace au pouce, en bouse de veau et cendre, puis se frotte à la pierre une fois sèche. Un blanc de kaolin couvre tout. Viennent la suie à l’aloès et la terre rouge de la route de Rusumo. Cinq jours, surtout d’attente.
        Umugongo uciwa n’igikumwe, mu mase y’inyana n’ivu, wamara kuma ugakubwa n’ibuye. Ingwa yera itwikira byose. Hagakurikiraho imbyiro n’amazi y’igikakarubamba, n’itaka ritukura ryo ku muhanda wa Rusumo. Iminsi itanu, myinshi ni iyo gutegereza.
        Mgongo huchorwa kwa kidole gumba, kwa samadi ya ndama na majivu, kisha husuguliwa kwa jiwe ukikauka. Udongo mweupe hufunika wote. Kisha masizi na utomvu wa mshubiri, na udongo mwekundu wa barabara ya Rusumo. Siku tano, nyingi za kusubiri.
      `),
      made: names(
        'Kirehe, south-east Rwanda | Kirehe, sud-est du Rwanda | Kirehe, mu majyepfo y’iburasirazuba | Kirehe, kusini-mashariki mwa Rwanda',
      ),
      material: names(
        'Dung, ash, kaolin, soot, red earth, wood | Bouse, cendre, kaolin, suie, terre rouge, bois | Amase, ivu, ingwa, imbyiro, itaka, igiti | Samadi, majivu, udongo mweupe, masizi, udongo mwekundu, mbao',
      ),
      dimensions: names('36 × 36 cm | 36 × 36 cm | cm 36 × 36 | sm 36 × 36'),
    },
    [
      { ref: 'own:panel-close' },
      {
        ref: 'own:panel-raw',
        role: 'step',
        caption: names(
          'Day two: the relief, dry. | Deuxième jour : le relief, sec. | Umunsi wa kabiri: imigongo yumye. | Siku ya pili: michoro imekauka.',
        ),
      },
      {
        ref: 'own:panel-white',
        role: 'step',
        caption: names(
          'Day four: white clay over all of it. | Quatrième jour : le kaolin, partout. | Umunsi wa kane: ingwa hose. | Siku ya nne: udongo mweupe kote.',
        ),
      },
      {
        ref: 'own:panel-painted',
        role: 'step',
        caption: names(
          'Day five: soot, then red. | Cinquième jour : la suie, puis le rouge. | Umunsi wa gatanu: imbyiro, hanyuma umutuku. | Siku ya tano: masizi, kisha nyekundu.',
        ),
      },
    ],
  ),
  alone(
    'earth',
    'step',
    'before-and-after-the-fire',
    {
      title: names(
        'Before and after the fire | Avant et après le feu | Mbere na nyuma y’umuriro | Kabla na baada ya moto',
      ),
      label: four(`
        Grey and soft as soap, the pot could still be stirred back into the marsh. An afternoon under burning grass later it rings, and it is red: iron in the clay has met the air. Nothing brings it back.
        Gris et tendre comme du savon, le pot pourrait encore retourner au marais. Un après-midi sous l’herbe en feu, et il sonne, et il est rouge : le fer de l’argile a trouvé l’air. Rien ne l’en fera revenir.
        Ari ikivuzivuzi kandi yoroshye nk’isabune, inkono iracyashobora gusubira mu gishanga. Nyuma y’igicamunsi mu byatsi byaka iravuga, kandi iratukura: ubutare bwo mu ibumba bwahuye n’umwuka. Ntisubira inyuma.
        Kikiwa cha kijivu na laini kama sabuni, chungu kingeweza kurudi kinamasini. Baada ya alasiri chini ya nyasi zinazowaka hulia, na ni chekundu: chuma cha udongo kimekutana na hewa. Hakuna kinachokirudisha.
      `),
      material: names('Clay | Argile | Ibumba | Udongo wa mfinyanzi'),
      dimensions: names('28 cm across | 28 cm de diamètre | cm 28 z’ubugari | Upana sm 28'),
    },
    [
      {
        ref: 'own:pot-dry',
        role: 'before',
        caption: names('Dry | Sec | Yumye | Kikavu'),
      },
      {
        ref: 'own:pot-fired',
        role: 'after',
        caption: names('Fired | Cuit | Itwitse | Kimechomwa'),
      },
    ],
  ),
  ...shown(
    { hall: 'earth', booth: 'kirehe-imigongo-painters' },
    {
      'umuraza-diamonds-square': four(`
        Diamonds set point to point, like a row of hills. One of the oldest patterns, and the one that visitors are given to try first, because a crooked one still looks like a hill.
        Des losanges pointe à pointe, comme une suite de collines. L’un des plus vieux motifs, et le premier qu’on donne à essayer : de travers, il ressemble encore à une colline.
        Imitako ya mpande enye ihuje imitwe, nk’umurongo w’imisozi. Ni umwe mu ya kera, kandi ni wo abashyitsi babanza kugerageza, kuko n’uhengamye ugumya gusa n’umusozi.
        Almasi ncha kwa ncha, kama safu ya vilima. Ni moja ya michoro ya kale, na ndiyo wageni hujaribu kwanza, kwa sababu hata ikipinda bado hufanana na kilima.
      `),
      'spiral-round-oxblood': four(`
        One line that begins in the middle and never lifts. Hung where light comes from the side, it draws itself anew each hour.
        Une seule ligne, partie du centre, qui ne se lève jamais. Accroché sous une lumière de côté, il se redessine à chaque heure.
        Umurongo umwe utangirira hagati ntuhagarare. Umanitse aho urumuri ruturuka ku ruhande, buri saha wongera kwishushanya.
        Mstari mmoja unaoanzia katikati na kamwe haukatiki. Ukitundikwa penye mwanga wa pembeni, hujichora upya kila saa.
      `),
      'tall-zigzag-terracotta': four(`
        For the narrow wall beside a door. The zigzags open as they climb, which is how people here have always drawn steep ground.
        Pour le mur étroit près d’une porte. Les zigzags s’ouvrent en montant : on a toujours dessiné ainsi, ici, la terre en pente.
        Ni uw’urukuta ruto rwo ku muryango. Zigizagi zigenda zaguka zizamuka; ni ko hano bakomeje gushushanya ahacuramye.
        Ni wa ukuta mwembamba kando ya mlango. Zigizagi hupanuka zikipanda; hivyo ndivyo mteremko ulivyochorwa hapa siku zote.
      `),
    },
  ),
  ...shown(
    { hall: 'earth', booth: 'ibumba-potters' },
    {
      'cooling-water-jar': four(`
        Water seeps through the wall, dries outside and takes the heat along: six degrees, no plug. The white lip is there so that you can see it is clean.
        L’eau suinte à travers la paroi, sèche dehors et emporte la chaleur : six degrés, sans prise. La lèvre blanche est là pour montrer qu’elle est propre.
        Amazi asohoka buhoro mu rukuta, akuma hanze ajyanye ubushyuhe: dogere esheshatu, nta mashanyarazi. Umunwa wera ubereyeho kwerekana ko isukuye.
        Maji hupenya ukutani, hukauka nje na kuondoka na joto: nyuzi sita, bila umeme. Mdomo mweupe upo ili uone ni safi.
      `),
      'gourd-vase-raw': four(`
        The milk gourd of every house here, in clay. The neck is where the potter decides when to stop; no two have stopped at the same place.
        La gourde à lait de chaque maison d’ici, en argile. C’est au col que la potière décide de s’arrêter ; jamais deux fois au même endroit.
        Igisabo cya buri rugo, mu ibumba. Ku ijosi ni ho umubumbyi ahitamo guhagarara; nta bibiri byahagaze hamwe.
        Kibuyu cha maziwa cha kila nyumba hapa, kwa udongo. Shingoni ndipo mfinyanzi huamua kuacha; hakuna viwili vilivyoacha mahali pamoja.
      `),
      'burnished-cooking-pot': four(`
        A ring of clay, then another, walked round backwards; no wheel. It shines because a river stone has been over every finger’s width of it.
        Un anneau d’argile, puis un autre, en tournant à reculons ; pas de tour. Il brille parce qu’un galet est passé sur chaque doigt de sa peau.
        Uruziga rw’ibumba, hanyuma urundi, uzenguruka usubira inyuma; nta ruziga ruzenguruka. Irabagirana kuko ibuye ryo mu mugezi ryanyuze hose.
        Pete ya udongo, kisha nyingine, ukizunguka kinyumenyume; bila gurudumu. Kinang’aa kwa sababu jiwe la mtoni limepita kila sehemu.
      `),
    },
  ),
];
