import { defineAction } from 'astro:actions';
import {
  acceptInvitation,
  createBuyer,
  createCluster,
  createManagedProducer,
  createProducer,
  invite,
  leaveCluster,
  removeMember,
  revokeInvitation,
} from '#src/features/organisations/commands.ts';
import {
  acceptInput,
  buyerInput,
  clusterInput,
  invitationInput,
  leaveClusterInput,
  managedProducerInput,
  producerInput,
  removeMemberInput,
  revokeInput,
} from '#src/features/organisations/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const organisations = {
  createProducer: defineAction({
    accept: 'form',
    input: producerInput,
    handler: asUser(createProducer),
  }),
  createManagedProducer: defineAction({
    accept: 'form',
    input: managedProducerInput,
    handler: asUser(createManagedProducer),
  }),
  createBuyer: defineAction({ accept: 'form', input: buyerInput, handler: asUser(createBuyer) }),
  createCluster: defineAction({
    accept: 'form',
    input: clusterInput,
    handler: asUser(createCluster),
  }),
  invite: defineAction({ accept: 'form', input: invitationInput, handler: asUser(invite) }),
  accept: defineAction({ accept: 'form', input: acceptInput, handler: asUser(acceptInvitation) }),
  revoke: defineAction({ accept: 'form', input: revokeInput, handler: asUser(revokeInvitation) }),
  removeMember: defineAction({
    accept: 'form',
    input: removeMemberInput,
    handler: asUser(removeMember),
  }),
  leaveCluster: defineAction({
    accept: 'form',
    input: leaveClusterInput,
    handler: asUser(leaveCluster),
  }),
};
