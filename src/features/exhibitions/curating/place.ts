import type { MediaView } from '#src/domain/media.ts';
import { paths } from '#src/paths.ts';
import type { CuratedExhibition, ExhibitionDesk } from './queries.ts';
import type { FormState } from '#src/server/http/form-state.ts';

/** What every room of the desk gets. `cluster`: the slug in the address, null on the operators' desk. */
export type RoomProps = {
  desk: ExhibitionDesk;
  show: CuratedExhibition;
  cluster: string | null;
  form: FormState;
};

/** The address of a thumbnail of a finished picture. */
export function thumbnail(
  photo: (MediaView & { state?: string }) | null | undefined,
): string | null {
  if (!photo || (photo.state && photo.state !== 'ready')) return null;
  return `${paths.media(photo.code, photo.sha8)}/full/90,/0/default.jpg`;
}
