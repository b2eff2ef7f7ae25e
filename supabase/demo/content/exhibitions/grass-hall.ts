/** Earth, Grass, Fire: the second hall, fibre and dye. */
import type { ObjectSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { alone, four, names, shown } from '#supabase/demo/content/exhibitions/words.ts';

export const GRASS_HALL: readonly ObjectSeed[] = [
  alone(
    'grass',
    'work',
    'milk-jar-with-woven-lid',
    {
      title: names(
        'Milk jar with a woven lid | Pot à lait à couvercle tressé | Inkongoro n’umutemeri | Chombo cha maziwa chenye mfuniko wa kusuka',
      ),
      label: four(`
        Inkongoro: carved from one block, smoked until it is black and clean, and never set down without its lid. The lid is the weaver’s part, and her name for patience. We have no old one to show. This is a drawing of what such jars look like.
        Inkongoro : taillée dans un seul bloc, fumée jusqu’à être noire et saine, jamais posée sans son couvercle. Le couvercle est l’affaire de la vannière, et son nom de la patience. Nous n’en avons pas d’ancienne ; voici le dessin de ce qu’elles sont.
        Inkongoro: ibajwe mu giti kimwe, yosejwe kugeza yirabuye kandi isukuye, ntishyirwe hasi idapfundikiye. Umutemeri ni umurimo w’umubohyi n’izina aha kwihangana. Nta nkongoro ya kera dufite yo kwerekana. Iki ni igishushanyo cy’uko zisa.
        Inkongoro: huchongwa kutoka gogo moja, hufukizwa hadi iwe nyeusi na safi, na haiwekwi chini bila mfuniko. Mfuniko ni kazi ya msusi, na jina lake la subira. Hatuna ya kale ya kuonyesha. Huu ni mchoro wa jinsi zinavyoonekana.
      `),
      maker: names(
        'After a form in daily use; no known maker | D’après une forme d’usage courant ; sans auteur connu | Hakurikijwe imiterere isanzwe ikoreshwa; nta wayikoze uzwi | Kwa umbo linalotumika kila siku; fundi hajulikani',
      ),
      material: names('Wood, sweetgrass | Bois, herbe tressée | Igiti, ishinge | Mbao, nyasi'),
      dimensions: names(
        '40 cm high with the lid | 40 cm de haut avec le couvercle | cm 40 z’uburebure hamwe n’umutemeri | Kimo sm 40 pamoja na mfuniko',
      ),
    },
    [{ ref: 'own:milk-jar' }],
  ),
  alone(
    'grass',
    'work',
    'a-mat-and-its-work',
    {
      title: names(
        'A mat and its work | Une natte et son ouvrage | Ikirago n’umurimo wacyo | Mkeka na kazi yake',
      ),
      label: four(`
        Everything that a weaver needs is within an arm: grass cut in July, a bundle of dyed sisal, an awl, a bowl of water to keep both soft. What cannot be seen is the counting.
        Tout ce qu’il faut à une vannière tient dans un bras : l’herbe coupée en juillet, une botte de sisal teint, une alêne, un bol d’eau pour les garder souples. Ce qui ne se voit pas, c’est le compte.
        Ibyo umubohyi akeneye byose biri hafi y’ukuboko: ishinge ryaciwe muri Nyakanga, umuba w’umugwegwe usize, uruhindu, n’ibakure y’amazi yo kubyorosha. Ikitagaragara ni ukubara.
        Kila anachohitaji msusi kiko karibu na mkono: nyasi zilizokatwa Julai, fungu la mkonge uliotiwa rangi, uma, bakuli la maji la kulainisha. Kisichoonekana ni kuhesabu.
      `),
      made: names(
        'Huye, southern Rwanda | Huye, sud du Rwanda | Huye, mu majyepfo | Huye, kusini mwa Rwanda',
      ),
    },
    [{ ref: 'cluster:southern-weavers-network/0' }, { ref: 'producer:gishamvu-basket-weavers/0' }],
  ),
  ...shown(
    { hall: 'grass', booth: 'gishamvu-basket-weavers' },
    {
      'tall-zigzag-agaseke': four(`
        The basket given at weddings, never empty. Coil on coil of sweetgrass, so tight that it holds millet. After the genocide against the Tutsi in 1994, women who had lost everything wove it side by side, and it came to be called the peace basket.
        Le panier des mariages, jamais offert vide. Boudin sur boudin d’herbe, si serrés qu’ils tiennent le mil. Après le génocide des Tutsi de 1994, des femmes qui avaient tout perdu l’ont tressé côte à côte ; on l’appela panier de la paix.
        Agaseke gatangwa mu bukwe, ntigatangwa karimo ubusa. Uruziga ku rundi rw’ishinge, rukomeye ku buryo gafata uburo. Nyuma ya Jenoside yakorewe Abatutsi mu 1994, abagore bari baratakaje byose bakaboheye hamwe, kitwa agaseke k’amahoro.
        Kikapu kinachotolewa harusini, kamwe si kitupu. Pete juu ya pete za nyasi, zilizokazwa hadi kinashika ulezi. Baada ya mauaji ya kimbari dhidi ya Watutsi mwaka 1994, wanawake waliopoteza kila kitu walikisuka bega kwa bega, kikaitwa kikapu cha amani.
      `),
      'diamond-agaseke-teal': four(`
        Nine stitches at the belly, three at the neck: each diamond is counted, and the count is kept in the head for twelve days. The teal is bought, and the cooperative apologises for it.
        Neuf points au ventre, trois au col : chaque losange se compte, et le compte se garde douze jours en tête. Le bleu canard est acheté ; la coopérative s’en excuse.
        Inshinge icyenda mu nda, eshatu ku ijosi: buri mutako urabarwa, umubare ukaguma mu mutwe iminsi cumi n’ibiri. Iri bara riragurwa, koperative ibisabira imbabazi.
        Mishono tisa tumboni, mitatu shingoni: kila almasi huhesabiwa, na hesabu hukaa kichwani siku kumi na mbili. Rangi hii hununuliwa, na ushirika unaomba radhi.
      `),
      'star-serving-tray': four(`
        Eight arms, laid in on the face only; turn it and the back is plain grass. It goes round with bread, and comes back with news.
        Huit branches, posées sur la face seule ; au dos, l’herbe nue. Il part avec le pain et revient avec des nouvelles.
        Amababa umunani, ku ruhande rumwe gusa; uhindukije usanga ishinge risa. Igenda itwaye umugati ikagaruka n’amakuru.
        Mikono minane, upande wa mbele tu; nyuma ni nyasi tupu. Huzunguka na mkate na kurudi na habari.
      `),
    },
  ),
  ...shown(
    { hall: 'grass', booth: 'nyaruguru-sisal-cooperative' },
    {
      'fruit-tray-spiral-teal': four(`
        The spiral reaches the rim exactly once around. That takes planning from the first coil; whoever has not planned begins again.
        La spirale atteint le bord en un tour exact. Il faut y penser dès le premier boudin ; qui n’y a pas pensé recommence.
        Umurongo uzenguruka ugera ku mugongo ukoze uruziga rumwe neza. Bisaba kubitegura kuva ku ruziga rwa mbere; utabiteguye aratangira bundi bushya.
        Mzunguko hufika ukingoni baada ya duara moja kamili. Huhitaji mpango tangu pete ya kwanza; asiyepanga huanza upya.
      `),
      'ring-wall-basket-large': four(`
        Sixty centimetres, the widest that can be turned in a lap. The rings narrow towards the rim like a pond seen from above.
        Soixante centimètres, le plus large qu’on puisse tourner sur les genoux. Les anneaux se resserrent vers le bord, comme une mare vue d’en haut.
        Santimetero mirongo itandatu, ubugari bushoboka ku bibero. Impeta zigenda zegerana zigana ku mugongo, nk’ikizenga urebeye hejuru.
        Sentimita sitini, upana mkubwa unaoweza kugeuzwa mapajani. Pete hukaribiana kuelekea ukingo, kama bwawa likitazamwa kutoka juu.
      `),
    },
  ),
  ...shown(
    { hall: 'grass', booth: 'ibara-dye-house' },
    {
      'three-dip-indigo-scarf': four(`
        Dipped once, twice, three times along its length: rain, evening, night. The vat has not been emptied since 2019, and whoever opens the house says good morning to it.
        Trempé une fois, deux fois, trois fois dans sa longueur : pluie, soir, nuit. La cuve n’a pas été vidée depuis 2019 ; qui ouvre la maison lui dit bonjour.
        Cyinitswe rimwe, kabiri, gatatu mu burebure bwacyo: imvura, umugoroba, ijoro. Ikivomesho nticyongeye kumenwa kuva 2019; ufunguye inzu aracyifuriza umunsi mwiza.
        Imechovywa mara moja, mbili, tatu kwa urefu wake: mvua, jioni, usiku. Pipa halijamwagwa tangu 2019; anayefungua nyumba hulisalimu.
      `),
      'plant-dyed-runner': four(`
        Five shades from one pot of bark, each a day apart. A restaurant can lay a whole room from rose to nearly black, and the last table is the bark’s too.
        Cinq teintes d’un seul pot d’écorce, à un jour d’écart. Un restaurant peut couvrir toute une salle, du rose au presque noir, sans quitter l’arbre.
        Amabara atanu ava mu nkono imwe y’ibishishwa, buri rimwe rikurikira irindi ho umunsi. Resitora yasasa icyumba cyose, kuva kuri roza kugera hafi ku mukara.
        Rangi tano kutoka chungu kimoja cha magome, kila moja baada ya siku. Mgahawa unaweza kutandika ukumbi mzima, kutoka waridi hadi karibu nyeusi.
      `),
    },
  ),
];
