/** Categories of food and of craft, in the table form that category.ts reads. */
export const FOOD_AND_CRAFT = `
food | Food | Alimentation | Ibiribwa | Vyakula
  coffee | Coffee | Café | Ikawa | Kahawa
    green-coffee 090111 KGM | Green coffee | Café vert | Ikawa idakaranze | Kahawa ghafi
    roasted-coffee 090121 H87 | Roasted coffee | Café torréfié | Ikawa ikaranze | Kahawa iliyokaangwa
  tea | Tea and infusions | Thés et infusions | Icyayi | Chai
    black-tea 090230 H87 | Black tea | Thé noir | Icyayi cy’umukara | Chai nyeusi
    green-tea 090210 H87 | Green and white tea | Thé vert et blanc | Icyayi cy’icyatsi | Chai ya kijani
    herbal-infusions 121190 H87 | Herbal infusions | Infusions de plantes | Icyayi cy’ibyatsi | Chai ya mitishamba
  bee-products | Honey and beeswax | Miel et cire | Ubuki n’ibishashara | Asali na nta
    honey 040900 H87 | Honey | Miel | Ubuki | Asali
    beeswax 152190 KGM | Beeswax | Cire d’abeille | Ibishashara | Nta ya nyuki
  spices | Chilli and spices | Piment et épices | Urusenda n’ibirungo | Pilipili na viungo
    chilli 0904 H87 | Dried and ground chilli | Piment séché et moulu | Urusenda rwumye | Pilipili kavu
    chilli-oils-and-sauces 210390 H87 | Chilli oils and sauces | Huiles pimentées et sauces | Amavuta n’amasosi y’urusenda | Mafuta na sosi za pilipili
    ginger-and-turmeric 0910 H87 | Ginger, turmeric and mixes | Gingembre, curcuma et mélanges | Tangawizi n’ibindi birungo | Tangawizi, manjano na mchanganyiko
    vanilla 090510 KGM | Vanilla | Vanille | Vanira | Vanila
  nuts | Nuts and nut butters | Noix et pâtes à tartiner | Ubunyobwa na makadamiya | Karanga na makadamia
    macadamia 080262 KGM | Macadamia nuts | Noix de macadamia | Makadamiya | Makadamia
    groundnut-butter 200811 H87 | Groundnut butter | Pâte d’arachide | Amavuta y’ubunyobwa | Siagi ya karanga
    other-nut-butters 200819 H87 | Other nut butters and roasted nuts | Autres pâtes de noix et noix grillées | Ibindi biva mu tubuto | Siagi nyingine za kokwa
  dried-fruit | Dried fruit | Fruits séchés | Imbuto zumye | Matunda makavu
    dried-pineapple-and-mango 0804 H87 | Dried pineapple and mango | Ananas et mangue séchés | Inanasi n’umwembe byumye | Nanasi na embe kavu
    dried-banana 080390 H87 | Dried banana | Banane séchée | Imineke yumye | Ndizi kavu
    other-dried-fruit 0813 H87 | Other and mixed dried fruit | Autres fruits séchés et mélanges | Izindi mbuto zumye | Matunda mengine makavu
  edible-oils 151590 LTR | Avocado and seed oils | Huiles d’avocat et de graines | Amavuta y’avoka n’impeke | Mafuta ya parachichi na mbegu
  jams 200799 H87 | Jams and preserves | Confitures | Konfitiri | Jemu
  flours-and-pulses 1106 KGM | Flours and pulses | Farines et légumineuses | Ifu n’ibinyamisogwe | Unga na kunde
craft | Craft and art | Artisanat et art | Ubugeni n’ubukorikori | Sanaa na ufundi
  imigongo 970191 H87 | Imigongo panels | Tableaux imigongo | Imigongo | Picha za imigongo
  carved-wood 442019 H87 | Carved wood | Bois sculpté | Ibibajwe mu giti | Vinyago
  wooden-kitchenware 441990 H87 | Wooden kitchenware | Ustensiles en bois | Ibikoresho by’igikoni by’igiti | Vyombo vya mbao vya jikoni
  jewellery 711790 H87 | Beads and jewellery | Perles et bijoux | Imirimbo | Shanga na vito
  drums 920600 H87 | Drums | Tambours | Ingoma | Ngoma
`;
