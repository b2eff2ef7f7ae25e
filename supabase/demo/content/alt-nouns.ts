/**
 * What each kind of picture shows, as a phrase in four languages; {c} is the colour (colours.ts).
 * ONE stands for a single thing, SEVERAL for the view that shows two or more of it.
 */

export const ONE = `
derby | Derby shoe in {c} leather | Derby en cuir {c} | Urukweto rwa derby rw’uruhu, ibara {c} | Kiatu cha derby cha ngozi, rangi {c}
oxford | Oxford shoe in {c} leather | Richelieu en cuir {c} | Urukweto rwa oxford rw’uruhu, ibara {c} | Kiatu cha oxford cha ngozi, rangi {c}
loafer | Loafer in {c} leather | Mocassin en cuir {c} | Urukweto rutagira imishumi rw’uruhu, ibara {c} | Kiatu cha kutumbukiza cha ngozi, rangi {c}
ankle-boot | Laced ankle boot in {c} leather | Bottine à lacets en cuir {c} | Bote ngufi y’imishumi y’uruhu, ibara {c} | Buti fupi ya kamba ya ngozi, rangi {c}
chelsea-boot | Chelsea boot in {c} leather | Bottine chelsea en cuir {c} | Bote ya lasitike y’uruhu, ibara {c} | Buti ya lastiki ya ngozi, rangi {c}
sandal | Sandal in {c} leather | Sandale en cuir {c} | Sandali y’uruhu, ibara {c} | Sandali ya ngozi, rangi {c}
slide | Slide in {c} leather | Mule en cuir {c} | Urukweto rwo mu nzu rw’uruhu, ibara {c} | Ndala ya ngozi, rangi {c}
sneaker | Trainer in {c} leather | Basket en cuir {c} | Baskete y’uruhu, ibara {c} | Raba ya ngozi, rangi {c}
kids-shoe | Children’s shoe in {c} leather | Chaussure d’enfant en cuir {c} | Urukweto rw’umwana rw’uruhu, ibara {c} | Kiatu cha mtoto cha ngozi, rangi {c}
school-shoe | School shoe in {c} leather | Chaussure d’école en cuir {c} | Urukweto rw’ishuri rw’uruhu, ibara {c} | Kiatu cha shule cha ngozi, rangi {c}
safety-boot | Work boot in {c} leather | Chaussure de sécurité en cuir {c} | Bote y’akazi y’uruhu, ibara {c} | Buti ya kazi ya ngozi, rangi {c}
ballet-flat | Ballet flat in {c} leather | Ballerine en cuir {c} | Urukweto rw’umugore rw’uruhu, ibara {c} | Kiatu bapa cha kike cha ngozi, rangi {c}
tote | Tote bag in {c} | Cabas {c} | Isakoshi y’ibara {c} | Mkoba wa mkono, rangi {c}
satchel | Satchel with a flap in {c} | Besace à rabat {c} | Isakoshi yo ku rutugu, ibara {c} | Mkoba wa begani wenye mfuniko, rangi {c}
backpack | Backpack in {c} | Sac à dos {c} | Igikapu cyo mu mugongo, ibara {c} | Begi la mgongoni, rangi {c}
clutch | Clutch bag in {c} | Petit sac pochette {c} | Agasakoshi ko mu ntoki, ibara {c} | Pochi ya mkononi, rangi {c}
duffel | Travel bag in {c} | Sac de voyage {c} | Igikapu cy’urugendo, ibara {c} | Begi la safari, rangi {c}
laptop-sleeve | Laptop sleeve in {c} | Étui d’ordinateur {c} | Igikapu cya mudasobwa, ibara {c} | Mfuko wa kompyuta, rangi {c}
phone-pouch | Phone pouch on a cord in {c} | Étui de téléphone {c} à cordon | Agafuka ka telefone n’umushumi, ibara {c} | Kifuko cha simu chenye kamba, rangi {c}
wallet | Wallet in {c} leather | Portefeuille en cuir {c} | Ikofi y’uruhu, ibara {c} | Pochi ya ngozi, rangi {c}
card-holder | Card holder in {c} leather | Porte-cartes en cuir {c} | Agakofi k’amakarita k’uruhu, ibara {c} | Kishikio cha kadi cha ngozi, rangi {c}
belt | Coiled belt in {c} leather | Ceinture enroulée en cuir {c} | Umukandara w’uruhu uzinze, ibara {c} | Mkanda wa ngozi uliokunjwa, rangi {c}
key-fob | Key fob in {c} leather | Porte-clés en cuir {c} | Agapira k’imfunguzo k’uruhu, ibara {c} | Kishika funguo cha ngozi, rangi {c}
watch-strap | Watch strap in {c} leather | Bracelet de montre en cuir {c} | Umushumi w’isaha w’uruhu, ibara {c} | Mkanda wa saa wa ngozi, rangi {c}
notebook | Notebook cover in {c} leather | Couvre-carnet en cuir {c} | Igifubiko cy’ikaye cy’uruhu, ibara {c} | Jalada la daftari la ngozi, rangi {c}
hide | Whole hide of {c} leather | Peau entière de cuir {c} | Uruhu rwuzuye, ibara {c} | Ngozi nzima, rangi {c}
leather-roll | Rolled {c} leather, tied | Rouleau de cuir {c}, noué | Uruhu ruzinze kandi ruhambiriye, ibara {c} | Ngozi iliyoviringishwa na kufungwa, rangi {c}
suede-swatches | Leather swatches, the first in {c} | Échantillons de cuir, le premier {c} | Ingero z’impu, urwa mbere ibara {c} | Sampuli za ngozi, ya kwanza rangi {c}
embossed-sheet | Sheet of embossed {c} leather | Feuille de cuir gaufré {c} | Urupapuro rw’uruhu, ibara {c} | Kipande cha ngozi, rangi {c}
sole-sheets | Stack of {c} material for soles | Pile de matériau à semelle {c} | Ikirundo cy’ibikorwamo isoli, ibara {c} | Rundo la vifaa vya soli, rangi {c}
offcuts | Tied bundle of leather offcuts, {c} on top | Fagot de chutes de cuir, {c} sur le dessus | Umuba w’ibisate by’impu, hejuru ibara {c} | Fungu la vipande vya ngozi, juu rangi {c}
thread-cones | Cones of thread, the first in {c} | Cônes de fil, le premier {c} | Urudodo ku mihembezo, urwa mbere ibara {c} | Koni za uzi, ya kwanza rangi {c}
fabric-bolt | Bolt of cloth in {c} | Rouleau de tissu {c} | Umuzingo w’igitambaro, ibara {c} | Jora la kitambaa, rangi {c}
scarf | Fringed scarf in {c} | Foulard à franges {c} | Igitambaro cyo mu ijosi gifite inshunda, ibara {c} | Skafu yenye shada, rangi {c}
cushion | Cushion cover in {c} | Coussin {c} | Igifubiko cy’umusego, ibara {c} | Foronya ya mto, rangi {c}
table-runner | Table runner in {c} on a table | Chemin de table {c} sur une table | Igitambaro cyo ku meza, ibara {c} | Kitambaa cha meza, rangi {c}
apron | Apron in {c} hanging on a peg | Tablier {c} suspendu à une patère | Itaburiya imanitse, ibara {c} | Aproni iliyotundikwa, rangi {c}
blanket | Folded blanket in {c} | Plaid {c} plié | Ikiringiti gikunje, ibara {c} | Blanketi lililokunjwa, rangi {c}
placemats | Placemats in {c} | Jeu de sets de table {c} | Udutambaro two munsi y’amasahani, ibara {c} | Mikeka ya sahani, rangi {c}
peace-basket | Lidded basket, {c}, with a pointed lid | Panier {c} à couvercle pointu | Agaseke gafite umupfundikizo usongoye, ibara {c} | Kikapu chenye kifuniko kilichochongoka, rangi {c}
tray-basket | Shallow woven tray, {c} | Plateau tressé {c} | Inkoko iboshye, ibara {c} | Sinia ya kufuma, rangi {c}
wall-basket | Round wall basket, {c} | Panier mural rond {c} | Icyibo cyo ku rukuta, ibara {c} | Kikapu cha mviringo cha ukutani, rangi {c}
bread-basket | Bread basket, {c} | Panier à pain {c} | Icyibo cy’umugati, ibara {c} | Kikapu cha mkate, rangi {c}
storage-basket | Tall storage basket, {c} | Grand panier de rangement {c} | Igitebo kirekire cyo kubikamo, ibara {c} | Kikapu kirefu cha kuhifadhia, rangi {c}
woven-bag | Woven shoulder bag, {c} | Sac tressé {c} | Igikapu kiboshye, ibara {c} | Mkoba wa kufuma, rangi {c}
pot | Clay pot, {c} | Pot en argile {c} | Inkono y’ibumba, ibara {c} | Chungu cha udongo, rangi {c}
mug | Stoneware mug in {c} | Gobelet en grès {c} | Igikombe cy’ibumba, ibara {c} | Kikombe cha udongo, rangi {c}
bowl | Bowl in {c} clay | Bol en grès {c} | Ibakure y’ibumba, ibara {c} | Bakuli la udongo, rangi {c}
plate-set | Stack of plates in {c} clay | Pile d’assiettes en grès {c} | Amasahani y’ibumba agerekeranye, ibara {c} | Sahani za udongo zilizopangwa, rangi {c}
vase | Vase in {c} clay | Vase en grès {c} | Vaze y’ibumba, ibara {c} | Chombo cha maua cha udongo, rangi {c}
lamp-base | Table lamp with a {c} clay base | Lampe de table à pied en grès {c} | Itara ryo ku meza rifite ikirenge cy’ibumba, ibara {c} | Taa ya meza yenye kitako cha udongo, rangi {c}
coffee-bag | Bag of coffee with beans beside it, {c} bag | Paquet {c} de café et quelques grains | Agafuka k’ikawa n’impeke zayo, ibara {c} | Mfuko wa kahawa na buni pembeni, rangi {c}
honey-jar | Jar of {c} honey | Pot de miel, ton {c} | Icupa ry’ubuki, ibara {c} | Chupa ya asali, rangi {c}
tea-tin | Tea tin with loose leaves, {c} tin | Boîte de thé {c} et feuilles | Agakombe k’icyayi n’amababi yacyo, ibara {c} | Kopo la chai na majani yake, rangi {c}
fruit-pouch | Pouch of dried fruit, {c} pouch | Sachet {c} de fruits séchés | Agafuka k’imbuto zumye, ibara {c} | Mfuko wa matunda makavu, rangi {c}
chilli-oil | Bottle of oil, {c} | Bouteille d’huile, ton {c} | Icupa ry’amavuta, ibara {c} | Chupa ya mafuta, rangi {c}
spice-jars | Row of spice jars, {c} first | Rangée de bocaux d’épices, ton {c} | Umurongo w’uducupa tw’ibirungo, ibara {c} | Safu ya chupa za viungo, rangi {c}
nut-butter | Jar of nut butter with nuts beside it | Bocal de beurre de noix et quelques noix | Icupa ry’amavuta y’ubunyobwa n’utubuto | Chupa ya siagi ya kokwa na kokwa pembeni
imigongo | Imigongo panel in {c}, raised geometric relief | Tableau imigongo {c}, relief géométrique | Umugongo w’imitako yabyimbye, ibara {c} | Picha ya imigongo yenye michoro iliyoinuka, rangi {c}
`;

export const SEVERAL = `
derby | Pair of derby shoes in {c} leather | Paire de derbys en cuir {c} | Inkweto za derby z’uruhu, ibara {c} | Jozi ya viatu vya derby vya ngozi, rangi {c}
oxford | Pair of oxford shoes in {c} leather | Paire de richelieus en cuir {c} | Inkweto za oxford z’uruhu, ibara {c} | Jozi ya viatu vya oxford vya ngozi, rangi {c}
loafer | Pair of loafers in {c} leather | Paire de mocassins en cuir {c} | Inkweto zitagira imishumi z’uruhu, ibara {c} | Jozi ya viatu vya kutumbukiza vya ngozi, rangi {c}
ankle-boot | Pair of laced ankle boots in {c} leather | Paire de bottines à lacets en cuir {c} | Bote ngufi ebyiri z’uruhu, ibara {c} | Jozi ya buti fupi za ngozi, rangi {c}
chelsea-boot | Pair of chelsea boots in {c} leather | Paire de bottines chelsea en cuir {c} | Bote ebyiri za lasitike z’uruhu, ibara {c} | Jozi ya buti za lastiki za ngozi, rangi {c}
sandal | Pair of sandals in {c} leather | Paire de sandales en cuir {c} | Sandali ebyiri z’uruhu, ibara {c} | Jozi ya sandali za ngozi, rangi {c}
slide | Pair of slides in {c} leather | Paire de mules en cuir {c} | Inkweto zo mu nzu z’uruhu, ibara {c} | Jozi ya ndala za ngozi, rangi {c}
sneaker | Pair of trainers in {c} leather | Paire de baskets en cuir {c} | Baskete ebyiri z’uruhu, ibara {c} | Jozi ya raba za ngozi, rangi {c}
kids-shoe | Pair of children’s shoes in {c} leather | Paire de chaussures d’enfant en cuir {c} | Inkweto z’umwana z’uruhu, ibara {c} | Jozi ya viatu vya mtoto vya ngozi, rangi {c}
school-shoe | Pair of school shoes in {c} leather | Paire de chaussures d’école en cuir {c} | Inkweto z’ishuri z’uruhu, ibara {c} | Jozi ya viatu vya shule vya ngozi, rangi {c}
safety-boot | Pair of work boots in {c} leather | Paire de chaussures de sécurité en cuir {c} | Bote ebyiri z’akazi z’uruhu, ibara {c} | Jozi ya buti za kazi za ngozi, rangi {c}
ballet-flat | Pair of ballet flats in {c} leather | Paire de ballerines en cuir {c} | Inkweto z’umugore z’uruhu, ibara {c} | Jozi ya viatu bapa vya kike, rangi {c}
tote | Two tote bags in {c} | Deux cabas {c} | Amasakoshi abiri, ibara {c} | Mikoba miwili ya mkono, rangi {c}
satchel | Two satchels in {c} | Deux besaces, ton {c} | Amasakoshi abiri yo ku rutugu, ibara {c} | Mikoba miwili ya begani, rangi {c}
backpack | Two backpacks in {c} | Deux sacs à dos, ton {c} | Ibikapu bibiri byo mu mugongo, ibara {c} | Mabegi mawili ya mgongoni, rangi {c}
clutch | Two clutch bags in {c} | Deux pochettes, ton {c} | Udusakoshi tubiri two mu ntoki, ibara {c} | Pochi mbili za mkononi, rangi {c}
duffel | Two travel bags in {c} | Deux sacs de voyage, ton {c} | Ibikapu bibiri by’urugendo, ibara {c} | Mabegi mawili ya safari, rangi {c}
laptop-sleeve | Two laptop sleeves in {c} | Deux étuis d’ordinateur, ton {c} | Ibikapu bibiri bya mudasobwa, ibara {c} | Mifuko miwili ya kompyuta, rangi {c}
phone-pouch | Two phone pouches in {c} | Deux étuis de téléphone, ton {c} | Udufuka tubiri twa telefone, ibara {c} | Vifuko viwili vya simu, rangi {c}
wallet | Two wallets in {c} leather | Deux portefeuilles en cuir {c} | Amakofi abiri y’uruhu, ibara {c} | Pochi mbili za ngozi, rangi {c}
card-holder | Two card holders in {c} leather | Deux porte-cartes en cuir {c} | Udukofi tubiri tw’amakarita, ibara {c} | Vishikio viwili vya kadi, rangi {c}
belt | Two coiled belts in {c} leather | Deux ceintures en cuir {c} | Imikandara ibiri y’uruhu, ibara {c} | Mikanda miwili ya ngozi, rangi {c}
key-fob | Two key fobs in {c} leather | Deux porte-clés en cuir {c} | Udupira tubiri tw’imfunguzo, ibara {c} | Vishika funguo viwili vya ngozi, rangi {c}
watch-strap | Watch straps in {c} leather | Bracelets de montre en cuir {c} | Imishumi y’amasaha y’uruhu, ibara {c} | Mikanda ya saa ya ngozi, rangi {c}
notebook | Two notebook covers in {c} leather | Deux couvre-carnets en cuir {c} | Ibifubiko bibiri by’amakaye, ibara {c} | Majalada mawili ya madaftari, rangi {c}
scarf | Two fringed scarves in {c} | Deux foulards à franges, ton {c} | Ibitambaro bibiri byo mu ijosi, ibara {c} | Skafu mbili zenye shada, rangi {c}
cushion | Two cushion covers in {c} | Deux coussins, ton {c} | Ibifubiko bibiri by’imisego, ibara {c} | Foronya mbili za mito, rangi {c}
blanket | Two folded blankets in {c} | Deux plaids pliés, ton {c} | Ibiringiti bibiri bikunje, ibara {c} | Mablanketi mawili yaliyokunjwa, rangi {c}
peace-basket | Two lidded baskets, {c} | Deux paniers à couvercle, ton {c} | Uduseke tubiri, ibara {c} | Vikapu viwili vyenye vifuniko, rangi {c}
tray-basket | Two shallow woven trays, {c} | Deux plateaux tressés, ton {c} | Inkoko ebyiri ziboshye, ibara {c} | Sinia mbili za kufuma, rangi {c}
wall-basket | Two wall baskets, {c} | Deux paniers muraux, ton {c} | Ibyibo bibiri byo ku rukuta, ibara {c} | Vikapu viwili vya ukutani, rangi {c}
bread-basket | Two bread baskets, {c} | Deux paniers à pain, ton {c} | Ibyibo bibiri by’umugati, ibara {c} | Vikapu viwili vya mkate, rangi {c}
storage-basket | Two storage baskets, {c} | Deux paniers de rangement, ton {c} | Ibitebo bibiri byo kubikamo, ibara {c} | Vikapu viwili vya kuhifadhia, rangi {c}
woven-bag | Two woven shoulder bags, {c} | Deux sacs tressés, ton {c} | Ibikapu bibiri biboshye, ibara {c} | Mikoba miwili ya kufuma, rangi {c}
pot | Two clay pots, {c} | Deux pots en argile, ton {c} | Inkono ebyiri z’ibumba, ibara {c} | Vyungu viwili vya udongo, rangi {c}
mug | Two stoneware mugs in {c} | Deux gobelets en grès {c} | Ibikombe bibiri by’ibumba, ibara {c} | Vikombe viwili vya udongo, rangi {c}
bowl | Bowls in {c} clay | Bols en grès {c} | Amabakure y’ibumba, ibara {c} | Mabakuli ya udongo, rangi {c}
vase | Two vases in {c} clay | Deux vases en grès {c} | Vaze ebyiri z’ibumba, ibara {c} | Vyombo viwili vya maua, rangi {c}
coffee-bag | Two bags of coffee, {c} | Deux paquets de café, ton {c} | Udufuka tubiri tw’ikawa, ibara {c} | Mifuko miwili ya kahawa, rangi {c}
honey-jar | Two jars of {c} honey | Deux pots de miel, ton {c} | Amacupa abiri y’ubuki, ibara {c} | Chupa mbili za asali, rangi {c}
tea-tin | Two tea tins, {c} | Deux boîtes de thé, ton {c} | Udukombe tubiri tw’icyayi, ibara {c} | Makopo mawili ya chai, rangi {c}
fruit-pouch | Two pouches of dried fruit, {c} | Deux sachets de fruits séchés, ton {c} | Udufuka tubiri tw’imbuto zumye, ibara {c} | Mifuko miwili ya matunda makavu, rangi {c}
chilli-oil | Two bottles of oil, {c} | Deux bouteilles d’huile, ton {c} | Amacupa abiri y’amavuta, ibara {c} | Chupa mbili za mafuta, rangi {c}
nut-butter | Two jars of nut butter | Deux bocaux de beurre de noix | Amacupa abiri y’amavuta y’ubunyobwa | Chupa mbili za siagi ya kokwa
imigongo | Two imigongo panels in {c} | Deux tableaux imigongo, ton {c} | Imigongo ibiri, ibara {c} | Picha mbili za imigongo, rangi {c}
`;

export const SCENES = `
scene-bench | Shoemaker’s bench with tools and a shoe in the making | Établi de cordonnier, outils et soulier en cours | Ameza y’umudozi w’inkweto n’ibikoresho bye | Meza ya fundi viatu yenye vifaa vyake
scene-lasts | Shelves of wooden shoe lasts | Étagères de formes à chaussures en bois | Ububiko bw’ama forume y’inkweto y’ibiti | Rafu za kalibu za mbao za viatu
scene-drying-yard | Hides stretched on frames in a yard | Peaux tendues sur des cadres dans une cour | Impu zibambye mu gikari | Ngozi zilizowambwa kwenye fremu uani
scene-loom | Loom with cloth on it | Métier à tisser avec son tissu | Imashini yo kubohesha iriho igitambaro | Kitanda cha mfumi chenye kitambaa
scene-kiln-shelf | Shelves of fired pots | Étagères de poteries cuites | Ububiko bw’ibibumbano bitwitse | Rafu za vyungu vilivyochomwa
scene-hills | Hills in layers, one behind the other | Collines en plans successifs | Imisozi ikurikiranye | Vilima vilivyofuatana
scene-tool-wall | Hand tools hung on a plaster wall | Outils accrochés à un mur enduit | Ibikoresho by’intoki bimanitse ku rukuta | Vifaa vya mkono vilivyotundikwa ukutani
scene-leather-store | Rolls of leather on shelves | Rouleaux de cuir sur des étagères | Impu zizinze ziri mu bubiko | Ngozi zilizoviringishwa kwenye rafu
scene-weaving-corner | Baskets and fibre on a mat | Paniers et fibres sur une natte | Ibyibo n’ibirere biri ku kirago | Vikapu na nyuzi juu ya mkeka
scene-dye-vats | Dye vats and hanging skeins | Cuves de teinture et écheveaux suspendus | Ibivomesho by’amabara n’ubudodo bumanitse | Mapipa ya rangi na nyuzi zilizotundikwa
scene-coffee-beds | Raised coffee-drying beds on a hillside | Lits de séchage du café à flanc de colline | Ibitanda byo kwanikaho ikawa ku musozi | Vichanja vya kukaushia kahawa mlimani
scene-sewing-table | Cutting table with cloth and paper patterns | Table de coupe, tissu et patrons de papier | Ameza yo gukatiraho ibitambaro | Meza ya kukatia vitambaa
`;
