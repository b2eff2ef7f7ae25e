/** A letter of the names in booths, in the plan's units. */
const LETTER = 9.4;

/**
 * A name broken into lines that fit a booth of the plan. What does not fit ends in dots; the whole of it is in the link's
 * label and in the list below.
 */
export function fitted(text: string, width: number, letter = LETTER, most = 2): string[] {
  const room = Math.max(4, Math.floor(width / letter));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const cut = (line: string) => (line.length <= room ? line : `${line.slice(0, room - 1)}…`);
  const shown = lines.slice(0, most).map(cut);
  const end = shown.at(-1);
  if (lines.length > most && end !== undefined && !end.endsWith('…'))
    shown[shown.length - 1] = cut(`${end}…`);
  return shown;
}
