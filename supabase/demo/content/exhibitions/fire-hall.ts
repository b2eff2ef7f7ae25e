/** Earth, Grass, Fire: the third hall, what is roasted, smoked and fired. */
import type { ObjectSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { alone, four, names, shown } from '#supabase/demo/content/exhibitions/words.ts';

export const FIRE_HALL: readonly ObjectSeed[] = [
  alone(
    'fire',
    'step',
    'eleven-minutes-in-the-drum',
    {
      title: names(
        'Eleven minutes in the drum | Onze minutes au tambour | Iminota cumi n’umwe mu ngunguru | Dakika kumi na moja kwenye pipa',
      ),
      label: four(`
        Green coffee smells of hay and lasts a year. Eleven minutes later it smells of everything and lasts a month. The bean has lost a sixth of its weight and grown by half; listen for the crack, say the roasters, not for the clock.
        Vert, le café sent le foin et se garde un an. Onze minutes plus tard, il sent tout et se garde un mois. Le grain a perdu un sixième de son poids et gonflé de moitié ; écoutez le craquement, disent les torréfacteurs, pas l’horloge.
        Ikawa idakaranze ihumura nk’ubwatsi kandi imara umwaka. Nyuma y’iminota cumi n’umwe ihumura byose ikamara ukwezi. Impeke itakaje kimwe cya gatandatu cy’uburemere ikabyimbaho kimwe cya kabiri; tega amatwi uko iturika, si isaha.
        Kahawa mbichi hunukia nyasi kavu na hudumu mwaka. Dakika kumi na moja baadaye hunukia kila kitu na hudumu mwezi. Buni imepoteza sehemu moja ya sita ya uzito na kuvimba kwa nusu; sikiliza mlio, wasema wakaangaji, si saa.
      `),
      material: names(
        'Arabica, Red Bourbon | Arabica, Bourbon rouge | Arabika, Bourbon itukura | Arabika, Bourbon nyekundu',
      ),
    },
    [
      {
        ref: 'own:coffee-green',
        role: 'before',
        caption: names(
          'Washed and dried | Lavé et séché | Yogejwe irumishwa | Imeoshwa na kukaushwa',
        ),
      },
      {
        ref: 'own:coffee-roasted',
        role: 'after',
        caption: names('Roasted | Torréfié | Ikaranze | Imekaangwa'),
      },
    ],
  ),
  alone(
    'fire',
    'work',
    'a-shelf-after-the-kiln',
    {
      title: names(
        'A shelf after the kiln | Une étagère après le four | Ububiko nyuma y’itanura | Rafu baada ya tanuri',
      ),
      label: four(`
        Two days of heat, two of waiting: opened early, the pots crack with a sound like rain. What stands here has been knocked with a knuckle, one by one, and answered.
        Deux jours de chaleur, deux d’attente : ouvert trop tôt, le four fait craquer les pots d’un bruit de pluie. Ce qui est ici a été frappé du doigt, un par un, et a répondu.
        Iminsi ibiri y’ubushyuhe, ibiri yo gutegereza: rifunguwe kare, inkono zisaduka nk’ijwi ry’imvura. Ibiri hano byakomanzweho urutoki kimwe kimwe, birasubiza.
        Siku mbili za joto, mbili za kusubiri: likifunguliwa mapema, vyungu hupasuka kwa sauti ya mvua. Vilivyo hapa vimegongwa kwa kidole, kimoja kimoja, vikajibu.
      `),
      made: names(
        'Burera, northern Rwanda | Burera, nord du Rwanda | Burera, mu majyaruguru | Burera, kaskazini mwa Rwanda',
      ),
    },
    [{ ref: 'cluster:virunga-highland-table/2' }, { ref: 'producer:burera-lakes-pottery/0' }],
  ),
  ...shown(
    { hall: 'fire', booth: 'gakenke-ridge-coffee' },
    {
      'ridge-washed-green-ab': four(`
        Four hundred and twelve growers, one ridge, eighteen days on the beds under people who take out every bean that is merely doubtful. Red apple, black tea, a long caramel end.
        Quatre cent douze planteurs, une crête, dix-huit jours sur les lits, sous des mains qui ôtent tout grain seulement douteux. Pomme rouge, thé noir, une longue fin de caramel.
        Abahinzi magana ane na cumi na babiri, umusozi umwe, iminsi cumi n’umunani ku bitanda, bakuramo impeke yose ishidikanywaho. Pome itukura, icyayi cy’umukara, iherezo rirerire rya karameli.
        Wakulima mia nne kumi na wawili, ukingo mmoja wa mlima, siku kumi na nane vichanjani, wakitoa kila buni yenye shaka. Tofaa jekundu, chai nyeusi, mwisho mrefu wa karameli.
      `),
      'womens-lot-light-roast': four(`
        Cherries from 138 women who own their trees, paid a fifth more, into their own accounts. The premium is printed on the bag, so that the drinker knows what it was.
        Les cerises de 138 femmes propriétaires de leurs arbres, payées un cinquième de plus, sur leur propre compte. La prime est imprimée sur le paquet : qui boit sait combien.
        Ibitumbwe by’abagore 138 batunze ibiti byabo, bahembwa kimwe cya gatanu cy’inyongera kuri konti zabo. Iyo nyongera yanditse ku gafuka, kugira ngo uyinywa ayimenye.
        Matunda ya wanawake 138 wanaomiliki miti yao, wakilipwa moja ya tano zaidi, kwenye akaunti zao. Nyongeza imechapishwa kwenye mfuko, ili mnywaji ajue.
      `),
      'cooperative-blend-medium': four(`
        In 2019 the members voted to taste their own coffee. Until then most of them had drunk tea. This is what they chose to drink since.
        En 2019, les membres ont voté de goûter leur propre café. Jusque-là, la plupart buvaient du thé. Voici ce qu’ils boivent depuis.
        Mu 2019 abanyamuryango batoye gusogongera ikawa yabo. Mbere yaho abenshi banywaga icyayi. Iyi ni yo banywa kuva ubwo.
        Mwaka 2019 wanachama walipiga kura kuonja kahawa yao. Hadi hapo wengi walikunywa chai. Hii ndiyo wanayokunywa tangu hapo.
      `),
    },
  ),
  ...shown(
    { hall: 'fire', booth: 'sabyinyo-beekeepers' },
    {
      'forest-edge-amber-honey': four(`
        The park ends at a stone wall, and the hives stand along it. Bees do not read the sign: bamboo shoot and giant lobelia on one side, beans and eucalyptus on the other. Strained cold, never heated.
        Le parc finit à un mur de pierre, et les ruches le longent. L’abeille ne lit pas le panneau : bambou et lobélie géante d’un côté, haricot et eucalyptus de l’autre. Filtré à froid, jamais chauffé.
        Pariki irangirira ku rukuta rw’amabuye, imizinga ikarukikije. Inzuki ntizisoma icyapa: imigano ku ruhande rumwe, ibishyimbo n’inturusu ku rundi. Ayungururwa akonje, ntashyushywa.
        Hifadhi huishia kwenye ukuta wa mawe, na mizinga imepangwa kando yake. Nyuki hawasomi bango: mianzi upande mmoja, maharagwe na mikaratusi upande wa pili. Huchujwa baridi, haipashwi moto.
      `),
      'bamboo-belt-dark-honey': four(`
        Nearly black, slow, less sweet than any other: bees take it from the sap that insects leave on the bamboo. Three hundred jars in a good year, none in a bad one.
        Presque noir, lent, le moins sucré de tous : l’abeille le tire de la sève que des insectes laissent sur le bambou. Trois cents pots les bonnes années, aucun les mauvaises.
        Bujya kwirabura, butemba buhoro, ntibusukari nk’ubundi: inzuki zibukura ku mutobe udukoko dusiga ku migano. Amacupa magana atatu mu mwaka mwiza, nta na rimwe mu mubi.
        Nyeusi karibu, nzito, si tamu kama nyingine: nyuki huipata kwenye utomvu wadudu wanaoacha kwenye mianzi. Chupa mia tatu mwaka mzuri, hakuna mwaka mbaya.
      `),
    },
  ),
  ...shown(
    { hall: 'fire', booth: 'burera-lakes-pottery' },
    {
      'lake-mug-half-dipped': four(`
        The glaze ends where the lake stood on the day the first one was dipped. Below, the clay is bare and burnished, because that is where a hand wants warmth.
        L’émail s’arrête où montait le lac, le jour où la première fut trempée. Dessous, l’argile est nue et lissée : c’est là que la main cherche la chaleur.
        Irangi rirangirira aho ikiyaga cyari kigeze umunsi icya mbere cyinikwa. Hasi ibumba ryambaye ubusa kandi rinogejwe, kuko aho ari ho ikiganza gishaka ubushyuhe.
        Glazi huishia pale ziwa lilipofika siku cha kwanza kilipochovywa. Chini, udongo uko wazi na laini, kwa sababu hapo ndipo mkono hutaka joto.
      `),
      'deep-breakfast-bowl': four(`
        Somebody draws a bowl, everybody eats from it for a month, and then it is either sold or used for chicken feed. This one was sold.
        Quelqu’un dessine un bol, tout le monde y mange un mois ; ensuite on le vend, ou il sert aux poules. Celui-ci fut vendu.
        Umwe ashushanya ibakure, bose bakayiriramo ukwezi, hanyuma ikagurishwa cyangwa igahabwa inkoko. Iyi yaragurishijwe.
        Mmoja huchora bakuli, wote hulitumia mwezi mmoja, kisha huuzwa au hupewa kuku. Hili liliuzwa.
      `),
    },
  ),
];
