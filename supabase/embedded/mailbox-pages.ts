import type { Message, Summary } from './mailbox-store.ts';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** Plain text with its web addresses as links. */
function linked(text: string): string {
  let html = '';
  let from = 0;
  for (const { 0: url, index } of text.matchAll(LINK)) {
    const href = escape(url);
    html += `${escape(text.slice(from, index))}<a href="${href}" target="_blank" rel="noreferrer">${href}</a>`;
    from = index + url.length;
  }
  return html + escape(text.slice(from));
}

const time = (iso: string) =>
  `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="/mailbox.css">
</head>
<body>
<header><a href="/">Isoko</a><p>Mail of this instance. Nothing here leaves the machine.</p></header>
<main>
${body}
</main>
</body>
</html>`;
}

export function listPage(mails: Summary[], address: string): string {
  const search = `<form class="search" method="get" action="/" role="search">
<label for="to">To</label> <input id="to" name="to" type="search" value="${escape(address)}" autocomplete="off" placeholder="anyone">
<button>Show</button>
</form>`;
  if (mails.length === 0) {
    const nothing = address
      ? `<p>No mail to ${escape(address)} yet. <a href="/">Show all</a></p>`
      : '<p>No mail yet. Sign up on the site, or ask for a new password, and it arrives here.</p>';
    return page('Mailbox', `<h1>Mailbox</h1>${search}${nothing}`);
  }
  const rows = mails.map(
    ({ id, subject, to, at }) => `<li><a href="/messages/${id}">
<strong>${escape(subject || '(no subject)')}</strong>
<span>to ${escape(to.join(', '))}</span> ${time(at)}
</a></li>`,
  );
  return page(
    'Mailbox',
    `<h1>Mailbox <small>${mails.length}</small></h1>${search}
<ol class="mails">${rows.join('\n')}</ol>
<form method="post" action="/delete-all"><button class="quiet">Delete all mail</button></form>`,
  );
}

export function messagePage(mail: Message): string {
  const title = mail.subject || '(no subject)';
  const html = mail.html
    ? `<h2>As HTML</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${mail.id}/html"></iframe>`
    : '';
  return page(
    title,
    `<p><a href="/">Back to the list</a></p>
<article>
<h1>${escape(title)}</h1>
<dl><dt>To</dt><dd>${escape(mail.to.join(', '))}</dd><dt>From</dt><dd>${escape(mail.from)}</dd><dt>At</dt><dd>${time(mail.at)}</dd></dl>
<pre>${linked(mail.text)}</pre>
${html}
</article>`,
  );
}

export function missingPage(): string {
  return page(
    'Not here',
    '<h1>Not here</h1><p>This mail was deleted. <a href="/">Back to the list</a></p>',
  );
}

/** A mail's HTML as a document of its own; links open outside of the frame it is shown in. */
export function htmlDocument(mail: Message): string {
  return `<!doctype html><meta charset="utf-8"><base target="_blank">${mail.html}`;
}

export const CSS = `
:root { color-scheme: light dark; --paper: #faf6ee; --ink: #23190f; --soft: #6b5d4c; --line: #d8ccb8; --red: #8f2418; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1510; --ink: #f2e9dc; --soft: #b5a58f; --line: #4a3d2f; --red: #f0907f; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; }
header, main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; border-bottom: 2px solid var(--ink); }
header a { font: 700 1.25rem/1.2 ui-serif, Georgia, serif; color: inherit; text-decoration: none; }
header p { margin: 0; color: var(--soft); }
h2 { font: 700 1.25rem/1.2 ui-serif, Georgia, serif; }
h1 { font: 700 1.75rem/1.2 ui-serif, Georgia, serif; overflow-wrap: anywhere; }
h1 small { color: var(--soft); font-size: 1rem; }
a { color: var(--red); }
.mails { list-style: none; margin: 0 0 1.5rem; padding: 0; border-top: 1px solid var(--line); }
.mails a { display: block; padding: .75rem 0; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
.mails a:hover strong { text-decoration: underline; }
.mails strong { display: block; overflow-wrap: anywhere; }
.mails span, time { color: var(--soft); font-size: .9rem; }
.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: 1rem; }
input, button { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--soft); border-radius: .25rem; background: transparent; color: inherit; }
input { flex: 1; min-width: 10rem; }
button { cursor: pointer; background: var(--ink); color: var(--paper); }
button.quiet { background: transparent; color: var(--ink); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; padding: 1rem; border: 1px solid var(--line); border-radius: .25rem; }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: .25rem; background: #fff; }
`;
