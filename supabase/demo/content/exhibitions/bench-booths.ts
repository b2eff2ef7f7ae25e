/** From Hide to Shoe, second hall: what the shoemakers chose to bring. */
import { BOOT_ROUND } from '#supabase/demo/content/exhibitions/bench-hall.ts';
import type { ObjectSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four, names, shown } from '#supabase/demo/content/exhibitions/words.ts';

const HALL = 'the-bench';

export const BENCH_BOOTHS: readonly ObjectSeed[] = [
  ...shown(
    { hall: HALL, booth: 'inzira-shoe-workshop' },
    {
      'masoro-plain-derby': four(`
        The first shoe of the house, and still the one an apprentice is given. Four eyelets, no decoration: there is nothing to look at but the line from heel to toe, and so it has to be right.
        Le premier soulier de la maison, et encore celui qu’on donne à l’apprenti. Quatre œillets, aucun décor : il n’y a rien à regarder que la ligne, du talon à la pointe ; elle doit donc être juste.
        Urukweto rwa mbere rw’iki kigo, kandi na n’ubu ni rwo umutoza aha uwiga. Utwenge tune, nta mutako: nta kindi cyo kureba uretse umurongo uva ku gatsinsino ujya ku mano; ugomba rero kuba uboneye.
        Kiatu cha kwanza cha karakana, na bado ndicho mwanafunzi hupewa. Matundu manne, bila pambo: hakuna cha kutazama ila mstari kutoka kisigino hadi ncha, hivyo lazima uwe sahihi.
      `),
      'five-eyelet-brogue-derby': four(`
        Every hole is punched by hand over a block of lead, one at a time, and then closed from behind so that rain stays out. The sole is welted and can be replaced twice. The steps of its making stand in the middle of this hall.
        Chaque trou est percé à la main sur un bloc de plomb, un à un, puis doublé contre la pluie. La semelle, cousue trépointe, se remplace deux fois. Les étapes de sa fabrication sont au milieu de cette salle.
        Buri kenge gatoborwa n’intoki ku cyuma cya purombe, kamwe kamwe, hanyuma kagakingirwa imbere ngo imvura itinjira. Isoli idodwa ku mushumi, isimburwa kabiri. Intambwe zo kurukora ziri hagati muri iki cyumba.
        Kila tundu hutobolewa kwa mkono juu ya kipande cha risasi, moja moja, kisha huzibwa kwa nyuma mvua isiingie. Soli imeshonwa kwenye ukanda, hubadilishwa mara mbili. Hatua za kukitengeneza ziko katikati ya ukumbi huu.
      `),
      'apron-derby-hand-sewn': four(`
        Forty minutes of sewing in each shoe, with two needles and no machine. The seam is raised: it takes a thumb that has done it for years to keep the ridge even around the toe. Run your own along it at the booth.
        Quarante minutes de couture par soulier, à deux aiguilles, sans machine. La couture est en relief ; il faut un pouce exercé pour garder l’arête égale autour de la pointe. Passez-y le vôtre, au stand.
        Iminota mirongo ine yo kudoda kuri buri rukweto, inshinge ebyiri, nta mashini. Ubudozi burabyimbye: bisaba igikumwe cyabimenyereye ngo umurongo ungane impande zose z’umutwe. Uze uwukorakore aho bumurikirwa.
        Dakika arobaini za kushona kila kiatu, kwa sindano mbili bila mashine. Mshono umeinuka: huhitaji kidole gumba chenye uzoefu kuuweka sawa kuzunguka ncha. Pitisha chako kwenye banda.
      `),
      'wingtip-oxford-espresso': four(`
        Brown only when finished: the leather is bought pale, and the colour goes on the whole shoe, three times, by cloth. A wooden peg holds the waist where others put a nail. Leather and wood swell alike; iron does not.
        Brun seulement à la fin : le cuir arrive pâle, la couleur se pose sur le soulier entier, trois fois, au chiffon. Une cheville de bois tient la cambrure là où d’autres mettent un clou. Cuir et bois gonflent ensemble ; le fer, non.
        Ruba ikigina rurangiye gusa: uruhu rugurwa rukeye, ibara rigasigwa ku rukweto rwose, gatatu, n’agatambaro. Agati gafata mu kirenge hagati aho abandi bashyira umusumari. Uruhu n’igiti birabyimbana; icyuma nticyabyimba.
        Huwa kahawia mwishoni tu: ngozi hununuliwa nyeupe, na rangi hupakwa kiatu kizima, mara tatu, kwa kitambaa. Kijiti cha mbao hushika kiuno ambapo wengine hutia msumari. Ngozi na mbao huvimba pamoja; chuma hakivimbi.
      `),
    },
    {
      'apron-derby-hand-sewn': [
        { ref: 'product:apron-derby-hand-sewn/0' },
        {
          ref: 'product:apron-derby-hand-sewn/1',
          role: 'detail',
          caption: names(
            'The raised seam. | La couture en relief. | Ubudozi bubyimbye. | Mshono ulioinuka.',
          ),
        },
      ],
    },
  ),
  ...shown(
    { hall: HALL, booth: 'bumbogo-bootmakers' },
    {
      'welted-service-boot': four(`
        Turn it around: twelve views, no bad side. Cowhide of 2.4 mm from Bugesera, a steel shank, two weeks of wearing in that nobody enjoys. It comes back after six years for a new sole, and the makers greet it like a cousin.
        Faites-la tourner : douze vues, aucun mauvais profil. Vachette de 2,4 mm de Bugesera, cambrion d’acier, deux semaines pour la faire, que personne n’aime. Elle revient après six ans pour une semelle ; on la salue comme une cousine.
        Ihindukize: impande cumi n’ebyiri, nta rubi rurimo. Uruhu rwa mm 2.4 rwo mu Bugesera, icyuma gikomeza hagati, ibyumweru bibiri byo kuyimenyera bitanezeza. Igaruka nyuma y’imyaka itandatu gusimburizwa isoli, bakayakira nka mubyara wabo.
        Izungushe: pande kumi na mbili, hakuna mbaya. Ngozi ya mm 2.4 kutoka Bugesera, chuma kiunoni, wiki mbili za kuizoea zisizopendeza. Hurudi baada ya miaka sita kwa soli mpya, nasi huipokea kama binamu.
      `),
      'bumbogo-hill-boot': four(`
        The upper is turned outwards and sewn down, so there is no seam for water to find at the level of the mud. Any village with an awl can mend it. Six weeks on the feet of milk collectors, then cut in half: ask to see the halves.
        La tige est retournée vers l’extérieur et cousue : à hauteur de boue, l’eau ne trouve aucune couture. Tout village qui a une alêne peut la réparer. Six semaines aux pieds des ramasseurs de lait, puis sciée en deux : demandez à voir.
        Uruhu rwo hejuru ruhindurirwa inyuma rukadodwa, amazi ntabone aho yinjirira ku rwego rw’icyondo. Umudugudu wose ufite umusumari udoda wayisana. Imara ibyumweru bitandatu yambarwa n’abakusanya amata, hanyuma igacibwamo kabiri: saba uyirebe.
        Ngozi hugeuzwa nje na kushonwa, hivyo maji hayapati mshono kwenye usawa wa tope. Kijiji chochote chenye uma huweza kuitengeneza. Wiki sita miguuni mwa wakusanya maziwa, kisha hukatwa nusu: omba kuona nusu hizo.
      `),
      'crepe-desert-boot': four(`
        Two pieces of leather, one row of stitches, a sheet of crepe. It was drawn to see how little a boot can be made of, and turned out to be the one that the makers wear themselves.
        Deux morceaux de cuir, un rang de points, une feuille de crêpe. Dessinée pour voir de combien peu se fait une bottine ; c’est celle que portent ceux qui la font.
        Ibice bibiri by’uruhu, umurongo umwe w’ubudozi, urupapuro rwa kawucu. Yahanzwe ngo barebe uko bote yakorwa mu bike bishoboka; none ni yo abayikora biyambarira.
        Vipande viwili vya ngozi, safu moja ya mishono, kipande cha krepi. Ilibuniwa kuona buti inaweza kutengenezwa kwa vichache vipi; ndiyo mafundi wenyewe huvaa.
      `),
    },
    { 'welted-service-boot': BOOT_ROUND },
  ),
  ...shown(
    { hall: HALL, booth: 'entoto-bench-shoemakers' },
    {
      'bench-brogue-oxford': four(`
        One maker from cutting to wrapping; her mark is inside the left shoe. Eleven stitches to the inch, then closed with a hot iron until they cannot be counted. Lined with highland sheep, as gloves are.
        Une seule personne de la coupe à l’emballage ; sa marque est dans le soulier gauche. Onze points au pouce, refermés au fer chaud jusqu’à ne plus pouvoir les compter. Doublé de mouton des hauts plateaux, comme un gant.
        Ukora aba umwe kuva ku gukata kugeza ku gupfunyika; ikimenyetso cye kiri mu rukweto rw’ibumoso. Inshinge cumi n’imwe kuri santimetero ebyiri n’igice, zigafungwa n’icyuma gishyushye kugeza zitabarika. Imbere ni uruhu rw’intama zo mu misozi.
        Fundi mmoja kutoka kukata hadi kufunga; alama yake iko ndani ya kiatu cha kushoto. Mishono kumi na moja kwa inchi, kisha hufungwa kwa chuma cha moto hadi haihesabiki. Bitana ni kondoo wa nyanda za juu, kama glavu.
      `),
      'low-boot-leather-sole': four(`
        Black calf, boned to a shine with the shin of a deer rather than sanded and painted. Seven lifts of leather in the heel and one of rubber: the rubber is for the pavement of Addis, the seven are for the sound.
        Veau noir, lustré à l’os plutôt que poncé et peint. Sept sous-bouts de cuir au talon, un de caoutchouc : le caoutchouc pour les trottoirs d’Addis, les sept autres pour le bruit du pas.
        Uruhu rw’inyana rw’umukara, rwasenywe n’igufwa aho gusigwa irangi. Agatsinsino gafite ibice birindwi by’uruhu n’icya kawucu: kawucu ni iyo mihanda ya Addis, birindwi bisigaye ni iby’ijwi ry’intambwe.
        Ngozi nyeusi ya ndama, iliyong’arishwa kwa mfupa badala ya kupakwa rangi. Vipande saba vya ngozi kisiginoni na kimoja cha mpira: mpira ni wa barabara za Addis, saba ni vya mlio wa hatua.
      `),
      'strap-journal-cover': four(`
        What shoemakers do in the rains, when soles dry slowly. The strap passes under a bridge, as it does on a shoe, and the ribbon is braided from three lengths of closing thread.
        Ce que font les cordonniers à la saison des pluies, quand les semelles sèchent lentement. La patte passe sous un pont, comme sur un soulier ; le signet est tressé de trois brins de fil à piquer.
        Ni ibyo abadozi b’inkweto bakora mu mvura, iyo isoli zuma buhoro. Umushumi unyura munsi y’akararo, nko ku rukweto; akamenyetso k’impapuro gasutse mu budodo butatu bwo kudoda.
        Hivi ndivyo mafundi viatu hufanya wakati wa mvua, soli zinapokauka polepole. Ukanda hupita chini ya daraja, kama kwenye kiatu; utepe umesukwa kwa nyuzi tatu za kushonea.
      `),
    },
  ),
  ...shown(
    { hall: HALL, booth: 'kamukunji-sole-makers' },
    {
      'akala-cross-tyre-sandal': four(`
        Ten thousand kilometres on a lorry, then as many on a foot. The tyre is split with a wet knife, the straps nailed from below and clenched. Two sandals of a pair come from the same tyre; sorting by tread takes as long as nailing.
        Dix mille kilomètres sous un camion, puis autant sous un pied. Le pneu est refendu au couteau mouillé, les brides clouées par-dessous et rivées. Les deux sandales viennent du même pneu ; les apparier prend autant de temps que les clouer.
        Ibilometero ibihumbi icumi ku modoka, hanyuma bingana bityo ku kirenge. Ipine icibwamo kabiri n’icyuma gitose, imishumi igaterwa imisumari iturutse hasi igahengekwa. Inkweto zombi ziva ku ipine rimwe; kuzihuza bifata igihe nk’icyo kuzitera imisumari.
        Kilomita elfu kumi kwenye lori, kisha nyingine kama hizo mguuni. Tairi hupasuliwa kwa kisu kilicholowa, kanda hupigiliwa kutoka chini na misumari kukunjwa. Ndara mbili za jozi hutoka tairi moja; kuzioanisha huchukua muda kama kuzipigilia.
      `),
      'beaded-slide-teal': four(`
        Six hundred beads a shoe, each sewn through the leather with doubled thread by women in Kajiado who set the price themselves. If one bead goes, the others stay: no thread runs from stitch to stitch.
        Six cents perles par soulier, chacune cousue à travers le cuir, au fil double, par des femmes de Kajiado qui fixent leur prix. Qu’une perle s’en aille, les autres restent : aucun fil ne court d’un point à l’autre.
        Amasaro magana atandatu kuri buri rukweto, buri saro ridodwa mu ruhu n’urudodo rwikubye kabiri n’abagore b’i Kajiado bishyiriraho igiciro. Rimwe rivuyeho andi arasigara: nta rudodo ruva ku rushinge rumwe rujya ku rundi.
        Shanga mia sita kila kiatu, kila moja ikishonwa kupitia ngozi kwa uzi maradufu na wanawake wa Kajiado wanaojipangia bei. Moja ikitoka, nyingine hubaki: hakuna uzi unaopita mshono hadi mshono.
      `),
      'stacked-heel-blocks': four(`
        Leather from Bugesera goes north over two borders, is pasted, pressed overnight and sanded square in Nairobi, and comes back under the shoes of Masoro. Put your ear to a workshop at five o’clock: this is what walks home.
        Du cuir de Bugesera monte au nord par deux frontières ; à Nairobi on le colle, on le presse une nuit, on le ponce d’équerre, et il revient sous les souliers de Masoro. À cinq heures, écoutez un atelier : c’est lui qui rentre à pied.
        Uruhu rwo mu Bugesera rwambuka imipaka ibiri rugana mu majyaruguru; i Nairobi rugasigwa kole, rugakandwa ijoro ryose, rukanozwa, rukagaruka munsi y’inkweto za Masoro. Saa kumi n’imwe utege amatwi ikigo: ni rwo rutaha n’amaguru.
        Ngozi ya Bugesera huvuka mipaka miwili kwenda kaskazini; Nairobi hugundishwa, hubanwa usiku kucha na kusawazishwa, kisha hurudi chini ya viatu vya Masoro. Sikiliza karakana saa kumi na moja jioni: hii ndiyo inarudi nyumbani.
      `),
    },
    {
      'stacked-heel-blocks': [
        { ref: 'product:stacked-heel-blocks/1' },
        { ref: 'product:stacked-heel-blocks/0' },
      ],
    },
  ),
  // This booth waits for the coordinator's yes: nobody else sees it yet.
  ...shown(
    { hall: HALL, booth: 'gahanga-trainers' },
    {
      'gahanga-court-cream': four(`
        “Trainers cannot be made here,” they were told on the course. This is the fourth model that says otherwise: a cup sole, bought finished, and an upper stitched to it all the way round.
        « Ici, on ne fait pas de baskets », leur avait-on dit au cours. Voici le quatrième modèle qui dit le contraire : une semelle coque achetée finie, et une tige cousue dessus tout autour.
        Mu mahugurwa bababwiye ko baskete zitakorerwa hano. Uru ni urwa kane rubivuguruza: isoli igurwa irangiye, uruhu rukayidodwaho impande zose.
        Waliambiwa kozini kuwa raba haziwezi kutengenezwa hapa. Hili ni toleo la nne linalokanusha: soli iliyonunuliwa tayari, na ngozi iliyoshonwa juu yake pande zote.
      `),
      'kitenge-panel-trainer': four(`
        The panel is cut twice, one for each foot, so that the print mirrors. Cloth comes from the market in Nyabugogo, never more than two pieces of a kind; when it is gone, it is gone.
        L’empiècement se coupe deux fois, un par pied, pour que le motif se réponde. Le pagne vient du marché de Nyabugogo, jamais plus de deux pièces ; quand il n’y en a plus, il n’y en a plus.
        Igitenge gikatwa kabiri, buri kirenge icyacyo, kugira ngo imitako irebane. Kigurwa ku isoko rya Nyabugogo, ntihagurwa ibirenze bibiri bisa; iyo gishize kiba gishize.
        Kitenge hukatwa mara mbili, kwa kila mguu, ili michoro itazamane. Hununuliwa soko la Nyabugogo, si zaidi ya vipande viwili vya aina moja; kikiisha kimeisha.
      `),
    },
  ),
];
