import { z } from 'zod';
import { mailTemplate } from '../template.ts';

/** A code to type before a dangerous change. */
export const reauthentication = mailTemplate(
  z.object({ code: z.string().min(1) }),
  ({ data, t, site }) => ({
    subject: t.reauthentication.subject(site.name),
    preview: t.reauthentication.preview,
    blocks: [
      { kind: 'text', text: t.reauthentication.text(site.name) },
      { kind: 'code', label: t.yourCode, code: data.code },
      { kind: 'small', text: t.reauthentication.notYou },
    ],
  }),
  { must: true },
);
