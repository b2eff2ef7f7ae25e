import { defineAction } from 'astro:actions';
import {
  handOver,
  placeOver,
  recordDelivery,
  shareArrived,
} from '#src/features/procurement/receiving/commands.ts';
import {
  countInput,
  handInput,
  placeInput,
  shareInput,
} from '#src/features/procurement/receiving/schema.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form' as const;

export const receiving = {
  record: defineAction({ accept, input: countInput, handler: asUser(recordDelivery) }),
  hand: defineAction({ accept, input: handInput, handler: asUser(handOver) }),
  place: defineAction({ accept, input: placeInput, handler: asUser(placeOver) }),
  share: defineAction({ accept, input: shareInput, handler: asUser(shareArrived) }),
};
