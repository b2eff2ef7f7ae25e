/** The cloth of a look: its print or weave in its own colours. */
import { kitenge } from '#supabase/demo/pictures/artwork/kitenge.ts';
import { hex, Print } from '#supabase/demo/pictures/artwork/print.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { blend, paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { printed } from '#supabase/demo/pictures/materials/print.ts';
import type { ClothOptions } from '#supabase/demo/pictures/materials/print.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';

/** Notes that the look needs this artwork. */
export function use(look: Look, print: Print): Print {
  look.prints.push(print);
  return print;
}

/** Inks that sit well together whatever the roles say: one dark, one light, two strong. */
export function kitengePrint(look: Look, name: string): Print {
  const main = look.colour('main');
  const accent = look.spec.palette?.accent ? look.colour('accent') : paint(look.draw.fork('ink').pick(['ochre', 'terracotta', 'teal', 'cream']));
  const light = paint('cream');
  const inks = {
    ground: hex(main),
    first: hex(blend(accent, light, 0.08)),
    second: hex(light),
    dark: hex(shaded(blend(main, [0.01, 0.012, 0.02], 0.75), 0.7)),
  };
  return use(look, new Print(kitenge(name, inks, look.draw.fork('kitenge'))));
}

/** Kitenge cloth, a motif about `width / 2` cm across. */
export function kitengeCloth(look: Look, width: number, options?: ClothOptions, name?: string): Material {
  const drawn = name ?? look.draw.fork('motif').pick(['kitenge-wheel', 'kitenge-leaf', 'kitenge-shell'] as const);
  return printed(kitengePrint(look, drawn), width, options);
}
