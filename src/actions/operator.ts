import { defineAction } from 'astro:actions';
import {
  approveCluster,
  deleteCategory,
  dropJob,
  moveCategory,
  removeLogo,
  resolveReport,
  retryJob,
  saveCategory,
  saveSettings,
  setClusterState,
  setOperator,
  setProducerState,
  setUserState,
} from '#src/features/operator/commands.ts';
import {
  categoryIdInput,
  categoryInput,
  categoryMoveInput,
  clusterIdInput,
  clusterStateInput,
  jobInput,
  noInput,
  operatorInput,
  producerStateInput,
  reportInput,
  settingsInput,
  userStateInput,
} from '#src/features/operator/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const operator = {
  saveSettings: defineAction({
    accept: 'form',
    input: settingsInput,
    handler: asUser(saveSettings),
  }),
  removeLogo: defineAction({ accept: 'form', input: noInput, handler: asUser(removeLogo) }),
  saveCategory: defineAction({
    accept: 'form',
    input: categoryInput,
    handler: asUser(saveCategory),
  }),
  moveCategory: defineAction({
    accept: 'form',
    input: categoryMoveInput,
    handler: asUser(moveCategory),
  }),
  deleteCategory: defineAction({
    accept: 'form',
    input: categoryIdInput,
    handler: asUser(deleteCategory),
  }),
  setProducerState: defineAction({
    accept: 'form',
    input: producerStateInput,
    handler: asUser(setProducerState),
  }),
  setClusterState: defineAction({
    accept: 'form',
    input: clusterStateInput,
    handler: asUser(setClusterState),
  }),
  approveCluster: defineAction({
    accept: 'form',
    input: clusterIdInput,
    handler: asUser(approveCluster),
  }),
  setUserState: defineAction({
    accept: 'form',
    input: userStateInput,
    handler: asUser(setUserState),
  }),
  setOperator: defineAction({ accept: 'form', input: operatorInput, handler: asUser(setOperator) }),
  resolveReport: defineAction({
    accept: 'form',
    input: reportInput,
    handler: asUser(resolveReport),
  }),
  retryJob: defineAction({ accept: 'form', input: jobInput, handler: asUser(retryJob) }),
  dropJob: defineAction({ accept: 'form', input: jobInput, handler: asUser(dropJob) }),
};
