/** The tour of From Hide to Shoe: twelve stops, each a look into one picture. */
import type { TourSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four, names } from '#supabase/demo/content/exhibitions/words.ts';

export const SALT_TO_LACE: TourSeed = {
  slug: 'from-salt-to-lace',
  title: names(
    'From salt to lace, in twelve stops | Du sel au lacet, en douze haltes | Kuva ku munyu kugera ku mushumi, aho guhagarara cumi na habiri | Kutoka chumvi hadi kamba, vituo kumi na viwili',
  ),
  intro: four(`
    Ten minutes, sitting down. Each stop shows a part of a picture and says what a hand did there.
    Dix minutes, assis. Chaque halte montre une partie d’image et dit ce qu’une main y a fait.
    Iminota icumi wicaye. Buri hantu herekana igice cy’ifoto hakavuga icyo ikiganza cyahakoze.
    Dakika kumi, ukiwa umeketi. Kila kituo huonyesha sehemu ya picha na kusema mkono ulifanya nini.
  `),
  stops: [
    {
      object: 'four-hours-of-salt',
      picture: 'own:salt',
      title: names('Salt | Le sel | Umunyu | Chumvi'),
      body: four(`
        Coarse, because fine salt melts and runs off. It draws the water out before decay can use it.
        Gros, car le fin fond et s’écoule. Il tire l’eau avant que la pourriture ne s’en serve.
        Umunini, kuko uworoshye ushonga ugatemba. Ukuramo amazi mbere y’uko kubora kuyakoresha.
        Ya mawe, kwa sababu laini huyeyuka na kutiririka. Huvuta maji kabla ya uozo kuyatumia.
      `),
    },
    {
      object: 'wattle-bark',
      picture: 'own:bark',
      region: [0.28, 0.38, 0.42, 0.26],
      title: names('Bark | L’écorce | Ibishishwa | Magome'),
      body: four(`
        The red is the tannin. Chew a chip and your mouth goes dry: that is tanning, in small.
        Le rouge, c’est le tanin. Mâchez un éclat, la bouche se dessèche : voilà le tannage, en petit.
        Umutuku ni wo muti. Uhekenye agapande akanwa karuma: uko ni ko gukanisha, mu buto.
        Wekundu ndio tanini. Tafuna kipande, mdomo hukauka: huko ndiko kutengeneza ngozi, kwa udogo.
      `),
    },
    {
      object: 'the-drying-yard',
      picture: 'cluster:akagera-hides-imigongo/0',
      region: [0.26, 0.26, 0.32, 0.5],
      title: names('Sun | Le soleil | Izuba | Jua'),
      body: four(`
        Count the cords around one hide. Each is tightened a little every hour, so that it dries flat and not like a leaf.
        Comptez les cordes d’une peau. On les retend un peu chaque heure, pour qu’elle sèche à plat et non comme une feuille.
        Bara imigozi izengurutse uruhu rumwe. Buri saha irakomezwa gato ngo rwume rurambuye, rudahinamira nk’ikibabi.
        Hesabu kamba zinazozunguka ngozi moja. Kila saa hukazwa kidogo, ili ikauke sawa na isijikunje kama jani.
      `),
    },
    {
      object: 'natural-veg-shoulder',
      picture: 'product:natural-veg-shoulder/0',
      region: [0.46, 0.46, 0.44, 0.28],
      title: names('The end of a roll | Le bout d’un rouleau | Impera y’umuzingo | Mwisho wa jora'),
      body: four(`
        Look at the edge first, as buyers do. One colour all the way through means that nobody was in a hurry.
        Regardez d’abord la tranche, comme l’acheteur. Une seule couleur à cœur, et personne n’était pressé.
        Banza urebe uruhande, nk’abaguzi. Ibara rimwe kugera imbere bivuga ko nta wihutaga.
        Tazama ukingo kwanza, kama wanunuzi. Rangi moja hadi ndani maana yake hakuna aliyekuwa na haraka.
      `),
    },
    {
      object: 'the-last',
      picture: 'own:last',
      region: [0.42, 0.42, 0.54, 0.34],
      title: names('The ball of the foot | L’avant-pied | Imbere ku kirenge | Kifua cha mguu'),
      body: four(`
        Broad here, by two fingers more than the lasts sold in town. The wood remembers the feet it was drawn from.
        Large ici, de deux doigts de plus que les formes vendues en ville. Le bois se souvient des pieds d’où il vient.
        Hano ni hagari, intoki ebyiri kurusha forume zo mu mujyi. Igiti cyibuka ibirenge cyafatiweho.
        Pana hapa, vidole viwili zaidi ya kalibu za mjini. Mbao hukumbuka miguu iliyochorwa kwayo.
      `),
    },
    {
      object: 'how-a-welted-shoe-is-made',
      picture: 'own:step-lasted',
      region: [0.48, 0.48, 0.46, 0.3],
      title: names('The toe | La pointe | Umutwe | Ncha'),
      body: four(`
        Not one wrinkle. The pincers were here thirty times, and under the edge are thirty small tacks.
        Pas un pli. Les pinces sont venues trente fois ; sous le bord, trente petites semences.
        Nta n’umunkanyari. Igifashi cyahageze inshuro mirongo itatu, munsi hari utumusumari mirongo itatu.
        Hakuna hata kunyanzi moja. Koleo zilifika hapa mara thelathini, na chini ya ukingo kuna vijimsumari thelathini.
      `),
    },
    {
      object: 'how-a-welted-shoe-is-made',
      picture: 'own:step-welted',
      region: [0.46, 0.58, 0.5, 0.2],
      title: names('The welt | La trépointe | Umushumi wa welt | Ukanda wa welti'),
      body: four(`
        The pale strip is the secret of the house. It holds the upper today and will hold the next sole in six years.
        La bande claire est le secret de la maison : elle tient la tige aujourd’hui, elle tiendra la prochaine semelle dans six ans.
        Umushumi weruruka ni wo banga: uyu munsi ufashe uruhu, mu myaka itandatu uzafata isoli nshya.
        Ukanda mweupe ndio siri: leo umeshika ngozi, na baada ya miaka sita utashika soli mpya.
      `),
    },
    {
      object: 'how-a-welted-shoe-is-made',
      picture: 'own:step-filled',
      region: [0.08, 0.34, 0.6, 0.26],
      title: names('Cork | Le liège | Liyeje | Koki'),
      body: four(`
        Within a month the cork has learnt your foot. The strip of wood behind it keeps the waist from bending.
        En un mois, le liège a appris votre pied. La lame de bois, derrière, empêche la cambrure de plier.
        Mu kwezi kumwe liyeje iba imaze kumenya ikirenge cyawe. Agati kari inyuma gatuma hagati hatahina.
        Ndani ya mwezi koki imejifunza mguu wako. Kijiti cha nyuma huzuia kiuno kukunjika.
      `),
    },
    {
      object: 'how-a-welted-shoe-is-made',
      picture: 'own:step-soled',
      region: [0.06, 0.48, 0.46, 0.3],
      title: names('The heel | Le talon | Agatsinsino | Kisigino'),
      body: four(`
        Raw leather, before ink. You can still count the lifts; after today nobody will.
        Du cuir brut, avant l’encre. On peut encore compter les sous-bouts ; demain, plus personne.
        Uruhu rudasize, mbere ya wino. Uracyashobora kubara ibice; ejo nta wuzabibona.
        Ngozi ghafi, kabla ya wino. Bado unaweza kuhesabu vipande; kesho hakuna atakayeweza.
      `),
    },
    {
      object: 'five-eyelet-brogue-derby',
      picture: 'product:five-eyelet-brogue-derby/0',
      region: [0.26, 0.3, 0.44, 0.26],
      title: names('The lace | Le lacet | Umushumi | Kamba'),
      body: four(`
        Open lacing: the quarters lie on the vamp like the wings of a jacket, and a high instep is welcome.
        Laçage ouvert : les quartiers se posent sur l’empeigne comme les pans d’une veste ; un cou-de-pied fort y est chez lui.
        Imishumi ifunguye: impande ziryamye ku ruhu rw’imbere nk’amababa y’ikoti; n’ikirenge kibyimbye kirakwirwa.
        Kamba wazi: pande hulala juu ya ngozi ya mbele kama mabawa ya koti, na mguu mnene hukaribishwa.
      `),
    },
    {
      object: 'akala-cross-tyre-sandal',
      picture: 'product:akala-cross-tyre-sandal/0',
      region: [0.06, 0.46, 0.86, 0.26],
      title: names('Another road | Une autre route | Indi nzira | Njia nyingine'),
      body: four(`
        No welt, no cork: a tyre and clenched nails. It also lasts, and costs a quarter. Both answers are good.
        Ni trépointe ni liège : un pneu, des clous rivés. Elle dure aussi, et coûte quatre fois moins. Les deux réponses sont bonnes.
        Nta mushumi, nta liyeje: ipine n’imisumari ihengetse. Na rwo ruraramba, rukagura kimwe cya kane. Ibisubizo byombi ni byiza.
        Hakuna ukanda wala koki: tairi na misumari iliyokunjwa. Nayo hudumu, na hugharimu robo tu. Majibu yote mawili ni mazuri.
      `),
    },
    {
      object: 'round-flap-satchel',
      picture: 'product:round-flap-satchel/0',
      region: [0.24, 0.54, 0.4, 0.24],
      title: names('A quarter turn | Un quart de tour | Kimwe cya kane | Robo mzunguko'),
      body: four(`
        We end at a lock the size of a bean. It is opened four thousand times a year, and it is where a bag is judged.
        Nous finissons sur un fermoir grand comme un haricot. On l’ouvre quatre mille fois par an ; c’est là qu’un sac est jugé.
        Turangiriza ku gafungisho kangana n’igishyimbo. Gafungurwa inshuro ibihumbi bine ku mwaka; aho ni ho isakoshi icirwa urubanza.
        Tunaishia kwenye kifungo cha ukubwa wa haragwe. Hufunguliwa mara elfu nne kwa mwaka, na hapo ndipo mkoba huhukumiwa.
      `),
    },
  ],
};
