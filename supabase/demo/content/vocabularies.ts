/**
 * The fixed vocabularies that products and producers choose from: materials, techniques and kinds of
 * certificate. Certificates are named by what was checked, not by a brand.
 */
import { readNamed } from '#supabase/demo/content/table.ts';
import type { TermKind, TermSeed } from '#supabase/demo/content/types.ts';

const MATERIALS = `
full-grain-cowhide | Full-grain cowhide | Cuir de vachette pleine fleur | Uruhu rw’inka | Ngozi ya ng’ombe
oiled-cowhide | Oiled cowhide | Cuir de vachette gras | Uruhu rw’inka rusize amavuta | Ngozi ya ng’ombe yenye mafuta
vegetable-tanned-leather | Vegetable-tanned leather | Cuir tanné végétal | Uruhu rwakanishijwe ibimera | Ngozi iliyotengenezwa kwa mimea
suede | Suede | Cuir velours | Uruhu rworoshye (swede) | Swedi
goatskin | Goatskin | Cuir de chèvre | Uruhu rw’ihene | Ngozi ya mbuzi
sheepskin | Sheepskin | Cuir de mouton | Uruhu rw’intama | Ngozi ya kondoo
hair-on-hide | Hair-on hide | Peau avec poil | Uruhu rufite ubwoya | Ngozi yenye manyoya
sole-leather | Sole leather | Cuir à semelle | Uruhu rw’isoli | Ngozi ya soli
rubber | Rubber | Caoutchouc | Kawucu | Mpira
crepe-rubber | Crepe rubber | Crêpe de caoutchouc | Kawucu karemano | Mpira wa krepi
recycled-tyre | Recycled tyre | Pneu recyclé | Ipine ryongeye gukoreshwa | Tairi lililotumika tena
cork | Cork | Liège | Liyeje (cork) | Koki
canvas | Cotton canvas | Toile de coton | Igitambaro gikomeye cy’ipamba | Turubai ya pamba
cotton | Cotton | Coton | Ipamba | Pamba
kitenge | Kitenge | Pagne kitenge | Igitenge | Kitenge
wool | Wool | Laine | Ubwoya bw’intama | Sufu
wool-felt | Wool felt | Feutre de laine | Igitambaro cy’ubwoya gitsindagiye | Felti ya sufu
silk | Silk | Soie | Ihariri | Hariri
linen-thread | Waxed thread | Fil ciré | Urudodo rusize ibishashara | Uzi wa nta
brass | Brass | Laiton | Umuringa | Shaba
steel | Steel | Acier | Icyuma | Chuma
glass-beads | Glass beads | Perles de verre | Amasaro | Shanga za kioo
sisal | Sisal | Sisal | Umugwegwe | Mkonge
sweetgrass | Sweetgrass (ishinge) | Herbe fine (ishinge) | Ishinge | Nyasi laini
banana-fibre | Banana fibre | Fibre de bananier | Ibirere | Nyuzi za mgomba
papyrus | Papyrus | Papyrus | Urufunzo | Mafunjo
palm-leaf | Palm leaf | Feuille de palmier | Amakindo | Ukili
wood | Wood | Bois | Igiti | Mbao
stoneware-clay | Stoneware clay | Grès | Ibumba ryo gutwika cyane | Udongo wa joto kali
terracotta | Terracotta clay | Terre cuite | Ibumba | Udongo wa mfinyanzi
lead-free-glaze | Lead-free glaze | Émail sans plomb | Irangi ritarimo isasu (plomb) | Rangi ya kung’arisha isiyo na risasi
dung-and-ash | Cow dung and ash | Bouse de vache et cendre | Amase n’ivu | Samadi na majivu
earth-pigments | Earth pigments | Pigments de terre | Amabara y’ubutaka | Rangi za udongo
arabica | Arabica coffee | Café arabica | Ikawa ya arabika | Kahawa ya arabika
tea-leaf | Tea leaf | Feuille de thé | Amababi y’icyayi | Majani ya chai
herbs | Herbs | Plantes aromatiques | Ibyatsi bihumura | Mimea ya harufu
honey | Honey | Miel | Ubuki | Asali
beeswax | Beeswax | Cire d’abeille | Ibishashara | Nta ya nyuki
chilli | Chilli | Piment | Urusenda | Pilipili
ginger | Ginger | Gingembre | Tangawizi | Tangawizi
turmeric | Turmeric | Curcuma | Kurukuma | Manjano
vegetable-oil | Vegetable oil | Huile végétale | Amavuta y’ibimera | Mafuta ya mimea
groundnuts | Groundnuts | Arachides | Ubunyobwa | Karanga
macadamia | Macadamia nuts | Noix de macadamia | Makadamiya | Makadamia
pineapple | Pineapple | Ananas | Inanasi | Nanasi
mango | Mango | Mangue | Umwembe | Embe
banana | Banana | Banane | Umuneke | Ndizi
passion-fruit | Passion fruit | Fruit de la passion | Amatunda | Karakara
`;

const TECHNIQUES = `
hand-lasting | Hand lasting | Montage à la main | Gukurura uruhu kuri forume n’intoki | Kuvuta ngozi kwenye umbo kwa mkono
goodyear-welt | Goodyear welt | Cousu Goodyear | Ubudozi bwa Goodyear | Mshono wa Goodyear
blake-stitch | Blake stitch | Cousu Blake | Ubudozi bwa Blake | Mshono wa Blake
stitch-down | Stitch-down | Cousu-débordant | Kudoda uruhu rusohotse ku isoli | Mshono wa nje wa soli
cemented-sole | Cemented sole | Semelle collée | Isoli ifatishije kole | Soli ya gundi
hand-sewn-apron | Hand-sewn apron | Plateau cousu main | Umutwe w’urukweto udodesheje intoki | Uso wa kiatu ulioshonwa kwa mkono
saddle-stitch | Saddle stitching | Couture sellier | Kudoda n’inshinge ebyiri | Mshono wa sindano mbili
machine-stitching | Machine stitching | Piqûre machine | Kudodesha imashini | Kushona kwa cherehani
burnished-edges | Burnished edges | Tranches polies | Impande zinogereje | Kingo zilizong’arishwa
hand-tooling | Hand tooling | Ciselage à la main | Gukeba imitako ku ruhu | Kuchonga nakshi kwa mkono
embossing | Embossing | Gaufrage | Gutsindagira imitako | Kugandamiza nakshi
braiding | Braiding | Tressage du cuir | Gusuka uruhu | Kusuka ngozi
beadwork | Beadwork | Broderie de perles | Gutaka n’amasaro | Kazi ya shanga
riveting | Riveting | Rivetage | Gufatisha utwuma | Kupiga ripiti
vegetable-tanning | Vegetable tanning | Tannage végétal | Gukanisha ibimera | Kutengeneza ngozi kwa mimea
mineral-tanning | Mineral tanning | Tannage minéral | Gukanisha imyunyu | Kutengeneza ngozi kwa madini
frame-drying | Frame drying | Séchage sur cadre | Kubamba uruhu | Kukausha kwenye fremu
salting | Salting | Salage | Gutera umunyu | Kutia chumvi
handloom-weaving | Handloom weaving | Tissage main | Kuboha imyenda n’intoki | Kufuma kwa mkono
natural-dyeing | Natural dyeing | Teinture végétale | Gusiga amabara y’ibimera | Kutia rangi za mimea
wax-printing | Wax printing | Impression wax | Gucapa igitenge | Kuchapa kitenge
resist-dyeing | Resist dyeing | Teinture à réserve | Gusiga amabara bahambiriye | Kutia rangi kwa kufunga
patchwork | Patchwork | Patchwork | Guteranya ibitambaro | Kuunganisha vitambaa
embroidery | Embroidery | Broderie | Gufuma imitako | Kudarizi
hand-knotted-fringe | Hand-knotted fringe | Franges nouées main | Inshunda zipfunditswe n’intoki | Shada zilizofungwa kwa mkono
coiling | Coiled basketry | Vannerie spiralée | Kuboha mu ruziga | Ususi wa mzunguko
plaiting | Plaiting | Tressage | Kuboha amashami n’ibirere | Kusuka
wheel-throwing | Wheel throwing | Tournage | Kubumba ku ruziga | Kufinyanga kwa gurudumu
hand-building | Hand building | Modelage | Kubumba n’intoki | Kufinyanga kwa mkono
stone-burnishing | Stone burnishing | Polissage au galet | Gusena n’ibuye | Kung’arisha kwa jiwe
glazing | Glazing | Émaillage | Gusiga irangi ribengerana | Kupaka rangi ya kung’aa
sgraffito | Sgraffito | Sgraffite | Gushushanya bakuraho irangi | Kuchora kwa kukwangua
wood-firing | Wood firing | Cuisson au bois | Gutwika n’inkwi | Kuchoma kwa kuni
washed-process | Washed process | Voie humide | Ikawa yogejwe | Kahawa ya kuoshwa
natural-process | Natural process | Voie sèche | Ikawa yumishijwe idatonowe | Kahawa ya kukaushwa na ganda
small-batch-roasting | Small-batch roasting | Torréfaction artisanale | Gukaranga ikawa nke nke | Kukaanga kidogo kidogo
orthodox-rolling | Orthodox rolling | Roulage orthodoxe | Kuzinga amababi y’icyayi | Kuviringisha majani ya chai
pan-firing | Pan firing | Fixation au wok | Gukaranga amababi mu ipanu | Kukaanga majani
cold-straining | Cold straining | Filtrage à froid | Kuyungurura bidashyushye | Kuchuja bila joto
stone-grinding | Stone grinding | Mouture à la meule | Gusya ku ibuye | Kusaga kwa jiwe
slow-infusing | Slow infusing | Infusion lente | Kuvanga buhoro buhoro | Kulowesha polepole
dry-roasting | Dry roasting | Torréfaction à sec | Gukaranga nta mavuta | Kukaanga bila mafuta
solar-drying | Solar drying | Séchage solaire | Kumisha ku zuba | Kukausha kwa jua
imigongo-relief | Imigongo relief | Relief imigongo | Guca imigongo | Michoro ya imigongo
`;

const CERTIFICATIONS = `
standards-mark | Standards mark (RSB S-Mark) | Marque de conformité (RSB S-Mark) | Ikirango cy’ubuziranenge (RSB S-Mark) | Alama ya ubora (RSB S-Mark)
made-in-rwanda | Made in Rwanda label | Label Made in Rwanda | Ikirango Made in Rwanda | Nembo ya Made in Rwanda
fair-trade-self-assessment | Fair trade self-assessment | Auto-évaluation commerce équitable | Isuzuma ry’ubucuruzi buboneye | Tathmini binafsi ya biashara ya haki
chromium-test | Chromium VI test report | Rapport d’essai chrome VI | Raporo y’isuzuma rya chrome VI | Ripoti ya kipimo cha kromiamu VI
safety-footwear-test | Safety footwear test (ISO 20345) | Essai de chaussures de sécurité (ISO 20345) | Isuzuma ry’inkweto z’umutekano (ISO 20345) | Kipimo cha viatu vya usalama (ISO 20345)
food-contact-test | Food contact test report | Rapport de contact alimentaire | Raporo y’ibikoresho bikora ku biribwa | Ripoti ya vyombo vya chakula
haccp-plan | HACCP plan verified | Plan HACCP vérifié | Gahunda ya HACCP yagenzuwe | Mpango wa HACCP uliothibitishwa
organic-group | Organic, participatory guarantee | Bio, garantie participative | Ubuhinzi bw’umwimerere bwemejwe n’itsinda | Kilimo hai, uhakika wa pamoja
sustainable-farm | Sustainable farm certificate | Certificat d’agriculture durable | Icyemezo cy’ubuhinzi burambye | Cheti cha kilimo endelevu
cupping-report | Independent cupping report | Rapport de dégustation indépendant | Raporo y’abasogongezi b’ikawa | Ripoti huru ya uonjaji
residue-test | Residue test report | Rapport d’analyse de résidus | Raporo y’isuzuma ry’ibisigazwa by’imiti | Ripoti ya kipimo cha mabaki
women-led | Women-led enterprise | Entreprise dirigée par des femmes | Ikigo kiyobowe n’abagore | Biashara inayoongozwa na wanawake
`;

function terms(kind: TermKind, table: string): TermSeed[] {
  return readNamed(table).map((term, position) => ({ kind, position, ...term }));
}

export const TERMS: readonly TermSeed[] = [
  ...terms('material', MATERIALS),
  ...terms('technique', TECHNIQUES),
  ...terms('certification', CERTIFICATIONS),
];

/** True when the vocabulary of that kind has the key. */
export function isTerm(kind: TermKind, key: string): boolean {
  return TERMS.some((term) => term.kind === kind && term.key === key);
}
