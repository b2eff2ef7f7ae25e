/** Categories of cloth, basketry and clay, in the table form that category.ts reads. */
export const HOME_TRADES = `
textiles | Textiles | Textiles | Imyenda n’ibitambaro | Nguo na vitambaa
  handwoven-cloth 5209 MTR | Handwoven cotton cloth | Tissu de coton tissé main | Igitambaro kiboheshejwe intoki | Kitambaa cha pamba cha mkono
  printed-cloth 520852 MTR | Printed cloth and kitenge | Pagne et tissu imprimé | Ibitenge | Vitenge
  scarves-and-shawls 621490 H87 | Scarves and shawls | Écharpes et châles | Ibitambaro byo mu ijosi | Skafu na shali
  wraps-and-kikoi 621142 H87 | Wraps and kikoi | Paréos et kikoï | Ibikwembe na kikoi | Kanga na kikoi
  blankets-and-throws 630130 H87 | Blankets and throws | Couvertures et plaids | Ibiringiti | Mablanketi
  cushion-covers 630492 H87 | Cushion covers | Housses de coussin | Ibifubiko by’imisego | Foronya za mito
  table-linen 630251 H87 | Tablecloths and runners | Nappes et chemins de table | Ibitambaro byo ku meza | Vitambaa vya meza
  placemats-and-napkins 630251 SET | Placemats and napkins | Sets de table et serviettes | Udutambaro two ku meza | Mikeka ya sahani na leso
  kitchen-linen 630291 H87 | Kitchen linen | Linge de cuisine | Ibitambaro byo mu gikoni | Vitambaa vya jikoni
  bed-linen 630231 SET | Bed linen | Linge de lit | Amashuka | Mashuka
  aprons-and-workwear 621142 H87 | Aprons and workwear | Tabliers et vêtements de travail | Amataburiya n’imyenda y’akazi | Aproni na nguo za kazi
  rugs 570299 H87 | Rugs | Tapis | Amatapi | Mazulia
  yarn 520710 KGM | Yarn and dyed cotton | Fils de coton teints | Ubudodo busize amabara | Nyuzi za rangi
basketry | Basketry | Vannerie | Ibiboshywe | Vikapu na ususi
  lidded-baskets 460219 H87 | Lidded baskets (agaseke) | Paniers à couvercle (agaseke) | Uduseke | Vikapu vya kifuniko
  trays-and-bowls 460219 H87 | Woven trays and bowls | Plateaux et coupes tressés | Inkoko n’ibyibo | Sinia na bakuli za ususi
  wall-baskets 460219 H87 | Wall baskets | Vannerie murale | Ibyibo byo ku rukuta | Vikapu vya ukutani
  bread-and-fruit-baskets 460219 H87 | Bread and fruit baskets | Corbeilles à pain et à fruits | Ibyibo by’umugati n’imbuto | Vikapu vya mkate na matunda
  storage-baskets 460219 H87 | Storage and laundry baskets | Paniers de rangement et à linge | Ibitebo byo kubikamo | Vikapu vya kuhifadhia
  bamboo-baskets 460211 H87 | Bamboo baskets | Paniers en bambou | Ibitebo by’imigano | Vikapu vya mianzi
  woven-bags 460219 H87 | Woven bags | Sacs tressés | Ibikapu biboshywe | Mikoba ya ususi
  mats 460129 H87 | Mats and screens | Nattes et claies | Ibirago | Mikeka
  table-mats-and-coasters 460219 SET | Table mats and coasters | Dessous de plat et de verre | Utwibo two munsi y’amasahani | Vitako vya sahani
  woven-lampshades 940599 H87 | Woven lampshades | Abat-jour tressés | Ibitwikirizo by’amatara | Vifuniko vya taa
  woven-hats 650400 H87 | Woven hats | Chapeaux tressés | Ingofero ziboshywe | Kofia za ukili
ceramics | Ceramics | Céramique | Ibibumbano | Vyombo vya udongo
  mugs-and-cups 691200 H87 | Mugs and cups | Tasses et gobelets | Ibikombe | Vikombe
  bowls 691200 H87 | Bowls | Bols | Amabakure | Bakuli
  plates-and-dishes 691200 SET | Plates and dishes | Assiettes et plats | Amasahani | Sahani
  jugs-and-teapots 691200 H87 | Jugs and teapots | Cruches et théières | Amajagi n’ibirika | Majagi na birika
  cooking-pots 691200 H87 | Cooking and water pots | Marmites et jarres | Inkono n’ibibindi | Vyungu na mitungi
  vases 691390 H87 | Vases | Vases | Vaze z’indabo | Vyombo vya maua
  planters 691490 H87 | Planters | Pots de fleurs | Inkono z’indabo | Vyungu vya maua
  table-lamps 940529 H87 | Ceramic table lamps | Lampes de table en céramique | Amatara yo ku meza | Taa za meza
  tiles 690723 MTK | Clay tiles | Carreaux de terre cuite | Amakaro y’ibumba | Vigae vya udongo
`;
