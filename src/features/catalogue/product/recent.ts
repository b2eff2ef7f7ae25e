/** What was seen lately, kept by the browser alone: nothing of it is ever sent. */
export type Seen = { slug: string; title: string; maker: string; price: string; picture: string };

const KEY = 'isoko.seen';
const MOST = 12;

/** Newest first; empty when the browser keeps nothing or something else wrote there. */
export function seenProducts(): Seen[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter(isSeen).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isSeen(one: unknown): one is Seen {
  const fields = ['slug', 'title', 'maker', 'price', 'picture'];
  return (
    typeof one === 'object' &&
    one !== null &&
    fields.every((name) => typeof (one as Record<string, unknown>)[name] === 'string')
  );
}

/** Remembers the product of this page. */
export function rememberProduct(): void {
  const page = document.querySelector<HTMLElement>('[data-seen]');
  if (!page) return;
  const text = (selector: string) => page.querySelector(selector)?.textContent?.trim() ?? '';
  const seen: Seen = {
    slug: page.dataset.seen ?? '',
    title: text('.offer h1'),
    maker: text('.offer-maker a'),
    price: text('.offer-price strong'),
    // The smallest file stands first.
    picture: page.querySelector('img')?.srcset.split(' ')[0] ?? '',
  };
  const others = seenProducts().filter(({ slug }) => slug !== seen.slug);
  store([seen, ...others].slice(0, MOST));
}

function store(list: Seen[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Full, or forbidden in a private window: then nothing is remembered.
  }
}

/** Draws the list into the page of recently seen products, and its button. */
export function showSeen(): void {
  const box = document.querySelector<HTMLElement>('[data-seen-list]');
  if (!box) return;
  const list = seenProducts();
  box.replaceChildren(...list.map((one) => plate(one, box.dataset.base ?? '')));
  const shown = (selector: string, yes: boolean) =>
    document.querySelectorAll<HTMLElement>(selector).forEach((one) => (one.hidden = !yes));
  shown('[data-seen-some]', list.length > 0);
  shown('[data-seen-none]', list.length === 0);
  const clear = document.querySelector<HTMLButtonElement>('[data-seen-clear]');
  if (clear)
    clear.onclick = () => {
      store([]);
      showSeen();
    };
}

/** Texts are set as texts and pictures come from our own shelf: what lies in the store is not trusted. */
function plate(one: Seen, base: string): HTMLElement {
  const make = (tag: string, name: string, text = '') =>
    Object.assign(document.createElement(tag), { className: name, textContent: text });
  const item = make('article', 'plate');
  if (one.picture.startsWith('/iiif/')) {
    const frame = make('div', 'pic');
    frame.dataset.ratio = 'square';
    const image = Object.assign(document.createElement('img'), { alt: '', loading: 'lazy' });
    image.src = one.picture;
    frame.append(image);
    item.append(frame);
  }
  const link = Object.assign(document.createElement('a'), { textContent: one.title });
  link.href = `${base}/${encodeURIComponent(one.slug)}`;
  const title = make('h2', 'plate-title');
  title.append(link);
  const words = make('div', 'plate-text');
  words.append(title, make('p', 'plate-price', one.price), make('p', 'plate-maker', one.maker));
  item.append(words);
  return item;
}
