import { CSS, htmlDocument, listPage, messagePage, missingPage } from './mailbox-pages.ts';
import type { MailboxStore } from './mailbox-store.ts';

const PAGE_CSP =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** What a mail shows runs no script, loads nothing and submits nothing. */
const MAIL_CSP =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

function answer(body: string, type: string, csp: string, status = 200): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': csp,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

const html = (body: string, status = 200) => answer(body, 'text/html', PAGE_CSP, status);

/** Other sites open in the same browser must neither read the mail (DNS rebinding) nor delete it. */
function refused(request: Request): boolean {
  if (!LOCAL_HOST.test(request.headers.get('host') ?? '')) return true;
  const site = request.headers.get('sec-fetch-site');
  return request.method !== 'GET' && site !== null && site !== 'same-origin';
}

async function message(store: MailboxStore, id: string, form: string | undefined) {
  const mail = await store.read(id);
  if (!mail) return html(missingPage(), 404);
  if (form === '/html') return answer(htmlDocument(mail), 'text/html', MAIL_CSP);
  return html(messagePage(mail));
}

async function forTools(store: MailboxStore, method: string, url: URL): Promise<Response> {
  const id = /^\/api\/messages\/([^/]+)$/.exec(url.pathname)?.[1];
  if (id && method === 'GET') {
    const mail = await store.read(id);
    return mail ? Response.json(mail) : Response.json({ error: 'not_found' }, { status: 404 });
  }
  if (url.pathname === '/api/messages' && method === 'GET') {
    return Response.json(store.list(url.searchParams.get('to') ?? undefined));
  }
  if (url.pathname === '/api/messages' && method === 'DELETE') {
    await store.clear();
    return new Response(null, { status: 204 });
  }
  return Response.json({ error: 'not_found' }, { status: 404 });
}

/** The mailbox for a person (`/`) and for tests (`/api/messages?to=`, `/api/messages/:id`). */
export function mailboxHandler(store: MailboxStore): (request: Request) => Promise<Response> {
  return async (request) => {
    if (refused(request)) return new Response('Refused', { status: 403 });
    const url = new URL(request.url);
    if (url.pathname.startsWith('/api/')) return forTools(store, request.method, url);
    if (request.method === 'POST' && url.pathname === '/delete-all') {
      await store.clear();
      return new Response(null, { status: 303, headers: { location: '/' } });
    }
    const [, id, form] = /^\/messages\/([^/]+)(\/html)?$/.exec(url.pathname) ?? [];
    if (request.method !== 'GET') return html(missingPage(), 404);
    if (id) return message(store, id, form);
    if (url.pathname === '/mailbox.css') return answer(CSS, 'text/css', PAGE_CSP);
    const to = url.searchParams.get('to')?.trim() ?? '';
    if (url.pathname === '/') return html(listPage(store.list(to || undefined), to));
    return html(missingPage(), 404);
  };
}
