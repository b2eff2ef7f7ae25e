import { defineAction } from 'astro:actions';
import {
  placePhoto,
  saveContact,
  saveProducer,
  translateProducer,
} from '#src/features/producers/commands.ts';
import {
  contactInput,
  producerPhotoInput,
  producerProfileInput,
  producerTextsInput,
} from '#src/features/producers/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const producers = {
  save: defineAction({
    accept: 'form',
    input: producerProfileInput,
    handler: asUser(saveProducer),
  }),
  saveContact: defineAction({ accept: 'form', input: contactInput, handler: asUser(saveContact) }),
  translate: defineAction({
    accept: 'form',
    input: producerTextsInput,
    handler: asUser(translateProducer),
  }),
  placePhoto: defineAction({
    accept: 'form',
    input: producerPhotoInput,
    handler: asUser(placePhoto),
  }),
};
