/** What an exhibition is made of, and the state it is in: derived from dates and the clock, never stored. */
export const EXHIBITION_STATES = [
  'draft',
  'preview',
  'scheduled',
  'open',
  'closed',
  'archived',
] as const;
export type ExhibitionState = (typeof EXHIBITION_STATES)[number];

export const THEMES = ['ochre', 'red', 'ink', 'forest', 'indigo', 'clay'] as const;
export type Theme = (typeof THEMES)[number];

export const PATTERNS = ['zigzag', 'lozenge', 'hooks', 'teeth', 'panel'] as const;
export type Pattern = (typeof PATTERNS)[number];

export const BOOTH_STATES = ['offered', 'accepted', 'submitted', 'approved', 'declined'] as const;
export type BoothState = (typeof BOOTH_STATES)[number];

export const EXHIBIT_KINDS = ['product', 'work', 'tool', 'step'] as const;
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number];

export const PICTURE_ROLES = ['view', 'detail', 'before', 'after', 'step', 'turn'] as const;
export type PictureRole = (typeof PICTURE_ROLES)[number];

export const SECTION_KINDS = ['text', 'gallery', 'quote', 'map', 'documents', 'tour'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** Instants as ISO 8601 with an offset, as the database gives them. */
export type ExhibitionDates = {
  opensAt: string;
  closesAt: string;
  override: 'open' | 'closed' | null;
  publishedAt: string | null;
  archivedAt: string | null;
  /** Whether a draft has an unlisted link. */
  hasPreview: boolean;
};

/** The state at `now` (milliseconds since 1970). The same rule as private.exhibition_state in SQL, which is the judge. */
export function exhibitionState(dates: ExhibitionDates, now: number): ExhibitionState {
  if (dates.archivedAt) return 'archived';
  if (!dates.publishedAt) return dates.hasPreview ? 'preview' : 'draft';
  if (dates.override) return dates.override;
  if (now < Date.parse(dates.opensAt)) return 'scheduled';
  return now >= Date.parse(dates.closesAt) ? 'closed' : 'open';
}

/** Whether halls, booths, objects and tours may be read by everybody. */
export function isReadable(state: ExhibitionState): boolean {
  return state === 'open' || state === 'closed' || state === 'archived';
}
