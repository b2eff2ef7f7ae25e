import { defineAction } from 'astro:actions';
import {
  deleteDraft,
  duplicateListing,
  moveListing,
  orderPhotos,
  saveListing,
  savePhotoAlts,
  translateListing,
} from '#src/features/listings/commands.ts';
import {
  altInput,
  duplicateInput,
  listingInput,
  moveListingInput,
  orderPhotosInput,
  productInput,
  translationInput,
} from '#src/features/listings/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const listings = {
  save: defineAction({ accept: 'form', input: listingInput, handler: asUser(saveListing) }),
  move: defineAction({ accept: 'form', input: moveListingInput, handler: asUser(moveListing) }),
  duplicate: defineAction({
    accept: 'form',
    input: duplicateInput,
    handler: asUser(duplicateListing),
  }),
  deleteDraft: defineAction({ accept: 'form', input: productInput, handler: asUser(deleteDraft) }),
  orderPhotos: defineAction({
    accept: 'form',
    input: orderPhotosInput,
    handler: asUser(orderPhotos),
  }),
  saveAlts: defineAction({ accept: 'form', input: altInput, handler: asUser(savePhotoAlts) }),
  translate: defineAction({
    accept: 'form',
    input: translationInput,
    handler: asUser(translateListing),
  }),
};
