/** Header between a page and the front, which writes it into the page's policy and takes it off. */
export const FORMS_HEADER = 'x-isoko-forms';

/** Lets the forms of this page lead to `targets` too, origins with a blank between them. The default is this site alone. */
export function allowForms(context: { response: { headers: Headers } }, targets: string): void {
  context.response.headers.set(FORMS_HEADER, targets);
}
