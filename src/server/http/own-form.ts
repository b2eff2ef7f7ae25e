import type { FormState } from './form-state.ts';

const UNTOUCHED: FormState = {
  failure: undefined,
  message: undefined,
  errors: {},
  typed: () => undefined,
  typedAll: () => [],
};

/** One of several forms of a page (its hidden field `form` names it): only the one that was sent keeps what was typed. */
export function ownForm(form: FormState, name: string): FormState {
  return form.failure && form.typed('form') === name ? form : UNTOUCHED;
}
