/** A page as it came: the status, where it leads, its text. */
export type Answer = { status: number; location: string | null; html: string; headers: Headers };

/** The words a reader sees of a page's main part. */
export function wordsOf({ html }: Answer): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return decoded(main.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function decoded(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, ten, hex, name) =>
    ten || hex
      ? String.fromCodePoint(ten ? Number(ten) : parseInt(hex as string, 16))
      : (names[name as string] ?? all),
  );
}

function attributes(tag: string): Record<string, string> {
  const list = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].slice(1);
  return Object.fromEntries(list.map(([, name, value]) => [name, decoded(value ?? '')]));
}

/** Where a form goes and what it sends along unseen; the form is the one whose action carries `action`. */
function formOf(html: string, action: string): { target: string; hidden: Record<string, string> } {
  for (const [whole, open] of html.matchAll(/(<form\b[^>]*>)[\s\S]*?<\/form>/g)) {
    const { action: target } = attributes(open!);
    if (!target || new URLSearchParams(target.split('?')[1]).get('_action') !== action) continue;
    const inputs = [...whole.matchAll(/<input\b[^>]*>/g)].map(([tag]) => attributes(tag));
    const hidden = inputs.filter((input) => input['type'] === 'hidden' && input['name']);
    const pairs = hidden.map((input) => [input['name'], input['value'] ?? '']);
    return { target, hidden: Object.fromEntries(pairs) as Record<string, string> };
  }
  throw new Error(`no form for ${action} on the page`);
}

/** Somebody with a browser that keeps cookies and has no JavaScript. `headers` go with every request. */
export function httpPerson(origin: string, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, origin), {
      ...init,
      redirect: 'manual',
      headers: { ...headers, ...(cookie ? { cookie } : {}), ...(init.headers as object) },
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    return {
      status: response.status,
      location: response.headers.get('location'),
      html: await response.text(),
      headers: response.headers,
    };
  }

  function keep(line: string) {
    const [pair = '', ...rest] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const gone = rest.some((part) => /^\s*max-age=0\s*$/i.test(part));
    if (gone) cookies.delete(name);
    else cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }

  const post = (path: string, fields: Record<string, string>, from = origin) =>
    send(path, {
      method: 'POST',
      headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });

  return {
    origin,
    cookies,
    send,
    get: (path: string) => send(path),
    post,
    /** Opens a page, fills one of its forms and sends it. */
    async submit(path: string, action: string, fields: Record<string, string> = {}) {
      const page = await send(path);
      if (page.status !== 200) throw new Error(`${path} answers ${page.status} ${page.location}`);
      const { target, hidden } = formOf(page.html, action);
      return post(new URL(target, new URL(path, origin)).href, { ...hidden, ...fields });
    },
  };
}

export type HttpPerson = ReturnType<typeof httpPerson>;
