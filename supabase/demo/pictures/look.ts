/** A spec with every choice made: what the seed decides where the spec is silent. */
import { KINDS } from '#supabase/demo/pictures/kinds.ts';
import type { PaletteRole } from '#supabase/demo/pictures/kind.ts';
import type { PictureSpec } from '#supabase/demo/pictures/kinds.ts';
import type { Print } from '#supabase/demo/pictures/artwork/print.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { random } from '#supabase/demo/pictures/random.ts';
import type { Random } from '#supabase/demo/pictures/random.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface Look {
  spec: PictureSpec;
  /** The value of one of the kind's options. Throws on an option the kind does not have. */
  option(name: string): string;
  /** Linear colour of a role; 'tonal' follows the main colour. */
  colour(role: PaletteRole): Vec3;
  /** Swatch name of a role. */
  swatch(role: PaletteRole): string;
  /** Draws for proportions; the same for every view of a product. */
  draw: Random;
  /** A number in [0, 1000) that shifts materials. */
  grain: number;
  /** Artwork used so far, to be rastered before the picture is taken. */
  prints: Print[];
}

/** What a maker of a kind gives back: it stands on y = 0 around the y axis and faces +z. */
export interface Subject {
  meshes: Mesh[];
  /** Another arrangement for the pair view; without it a second one is put beside the first. */
  pair?: Mesh[];
  /** Where the material is worth a close look, how wide in cm, and from where. */
  focus: { at: Vec3; size: number; azimuth?: number; elevation?: number };
  /** Turn of the product in front and context views, and how high the camera is, in degrees. */
  stance: { yaw: number; elevation: number };
  /** Hangs on the wall instead of standing. */
  hangs?: boolean;
  /** Seen from above it is as good as from the front (sheets, trays, wallets). */
  flat?: boolean;
}

export type Maker = (look: Look) => Subject;

function choice(spec: PictureSpec, name: string): string {
  const values = KINDS[spec.kind].options[name];
  if (!values) throw new Error(`${spec.kind} has no option "${name}"`);
  const asked = spec.options?.[name];
  if (asked === undefined) return random(`${spec.seed}/option/${name}`).pick(values);
  if (!values.includes(asked)) throw new Error(`${spec.kind} has no ${name} "${asked}"`);
  return asked;
}

function swatch(spec: PictureSpec, role: PaletteRole): string {
  const asked = spec.palette?.[role];
  const listed = KINDS[spec.kind].colours[role] ?? KINDS[spec.kind].colours.main ?? ['natural'];
  const name = asked ?? random(`${spec.seed}/colour/${role}`).pick(listed);
  return name === 'tonal' ? swatch(spec, 'main') : name;
}

/** Makes every choice of a spec. Throws on options and colours that do not exist. */
export function lookOf(spec: PictureSpec): Look {
  for (const name of Object.keys(spec.options ?? {})) choice(spec, name);
  const draw = random(`${spec.seed}/${spec.kind}`);
  return {
    spec,
    option: (name) => choice(spec, name),
    colour: (role) => paint(swatch(spec, role)),
    swatch: (role) => swatch(spec, role),
    draw,
    grain: random(`${spec.seed}/grain`).range(0, 1000),
    prints: [],
  };
}
