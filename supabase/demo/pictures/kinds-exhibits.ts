/** What stands in an exhibition and is sold by nobody: tools, lasts, a shoe at a step of its making, coffee before and after. */
import { kind } from '#supabase/demo/pictures/kind.ts';

const FIBRE = 'main: straw sisal; second: black oxblood; accent: ochre cream';

export const EXHIBIT_KINDS = {
  last: kind('craft', 'wooden last on its side or standing', 'shape: almond round wide', ''),
  'bench-tool': kind(
    'craft',
    'hand tool of a bench',
    'tool: awl knife hammer pincers scissors brush',
    '',
  ),
  'shoe-step': kind(
    'shoes',
    'open-laced shoe at a step of its making',
    'step: insole lasted welted filled soled; toe: plain cap brogue apron; shape: round almond chisel',
    'main: LEATHER; thread: cream tonal',
  ),
  dish: kind('food', 'heaped clay dish', 'of: green-coffee roasted-coffee bark salt', ''),
  'milk-jar': kind('craft', 'carved milk jar with a woven lid', 'pattern: zigzag bands', FIBRE),
};
