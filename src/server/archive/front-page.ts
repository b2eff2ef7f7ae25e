/** One language of the archive: its first page, and what the exhibition is called there. `title` is HTML. */
export type Edition = { file: string; locale: string; title: string; name: string };

/** `sheets`: styles as files of the archive; `theme`: the class that colours the exhibition, '' for none. */
type Look = { sheets: readonly string[]; theme: string };

const STYLES = `
.archive-front{min-block-size:100vh;display:grid;align-content:center;background:var(--fair,#f7f3ec);color:var(--fair-on,#1c1412)}
.archive-front ul{list-style:none;margin:0;padding:clamp(1rem,5vw,5rem)}
.archive-front a{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 2rem;padding-block:.7rem;border-block-end:1px solid;color:inherit;text-decoration:none}
.archive-front li:first-child a{border-block-start:1px solid}
.archive-front strong{font:720 clamp(1.9rem,5.5vw,4.5rem)/1.05 var(--font-display,serif);overflow-wrap:anywhere}
.archive-front a:hover strong{text-decoration:underline;text-decoration-thickness:.06em}`;

/** What opens first: the exhibition's name in every language, as on the cover of a catalogue; each leads into its own. */
export function frontPage(editions: readonly Edition[], { sheets, theme }: Look): string {
  const rows = editions.map(
    ({ file, locale, title, name }) =>
      `<li lang="${locale}"><a href="${file}"><strong>${title}</strong> <span>${name}</span></a></li>`,
  );
  const links = sheets.map((file) => `<link rel="stylesheet" href="${file}">`);
  return `<!doctype html>
<html lang="${editions[0]?.locale ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${editions[0]?.title ?? ''}</title>${links.join('')}<style>${STYLES}</style></head>
<body class="archive-front fair ${theme}"><main><ul>${rows.join('')}</ul></main></body></html>
`;
}
