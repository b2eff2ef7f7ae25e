/** Categories of footwear, leather goods and leather, in the table form that category.ts reads. */
export const LEATHER_TRADES = `
footwear | Footwear | Chaussures | Inkweto | Viatu
  shoes | Shoes | Souliers | Inkweto zifunze | Viatu vya kufunika
    dress-shoes 640359 PR | Dress shoes | Chaussures de ville | Inkweto z’ibirori | Viatu rasmi
    casual-leather-shoes 640399 PR | Casual leather shoes | Chaussures décontractées en cuir | Inkweto z’uruhu za buri munsi | Viatu vya ngozi vya kila siku
    loafers-and-moccasins 640359 PR | Loafers and moccasins | Mocassins | Inkweto zitagira imishumi | Viatu vya kutumbukiza
    ballet-flats 640399 PR | Ballet flats | Ballerines | Inkweto z’abagore zidafite talo | Viatu bapa vya kike
    leather-trainers 640399 PR | Leather trainers | Baskets en cuir | Baskete z’uruhu | Raba za ngozi
    canvas-shoes 640419 PR | Canvas shoes | Chaussures en toile | Inkweto z’igitambaro | Viatu vya turubai
    school-shoes 640399 PR | School shoes | Chaussures d’école | Inkweto z’ishuri | Viatu vya shule
    childrens-shoes 640399 PR | Children’s shoes | Chaussures pour enfants | Inkweto z’abana | Viatu vya watoto
  boots | Boots | Bottes et bottines | Bote | Buti
    ankle-boots 640391 PR | Ankle boots | Bottines | Bote ngufi | Buti fupi
    chelsea-boots 640391 PR | Chelsea boots | Bottines chelsea | Bote zifite lasitike | Buti za lastiki
    safety-boots 640340 PR | Work and safety boots | Chaussures de sécurité | Bote z’akazi | Buti za kazi
  sandals | Sandals and slippers | Sandales et mules | Sandali | Sandali na ndala
    leather-sandals 640399 PR | Leather sandals | Sandales en cuir | Sandali z’uruhu | Sandali za ngozi
    toe-loop-sandals 640320 PR | Toe-loop sandals with leather soles | Sandales à anneau d’orteil, semelle cuir | Sandali z’uruhu zifata ku ino | Sandali za ngozi za kidole gumba
    tyre-sandals 640299 PR | Tyre-sole sandals | Sandales en pneu | Sandali zo mu mapine | Katambuga
    slides-and-mules 640399 PR | Slides, mules and slippers | Claquettes, mules et pantoufles | Inkweto zo mu nzu | Ndala
  shoe-parts | Shoe parts | Parties de chaussures | Ibice by’inkweto | Sehemu za viatu
    shoe-uppers 640610 PR | Shoe uppers | Tiges de chaussures | Ibice byo hejuru by’inkweto | Sehemu za juu za viatu
    soles-and-heels 640620 PR | Soles and heels | Semelles et talons | Isoli na talo | Soli na visigino
    insoles-and-laces 640690 PR | Insoles and laces | Premières et lacets | Isoli zo imbere n’imishumi | Soli za ndani na kamba
leather-goods | Leather goods | Maroquinerie | Ibikoresho by’uruhu | Bidhaa za ngozi
  bags | Bags | Sacs | Ibikapu | Mikoba
    totes-and-handbags 420221 H87 | Totes and handbags | Cabas et sacs à main | Amasakoshi | Mikoba ya mkono
    satchels-and-shoulder-bags 420221 H87 | Satchels and shoulder bags | Besaces et sacs bandoulière | Amasakoshi yo ku rutugu | Mikoba ya begani
    backpacks 420291 H87 | Backpacks | Sacs à dos | Ibikapu byo mu mugongo | Mabegi ya mgongoni
    travel-bags 420291 H87 | Travel bags | Sacs de voyage | Ibikapu by’urugendo | Mabegi ya safari
    laptop-sleeves 420211 H87 | Briefcases and laptop sleeves | Porte-documents et housses d’ordinateur | Ibikapu bya mudasobwa | Mikoba ya kompyuta
    cloth-bags 420222 H87 | Cloth bags | Sacs en tissu | Ibikapu by’igitambaro | Mikoba ya kitambaa
  small-leather-goods | Small leather goods | Petite maroquinerie | Uduntu duto tw’uruhu | Bidhaa ndogo za ngozi
    wallets-and-purses 420231 H87 | Wallets and purses | Portefeuilles et porte-monnaie | Amakofi | Pochi
    card-holders 420231 H87 | Card and passport holders | Porte-cartes et étuis à passeport | Udukofi tw’amakarita | Vishikio vya kadi
    phone-pouches 420231 H87 | Phone pouches | Pochettes de téléphone | Udufuka twa telefone | Vifuko vya simu
    clutches 420221 H87 | Clutches | Pochettes de soirée | Udusakoshi two mu ntoki | Pochi za mkononi
    belts 420330 H87 | Belts | Ceintures | Imikandara | Mikanda
    watch-straps 911390 PR | Watch straps | Bracelets de montre | Imishumi y’amasaha | Mikanda ya saa
    key-fobs 420500 H87 | Key fobs | Porte-clés | Utwuma tw’imfunguzo | Vishika funguo
    notebook-covers 420500 H87 | Notebook covers and desk goods | Couvre-carnets et objets de bureau | Ibifubiko by’amakaye | Majalada ya madaftari
  leather-aprons-and-gloves 420310 H87 | Leather aprons, clothing and gloves | Tabliers, vêtements et gants de cuir | Amataburiya n’uturindantoki by’uruhu | Aproni, nguo na glavu za ngozi
  saddlery-and-leads 420100 H87 | Saddlery, collars and leads | Sellerie, colliers et laisses | Ibikoresho by’uruhu by’amatungo | Matandiko na kamba za wanyama
leather-and-hides | Leather and hides | Cuirs et peaux | Impu | Ngozi
  raw-hides-and-skins 4101 KGM | Raw hides and skins | Peaux brutes | Impu mbisi | Ngozi ghafi
  wet-blue-and-crust 4104 FTK | Wet-blue and crust | Wet-blue et cuir en croûte | Impu zitararangira gutunganywa | Ngozi za hatua ya kati
  vegetable-tanned-leather 4107 FTK | Vegetable-tanned leather | Cuir tanné végétal | Uruhu rwakanishijwe ibimera | Ngozi iliyotengenezwa kwa mimea
  upper-leather 4107 FTK | Shoe-upper leather | Cuir à dessus | Uruhu rwo hejuru rw’inkweto | Ngozi ya juu ya viatu
  suede-and-splits 4107 FTK | Suede and splits | Velours et croûtes de cuir | Uruhu rworoshye (swede) | Swedi
  goat-leather 411310 FTK | Goat leather | Cuir de chèvre | Uruhu rw’ihene | Ngozi ya mbuzi
  sheep-leather 411200 FTK | Sheep leather | Cuir de mouton | Uruhu rw’intama | Ngozi ya kondoo
  embossed-leather 4107 FTK | Embossed leather | Cuir gaufré | Uruhu ruteyeho imitako | Ngozi yenye nakshi
  sole-leather 4107 KGM | Sole and insole leather | Cuir à semelle | Uruhu rw’isoli | Ngozi ya soli
  hair-on-hides 430219 H87 | Hair-on hides | Peaux avec poil | Impu zifite ubwoya | Ngozi zenye manyoya
  leather-offcuts 411520 KGM | Offcuts | Chutes de cuir | Ibisate by’impu | Vipande vya ngozi
  thread-and-findings 5401 H87 | Thread and findings | Fil et fournitures | Urudodo n’utundi tuntu | Nyuzi na vifaa vidogo
`;
