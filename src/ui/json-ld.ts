/** JSON that cannot end its script element, whatever a seller typed into a title. */
export function jsonForScript(data: Record<string, unknown>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c');
}
