import { z } from 'zod';
import { paths } from '#src/paths.ts';
import { mailTemplate } from '../template.ts';

/** To a visitor without an account: is this address yours? Nothing reaches a producer before. */
export const rfqConfirm = mailTemplate(
  z.object({ name: z.string(), title: z.string(), token: z.string().min(1) }),
  ({ data, t, link }) => ({
    subject: t.rfqConfirm.subject(data.title),
    preview: t.rfqConfirm.preview,
    blocks: [
      { kind: 'text', text: t.rfqConfirm.text(data.name, data.title) },
      { kind: 'button', label: t.rfqConfirm.button, href: link(paths.rfqConfirm(data.token)) },
      { kind: 'small', text: `${t.linkWeek} ${t.rfqConfirm.notYou}` },
    ],
  }),
);
