import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/support/database.ts';
import {
  addHall,
  draftExhibition,
  furnishedBooth,
  offerBooth,
} from '#tests/support/exhibition-stage.ts';

type Ways = Record<string, Record<string, unknown>>;
/** `me` coordinates the cluster and works for the shop, which has published the product. */
type Seats = { me: string; cluster: string; shop: string; product: string };

const LABELLED = { texts: { label: { en: 'Sewn by hand.' } } };

/** Calls of a producer at its booth, and of curators who say what they ask, that get past the door. */
export async function boothWays(db: TestDatabase, seats: Seats): Promise<Ways> {
  const stage = { sql: db.sql, cluster: seats.cluster, curator: seats.me };
  const exhibition = await draftExhibition(stage);
  const { booth, exhibits } = await furnishedBooth(
    stage,
    await addHall(stage, exhibition),
    seats.shop,
    { state: 'accepted', products: [seats.product] },
  );
  const next = await draftExhibition(stage);
  const offered = await offerBooth(stage, await addHall(stage, next), seats.shop);
  const here = { p_booth: booth };
  return {
    accept_booth: { p_booth: offered },
    add_booth_products: { ...here, p_products: [seats.product] },
    arrange_booth: { ...here, p_ids: exhibits },
    decline_booth: { p_booth: offered, p_reason: 'We have no time' },
    remove_booth_object: { p_object: exhibits[0] },
    reopen_booth: here,
    save_booth: { ...here, p_texts: { story: { en: 'We began with two.' } } },
    save_booth_object: { p_id: exhibits[0] ?? randomUUID(), ...here, p_object: LABELLED },
    set_booth_template: {
      p_exhibition: exhibition,
      p_template: { objects: 4, labelLength: 300, hasWorks: true },
    },
    submit_booth: here,
  };
}
