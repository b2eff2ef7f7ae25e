/** The words on a control's label, without its mark "optional". */
function labelOf(control: HTMLElement): string {
  const label =
    control instanceof HTMLFieldSetElement
      ? control.querySelector('legend')
      : document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  const words = label?.cloneNode(true);
  if (!(words instanceof HTMLElement)) return control.getAttribute('aria-label') ?? '';
  words.querySelector('.field-optional')?.remove();
  return words.textContent.trim();
}

/**
 * Puts the field's label before each sentence of a summary ("Price: …"), so that two fields with the same mistake are
 * told apart. Without a script the links still lead to the fields.
 */
export function nameFields(summary: HTMLElement): void {
  for (const link of summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const control = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const label = control && labelOf(control);
    if (label && !link.textContent.startsWith(label)) link.prepend(`${label}: `);
  }
}
