/** The look of every mail: one column of paper and ink, a band of imigongo, readable without pictures or styles. */
export type MailBlock =
  | { kind: 'text'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'facts'; rows: [label: string, value: string][] }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'code'; label: string; code: string }
  | { kind: 'entry'; title: string; text: string; href: string }
  | { kind: 'small'; text: string };

/** Something that goes along with a mail, as text. */
export type MailFile = { filename: string; contentType: string; content: string };

export type MailContent = {
  subject: string;
  preview: string;
  blocks: MailBlock[];
  files?: MailFile[];
};

export type MailFrame = {
  lang: string;
  siteName: string;
  siteUrl: string;
  footer: string;
  /** How not to get such mails any more. */
  stop?: { label: string; href: string } | undefined;
};

export type RenderedMail = {
  subject: string;
  text: string;
  html: string;
  attachments?: MailFile[];
};

/** Draws the content twice: as HTML with inline styles, and as plain text that says the same. */
export function layOut(content: MailContent, frame: MailFrame): RenderedMail {
  return {
    subject: oneLine(content.subject),
    text: asText(content, frame),
    html: asHtml(content, frame),
    ...(content.files && { attachments: content.files }),
  };
}

/** A subject is a header line: a line break in a product's title must not add another. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function asText(content: MailContent, frame: MailFrame): string {
  const parts = content.blocks.map((block) => textOf(block));
  const stop = frame.stop ? `${frame.stop.label}\n${frame.stop.href}\n` : '';
  return `${parts.join('\n\n')}\n\n-- \n${frame.siteName}\n${frame.siteUrl}\n${frame.footer}\n${stop}`;
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case 'quote':
      return block.text.replace(/^/gm, '> ');
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'button':
      return `${block.label}:\n${block.href}`;
    case 'code':
      return `${block.label} ${block.code}`;
    case 'entry':
      return `* ${block.title}\n  ${block.text}\n  ${block.href}`;
    default:
      return block.text;
  }
}

function asHtml(content: MailContent, frame: MailFrame): string {
  return `<!doctype html>
<html lang="${escape(frame.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(oneLine(content.subject))}</title>
<style>${STYLE}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f6f1e7;color:#231d18;">
<div style="display:none;max-height:0;overflow:hidden;">${escape(content.preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;table-layout:fixed;">
<tr><td style="padding:0 8px 12px;font:600 22px Georgia,'Times New Roman',serif;">${escape(frame.siteName)}</td></tr>
<tr><td style="line-height:0;">${BAND}</td></tr>
<tr><td class="sheet" style="padding:28px 24px;background:#fffdf8;font:16px/1.55 Verdana,'Segoe UI',sans-serif;">
${content.blocks.map((block) => htmlOf(block)).join('\n')}
</td></tr>
<tr><td class="quiet" style="padding:16px 8px;font:13px/1.5 Verdana,'Segoe UI',sans-serif;color:#6b5f52;">
${escape(frame.footer)}<br><a class="quiet" href="${escape(frame.siteUrl)}" style="color:#6b5f52;">${escape(frame.siteUrl)}</a>${stopHtml(frame)}
</td></tr>
</table></td></tr></table>
</body>
</html>
`;
}

function stopHtml({ stop }: MailFrame): string {
  return stop
    ? `<br><a class="quiet" href="${escape(stop.href)}" style="color:#6b5f52;">${escape(stop.label)}</a>`
    : '';
}

function htmlOf(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
      return `<p style="margin:0 0 16px;">${paragraphs(block.text)}</p>`;
    case 'small':
      return `<p class="quiet" style="margin:16px 0 0;font-size:14px;color:#6b5f52;">${paragraphs(block.text)}</p>`;
    case 'quote':
      return `<blockquote class="quote" style="margin:0 0 16px;padding:4px 16px;border-left:4px solid #b8742a;">${paragraphs(block.text)}</blockquote>`;
    case 'facts':
      return `<table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;">${block.rows.map(row).join('')}</table>`;
    case 'button':
      return `<p style="margin:24px 0;"><a class="button" href="${escape(block.href)}" style="display:inline-block;padding:13px 22px;background:#8c2f1b;color:#fffdf8;font-weight:bold;text-decoration:none;">${escape(block.label)}</a></p>`;
    case 'entry':
      return `<p style="margin:0 0 16px;"><a class="link" href="${escape(block.href)}" style="color:#8c2f1b;font-weight:bold;">${escape(block.title)}</a><br>${escape(block.text)}</p>`;
    case 'code':
      return `<p style="margin:0 0 16px;">${escape(block.label)}<br><span style="font:bold 26px/1.6 'Courier New',monospace;letter-spacing:3px;">${escape(block.code)}</span></p>`;
  }
}

function row([label, value]: [string, string]): string {
  return `<tr><td class="quiet" style="padding:2px 16px 2px 0;vertical-align:top;color:#6b5f52;">${escape(label)}</td><td style="padding:2px 0;vertical-align:top;">${escape(value)}</td></tr>`;
}

function paragraphs(text: string): string {
  return escape(text).replace(/\r?\n/g, '<br>');
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Inline colours are for daylight; readers that know dark mode swap them here. */
const STYLE = `
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#191512!important;color:#f3ebdf!important}
.sheet{background:#241e19!important;color:#f3ebdf!important}
.quiet{color:#b9aa98!important}
.button{background:#d98a3a!important;color:#191512!important}
.link{color:#e8a35c!important}
}`.trim();

/** Teeth in red and ochre, drawn with borders because many mail readers show no SVG; cut off at the sheet's edge. */
const TOOTH_COUNT = 28;
const BAND = `<div style="height:12px;overflow:hidden;white-space:nowrap;font-size:0;">${Array.from(
  { length: TOOTH_COUNT },
  (_, i) => tooth(i % 2 === 0 ? '#a33b22' : '#b8742a'),
).join('')}</div>`;

function tooth(colour: string): string {
  return `<span style="display:inline-block;width:0;height:0;border-left:10px solid transparent;border-right:10px solid transparent;border-bottom:12px solid ${colour};"></span>`;
}
