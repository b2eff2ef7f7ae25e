/** Who shows in From Hide to Shoe, and in their words. */
import type { BoothSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four } from '#supabase/demo/content/exhibitions/words.ts';

export const HIDE_BOOTHS: readonly BoothSeed[] = [
  {
    producer: 'bugesera-bark-tannery',
    hall: 'the-hide',
    story: four(`
      Forty pits in four rows, and a pond where ducks inspect the water. Bring a knife and an idea; we will find the piece of hide that wants to be it.
      Quarante fosses en quatre rangs, et une mare où des canards inspectent l’eau. Venez avec un couteau et une idée : nous trouverons le morceau de peau qui veut le devenir.
      Ibyobo mirongo ine mu mirongo ine, n’ikizenga ibishuhe bigenzuriramo amazi. Zana icyuma n’igitekerezo; tuzashaka agace k’uruhu gashaka kuba cyo.
      Mashimo arobaini kwa safu nne, na bwawa ambamo bata hukagua maji. Leta kisu na wazo; tutatafuta kipande cha ngozi kinachotaka kuwa hilo.
    `),
  },
  {
    producer: 'karangazi-hides-cooperative',
    hall: 'the-hide',
    story: four(`
      A hide loses half its worth in ten minutes. We train the flayers, pay for the clean hide, and write the abattoir on the tag.
      Une peau perd la moitié de sa valeur en dix minutes. Nous formons les dépouilleurs, payons la peau propre et écrivons l’abattoir sur l’étiquette.
      Uruhu rutakaza kimwe cya kabiri cy’agaciro mu minota icumi. Duhugura abazikuraho, tukishyura urwiza, tukandika ibagiro ku kirango.
      Ngozi hupoteza nusu ya thamani kwa dakika kumi. Tunawafunza wachunaji, tunalipia ngozi safi na kuandika machinjio kwenye lebo.
    `),
  },
  {
    producer: 'kayonza-embossing-house',
    hall: 'the-hide',
    story: four(`
      One press in four pieces, one gauge that works, one man who trusts it. Bring a drawing; a plate takes three weeks.
      Une presse venue en quatre morceaux, un manomètre qui marche, un homme qui s’y fie. Apportez un dessin ; une plaque demande trois semaines.
      Imashini imwe yaje mu bice bine, igipimo kimwe gikora, umuntu umwe ucyizera. Zana igishushanyo; isahani imara ibyumweru bitatu.
      Mashine moja iliyokuja vipande vinne, kipimo kimoja kinachofanya kazi, mtu mmoja anayekiamini. Leta mchoro; sahani huchukua wiki tatu.
    `),
  },
  {
    producer: 'inzira-shoe-workshop',
    hall: 'the-bench',
    story: four(`
      We carved our first last from a wedding photograph. Tell us the foot and the day you need it; we say on the first day whether it can be done.
      Notre première forme fut taillée d’après une photo de mariage. Dites-nous le pied et la date ; nous répondons le premier jour si c’est possible.
      Forume yacu ya mbere twayibaje turebeye ku ifoto y’ubukwe. Tubwire ikirenge n’umunsi ubikeneye; tukubwira ku munsi wa mbere niba bishoboka.
      Kalibu yetu ya kwanza tuliichonga kutoka picha ya harusi. Tuambie mguu na siku unayohitaji; tunasema siku ya kwanza kama inawezekana.
    `),
  },
  {
    producer: 'bumbogo-bootmakers',
    hall: 'the-bench',
    story: four(`
      Three repairers who had opened enough boots to have an opinion. A shelf of halved ones stands by our door. Look inside.
      Trois réparateurs qui avaient ouvert assez de bottes pour avoir un avis. Près de la porte, une étagère de bottes coupées en deux. Regardez dedans.
      Abasanyi batatu bari barafunguye bote zihagije ngo bagire icyo bavuga. Ku muryango wacu hari iz’ibice bibiri. Reba imbere.
      Warekebishaji watatu waliofungua buti za kutosha kuwa na maoni. Karibu na mlango kuna rafu ya zilizokatwa nusu. Tazama ndani.
    `),
  },
  {
    producer: 'entoto-bench-shoemakers',
    hall: 'the-bench',
    story: four(`
      Guests from Addis Ababa. An apprentice gets a bench when three customers in a row ask for them by name. Coffee at three.
      Invités d’Addis-Abeba. Un apprenti reçoit un établi quand trois clients de suite le demandent par son nom. Café à trois heures.
      Abashyitsi b’i Addis Abeba. Uwiga ahabwa ameza ye iyo abakiriya batatu bikurikiranya bamusabye mu izina. Ikawa ni saa cyenda.
      Wageni kutoka Addis Ababa. Mwanafunzi hupewa meza wateja watatu mfululizo wakimuulizia kwa jina. Kahawa saa tisa.
    `),
  },
  {
    producer: 'kamukunji-sole-makers',
    hall: 'the-bench',
    story: four(`
      Noise first, then shade, then sandals. For twenty years our soles went out without a name on them; here they have one.
      D’abord le bruit, puis l’ombre, puis les sandales. Vingt ans durant, nos semelles sont parties sans nom ; ici, elles en ont un.
      Urusaku, igicucu, hanyuma sandali. Imyaka makumyabiri isoli zacu zagendaga zitagira izina; hano zirarifite.
      Kelele kwanza, kisha kivuli, kisha ndara. Kwa miaka ishirini soli zetu zilitoka bila jina; hapa zina jina.
    `),
  },
  {
    producer: 'gahanga-trainers',
    hall: 'the-bench',
    state: 'submitted',
    story: four(`
      We were told trainers cannot be made here. We made forty pairs for a wedding and were paid.
      On nous a dit qu’on ne pouvait pas faire de baskets ici. Nous en avons fait quarante paires pour un mariage, et l’on nous a payés.
      Batubwiye ko baskete zitakorerwa hano. Twakoze imiguru mirongo ine y’ubukwe baratwishyura.
      Tuliambiwa raba haziwezi kutengenezwa hapa. Tulitengeneza jozi arobaini za harusi na tukalipwa.
    `),
  },
  { producer: 'ikiraro-work-boots', hall: 'the-bench', state: 'offered' },
  {
    producer: 'urudodo-bag-makers',
    hall: 'worn-and-carried',
    story: four(`
      Urudodo is thread. Two needles, one thread, each stitch locked by the next. Come on a Friday: our competitors do, to sharpen knives.
      Urudodo, c’est le fil. Deux aiguilles, un fil, chaque point tenu par le suivant. Venez un vendredi : nos concurrents viennent bien y affûter leurs couteaux.
      Urudodo ni rwo rufata. Inshinge ebyiri, urudodo rumwe, buri rushinge rugafungwa n’urukurikira. Uze ku wa gatanu: n’abo duhanganye baraza gutyaza ibyuma.
      Urudodo ni uzi. Sindano mbili, uzi mmoja, kila mshono hufungwa na unaofuata. Njoo Ijumaa: hata washindani wetu huja kunoa visu.
    `),
  },
  {
    producer: 'umukandara-belt-workshop',
    hall: 'worn-and-carried',
    story: four(`
      Nine people and a wall clock that strikes. A belt has nowhere to hide, so we buy less and better. We fit your buckle too.
      Neuf personnes et une horloge qui sonne. Une ceinture ne peut rien cacher : nous achetons moins et mieux. Nous montons aussi votre boucle.
      Abantu icyenda n’isaha yo ku rukuta ivuga. Umukandara ntugira aho wihisha, bityo tugura bike byiza. N’agafungisho kawe turagashyiraho.
      Watu tisa na saa ya ukutani inayolia. Mkanda hauna pa kujificha, hivyo tunanunua kidogo na bora. Tunaweka bizimu lako pia.
    `),
  },
  {
    producer: 'agafuka-small-leather',
    hall: 'worn-and-carried',
    story: four(`
      A small pouch, our name says. What is too small for a wallet becomes a card holder, then a key fob, then a lesson at the school across the road.
      Petite bourse, dit notre nom. Ce qui est trop petit pour un portefeuille devient porte-cartes, puis porte-clés, puis une leçon à l’école d’en face.
      Agafuka: izina riravuga. Igito ku ikofi kiba icy’amakarita, hanyuma icy’imfunguzo, hanyuma isomo mu ishuri ryo hakurya y’umuhanda.
      Kifuko kidogo, jina letu lasema. Kilicho kidogo kwa pochi huwa cha kadi, kisha cha funguo, kisha somo kwenye shule iliyo ng’ambo ya barabara.
    `),
  },
];
