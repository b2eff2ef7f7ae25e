/** One SMS of the simple alphabet; a longer one is cut into several and costs so much more. */
const LIMIT = 160;

/** Letters that the simple alphabet of SMS lacks; with one of them an SMS holds 70 signs instead of 160. */
const PLAIN: Record<string, string> = {
  '’': "'",
  '–': '-',
  '…': '...',
  '·': '-',
  '“': '"',
  '”': '"',
};

/** Site, what happened, where to look; the middle is shortened, the link never. */
export function smsText(site: string, title: string, url: string): string {
  const plain = (text: string) =>
    text
      .replace(/[’–…·“”]/g, (sign) => PLAIN[sign] ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '');
  const head = `${plain(site).slice(0, 30)}: `;
  const room = LIMIT - head.length - url.length - 1;
  const said = plain(title).slice(0, Math.max(0, room)).trimEnd();
  return said ? `${head}${said} ${url}` : url;
}
