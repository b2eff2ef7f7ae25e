/** Whether the check digits of an IBAN (without spaces, upper case) fit: ISO 13616, remainder 1 by 97. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$/.test(text)) return false;
  const turned = `${text.slice(4)}${text.slice(0, 4)}`;
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** In groups of four, as it is printed. */
export function spacedIban(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}
