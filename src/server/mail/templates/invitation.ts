import { z } from 'zod';
import { paths } from '#src/paths.ts';
import { mailTemplate } from '../template.ts';

const data = z.object({
  kind: z.enum(['producer_member', 'buyer_member', 'cluster_coordinator', 'cluster_producer']),
  organisation: z.string(),
  token: z.string().min(1),
});

export const invitation = mailTemplate(data, ({ data, t, site, link }) => ({
  subject: t.invitation.subject(data.organisation),
  preview: t.invitation.what[data.kind](data.organisation),
  blocks: [
    { kind: 'text', text: t.invitation.what[data.kind](data.organisation) },
    { kind: 'text', text: t.invitation.about(site.name) },
    { kind: 'button', label: t.invitation.button, href: link(paths.invitation(data.token)) },
    { kind: 'small', text: `${t.linkOnce} ${t.invitation.notYou}` },
  ],
}));
