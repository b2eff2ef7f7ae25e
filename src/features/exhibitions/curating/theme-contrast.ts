import { oklchContrast, readOklch } from '#src/domain/exhibitions/contrast.ts';
import type { Theme } from '#src/domain/exhibition.ts';
import tokens from '#src/ui/styles/tokens.css?raw';
import themes from '../visiting/themes.css?raw';

/** The n-th value of a custom property in a sheet: papers stand there by day first, then by night. */
function valueOf(sheet: string, name: string, nth = 0): string {
  return [...sheet.matchAll(new RegExp(`--${name}:\\s*(oklch\\([^)]*\\))`, 'g'))][nth]?.[1] ?? '';
}

function between(one: string, other: string): number {
  const [a, b] = [readOklch(one), readOklch(other)];
  return a && b ? oklchContrast(a, b) : 0;
}

/** The least that words have in this theme: on its field, and on paper by day and by night. 1 to 21; 0 for one that is not drawn. */
export function themeContrast(theme: Theme): number {
  const rule = new RegExp(`\\.theme-${theme}\\s*\\{([^}]*)\\}`).exec(themes)?.[1] ?? '';
  return Math.min(
    between(valueOf(rule, 'fair'), valueOf(rule, 'fair-on')),
    between(valueOf(rule, 'fair-day'), valueOf(tokens, 'paper')),
    between(valueOf(rule, 'fair-night'), valueOf(tokens, 'paper', 1)),
  );
}
