import type { FormState } from '#src/server/http/form-state.ts';
import type { ExhibitionDesk } from '../curating/queries.ts';
import type { DeskTour, TourPicture } from './queries.ts';
import { SIDES } from './region.ts';

/** What the rooms of tours get. `cluster`: the slug in the address, null on the operators' desk. */
export type ToursRoomProps = {
  desk: ExhibitionDesk;
  tours: DeskTour[];
  pictures: TourPicture[];
  cluster: string | null;
  form: FormState;
};

type Words = { fieldError: (field: string, text: string) => string } & Record<
  (typeof SIDES)[number],
  string
>;

/** The sentences of a refused form, each under the name of its field: a number of the frame is named, a voice has its language. */
export function namedErrors(
  { errors: { recording, ...errors }, typed }: FormState,
  words: Words,
): FormState['errors'] {
  const named = SIDES.flatMap((side) => {
    const text = errors[side];
    return text ? [[side, words.fieldError(words[side], text)] as const] : [];
  });
  const spoken = recording && { [`recording-${typed('locale')}`]: recording };
  return { ...errors, ...Object.fromEntries(named), ...spoken };
}
