/** From Hide to Shoe, first hall: salt, bark, and leather that still smells of it. */
import type { ObjectSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { alone, four, names, shown } from '#supabase/demo/content/exhibitions/words.ts';

const HALL = 'the-hide';

export const HIDE_HALL: readonly ObjectSeed[] = [
  alone(
    HALL,
    'step',
    'four-hours-of-salt',
    {
      title: names(
        'Four hours of salt | Quatre heures de sel | Amasaha ane y’umunyu | Saa nne za chumvi',
      ),
      label: four(`
        A hide begins to spoil before it is cold. Karangazi salts within four hours of the slaughter: one kilo for a goat, nine for a bull, rubbed in by hand and drained on a slope. What is missed now shows as a dull patch on a finished shoe.
        Une peau se gâte avant d’être froide. À Karangazi, on sale dans les quatre heures après l’abattage : un kilo pour une chèvre, neuf pour un taureau, frottés à la main puis égouttés en pente. Ce qu’on oublie ici se voit en tache terne sur le soulier fini.
        Uruhu rutangira kwangirika rutarakonja. I Karangazi barusiga umunyu mu masaha ane itungo ribazwe: ikilo ku ihene, icyenda ku kimasa, bakuba n’intoki maze rugakamuka ruhengamye. Ahatageze umunyu haboneka nk’ikizinga ku rukweto rurangiye.
        Ngozi huanza kuharibika kabla haijapoa. Karangazi huitia chumvi ndani ya saa nne: kilo moja kwa mbuzi, tisa kwa fahali, ikisuguliwa kwa mkono na kuachwa ichuruzike. Sehemu iliyosahaulika huonekana kama doa kwenye kiatu kilichokamilika.
      `),
      material: names('Coarse salt | Gros sel | Umunyu w’amabuye | Chumvi ya mawe'),
      dimensions: names('Dish 24 cm across | Plat de 24 cm | Isahani ya cm 24 | Sahani ya sm 24'),
    },
    [{ ref: 'own:salt' }],
  ),
  alone(
    HALL,
    'step',
    'wattle-bark',
    {
      title: names('Wattle bark | L’écorce d’acacia | Ibishishwa by’umunyinya | Magome ya mkeshia'),
      label: four(`
        Black wattle is cut for timber; its bark used to be burned. Ground and steeped in water it gives the tannin that turns skin into leather. Six weeks at least, pit by pit, from weak to strong as tea moves from pot to pot; and the water ends in a pond clean enough for ducks.
        On abat l’acacia noir pour son bois ; l’écorce, on la brûlait. Broyée et trempée, elle donne le tanin qui fait d’une peau un cuir. Six semaines au moins, de fosse en fosse, de la plus faible à la plus forte ; et l’eau finit dans une mare assez propre pour des canards.
        Iki giti bagitema bashaka imbaho; ibishishwa barabitwikaga. Iyo bisewe bikinikwa mu mazi, bitanga umuti uhindura uruhu rubisi urukanye. Ibyumweru bitandatu nibura, ruva mu cyobo rujya mu kindi gikaze kurushaho; amazi akarangirira mu kizenga ibishuhe biyogamo.
        Mti huu hukatwa kwa mbao; magome yake zamani yalichomwa. Yakisagwa na kulowekwa hutoa tanini inayogeuza ngozi mbichi kuwa ngozi ya kazi. Wiki sita angalau, shimo hadi shimo, kutoka hafifu hadi kali; na maji huishia kwenye bwawa safi ambalo bata huogelea.
      `),
      material: names(
        'Bark of black wattle, ground | Écorce d’acacia noir, broyée | Ibishishwa by’umunyinya bisewe | Magome ya mkeshia yaliyosagwa',
      ),
      dimensions: names('Dish 24 cm across | Plat de 24 cm | Isahani ya cm 24 | Sahani ya sm 24'),
    },
    [{ ref: 'own:bark' }],
  ),
  alone(
    HALL,
    'work',
    'the-drying-yard',
    {
      title: names(
        'The drying yard | La cour de séchage | Imbuga yo kwanikaho | Uwanja wa kukaushia',
      ),
      label: four(`
        Stretched on eucalyptus poles, a hide dries flat and keeps its size. The east of the country has the light for it and little rain. Turned twice a day, it is ready in five days, and it rings like a drum when it is.
        Tendue sur des perches d’eucalyptus, la peau sèche à plat et garde sa taille. L’est du pays a la lumière qu’il faut et peu de pluie. Retournée deux fois par jour, elle est prête en cinq jours ; elle sonne alors comme un tambour.
        Uruhu rubambye ku nkingi z’inturusu rwuma rurambuye rugakomeza ubunini bwarwo. Mu burasirazuba hari izuba rihagije n’imvura nke. Ruhindurwa kabiri ku munsi, mu minsi itanu ruba rwumye, rukavuga nk’ingoma.
        Ikiwambwa kwenye nguzo za mkaratusi, ngozi hukauka ikiwa imenyooka. Mashariki ya nchi kuna jua na mvua chache. Ikigeuzwa mara mbili kwa siku huwa tayari kwa siku tano, nayo hulia kama ngoma.
      `),
      made: names(
        'Kayonza, eastern Rwanda | Kayonza, est du Rwanda | Kayonza, iburasirazuba | Kayonza, mashariki mwa Rwanda',
      ),
    },
    [{ ref: 'cluster:akagera-hides-imigongo/0' }],
  ),
  ...shown(
    { hall: HALL, booth: 'bugesera-bark-tannery' },
    {
      'natural-veg-shoulder': four(`
        Leather before anything has been added: no dye, no finish. It starts the colour of bread crust and darkens with hands and sun. Strap makers cut it; we hang a piece in the window to show what five years look like.
        Le cuir avant tout ajout : ni teinture ni finition. Il a la couleur d’une croûte de pain et fonce avec les mains et le soleil. On y coupe des sangles ; un morceau pend à la fenêtre, pour montrer ce que font cinq ans.
        Uruhu rutarongerwaho ikindi: nta rangi, nta gusiga. Rutangira rusa n’igishishwa cy’umugati, rukijima kubera intoki n’izuba. Abakora imishumi ni rwo bakata; tumanika agace ku idirishya ngo turebe uko imyaka itanu iruhindura.
        Ngozi kabla ya kuongezwa chochote: hakuna rangi wala ung’arisho. Huanza na rangi ya ganda la mkate na hukolea kwa mikono na jua. Hukatwa kanda; kipande huning’inia dirishani kuonyesha miaka mitano inafanya nini.
      `),
      'bridle-butt-dyed-through': four(`
        Cut it anywhere and the edge is the same colour as the face, because the dye has gone all the way through. Tallow and beeswax, stuffed in hot, keep it supple. Belts, dog leads, bag handles that are held every day.
        Où qu’on le coupe, la tranche a la couleur de la fleur : la teinture l’a traversé. Du suif et de la cire, entrés à chaud, le gardent souple. Pour ceintures, laisses et poignées que l’on tient chaque jour.
        Aho wakata hose, ku ruhande hasa n’imbere, kuko irangi ryinjiye rikagera hakurya. Ikinure n’ibishashara byinjijwe bishyushye bituma rukomeza koroha. Rukorwamo imikandara n’imishumi ifatwa buri munsi.
        Ikate popote, ukingo una rangi ileile na uso, kwa sababu rangi imepenya yote. Mafuta na nta vilivyoingizwa vikiwa moto huifanya ibaki laini. Ni ya mikanda na vishikio vinavyoshikwa kila siku.
      `),
      'oak-colour-sole-bends': four(`
        The hardest leather in the house: four months in the pits, then rolled under eight tonnes until it rings when dropped. A sole of it outlasts two of rubber on dry ground, and can be taken off with a knife and sewn on anew.
        Le cuir le plus dur de la maison : quatre mois de fosse, puis cylindré sous huit tonnes jusqu’à sonner quand on le lâche. En terrain sec, une telle semelle use deux semelles de caoutchouc ; elle se découd et se remplace.
        Uruhu rukomeye kurusha izindi: rumara amezi ane mu byobo, rugakandishwa toni umunani kugeza ruvuga iyo ruguye. Ku butaka bwumye isoli yarwo iruta ebyiri za kawucu, kandi irakurwaho igasimbuzwa.
        Ngozi ngumu kuliko zote: miezi minne shimoni, kisha hukandamizwa kwa tani nane hadi ilie ikidondoka. Kwenye ardhi kavu soli yake hushinda mbili za mpira, na hushonwa upya.
      `),
    },
  ),
  ...shown(
    { hall: HALL, booth: 'karangazi-hides-cooperative' },
    {
      'wet-salted-cattle-hides': four(`
        Where every shoe in this exhibition begins. Stacked seven days in salt, shaken, folded hair in, tied in tens. The tag names the abattoir, the week and the grade, because the cooperative pays for a clean hide and not for one hide more.
        Là où commence chaque soulier de cette exposition. Sept jours sous le sel, secouée, pliée poil dedans, liée par dix. L’étiquette dit l’abattoir, la semaine et le choix : la coopérative paie une peau propre, et non une peau de plus.
        Aha ni ho buri rukweto rwo muri iri murika rutangirira. Rumara iminsi irindwi mu munyu, rugakungutwa, rukazingwa ubwoya imbere, zigahambirwa ari icumi. Ikirango kivuga ibagiro, icyumweru n’icyiciro, kuko koperative yishyura uruhu rwiza, ntiyishyura umubare.
        Hapa ndipo kila kiatu cha maonyesho haya huanzia. Hukaa siku saba kwenye chumvi, hukung’utwa, hukunjwa manyoya ndani na kufungwa kumikumi. Lebo hutaja machinjio, wiki na daraja, kwa sababu ushirika hulipia ngozi safi, si idadi.
      `),
      'goat-crust-natural': four(`
        Crust is leather that waits: tanned and dried, not yet coloured. Goat stays light and strong at less than a millimetre, which is why the lining of a good shoe is so often goat. Hold it to the lamp and you see the hills it grazed.
        La croûte est un cuir qui attend : tanné, séché, pas encore teint. À moins d’un millimètre, la chèvre reste légère et solide ; la doublure d’un bon soulier est souvent de chèvre. À contre-jour, on y lit les collines qu’elle a broutées.
        Uru ni uruhu rutegereje: rwakanwe rurumishwa ariko ntirurasigwa. Ihene iroroha kandi igakomera n’iyo ari munsi ya milimetero; ni yo mpamvu akenshi imbere mu rukweto rwiza haba ihene. Rurebere ku itara ubone imisozi yarishijeho.
        Hii ni ngozi inayosubiri: imetengenezwa na kukaushwa, bado haijapakwa rangi. Ngozi ya mbuzi ni nyepesi na imara hata chini ya milimita moja; ndiyo maana bitana ya kiatu kizuri mara nyingi ni mbuzi.
      `),
      'mixed-offcut-bundle': four(`
        What is left between two soles is still leather. Sorted by weight, tied, sold by the kilo: to schools for craft lessons, to makers of key fobs, to a beekeeper who hinges his hives with it. Nothing of the animal is thrown away here.
        Ce qui reste entre deux semelles est encore du cuir. Trié par épaisseur, lié, vendu au kilo : aux écoles, aux faiseurs de porte-clés, à un apiculteur qui en fait des charnières de ruche. Ici, rien de la bête ne se perd.
        Igisigaye hagati y’isoli ebyiri na cyo ni uruhu. Biratoranywa bikurikije uburemere, bigahambirwa, bikagurishwa ku kilo: ku mashuri, ku bakora udushyikirizo tw’imfunguzo, ku mworozi w’inzuki ubikoramo amapata y’imizinga.
        Kinachobaki kati ya soli mbili bado ni ngozi. Hupangwa kwa uzito, hufungwa na kuuzwa kwa kilo: kwa shule, kwa watengeneza vishika funguo, kwa mfuga nyuki anayefanya bawaba za mizinga. Hakuna kinachotupwa.
      `),
    },
  ),
  ...shown(
    { hall: HALL, booth: 'kayonza-embossing-house' },
    {
      'imigongo-embossed-sheet': four(`
        The ridges of imigongo, pressed into cowhide by a brass plate at eighty tonnes. Bark-tanned leather keeps what it is told, so no other kind is pressed here. The drawing came from painters in Kirehe, under a written agreement.
        Les arêtes de l’imigongo, pressées dans la vachette par une plaque de laiton sous quatre-vingts tonnes. Le cuir tanné à l’écorce retient ce qu’on lui dit ; on n’en presse pas d’autre. Le dessin vient des peintres de Kirehe, par accord écrit.
        Imirongo y’imigongo yakandiwe mu ruhu rw’inka n’isahani y’umuringa ifite uburemere bwa toni mirongo inani. Uruhu rwakaniwe mu bishishwa rwibuka ibyo rubwiwe; nta rundi dukanda. Umutako watanzwe n’abaca imigongo b’i Kirehe, ku masezerano yanditse.
        Michoro ya imigongo imebonyezwa kwenye ngozi ya ng’ombe kwa sahani ya shaba yenye tani themanini. Ngozi ya magome hukumbuka inachoambiwa; hatubonyezi nyingine. Mchoro ulitoka kwa wachoraji wa Kirehe, kwa makubaliano ya maandishi.
      `),
      'ostrich-print-goat': four(`
        No ostrich was near it. Goat takes the print well because its own pores are small; the plate adds the quills. We write “print” on the label and on the invoice, so that nobody further down the road forgets.
        Aucune autruche n’est passée par là. La chèvre prend bien l’empreinte, car ses pores sont fins ; la plaque ajoute les picots. Nous écrivons « imprimé » sur l’étiquette et la facture, pour que nul ne l’oublie en chemin.
        Nta otirishe yigeze ihagera. Uruhu rw’ihene rufata neza umutako kuko utwenge twarwo ari duto; isahani ni yo yongeraho utudomo. Twandika ko ari “umutako wakandiwe” ku kirango no ku nyemezabuguzi, kugira ngo hatagira ubyibagirwa.
        Hakuna mbuni aliyekuwa karibu. Ngozi ya mbuzi hupokea nakshi vizuri kwa sababu vinyweleo vyake ni vidogo; sahani huongeza vidoti. Tunaandika “nakshi” kwenye lebo na ankara ili asisahau yeyote mbele ya safari.
      `),
      'pebbled-swatch-fan': four(`
        Eight stock colours on one ring, goat that was boarded by hand until it creased both ways. Buyers carry it to the window, then outdoors, then back, and choose a different one each time. That is what it is for.
        Huit couleurs en stock sur un anneau, de la chèvre rebroussée à la main dans les deux sens. L’acheteur l’emporte à la fenêtre, dehors, revient, et choisit chaque fois une autre teinte. C’est à cela qu’il sert.
        Amabara umunani ahora mu bubiko, ari ku mpeta imwe, ku ruhu rw’ihene rwakandagajwe n’intoki. Umuguzi ayajyana ku idirishya, akayasohokana, akagaruka, buri gihe agahitamo irindi. Ni cyo abereyeho.
        Rangi nane za ghalani kwenye pete moja, kwenye ngozi ya mbuzi iliyokunjwa kwa mkono. Mnunuzi huipeleka dirishani, kisha nje, kisha hurudi, na kila mara huchagua nyingine. Ndiyo kazi yake.
      `),
    },
  ),
];
