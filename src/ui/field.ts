/** What every form field takes. `error` is a finished sentence, not a code. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** Defaults to `name`; give one when two forms on a page share names. */
  id?: string | undefined;
};

/** Ids and aria attributes that tie a control to its hint and its error. */
export function fieldWiring(field: FieldProps): {
  id: string;
  control: Record<string, string | boolean | undefined>;
} {
  const id = field.id ?? `f-${field.name}`;
  const describedBy = [field.hint && `${id}-hint`, field.error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return {
    id,
    control: {
      id,
      name: field.name,
      required: field.required,
      'aria-describedby': describedBy || undefined,
      'aria-invalid': field.error ? 'true' : undefined,
    },
  };
}
