import { z } from 'zod';
import { paths } from '#src/paths.ts';
import { mailTemplate } from '../template.ts';

/** What the coordinator and the operator decide about producers and clusters. */
const producer = { producer: z.string(), producerSlug: z.string() };

export const listingSentBack = mailTemplate(
  z.object({ ...producer, productId: z.string(), title: z.string(), reason: z.string() }),
  ({ data, t, link }) => ({
    subject: t.listingSentBack.subject(data.title),
    preview: data.reason.slice(0, 120),
    blocks: [
      { kind: 'text', text: t.listingSentBack.text(data.title) },
      { kind: 'quote', text: data.reason },
      {
        kind: 'button',
        label: t.listingSentBack.button,
        href: link(paths.studioProduct(data.producerSlug, data.productId)),
      },
    ],
  }),
  { must: true },
);

export const producerApproved = mailTemplate(
  z.object(producer),
  ({ data, t, site, link }) => ({
    subject: t.producerApproved.subject(data.producer),
    preview: t.producerApproved.text(data.producer, site.name),
    blocks: [
      { kind: 'text', text: t.producerApproved.text(data.producer, site.name) },
      {
        kind: 'button',
        label: t.producerApproved.button,
        href: link(paths.studio(data.producerSlug)),
      },
    ],
  }),
  { must: true },
);

export const clusterApproved = mailTemplate(
  z.object({ cluster: z.string(), clusterSlug: z.string() }),
  ({ data, t, site, link }) => ({
    subject: t.clusterApproved.subject(data.cluster),
    preview: t.clusterApproved.text(data.cluster, site.name),
    blocks: [
      { kind: 'text', text: t.clusterApproved.text(data.cluster, site.name) },
      {
        kind: 'button',
        label: t.clusterApproved.button,
        href: link(paths.coordination(data.clusterSlug)),
      },
    ],
  }),
  { must: true },
);

export const producerSuspended = mailTemplate(
  z.object({ ...producer, reason: z.string() }),
  ({ data, t, site, link }) => ({
    subject: t.producerSuspended.subject(data.producer),
    preview: t.producerSuspended.text(data.producer, site.name),
    blocks: [
      { kind: 'text', text: t.producerSuspended.text(data.producer, site.name) },
      ...(data.reason ? [{ kind: 'quote' as const, text: data.reason }] : []),
      { kind: 'text', text: t.producerSuspended.what },
      {
        kind: 'button',
        label: t.producerApproved.button,
        href: link(paths.studio(data.producerSlug)),
      },
    ],
  }),
  { must: true },
);
