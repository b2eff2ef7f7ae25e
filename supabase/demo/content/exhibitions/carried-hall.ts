/** From Hide to Shoe, third hall: straps, pouches and bags, and the two tools that make them. */
import type { ObjectSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { alone, four, names, same, shown } from '#supabase/demo/content/exhibitions/words.ts';

const HALL = 'worn-and-carried';

export const CARRIED_HALL: readonly ObjectSeed[] = [
  alone(
    HALL,
    'tool',
    'the-shears',
    {
      title: names('The shears | Les ciseaux | Imakasi | Mkasi'),
      label: four(`
        For lining and thin goat, never for cowhide: a blade that has met a belt is spoilt for cloth. In every workshop somebody hides a good pair, and everybody knows where.
        Pour la doublure et la chèvre fine, jamais pour la vachette : une lame qui a connu une ceinture est perdue pour l’étoffe. Dans chaque atelier, quelqu’un cache une bonne paire, et chacun sait où.
        Ikata igitambaro cy’imbere n’uruhu rw’ihene rworoshye, ntikata uruhu rw’inka: imakasi yakase umukandara ntiba igikase umwenda. Muri buri kigo hari uhisha inziza, kandi bose bazi aho.
        Ni wa bitana na ngozi nyembamba ya mbuzi, si ya ng’ombe: makali yaliyokutana na mkanda hayafai tena kwa kitambaa. Kila karakana kuna anayeficha mkasi mzuri, na wote wanajua wapi.
      `),
      material: names(
        'Forged iron, brass | Fer forgé, laiton | Icyuma gicuze, umuringa | Chuma kilichofuliwa, shaba',
      ),
      dimensions: same('22 cm'),
    },
    [{ ref: 'own:tool-scissors' }],
  ),
  alone(
    HALL,
    'tool',
    'the-brush',
    {
      title: names(
        'The last tool of all | Le dernier des outils | Igikoresho cya nyuma | Kifaa cha mwisho',
      ),
      label: four(`
        Horsehair, with a back that has taken the shape of a palm. A thing leaves the workshop when it has been brushed and the maker has looked at it once more in the doorway. It will be brushed again in shops, hotels and sculleries for years.
        Du crin, et un dos qui a pris la forme d’une paume. Un objet quitte l’atelier une fois brossé, quand celui qui l’a fait l’a regardé encore sur le seuil. On le brossera longtemps, dans des boutiques, des hôtels, des cuisines.
        Ubwoya bw’ifarashi, inyuma hafashe imiterere y’ikiganza. Ikintu kiva mu kigo kimaze kozwa n’uburoso, uwagikoze akongera akakirebera mu muryango. Kizongera koserezwa mu maduka, mu mahoteli no mu ngo imyaka myinshi.
        Nywele za farasi, na mgongo uliochukua umbo la kiganja. Kitu huondoka karakanani baada ya kupigwa brashi na fundi kukitazama tena mlangoni. Kitapigwa brashi tena madukani, hotelini na majumbani kwa miaka.
      `),
      material: names(
        'Wood, horsehair | Bois, crin | Igiti, ubwoya bw’ifarashi | Mbao, nywele za farasi',
      ),
      dimensions: same('15 cm'),
    },
    [{ ref: 'own:tool-brush' }],
  ),
  ...shown(
    { hall: HALL, booth: 'urudodo-bag-makers' },
    {
      'long-handle-market-tote': four(`
        One side of a cow, folded once, sewn up two edges. The handles are rolled round a cord so that eight kilos of potatoes do not bite. Inside it is the flesh side, polished, and a loop for keys. Nothing else was needed.
        Un demi-cuir de vache, plié une fois, cousu sur deux bords. Les anses sont roulées sur une corde : huit kilos de pommes de terre ne scient pas l’épaule. Dedans, le côté chair, poli, et une boucle à clés. Il ne fallait rien d’autre.
        Uruhande rumwe rw’inka, ruhinwe rimwe, rudoze impande ebyiri. Amaboko yazingiwe ku kagozi ngo ibiro umunani by’ibirayi bitababaza urutugu. Imbere ni uruhande rw’inyama runogejwe n’akamanikwaho imfunguzo. Nta kindi cyari gikenewe.
        Upande mmoja wa ng’ombe, umekunjwa mara moja, umeshonwa kingo mbili. Vishikio vimezungushiwa kamba ili kilo nane za viazi zisiumize. Ndani ni upande wa nyama uliong’arishwa, na kitanzi cha funguo. Hakuna kingine kilichohitajika.
      `),
      'round-flap-satchel': four(`
        It has to open with one hand on a moving bus. The flap falls shut by its weight, the lock turns a quarter. Six stitches to the inch, two needles, one thread: cut one stitch and the next still holds.
        Elle doit s’ouvrir d’une main dans un bus en marche. Le rabat retombe de son poids, le fermoir tourne d’un quart. Six points au pouce, deux aiguilles, un fil : coupez un point, le suivant tient encore.
        Igomba gufungurwa n’ukuboko kumwe uri muri bisi igenda. Umupfundikizo witwara ku buremere bwawo, agafungisho kakazenguruka kimwe cya kane. Inshinge ebyiri, urudodo rumwe: ucitse urushinge rumwe, urukurikira rurakomeza.
        Lazima ufunguke kwa mkono mmoja ndani ya basi linalotembea. Mfuniko huanguka kwa uzito wake, kifungo huzunguka robo. Sindano mbili, uzi mmoja: mshono mmoja ukikatika, unaofuata hushika.
      `),
      'half-moon-woven-clutch': four(`
        Plaited from the ends of belts, strips of six millimetres that would have been swept up. A day and a half for one. It was shown at a wedding, and the workshop has not caught up since.
        Tressé de bouts de ceintures, des lanières de six millimètres qu’on allait balayer. Un jour et demi chacun. On l’a vu à un mariage ; depuis, l’atelier n’a pas rattrapé son retard.
        Isutse mu mitwe y’imikandara, uduce twa milimetero esheshatu twari kujugunywa. Imwe imara umunsi n’igice. Yagaragaye mu bukwe, kuva ubwo ikigo nticyongeye guhaza abayishaka.
        Imesukwa kwa ncha za mikanda, vipande vya milimita sita ambavyo vingefagiliwa. Mmoja huchukua siku moja na nusu. Ulionekana harusini, na tangu hapo karakana haijafikia maombi.
      `),
    },
    {
      'round-flap-satchel': [
        { ref: 'product:round-flap-satchel/0' },
        {
          ref: 'product:round-flap-satchel/1',
          role: 'detail',
          caption: names(
            'Saddle stitch, six to the inch. | Point sellier, six au pouce. | Ubudozi bw’inshinge ebyiri. | Mshono wa sindano mbili.',
          ),
        },
      ],
    },
  ),
  ...shown(
    { hall: HALL, booth: 'umukandara-belt-workshop' },
    {
      'imigongo-tooled-belt': four(`
        Cut a third into the leather with a swivel knife, bevelled along one side; the light draws the rest. Eleven hours. The painters of Kirehe taught the pattern and get a share of each sale, entered in an exercise book that anybody may read.
        Incisé au tiers de l’épaisseur, biseauté d’un côté ; la lumière dessine le reste. Onze heures. Les peintres de Kirehe ont enseigné le motif et touchent une part de chaque vente, notée dans un cahier que chacun peut lire.
        Ukatwa kugeza kuri kimwe cya gatatu cy’umubyimba, uruhande rumwe rugahengekwa; urumuri rushushanya ibisigaye. Amasaha cumi n’umwe. Abaca imigongo b’i Kirehe bigishije umutako kandi bahabwa umugabane kuri buri mukandara, byandikwa mu ikaye buri wese yasoma.
        Hukatwa theluthi ya unene kwa kisu kinachozunguka, upande mmoja ukiinamishwa; mwanga huchora mengine. Saa kumi na moja. Wachoraji wa Kirehe walifundisha mchoro na hupata sehemu ya kila mauzo, ikiandikwa kwenye daftari ambalo yeyote husoma.
      `),
      'eight-strand-braided-belt': four(`
        No holes: the pin goes through the braid wherever you are today. Eight thongs of goat, plaited damp. In its first week it grows by two fingers and then never again.
        Pas de trous : l’ardillon traverse la tresse là où vous en êtes aujourd’hui. Huit lanières de chèvre, tressées humides. La première semaine, elle prend deux doigts, puis plus jamais.
        Nta twenge: akuma kanyura mu isuka aho waba ungana uyu munsi. Imishumi umunani y’uruhu rw’ihene, isukwa itose. Mu cyumweru cya mbere yiyongeraho intoki ebyiri, hanyuma ntiyongere ukundi.
        Hakuna matundu: pini hupita kwenye msuko popote ulipo leo. Kanda nane za mbuzi, zilizosukwa zikiwa na unyevu. Wiki ya kwanza huongezeka vidole viwili, kisha kamwe.
      `),
      'box-stitched-watch-strap': four(`
        The smallest thing in the hall with the most work per gram: forty-four stitches over a core, edges turned, and the underside left undyed because a wrist is warm and skin remembers.
        Le plus petit objet de la salle, et le plus de travail au gramme : quarante-quatre points sur une âme, bords rempliés, l’envers non teint, car un poignet est chaud et la peau se souvient.
        Ikintu gito kurusha ibindi muri iki cyumba kandi gifite akazi kenshi kuri garama: inshinge mirongo ine n’enye, impande zihinnye, imbere hadasize irangi kuko ukuboko kurashyuha.
        Kitu kidogo zaidi ukumbini chenye kazi nyingi zaidi kwa gramu: mishono arobaini na minne, kingo zilizokunjwa, upande wa ndani bila rangi kwa sababu mkono una joto.
      `),
    },
  ),
  ...shown(
    { hall: HALL, booth: 'agafuka-small-leather' },
    {
      'six-card-bifold': four(`
        Thin, because the pockets are cut in steps and not stacked. The fold is pressed for a night under a slab of granite that was once a doorstep.
        Mince, parce que les poches sont coupées en escalier et non empilées. Le pli passe une nuit sous une dalle de granit qui fut un seuil.
        Iroroshye, kuko imifuka yayo ikatwa nk’ingazi aho kugerekeranywa. Ihinwa rirara munsi y’ibuye rya garanite ryahoze ari irembo.
        Ni nyembamba, kwa sababu mifuko imekatwa kama ngazi, si kurundikwa. Mkunjo hubanwa usiku mmoja chini ya bamba la granite lililokuwa kizingiti.
      `),
      'long-wallet-laced': four(`
        Two hundred and fourteen holes and one goat thong that goes through each of them twice. The edge was learnt from a binder of bibles, and it has outlived the bibles.
        Deux cent quatorze trous, et une lanière de chèvre qui passe deux fois dans chacun. Ce bord vient d’un relieur de bibles ; il a survécu aux bibles.
        Utwenge magana abiri na cumi na tune, n’umushumi umwe w’ihene unyura muri buri kenge kabiri. Byigiwe ku wateranyaga bibiliya, none bimaze igihe kuzirusha.
        Matundu mia mbili kumi na manne na ukanda mmoja wa mbuzi unaopita kila moja mara mbili. Ukingo huu ulifunzwa na mfunga biblia, nao umeishi kuliko biblia hizo.
      `),
      'three-slot-card-sleeve': four(`
        What apprentices make first, and make again, until the stitches line up front and back. Cut from pieces that a bag workshop weighed out by the kilo on Tuesday.
        Ce que l’apprenti fait d’abord, et refait, jusqu’à ce que les points s’alignent devant et derrière. Coupé dans ce qu’un atelier de sacs a pesé au kilo mardi.
        Ni cyo uwiga abanza gukora, akongera, kugeza ubudozi bungana imbere n’inyuma. Gikatwa mu bisate ikigo cy’amasakoshi cyapimye ku kilo ku wa kabiri.
        Hiki ndicho mwanafunzi hufanya kwanza, na kurudia, hadi mishono ilingane mbele na nyuma. Hukatwa kwenye vipande ambavyo karakana ya mikoba ilipima kwa kilo Jumanne.
      `),
    },
  ),
];
