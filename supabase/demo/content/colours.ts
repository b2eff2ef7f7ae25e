/** The colours of the demo in words: `name` for a list, the others as they stand inside a sentence of alt.ts. */
import { readNamed } from '#supabase/demo/content/table.ts';
import type { Text4 } from '#supabase/demo/content/types.ts';

/**
 * By swatch of the pictures. English and French stand before or after a masculine noun; Kinyarwanda
 * follows "ibara", Kiswahili follows "rangi".
 */
const WORDS = `
cognac | cognac | cognac | ry’ikigina gitukuye | ya kahawia nyekundu
chestnut | chestnut | châtaigne | ry’ikigina cyijimye | ya kahawia iliyokolea
tan | tan | fauve | ry’ikigina gikeye | ya kahawia hafifu
natural | natural | naturel | karemano | ya asili
rubber-black | black | noir | ry’umukara | nyeusi
black | black | noir | ry’umukara | nyeusi
oxblood | oxblood | bordeaux | ry’umutuku wijimye | nyekundu iliyokolea
espresso | dark brown | brun foncé | rya kawa ikaranze | ya kahawa
olive | olive | vert olive | ry’icyatsi kijimye | ya kijani cha zeituni
forest | forest green | vert sapin | ry’icyatsi cy’ishyamba | ya kijani kilichokolea
indigo | indigo | bleu indigo | ry’ubururu bwijimye | ya buluu iliyokolea
teal | teal | bleu canard | ry’ubururu bujya mu cyatsi | ya buluu-kijani
ochre | ochre | ocre | ry’umuhondo w’itaka | ya manjano ya udongo
terracotta | terracotta | terre cuite | ry’itafari | ya matofali
rose | dusty pink | vieux rose | ry’iroza | ya waridi
cream | cream | crème | ry’umweru w’amata | ya maziwa
charcoal | charcoal | anthracite | ry’amakara | ya mkaa
buff | buff | beige | ry’umusenyi | ya mchanga
sage | sage green | vert sauge | ry’icyatsi cyoroshye | ya kijani hafifu
banana-gold | golden | doré | rya zahabu | ya dhahabu
straw | straw-coloured | couleur paille | ry’ibyatsi byumye | ya majani makavu
sisal | off-white | blanc cassé | ry’umweru w’umugwegwe | nyeupe ya mkonge
celadon | celadon green | vert céladon | ry’icyatsi gikeye | ya kijani cha majivu
kraft | brown paper | kraft | ry’urupapuro rw’ikigina | ya karatasi ya kahawia
honey | golden | doré | ry’ubuki | ya asali
amber | amber | ambre | ry’ubuki bwijimye | ya kaharabu
dark-honey | dark | ambre foncé | ry’ubuki bwirabura | ya asali nyeusi
chilli | chilli red | rouge piment | ry’urusenda | nyekundu ya pilipili
turmeric | turmeric yellow | jaune curcuma | ry’umuhondo wa kurukuma | ya manjano
pepper | dark spice | épices foncées | ry’ibirungo byijimye | ya viungo vyeusi
ash | ash-grey | gris cendre | ry’ivu | ya jivu
dry-clay | grey clay | gris argile | ry’ibumba ryumye | ya udongo mkavu
peanut | light brown | brun clair | ry’ubunyobwa | ya karanga
macadamia | pale cream | crème pâle | rya makadamiya | ya makadamia
`;

const BY_KEY = new Map(readNamed(WORDS).map(({ key, names }) => [key, names]));

/** The words of a swatch; throws where the demo has none. */
export function colourWords(swatch: string): Text4 {
  const words = BY_KEY.get(swatch);
  if (!words) throw new Error(`No words for the colour "${swatch}"`);
  return words;
}

/** "dark brown" → "Dark brown", as the name of a variant. */
export function colourName(swatch: string): string {
  const { en } = colourWords(swatch);
  return en.charAt(0).toUpperCase() + en.slice(1);
}
