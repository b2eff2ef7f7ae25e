import { parseState } from '#src/domain/facets.ts';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Json } from '#src/server/db/types.gen.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { PauseSearch, RenameSearch, SaveSearch } from './schema.ts';

type Done = { done: true };
const DONE: Result<Done> = ok({ done: true });

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
    ...state
  } = parseState(new URLSearchParams(input.query), site);
  const saved = settle(
    await deps.db.rpc('save_search', {
      p_id: input.id,
      p_name: input.name,
      p_query: state as unknown as Json,
      p_locale: deps.locale,
    }),
    deps,
  );
  return saved.ok ? DONE : saved;
}

export async function renameSearch(
  deps: Deps,
  _actor: SessionUser,
  input: RenameSearch,
): Promise<Result<Done>> {
  const args = { p_search: input.search, p_name: input.name };
  const renamed = settle(await deps.db.rpc('rename_search', args), deps);
  return renamed.ok ? DONE : renamed;
}

export async function pauseSearch(
  deps: Deps,
  _actor: SessionUser,
  input: PauseSearch,
): Promise<Result<Done>> {
  const args = { p_search: input.search, p_paused: input.paused === 'yes' };
  const paused = settle(await deps.db.rpc('pause_search', args), deps);
  return paused.ok ? DONE : paused;
}

export async function deleteSearch(
  deps: Deps,
  _actor: SessionUser,
  input: { search: string },
): Promise<Result<Done>> {
  const gone = settle(await deps.db.rpc('delete_search', { p_search: input.search }), deps);
  return gone.ok ? DONE : gone;
}
