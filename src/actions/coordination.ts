import { defineAction } from 'astro:actions';
import {
  placeClusterPhoto,
  saveCluster,
  translateCluster,
} from '#src/features/coordination/commands.ts';
import {
  clusterPhotoInput,
  clusterProfileInput,
  clusterTextsInput,
} from '#src/features/coordination/schema.ts';
import { checkProducer } from '#src/features/verification/commands.ts';
import { checkInput } from '#src/features/verification/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const coordination = {
  check: defineAction({ accept: 'form', input: checkInput, handler: asUser(checkProducer) }),
  save: defineAction({ accept: 'form', input: clusterProfileInput, handler: asUser(saveCluster) }),
  translate: defineAction({
    accept: 'form',
    input: clusterTextsInput,
    handler: asUser(translateCluster),
  }),
  placePhoto: defineAction({
    accept: 'form',
    input: clusterPhotoInput,
    handler: asUser(placeClusterPhoto),
  }),
};
