/** The cloth of a look: its print or weave in its own colours. */
import { kitenge } from '#supabase/demo/pictures/artwork/kitenge.ts';
import { weaving } from '#supabase/demo/pictures/artwork/weaving.ts';
import { hex, Print } from '#supabase/demo/pictures/artwork/print.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { plainCloth, printed } from '#supabase/demo/pictures/materials/print.ts';
import type { ClothOptions } from '#supabase/demo/pictures/materials/print.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';

/** Notes that the look needs this artwork. */
export function use(look: Look, print: Print): Print {
  look.prints.push(print);
  return print;
}

/** Strong pairs that printers put beside a ground: first, second, and the dark of the outlines. */
const INKS: readonly (readonly [string, string, string])[] = [
  ['#d9962a', '#f1e6cc', '#1c1a1e'],
  ['#c2512c', '#f3e3c0', '#231718'],
  ['#e0b13c', '#b5382a', '#17202e'],
  ['#2f7f86', '#f0d9a0', '#151d24'],
  ['#d8743a', '#f5ead6', '#1d2233'],
  ['#7d9a4b', '#f2dfae', '#1f2319'],
];

/** The look's main colour as ground, with inks that carry on it. */
export function kitengePrint(look: Look, name: string): Print {
  const main = look.colour('main');
  const light = 0.3 * main[0] + 0.6 * main[1] + 0.1 * main[2];
  const draw = look.draw.fork('ink');
  const [first, second, dark] = draw.pick(INKS);
  const accent = look.spec.palette?.accent ? hex(look.colour('accent')) : first;
  // a pale ground needs its lights swapped for darks to stay a print
  const inks = {
    ground: hex(main),
    first: accent,
    second: light > 0.35 ? hex(shaded(paint(accent), 0.35)) : second,
    dark,
  };
  return use(look, new Print(kitenge(name, inks, look.draw.fork('kitenge'))));
}

/** Woven pattern in the look's colours. */
function wovenPrint(look: Look, name: string): Print {
  const yarns = {
    ground: hex(look.colour('main')),
    first: hex(look.colour('second')),
    second: hex(look.colour('accent')),
    dark: hex(shaded(look.colour('main'), 0.3)),
  };
  return use(look, new Print(weaving(name, yarns, look.draw.fork('weaving'))));
}

/** The cloth a pattern name stands for; `width` cm is one repeat of a print. */
export function clothOf(
  look: Look,
  name: string,
  width: number,
  options: ClothOptions = {},
): Material {
  if (name.startsWith('kitenge'))
    return kitengeCloth(look, width, { pitch: 0.05, ...options }, name);
  const heavy = { pitch: 0.12, depth: 0.3, ...options };
  if (name === 'plain') return plainCloth(look.colour('main'), heavy);
  return printed(wovenPrint(look, name), width * 1.4, heavy);
}

/** Kitenge cloth, a motif about `width / 2` cm across. */
export function kitengeCloth(
  look: Look,
  width: number,
  options?: ClothOptions,
  name?: string,
): Material {
  const drawn =
    name ??
    look.draw.fork('motif').pick(['kitenge-wheel', 'kitenge-leaf', 'kitenge-shell'] as const);
  return printed(kitengePrint(look, drawn), width, options);
}
