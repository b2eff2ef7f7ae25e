/** One entry of a list that is put in order. `src`: address of a small picture. */
export type ArrangeItem = {
  id: string;
  title: string;
  lang?: string;
  href?: string;
  note?: string;
  src?: string | null;
};

/** Functions cannot cross to the browser, so places in sentences are marked. */
export type ArrangeWords = {
  up: string;
  down: string;
  drag: string;
  moved: string;
  notSaved: string;
};

/** The ids with the one at `from` put to `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, n) => n !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
