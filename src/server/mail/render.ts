import type { Locale } from '#src/i18n/locales.ts';
import type { RenderedMail } from './layout.ts';
import type { MailSite, MailStop, MailTemplate } from './template.ts';
import { accountExists, emailAsked } from './templates/account.ts';
import { emailChange, magiclink, recovery, signup } from './templates/auth-link.ts';
import {
  clusterApproved,
  listingSentBack,
  producerApproved,
  producerSuspended,
} from './templates/desk.ts';
import { inquiryConfirm, inquiryNew, inquiryReply } from './templates/inquiry.ts';
import { invitation } from './templates/invitation.ts';
import { visitorMeeting, visitorMeetingOver } from './templates/meeting.ts';
import { digest, noticeTemplates } from './templates/notice.ts';
import { cardFollowUp, cardLeft, cardShared } from './templates/visitor-card.ts';
import { rfqConfirm } from './templates/rfq.ts';
import { reauthentication } from './templates/reauthentication.ts';

/** Every mail by the name that SQL and the sign-in hook enqueue. */
export const TEMPLATES: Record<string, MailTemplate> = {
  ...noticeTemplates,
  digest,
  signup,
  magiclink,
  recovery,
  email_change: emailChange,
  account_exists: accountExists,
  email_asked: emailAsked,
  reauthentication,
  invitation,
  inquiry_confirm: inquiryConfirm,
  rfq_confirm: rfqConfirm,
  visitor_meeting: visitorMeeting,
  visitor_meeting_over: visitorMeetingOver,
  card_left: cardLeft,
  card_shared: cardShared,
  card_follow_up: cardFollowUp,
  inquiry_new: inquiryNew,
  inquiry_reply: inquiryReply,
  cluster_approved: clusterApproved,
  listing_sent_back: listingSentBack,
  producer_approved: producerApproved,
  producer_suspended: producerSuspended,
};

/** Draws a mail. Throws when there is no such template or its data are incomplete: such a job must not look done. */
export function renderMail(
  template: string,
  locale: Locale,
  data: unknown,
  site: MailSite,
  stop?: MailStop,
): RenderedMail {
  const found = Object.hasOwn(TEMPLATES, template) ? TEMPLATES[template] : undefined;
  if (!found) throw new Error(`there is no mail template named ${template}`);
  return found.render(locale, data, site, stop);
}
