/** Who showed in Earth, Grass, Fire, and in their words. */
import type { BoothSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four } from '#supabase/demo/content/exhibitions/words.ts';

export const EARTH_BOOTHS: readonly BoothSeed[] = [
  {
    producer: 'kirehe-imigongo-painters',
    hall: 'earth',
    story: four(`
      Before there were panels there were walls. Each of us keeps a pattern that the others do not sell. You may try; the dung washes off.
      Avant les panneaux, il y avait les murs. Chacune garde un motif que les autres ne vendent pas. Vous pouvez essayer ; la bouse se lave.
      Mbere y’imigongo y’imbaho habanje inkuta. Buri wese afite umutako abandi batagurisha. Mwagerageza; amase arakaraba.
      Kabla ya mbao kulikuwa na kuta. Kila mmoja ana mchoro ambao wengine hawauzi. Jaribu; samadi huoshwa.
    `),
  },
  {
    producer: 'ibumba-potters',
    hall: 'earth',
    story: four(`
      The marsh edge is ours since 2011. No wheel for the large pots, no kiln but grass, and a thumbprint under the foot for a signature.
      Le bord du marais est à nous depuis 2011. Pas de tour pour les grands pots, pas d’autre four que l’herbe, et l’empreinte du pouce pour signature.
      Inkombe y’igishanga ni iyacu kuva 2011. Nta ruziga ku nkono nini, nta rindi tanura uretse ibyatsi, igikumwe munsi y’inkono ni wo mukono.
      Ukingo wa kinamasi ni wetu tangu 2011. Hakuna gurudumu kwa vyungu vikubwa, hakuna tanuri ila nyasi, na alama ya kidole gumba ndiyo sahihi.
    `),
  },
  {
    producer: 'gishamvu-basket-weavers',
    hall: 'grass',
    story: four(`
      We meet under an avocado tree, because no room is large enough and the light is better. We test with millet.
      Nous nous retrouvons sous un avocatier : aucune pièce n’est assez grande, et la lumière y est meilleure. Nous éprouvons au mil.
      Duhurira munsi y’igiti cya avoka, kuko nta nzu ihagije kandi hari urumuri rwiza. Dupimisha uburo.
      Tunakutana chini ya mparachichi, kwa sababu hakuna chumba kinachotosha na mwanga ni bora. Tunapima kwa ulezi.
    `),
  },
  {
    producer: 'nyaruguru-sisal-cooperative',
    hall: 'grass',
    picture: 'producer:nyaruguru-sisal-cooperative/1',
    story: four(`
      One leaf in three, so that the hedge still keeps out the goats. Eleven years of dye notes; any colour in them can be made again.
      Une feuille sur trois, pour que la haie arrête encore les chèvres. Onze ans de carnets de teinture ; toute couleur notée se refait.
      Ikibabi kimwe kuri bitatu, kugira ngo uruzitiro rukomeze kubuza ihene. Imyaka cumi n’umwe y’ibyanditswe ku mabara; iryo ushaka ryose ryongera gukorwa.
      Jani moja kati ya matatu, ili ua uendelee kuzuia mbuzi. Miaka kumi na moja ya kumbukumbu za rangi; yoyote huweza kutengenezwa tena.
    `),
  },
  {
    producer: 'ibara-dye-house',
    hall: 'grass',
    story: four(`
      Four hundred trials pinned to a wall, each with a month in the window behind it. Eighteen passed.
      Quatre cents essais épinglés au mur, chacun après un mois à la fenêtre. Dix-huit ont tenu.
      Ibigeragezwa magana ane bimanitse ku rukuta, buri kimwe cyamaze ukwezi ku idirishya. Cumi n’umunani byaratsinze.
      Majaribio mia nne yamebandikwa ukutani, kila moja baada ya mwezi dirishani. Kumi na nane yalifaulu.
    `),
  },
  {
    producer: 'gakenke-ridge-coffee',
    hall: 'fire',
    story: four(`
      The queue at the scale is where prices are argued, marriages arranged and rain forecast. Cherries that float are sent back.
      C’est à la balance qu’on discute les prix, arrange les mariages et prédit la pluie. Les cerises qui flottent repartent.
      Ku munzani ni ho bavuganira ibiciro, bapangira ubukwe bakanateganya imvura. Ibitumbwe bireremba bisubizwayo.
      Kwenye foleni ya mizani bei hujadiliwa, ndoa hupangwa na mvua hutabiriwa. Matunda yanayoelea hurudishwa.
    `),
  },
  {
    producer: 'sabyinyo-beekeepers',
    hall: 'fire',
    story: four(`
      We used to hunt honey in the forest with fire. Now six hundred hives stand along the wall, and gorillas come to look.
      Nous cherchions jadis le miel dans la forêt, avec le feu. Six cents ruches bordent maintenant le mur, et les gorilles viennent voir.
      Kera twahigaga ubuki mu ishyamba dukoresheje umuriro. Ubu imizinga magana atandatu ikikije urukuta, ingagi zikaza kureba.
      Zamani tulisaka asali msituni kwa moto. Sasa mizinga mia sita imepangwa kando ya ukuta, na sokwe huja kutazama.
    `),
  },
  {
    producer: 'burera-lakes-pottery',
    hall: 'fire',
    story: four(`
      The seam was under a football pitch; we pay its rent in cups, to the school. Few shapes, no lead, and every new glaze goes to a laboratory.
      La veine était sous un terrain de football ; nous en payons le loyer en tasses, à l’école. Peu de formes, pas de plomb, et chaque émail neuf passe au laboratoire.
      Ibumba ryari munsi y’ikibuga cy’umupira; ubukode tubwishyura ibikombe, ku ishuri. Imiterere mike, nta purombe, kandi buri rangi rishya rijyanwa gupimwa.
      Udongo ulikuwa chini ya uwanja wa mpira; kodi tunailipa shuleni kwa vikombe. Maumbo machache, bila risasi, na kila glazi mpya hupimwa maabara.
    `),
  },
];
