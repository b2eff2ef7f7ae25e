import { parseState } from '#src/domain/facets.ts';
import type { Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settleDone, type Done } from '#src/server/db/failure.ts';
import type { Json } from '#src/server/db/types.gen.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { PauseSearch, RenameSearch, SaveSearch } from './schema.ts';

/** Keeps a question to the catalogue; sending the same id again keeps one. */
export async function saveSearch(
  deps: Deps,
  _actor: SessionUser,
  input: SaveSearch,
): Promise<Result<Done>> {
  const site = { currency: 'USD', locale: deps.locale };
  const {
    after: _after,
    before: _before,
    reads: _reads,
    ...state
  } = parseState(new URLSearchParams(input.query), site);
  return settleDone(
    await deps.db.rpc('save_search', {
      p_id: input.id,
      p_name: input.name,
      p_query: state as unknown as Json,
      p_locale: deps.locale,
    }),
    deps,
  );
}

export async function renameSearch(
  deps: Deps,
  _actor: SessionUser,
  input: RenameSearch,
): Promise<Result<Done>> {
  const args = { p_search: input.search, p_name: input.name };
  return settleDone(await deps.db.rpc('rename_search', args), deps);
}

export async function pauseSearch(
  deps: Deps,
  _actor: SessionUser,
  input: PauseSearch,
): Promise<Result<Done>> {
  const args = { p_search: input.search, p_paused: input.paused === 'yes' };
  return settleDone(await deps.db.rpc('pause_search', args), deps);
}

export async function deleteSearch(
  deps: Deps,
  _actor: SessionUser,
  input: { search: string },
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('delete_search', { p_search: input.search }), deps);
}
