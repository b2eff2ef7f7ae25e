import type { APIContext } from 'astro';
import { changeVisit, readVisit, writeVisit } from '#src/domain/exhibitions/visit-list.ts';
import type { Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { visitCookie, type ChangeVisit, type KeepVisit } from './schema.ts';

const MONTH_S = 60 * 60 * 24 * 30;

/** Puts an object on this browser's list of an exhibition, or takes it off. Nothing is written anywhere else. */
export function changeChosen(
  { cookies, url }: Pick<APIContext, 'cookies' | 'url'>,
  { exhibition, exhibit, change }: ChangeVisit,
): { chosen: number; isNew: boolean } {
  const name = visitCookie(exhibition);
  const before = readVisit(cookies.get(name)?.value);
  const list = changeVisit(before, exhibit, change);
  const where = { path: '/', sameSite: 'lax', secure: url.protocol === 'https:' } as const;
  if (list.length === 0) cookies.delete(name, where);
  else cookies.set(name, writeVisit(list), { ...where, httpOnly: true, maxAge: 6 * MONTH_S });
  return { chosen: list.length, isNew: list.length > before.length };
}

type Acts = {
  createList: (
    deps: Deps,
    actor: SessionUser,
    input: { id: string; name: string },
  ) => Promise<Result<{ list: string }>>;
  addItem: (
    deps: Deps,
    actor: SessionUser,
    input: { list: string; newId: string; name: string; product: string; note: string },
  ) => Promise<Result<{ list: string }>>;
};

/** Makes a shortlist of the products among what was chosen; sent twice, it is one list. What is no longer offered is left out. */
export function keepAsShortlist({ createList, addItem }: Acts) {
  return async (
    deps: Deps,
    actor: SessionUser,
    { list, name, product }: KeepVisit,
  ): Promise<Result<{ list: string }>> => {
    const made = await createList(deps, actor, { id: list, name });
    if (!made.ok) return made;
    for (const one of product) {
      const item = { ...made.value, newId: list, name: '', product: one, note: '' };
      const added = await addItem(deps, actor, item);
      if (!added.ok && added.failure.code !== 'not_found') return added;
    }
    return made;
  };
}
