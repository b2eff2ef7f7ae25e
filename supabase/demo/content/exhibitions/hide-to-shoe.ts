/** The open exhibition, curated by the Masoro cluster: from the salted hide to what is worn and carried. */
import { BENCH_BOOTHS } from '#supabase/demo/content/exhibitions/bench-booths.ts';
import { BENCH_TOOLS } from '#supabase/demo/content/exhibitions/bench-hall.ts';
import { CARRIED_HALL } from '#supabase/demo/content/exhibitions/carried-hall.ts';
import { HIDE_HALL } from '#supabase/demo/content/exhibitions/hide-hall.ts';
import { HIDE_BOOTHS } from '#supabase/demo/content/exhibitions/hide-to-shoe-booths.ts';
import { HIDE_SECTIONS } from '#supabase/demo/content/exhibitions/hide-to-shoe-sections.ts';
import { SALT_TO_LACE } from '#supabase/demo/content/exhibitions/salt-to-lace.ts';
import type { ExhibitionSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four, names } from '#supabase/demo/content/exhibitions/words.ts';

export const HIDE_TO_SHOE: ExhibitionSeed = {
  slug: 'from-hide-to-shoe',
  cluster: 'masoro-footwear-leather',
  title: names(
    'From Hide to Shoe | De la peau au soulier | Kuva ku ruhu kugera ku rukweto | Kutoka ngozi hadi kiatu',
  ),
  summary: four(`
    Salt, bark, a wooden last, nine hours of hands. Ten workshops of Rwanda and its neighbours show how leather is made, how a shoe is built so that it can be mended, and what they would be glad to make for you.
    Du sel, de l’écorce, une forme en bois, neuf heures de mains. Dix ateliers du Rwanda et de ses voisins montrent comment se fait le cuir, comment un soulier se construit pour être réparé, et ce qu’ils feraient volontiers pour vous.
    Umunyu, ibishishwa by’ibiti, forume y’igiti, amasaha icyenda y’intoki. Ibigo icumi byo mu Rwanda no mu baturanyi birerekana uko uruhu rukanwa, uko urukweto rukorwa ku buryo rusanwa, n’ibyo byifuza kugukorera.
    Chumvi, magome, kalibu ya mbao, saa tisa za mikono. Karakana kumi za Rwanda na majirani zinaonyesha jinsi ngozi inavyotengenezwa, jinsi kiatu kinavyojengwa ili kirekebishike, na wangependa kukutengenezea nini.
  `),
  welcome: four(`
    Begin with your nose, if you can imagine it: wet hide, warm bark, beeswax. The first hall belongs to the tanners, the second to the bench, the third to the street. Everything with a price can be ordered; everything without one is here because you should know it exists. Ask at any booth. Somebody who made the thing will answer.
    Commencez par le nez, s’il se peut : peau mouillée, écorce tiède, cire d’abeille. La première salle est aux tanneurs, la deuxième à l’établi, la troisième à la rue. Ce qui a un prix se commande ; ce qui n’en a pas est là pour que vous le connaissiez. Posez vos questions aux stands : ceux qui ont fait la chose répondront.
    Tangirira ku mpumuro, niba ubasha kuyiyumvisha: uruhu rutose, ibishishwa bishyushye, ibishashara. Icyumba cya mbere ni icy’abakanyi, icya kabiri ni icy’ameza y’umudozi, icya gatatu ni icyo mu muhanda. Ibifite igiciro biratumizwa; ibitagifite biri hano ngo ubimenye. Baza aho bamurika hose: uwabikoze azagusubiza.
    Anza na pua, kama unaweza kuwazia: ngozi mbichi, magome ya moto, nta ya nyuki. Ukumbi wa kwanza ni wa watengeneza ngozi, wa pili wa meza ya fundi, wa tatu wa mtaani. Chenye bei kinaagizwa; kisicho na bei kiko hapa ili ukijue. Uliza kwenye banda lolote: aliyekitengeneza atajibu.
  `),
  closing: four(`
    The halls are closed for orders at the fair, not for reading. Every object keeps its page, and every workshop answers letters.
    Les salles ne prennent plus de commandes de foire, mais se lisent encore. Chaque objet garde sa page, et chaque atelier répond aux lettres.
    Ibyumba ntibyakira komande z’imurika, ariko birasomwa. Buri kintu kigumana urupapuro rwacyo, kandi buri kigo gisubiza amabaruwa.
    Kumbi hazipokei tena oda za maonyesho, lakini zinasomeka. Kila kitu kinabaki na ukurasa wake, na kila karakana hujibu barua.
  `),
  next: four(`
    We open again next year, in the dry season, with a fourth hall for repairs. Write to the cluster to be told the date.
    Nous rouvrirons l’an prochain, à la saison sèche, avec une quatrième salle pour la réparation. Écrivez au cluster pour connaître la date.
    Tuzongera gufungura umwaka utaha mu mpeshyi, dufite icyumba cya kane cyo gusana. Andikira ihuriro umenyeshwe itariki.
    Tutafungua tena mwakani, wakati wa kiangazi, tukiwa na ukumbi wa nne wa ukarabati. Andikia kikundi ujulishwe tarehe.
  `),
  ask: four(`
    Show what you would repair yourself. Three to ten pieces; for each, say who cut it, who sewed it, and what wears out first. An old tool is welcome beside a new shoe.
    Montrez ce que vous répareriez vous-mêmes. De trois à dix pièces ; pour chacune, dites qui l’a coupée, qui l’a cousue, et ce qui s’use d’abord. Un vieil outil a sa place à côté d’un soulier neuf.
    Erekana ibyo wakwisanira. Ibintu bitatu kugeza ku icumi; kuri buri kimwe, vuga uwagikase, uwakidoze, n’igisaza mbere. Igikoresho cya kera gihawe ikaze iruhande rw’urukweto rushya.
    Onyesha unachoweza kukirekebisha mwenyewe. Vitu vitatu hadi kumi; kwa kila kimoja, sema nani alikikata, nani alikishona, na kipi huchakaa kwanza. Chombo cha zamani kinakaribishwa kando ya kiatu kipya.
  `),
  theme: 'ochre',
  pattern: 'zigzag',
  zone: 'Africa/Kigali',
  hero: 'cluster:masoro-footwear-leather/0',
  halls: [
    {
      slug: 'the-hide',
      title: names('The hide | La peau | Uruhu | Ngozi'),
      intro: four(`
        A shoe is decided here, months before anybody draws it: by how fast a hide was salted, how long it lay in bark, and whether somebody looked at it twice. Three houses of the east show leather before it has a shape.
        C’est ici que se décide un soulier, des mois avant qu’on le dessine : par la vitesse du sel, le temps passé dans l’écorce, et le second regard qu’on lui a donné. Trois maisons de l’est montrent le cuir avant qu’il ait une forme.
        Aha ni ho urukweto rugenerwa, amezi menshi mbere y’uko rushushanywa: uko uruhu rwasizwe umunyu vuba, igihe rwamaze mu bishishwa, n’uwongeye kurureba. Ibigo bitatu by’iburasirazuba birerekana uruhu rutarahabwa ishusho.
        Kiatu huamuliwa hapa, miezi kabla ya kuchorwa: kwa kasi ya chumvi, muda kwenye magome, na kama kuna aliyeitazama mara mbili. Nyumba tatu za mashariki zinaonyesha ngozi kabla haijapata umbo.
      `),
      picture: 'producer:bugesera-bark-tannery/1',
    },
    {
      slug: 'the-bench',
      title: names('The bench | L’établi | Ameza y’umudozi | Meza ya fundi'),
      intro: four(`
        Five tools, one process, four ways of putting a sole under a foot. Walk around the tools first. After them you will look at the shoes differently, and ask different questions about the price.
        Cinq outils, un procédé, quatre façons de mettre une semelle sous un pied. Faites d’abord le tour des outils : vous regarderez ensuite les souliers autrement, et poserez d’autres questions sur le prix.
        Ibikoresho bitanu, uburyo bumwe, inzira enye zo gushyira isoli munsi y’ikirenge. Banza uzenguruke ibikoresho. Nyuma yaho inkweto uzazireba ukundi, n’ibyo ubaza ku giciro bihinduke.
        Zana tano, mchakato mmoja, njia nne za kuweka soli chini ya mguu. Zunguka zana kwanza. Baada ya hapo utavitazama viatu tofauti, na kuuliza maswali mengine kuhusu bei.
      `),
      picture: 'cluster:masoro-footwear-leather/1',
    },
    {
      slug: 'worn-and-carried',
      title: names(
        'Worn and carried | Portés, emportés | Ibyambarwa n’ibitwarwa | Vya kuvaa na kubeba',
      ),
      intro: four(`
        The shortest hall, and the one where people stay. Belts, wallets and bags are leather with nowhere to hide: an edge, a stitch, a buckle. Pick up what you can; put down what you must.
        La plus courte des salles, et celle où l’on reste. Ceintures, portefeuilles et sacs : du cuir qui n’a rien pour se cacher, une tranche, un point, une boucle. Prenez ce que vous pouvez, reposez ce qu’il faut.
        Icyumba kigufi kurusha ibindi, ariko ni cyo abantu batindamo. Imikandara, amakofi n’amasakoshi ni uruhu rutagira aho rwihisha: uruhande, urushinge, agafungisho. Fata icyo ushoboye, ushyire hasi icyo ugomba.
        Ukumbi mfupi kuliko wote, na ndiko watu hukaa. Mikanda, pochi na mikoba ni ngozi isiyo na pa kujificha: ukingo, mshono, bizimu. Chukua unachoweza; weka chini unacholazimika.
      `),
      picture: 'producer:urudodo-bag-makers/0',
    },
  ],
  booths: HIDE_BOOTHS,
  objects: [...HIDE_HALL, ...BENCH_TOOLS, ...BENCH_BOOTHS, ...CARRIED_HALL],
  tours: [SALT_TO_LACE],
  sections: HIDE_SECTIONS,
  guests: [
    {
      name: 'A visitor from Lyon',
      place: 'Lyon',
      text: 'Je ne savais pas ce qu’était une trépointe ; maintenant je regarde sous toutes mes chaussures. Merci pour les six images.',
      locale: 'fr',
      day: 2,
    },
    {
      name: 'A teacher and thirty pupils',
      place: 'Rwamagana',
      text: 'We printed the tour and walked it in the classroom. The question of the day was why salt comes before everything. Half of them now want to be tanners, the other half want the boot that turns.',
      locale: 'en',
      day: 3,
    },
    {
      name: 'Umudozi w’inkweto',
      place: 'Huye',
      text: 'Uko berekanye igifashi ni byo rwose. Nanjye icyanjye ndakimaranye imyaka cumi n’ine. Muzongereho icyuma gikata utwenge.',
      locale: 'rw',
      day: 5,
    },
    {
      name: 'Mnunuzi wa hoteli',
      place: 'Mombasa',
      text: 'Nimeona tofauti kati ya soli ya gundi na ya kushonwa kwa mara ya kwanza. Tumeomba sampuli mbili.',
      locale: 'sw',
      day: 6,
    },
    {
      name: 'A retired cobbler',
      place: 'Northampton',
      text: 'Cork well laid, welt a little proud at the waist, as it should be. I would hire whoever did that.',
      locale: 'en',
      day: 8,
    },
    {
      name: 'A design student',
      place: 'Nairobi',
      text: 'Please show the inside of the satchel too. And is the pattern of the tote for sale?',
      locale: 'en',
      day: 9,
      state: 'waiting',
    },
  ],
};
