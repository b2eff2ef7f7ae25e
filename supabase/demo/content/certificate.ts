/** Demo certificates: plausible kinds and dates, neutral issuers, and numbers that say what they are. */
import type { CertificationSeed } from '#supabase/demo/content/types.ts';

const ISSUERS: Readonly<Record<string, string>> = {
  'standards-mark': 'National standards body',
  'made-in-rwanda': 'Ministry of trade',
  'fair-trade-self-assessment': 'Self-assessment, seen by the cluster',
  'chromium-test': 'Independent laboratory',
  'safety-footwear-test': 'Independent laboratory',
  'food-contact-test': 'Independent laboratory',
  'haccp-plan': 'National standards body',
  'organic-group': 'Growers’ assembly',
  'sustainable-farm': 'Independent farm auditor',
  'cupping-report': 'Independent cuppers',
  'residue-test': 'Independent laboratory',
  'women-led': 'Women’s business network',
};

/** A certificate issued some days before loading; `expiresInDays` is negative when it has run out. */
export function certificate(
  term: string,
  issuedDaysAgo: number,
  expiresInDays: number | null,
): CertificationSeed {
  const number = `DEMO-${term.slice(0, 3).toUpperCase()}-${1000 + issuedDaysAgo}`;
  return { term, issuer: ISSUERS[term] ?? '', number, issuedDaysAgo, expiresInDays };
}
