import type { KioskBooth, KioskContent } from '../../bundle.ts';
import { drawing, el, prose, said } from '../dom.ts';
import { find, neighbours, type Kit, type Screen } from '../kit.ts';
import { door, gone, head, objectDoors, phonePanel, photo } from '../parts.ts';

/** The first screen after the start: where one can go. */
export function entrance({ content }: Kit): Screen {
  const { exhibition, halls, words } = content;
  const doors = el('ul', { class: 'k-doors', role: 'list' }, ...hallDoors(content));
  return {
    body: [
      poster(content),
      el('nav', { 'aria-label': words.halls }, doors),
      phonePanel(exhibition.phone, words.phone),
    ],
    next: halls[0] && `/halls/${halls[0].slug}`,
    seen: { subject: 'exhibition', id: exhibition.id },
  };
}

function poster({ exhibition }: KioskContent): HTMLElement {
  const { cover, dates, title, summary, pattern } = exhibition;
  return el(
    'div',
    { class: 'k-poster' },
    photo(cover, 'large', ''),
    el(
      'div',
      { class: 'k-sheet' },
      el('p', { class: 'k-over' }, dates),
      said('h1', title, { tabindex: -1 }),
      summary && said('p', summary, { class: 'k-lead' }),
      drawing(`band-${pattern}`),
    ),
  );
}

/** Halls first, then what leads through them. */
function hallDoors(content: KioskContent): HTMLElement[] {
  const { halls, tours, words } = content;
  const rooms = halls.map(({ slug, title, over, cover }) =>
    door(`/halls/${slug}`, title, { over, picture: cover ?? firstPicture(content, slug) }),
  );
  const guided = tours.map(({ slug, title, stops }) =>
    door(`/tours/${slug}`, title, { over: words.tours, picture: stops[0]?.picture ?? null }),
  );
  return [...rooms, ...guided].map((one) => el('li', {}, one));
}

function firstPicture({ objects }: KioskContent, hall: string) {
  return (
    objects.find((object) => object.hall === hall && object.pictures.length > 0)?.pictures[0] ??
    null
  );
}

function boothDoor(content: KioskContent, slug: string): HTMLElement | null {
  const booth = find(content.booths, slug);
  if (!booth) return null;
  const picture = booth.cover ?? boothObjects(content, booth)[0]?.pictures[0] ?? null;
  return el('li', {}, door(`/booths/${slug}`, booth.title, { picture, under: booth.where }));
}

function boothObjects({ objects }: KioskContent, { slug }: KioskBooth) {
  return objects.filter(({ booth }) => booth === slug);
}

export function hall(kit: Kit, slug: string): Screen {
  const { content } = kit;
  const { halls, objects, words } = content;
  const found = find(halls, slug);
  if (!found) return { body: [gone(kit)] };
  const booths = found.booths
    .map((booth) => boothDoor(content, booth))
    .filter((one) => one !== null);
  const works = objects.filter((object) => found.works.includes(object.slug));
  return {
    body: [
      head(found.title, found.over),
      prose(found.intro),
      booths.length > 0 ? el('ul', { class: 'k-doors', role: 'list' }, ...booths) : null,
      works.length > 0 ? el('h2', {}, words.standing) : null,
      works.length > 0 ? objectDoors(works) : null,
      phonePanel(found.phone, words.phone),
    ],
    seen: { subject: 'hall', id: found.id },
    ...neighbours(halls, slug, 'halls'),
  };
}

export function booth(kit: Kit, slug: string): Screen {
  const { content } = kit;
  const { booths, words } = content;
  const found = find(booths, slug);
  if (!found) return { body: [gone(kit)] };
  const objects = boothObjects(content, found);
  return {
    body: [
      found.cover && el('div', { class: 'k-cover' }, photo(found.cover, 'large')),
      head(found.title, found.where),
      prose(found.story),
      objects.length > 0 ? el('h2', {}, words.objects) : null,
      objectDoors(objects),
      phonePanel(found.phone, words.phone),
    ],
    seen: { subject: 'booth', id: found.id },
    booth: found.id,
    ...neighbours(booths, slug, 'booths'),
  };
}
