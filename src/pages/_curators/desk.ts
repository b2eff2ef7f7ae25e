import type { Account } from '#src/features/accounts/queries.ts';
import {
  coordinationFrame,
  type CoordinationFrameData,
} from '#src/features/coordination/queries.ts';
import {
  curatedExhibition,
  exhibitionDesk,
  type CuratedExhibition,
  type ExhibitionDesk,
} from '#src/features/exhibitions/curating/queries.ts';
import { operatorFrame, type OperatorFrameData } from '#src/features/operator/queries.ts';

/** On whose desk a page lies: the coordinators of a cluster, by the slug in the address, or the operators. */
export type Host =
  | { cluster: string; frame: CoordinationFrameData<Account> }
  | { cluster: null; frame: OperatorFrameData<Account> };

type Context = { locals: App.Locals; params: Record<string, string | undefined> };

/** Null for whoever has no desk there. */
export async function hostOf({ locals, params }: Context): Promise<Host | null> {
  const { cluster } = params;
  if (cluster === undefined) {
    const frame = await operatorFrame<Account>(locals.db);
    return frame && { cluster: null, frame };
  }
  const frame = await coordinationFrame<Account>(locals.db, cluster);
  return frame && { cluster, frame };
}

export type CuratorPage = { host: Host; desk: ExhibitionDesk };

/** The exhibition of the address on its desk. Null: no such desk, no such exhibition, or it belongs to another desk. */
export async function exhibitionPage(context: Context): Promise<CuratorPage | null> {
  const { locals, params } = context;
  const [host, desk] = await Promise.all([
    hostOf(context),
    exhibitionDesk(locals.db, params['id'] ?? ''),
  ]);
  if (!host || !desk || (desk.cluster?.slug ?? null) !== host.cluster) return null;
  return { host, desk };
}

/** With everything that curators made. */
export async function furnishedPage(
  context: Context,
): Promise<(CuratorPage & { show: CuratedExhibition }) | null> {
  const [page, show] = await Promise.all([
    exhibitionPage(context),
    curatedExhibition(context.locals.db, context.params['id'] ?? ''),
  ]);
  return page && show && { ...page, show };
}
