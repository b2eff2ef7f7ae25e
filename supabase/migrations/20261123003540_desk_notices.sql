-- What the desks decide about somebody, told like everything else: a notice and its mail. Where a person cannot go on before
-- they know, the mail comes whatever was chosen, as it did before there were notices.

insert into private.notice_kinds (kind, notice_group, chatty, must) values
  ('listing_sent_back', 'cluster', false, true),
  ('producer_approved', 'cluster', false, true),
  ('producer_suspended', 'cluster', false, true),
  ('cluster_approved', 'cluster', false, true),
  ('verification_passed', 'cluster', false, false),
  ('verification_failed', 'cluster', false, false),
  ('invitation_accepted', 'cluster', false, false),
  ('report_answered', 'market', false, false);
