/** What a page of an exhibition says of itself when it was opened, by its address alone. */
export const SEEN_METRICS = ['view', 'zoom', 'listen'] as const;
export type SeenMetric = (typeof SEEN_METRICS)[number];

/** One thing that was looked at. `stop`: its number in the tour of that slug. `channel`: web, embed or `code:{campaign}`. */
export type Seen = {
  exhibition: string;
  subject: 'exhibition' | 'hall' | 'booth' | 'exhibit' | 'stop';
  slug: string | null;
  stop: number | null;
  metric: SeenMetric | 'save';
  channel: string;
};

/** Longer words are no address of ours. */
export const MOST_SEEN_LENGTH = 300;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PAGE = new RegExp(
  `^(?:/[a-z]{2})?/exhibitions/(${SLUG})(?:/(halls|booths|objects)/(${SLUG})|/tours/(${SLUG})/([1-9][0-9]{0,2}))?$`,
);
const EMBED = new RegExp(`^(?:/[a-z]{2})?/embed/(${SLUG})/(${SLUG})$`);
const CAMPAIGN = /^[a-z][a-z0-9-]{0,39}$/;
const SUBJECTS = { halls: 'hall', booths: 'booth', objects: 'exhibit' } as const;

/** Reads `view /fr/exhibitions/leather/booths/akagera poster`: what happened, where, and by which printed code one came. Null for anything else. */
export function readSeen(text: string): Seen | null {
  if (text.length > MOST_SEEN_LENGTH) return null;
  const [what = '', path = '', campaign = '', ...rest] = text.split(' ');
  const metric = SEEN_METRICS.find((one) => one === what);
  if (!metric || rest.length > 0) return null;
  const place = placeOf(path);
  if (!place) return null;
  if (place.channel === 'embed' || campaign === '') return { ...place, metric };
  return CAMPAIGN.test(campaign) ? { ...place, metric, channel: `code:${campaign}` } : null;
}

function placeOf(path: string): Omit<Seen, 'metric'> | null {
  const [, host, framed] = EMBED.exec(path) ?? [];
  if (host && framed)
    return { exhibition: host, subject: 'booth', slug: framed, stop: null, channel: 'embed' };
  const [, exhibition, room, slug, tour, stop] = PAGE.exec(path) ?? [];
  if (!exhibition) return null;
  const web = { exhibition, channel: 'web' };
  if (tour) return { ...web, subject: 'stop', slug: tour, stop: Number(stop) };
  if (!room || !slug) return { ...web, subject: 'exhibition', slug: null, stop: null };
  return { ...web, subject: SUBJECTS[room as keyof typeof SUBJECTS], slug, stop: null };
}

const MACHINES =
  /bot\b|crawl|spider|slurp|preview|headless|lighthouse|monitor|scrap|fetch|curl|wget|python|java\/|okhttp|archive/i;

/** Whether a browser's own name says that no person looks. No name at all is a machine too. */
export function isMachine(userAgent: string | null): boolean {
  return !userAgent || MACHINES.test(userAgent);
}
