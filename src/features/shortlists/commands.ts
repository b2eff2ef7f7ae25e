import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { AddItem, ChangeItem, CreateList, RemoveItem, RenameList } from './schema.ts';

/** Makes a list; sending the same id again makes one. */
export async function createList(
  deps: Deps,
  _actor: SessionUser,
  input: CreateList,
): Promise<Result<{ list: string }>> {
  const made = settle(
    await deps.db.rpc('create_shortlist', {
      p_id: input.id,
      p_name: input.name,
      ...(input.buyer ? { p_buyer: input.buyer } : {}),
    }),
    deps,
  );
  return made.ok ? ok({ list: made.value }) : made;
}

/** Puts a product on a list, which is made first where the form says so. */
export async function addItem(
  deps: Deps,
  actor: SessionUser,
  input: AddItem,
): Promise<Result<{ list: string }>> {
  if (input.list === 'new' && !input.name) return fail('invalid_input', { name: 'required' });
  const list =
    input.list === 'new'
      ? await createList(deps, actor, { id: input.newId, name: input.name, buyer: input.buyer })
      : ok({ list: input.list });
  if (!list.ok) return list;
  const added = settle(
    await deps.db.rpc('add_to_shortlist', {
      p_shortlist: list.value.list,
      p_product: input.product,
      p_note: input.note,
      ...(input.quantity ? { p_quantity: input.quantity } : {}),
    }),
    deps,
  );
  return added.ok ? list : added;
}

export async function changeItem(
  deps: Deps,
  _actor: SessionUser,
  input: ChangeItem,
): Promise<Result<Done>> {
  return settleDone(
    await deps.db.rpc('change_shortlist_item', {
      p_shortlist: input.list,
      p_item: input.item,
      p_quantity: (input.quantity ?? null) as number,
      p_note: input.note,
    }),
    deps,
  );
}

export async function removeItem(
  deps: Deps,
  _actor: SessionUser,
  input: RemoveItem,
): Promise<Result<Done>> {
  const args = { p_shortlist: input.list, p_item: input.item };
  return settleDone(await deps.db.rpc('remove_from_shortlist', args), deps);
}

export async function renameList(
  deps: Deps,
  _actor: SessionUser,
  input: RenameList,
): Promise<Result<Done>> {
  const args = { p_shortlist: input.list, p_name: input.name };
  return settleDone(await deps.db.rpc('rename_shortlist', args), deps);
}

export async function deleteList(
  deps: Deps,
  _actor: SessionUser,
  input: { list: string },
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('delete_shortlist', { p_shortlist: input.list }), deps);
}
