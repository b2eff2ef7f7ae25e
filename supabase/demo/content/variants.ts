/** Builders for variants. A builder is given the product's key and price and returns its variants. */
import { colourName } from '#supabase/demo/content/colours.ts';
import type { VariantSeed } from '#supabase/demo/content/types.ts';

export type VariantMaker = (key: string, price: number) => VariantSeed[];

/** Initials of the words of a key: "two-eyelet-derby" → "TED". */
function initials(key: string): string {
  return key
    .split('-')
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
}

function variant(
  key: string,
  name: string,
  facts: { size?: string; colour?: string; priceAmount?: number | null; available?: boolean },
): VariantSeed {
  const tail = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    name,
    sku: `${initials(key)}-${tail}`,
    size: facts.size ?? null,
    colour: facts.colour ?? null,
    priceAmount: facts.priceAmount ?? null,
    available: facts.available ?? true,
  };
}

/** EU shoe sizes, in every colour given; `gone` lists sizes that cannot be ordered at present. */
export function euSizes(
  from: number,
  to: number,
  options: { colours?: readonly string[]; gone?: readonly number[] } = {},
): VariantMaker {
  const sizes = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return (key) =>
    (options.colours ?? [null]).flatMap((swatch) =>
      sizes.map((eu) => {
        const colour = swatch === null ? undefined : colourName(swatch);
        const size = `EU ${eu}`;
        return variant(key, colour ? `${colour}, ${size}` : size, {
          size,
          colour,
          available: !options.gone?.includes(eu),
        });
      }),
    );
}

/** One variant a colour; `gone` lists colours that cannot be ordered at present. */
export function colours(swatches: readonly string[], gone: readonly string[] = []): VariantMaker {
  return (key) =>
    swatches.map((swatch) => {
      const colour = colourName(swatch);
      return variant(key, colour, { colour, available: !gone.includes(swatch) });
    });
}

/** Named sizes or packs, each with what it costs more (or, negative, less) than the product. */
export function sizes(list: readonly (readonly [name: string, delta: number])[]): VariantMaker {
  return (key, price) =>
    list.map(([size, delta]) =>
      variant(key, size, { size, priceAmount: delta === 0 ? null : price + delta }),
    );
}

/** Anything else that is chosen by name: a pattern, a grind, a letter. */
export function named(names: readonly string[]): VariantMaker {
  return (key) => names.map((name) => variant(key, name, {}));
}
