/** The short tour of Earth, Grass, Fire. */
import type { TourSeed } from '#supabase/demo/content/exhibitions/types.ts';
import { four, names } from '#supabase/demo/content/exhibitions/words.ts';

export const SIX_TOUCHES: TourSeed = {
  slug: 'six-touches',
  title: names('Six touches | Six gestes | Ibiganza bitandatu | Miguso sita'),
  intro: four(`
    Six places where a hand can be seen.
    Six endroits où l’on voit une main.
    Ahantu hatandatu ikiganza kigaragara.
    Mahali sita ambapo mkono unaonekana.
  `),
  stops: [
    {
      object: 'imigongo-in-three-steps',
      picture: 'own:panel-raw',
      region: [0.08, 0.2, 0.42, 0.34],
      title: names('A thumb | Un pouce | Igikumwe | Kidole gumba'),
      body: four(`
        The width of each ridge is the width of the thumb that drew it. You can tell who worked on a panel without a signature.
        La largeur de chaque arête est celle du pouce qui l’a tracée. Sans signature, on sait qui a travaillé.
        Ubugari bwa buri mugongo ni ubugari bw’igikumwe cyawuciye. Umenya uwakoze nta mukono uhari.
        Upana wa kila mgongo ni upana wa kidole kilichouchora. Unajua nani alifanya kazi bila sahihi.
      `),
    },
    {
      object: 'imigongo-in-three-steps',
      picture: 'own:panel-painted',
      region: [0.1, 0.22, 0.42, 0.34],
      title: names('A brush | Un pinceau | Uburoso | Brashi'),
      body: four(`
        Black last, because it forgives nothing. Where two colours meet, the ridge keeps them apart.
        Le noir en dernier, car il ne pardonne rien. Où deux couleurs se touchent, l’arête les sépare.
        Umukara nyuma, kuko utababarira. Aho amabara abiri ahurira, umugongo urayatandukanya.
        Nyeusi mwisho, kwa sababu haisamehe. Rangi mbili zikikutana, mgongo huzitenganisha.
      `),
    },
    {
      object: 'before-and-after-the-fire',
      picture: 'own:pot-fired',
      region: [0.06, 0.46, 0.88, 0.2],
      title: names('A twig | Une brindille | Agati | Kijiti'),
      body: four(`
        The band is scratched in one walk around the pot. If the line meets itself, the potter was calm.
        La bande se trace en un seul tour. Si la ligne se rejoint, la potière était calme.
        Umutako ucibwa uzengurutse inkono rimwe. Iyo umurongo wihuje, umubumbyi yari atuje.
        Mkanda huchorwa kwa mzunguko mmoja. Mstari ukikutana, mfinyanzi alikuwa mtulivu.
      `),
    },
    {
      object: 'tall-zigzag-agaseke',
      picture: 'product:tall-zigzag-agaseke/0',
      region: [0.22, 0.06, 0.56, 0.36],
      title: names('A needle | Une aiguille | Uruhindu | Sindano'),
      body: four(`
        The lid is begun at the point and grows outwards. The last coil must fit the basket, which was made first, by eye.
        Le couvercle commence à la pointe et s’élargit. Le dernier boudin doit aller au panier, fait d’abord, à l’œil.
        Umutemeri utangirira ku mutwe ukaguka. Uruziga rwa nyuma rugomba guhura n’agaseke kabanje, n’ijisho gusa.
        Mfuniko huanzia nchani na kupanuka. Pete ya mwisho lazima ilingane na kikapu kilichotangulia, kwa jicho.
      `),
    },
    {
      object: 'three-dip-indigo-scarf',
      picture: 'product:three-dip-indigo-scarf/0',
      region: [0.06, 0.42, 0.6, 0.34],
      title: names('Two palms | Deux paumes | Ibiganza bibiri | Viganja viwili'),
      body: four(`
        The fringe is twisted between two palms, eight threads at a time, in the evening, when the dye house is quiet.
        La frange se tord entre deux paumes, huit fils à la fois, le soir, quand la teinturerie se tait.
        Inshunda zipotwa hagati y’ibiganza bibiri, indodo umunani icyarimwe, nimugoroba inzu ituje.
        Shada husokotwa kati ya viganja viwili, nyuzi nane kwa mara moja, jioni nyumba ikiwa kimya.
      `),
    },
    {
      object: 'eleven-minutes-in-the-drum',
      picture: 'own:coffee-roasted',
      region: [0.28, 0.4, 0.44, 0.26],
      title: names('A handful | Une poignée | Urushyi | Konzi'),
      body: four(`
        One is still paler than the rest. It will be found, by somebody who is paid to doubt.
        L’un d’eux est encore plus pâle. Quelqu’un le trouvera, qu’on paie pour douter.
        Hari rumwe rukirusha izindi gukeya. Ruzabonwa n’uhemberwa gushidikanya.
        Moja bado ni hafifu kuliko nyingine. Itapatikana, na mtu anayelipwa kutilia shaka.
      `),
    },
  ],
};
