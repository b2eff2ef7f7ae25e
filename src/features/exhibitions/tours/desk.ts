import type { FormState } from '#src/server/http/form-state.ts';
import type { ExhibitionDesk } from '../curating/queries.ts';
import type { DeskTour, TourPicture } from './queries.ts';

/** What the rooms of tours get. `cluster`: the slug in the address, null on the operators' desk. */
export type ToursRoomProps = {
  desk: ExhibitionDesk;
  tours: DeskTour[];
  pictures: TourPicture[];
  cluster: string | null;
  form: FormState;
};
