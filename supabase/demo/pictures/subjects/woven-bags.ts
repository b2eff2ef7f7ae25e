/** Woven shoulder bags. */
import { vessel } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { plaited, twine } from '#supabase/demo/pictures/materials/plait.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { fibres } from '#supabase/demo/pictures/subjects/baskets.ts';
import { loopOf } from '#supabase/demo/pictures/subjects/hardware.ts';
import { metalOf } from '#supabase/demo/pictures/subjects/shoe-kit.ts';

export const wovenBag: Maker = (look) => {
  const d = look.draw.fork('woven');
  const [w, h, deep] = [d.range(15.5, 18.5), d.range(24, 29), d.range(6, 7.5)];
  const material = plaited(fibres(look), look.option('pattern'), look.grain);
  const o = { rings: [[0, w * 0.8, deep * 0.85], [h * 0.2, w * 0.92, deep], [h * 0.7, w * 1.02, deep * 0.95], [h, w, deep * 0.75]] as const, square: 3.2, material, slack: 0.5, seed: look.grain, unroll: true }; // prettier-ignore
  const meshes = [
    vessel({ ...o, nv: 160, nu: 260 }),
    vessel({ ...o, inset: 0.4, nv: 80, nu: 140 }),
  ];
  const rim = curve(Array.from({ length: 60 }, (_, i): Vec3 => {
    const a = (i / 60) * 2 * Math.PI;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    return [w * Math.sign(c) * Math.abs(c) ** (2 / 3.2), h, deep * 0.75 * Math.sign(s) * Math.abs(s) ** (2 / 3.2)];
  }), { closed: true }); // prettier-ignore
  meshes.push(
    tube(rim, 0.7, {
      material: twine(look.colour('main'), look.grain),
      steps: 320,
      around: 14,
      closed: true,
    }),
  );
  const hide = look.option('handles') === 'leather';
  const colour = paint(look.draw.fork('strap').pick(['tan', 'cognac', 'espresso', 'chestnut']));
  const trim = hide
    ? edged(leather({ colour, seed: look.grain }), shaded(colour, 0.45))
    : twine(look.colour('main'), look.grain + 1);
  for (const s of [1, -1]) {
    const z = s * deep * 0.8;
    const line = curve([
      [-w * 0.42, h - 6, z * 1.18],
      [-w * 0.42, h, z * 1.1],
      [-w * 0.36, h + 11, z * 0.7],
      [-w * 0.16, h + 18, z * 0.5],
      [w * 0.16, h + 18, z * 0.5],
      [w * 0.36, h + 11, z * 0.7],
      [w * 0.42, h, z * 1.1],
      [w * 0.42, h - 6, z * 1.18],
    ]);
    meshes.push(
      hide
        ? strap(line, 2, 0.32, { material: trim, steps: 160, up: () => [0, 0.3, s] })
        : tube(line, 0.75, { material: trim, steps: 200, around: 16 }),
    );
    if (hide)
      meshes.push(
        ...[-1, 1].map((k) =>
          loopOf(0.5, 0.12, metalOf(look), {
            at: [k * w * 0.42, h - 3.5, z * 1.2 + s * 0.25],
            along: [1, 0, 0],
            up: [0, 0, s],
            side: [0, 1, 0],
          }),
        ),
      );
  }
  return {
    meshes,
    focus: { at: [w * 0.2, h * 0.6, deep], size: 12, azimuth: 12, elevation: 12 },
    stance: { yaw: -22 + d.around(7), elevation: 14 },
  };
};
