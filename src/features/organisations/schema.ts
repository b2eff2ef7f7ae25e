import { z } from 'zod';
import { isCountry } from '#src/domain/countries.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalEmail, optionalPhone, optionalText } from '#src/server/http/form-fields.ts';

export const PRODUCER_KINDS = [
  'cooperative',
  'company',
  'workshop',
  'association',
  'individual',
] as const;
export const BUYER_KINDS = [
  'importer',
  'retailer',
  'designer',
  'hospitality',
  'institution',
  'individual',
] as const;
export const INVITATION_KINDS = [
  'producer_member',
  'buyer_member',
  'cluster_coordinator',
  'cluster_producer',
] as const;
export const MEMBER_ROLES = ['owner', 'editor'] as const;
export const ORGANISATION_KINDS = ['producer', 'buyer', 'cluster'] as const;

export type InvitationKind = (typeof INVITATION_KINDS)[number];
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Made by the form, so that sending it twice makes one thing. */
const id = z.uuid();
const name = z.string().trim().min(2).max(120);
const country = z.string().refine(isCountry, { error: 'unknown_country' });
const place = optionalText(120);
const locale = z.enum(LOCALES);

export const producerInput = z.object({ id, name, kind: z.enum(PRODUCER_KINDS), country, place });
export const managedProducerInput = producerInput.extend({
  cluster: z.uuid(),
  phone: optionalPhone(),
  locale,
});
export const buyerInput = z.object({
  id,
  name,
  kind: z.enum(BUYER_KINDS),
  country,
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullish()
    .transform((text) => text ?? ''),
});
export const clusterInput = z.object({ id, name, country, place });
export const invitationInput = z.object({
  kind: z.enum(INVITATION_KINDS),
  target: z.uuid(),
  role: z
    .enum(MEMBER_ROLES)
    .nullish()
    .transform((role) => role ?? 'editor'),
  email: optionalEmail(),
});
export const acceptInput = z.object({
  token: z.string().min(8).max(100),
  producer: z.uuid().optional(),
});
export const revokeInput = z.object({ id: z.uuid() });
export const removeMemberInput = z.object({
  kind: z.enum(ORGANISATION_KINDS),
  target: z.uuid(),
  user: z.uuid(),
});
export const leaveClusterInput = z.object({
  cluster: z.uuid(),
  producer: z.uuid(),
  reason: optionalText(2000),
});

export type NewProducer = z.infer<typeof producerInput>;
export type ManagedProducer = z.infer<typeof managedProducerInput>;
export type NewBuyer = z.infer<typeof buyerInput>;
export type NewCluster = z.infer<typeof clusterInput>;
export type NewInvitation = z.infer<typeof invitationInput>;
