/**
 * Who may do what, stated once by hand. A new table or function fails tests/db/policies.test.ts until somebody
 * has thought about it and written it here. s select, i insert, u update, d delete; a missing role has nothing.
 */
export type Access = { anon?: string; authenticated?: string; service_role?: string };

const reference: Access = { anon: 's', authenticated: 's' };
const edited: Access = { anon: 's', authenticated: 'siud' };

export const TABLES: Record<string, Access> = {
  buyer_members: { authenticated: 's' },
  buyers: { authenticated: 'su' },
  categories: edited,
  category_translations: edited,
  certifications: edited,
  cluster_coordinators: { authenticated: 's' },
  cluster_media: edited,
  cluster_translations: edited,
  clusters: { anon: 's', authenticated: 'su' },
  countries: reference,
  currencies: reference,
  events: { authenticated: 's' },
  inquiries: { authenticated: 's' },
  inquiry_contacts: {},
  inquiry_messages: { authenticated: 's' },
  invitations: { authenticated: 's' },
  media: reference,
  media_alts: edited,
  memberships: reference,
  operators: { authenticated: 's' },
  price_tiers: reference,
  producer_contacts: { authenticated: 'siu' },
  producer_media: edited,
  producer_members: { authenticated: 's' },
  producer_translations: edited,
  producers: { anon: 's', authenticated: 'su' },
  product_media: reference,
  product_translations: reference,
  products: reference,
  profiles: { authenticated: 'su' },
  reports: { authenticated: 's' },
  site_settings: { anon: 's', authenticated: 'su' },
  term_translations: { anon: 's', authenticated: 'siu' },
  terms: { anon: 's', authenticated: 'siu' },
  units: reference,
  variants: reference,
  verification_checks: reference,
};

const signedIn = 'authenticated';
const anyone = 'anon authenticated';
const server = 'service_role';

export const FUNCTIONS: Record<string, string> = {
  accept_invitation: signedIn,
  add_product_media: signedIn,
  check_producer: signedIn,
  confirm_inquiry: anyone,
  coordination_frame: signedIn,
  create_buyer: signedIn,
  create_cluster: signedIn,
  create_invitation: signedIn,
  create_managed_producer: signedIn,
  create_media: signedIn,
  create_producer: signedIn,
  delete_draft: signedIn,
  delete_my_account: signedIn,
  drop_job: signedIn,
  duplicate_product: signedIn,
  enqueue_mail: server,
  export_my_data: signedIn,
  leave_cluster: signedIn,
  list_inquiries: signedIn,
  list_jobs: signedIn,
  list_members: signedIn,
  list_users: signedIn,
  move_inquiry: signedIn,
  move_product: signedIn,
  my_account: signedIn,
  read_inquiry: anyone,
  read_invitation: anyone,
  remove_member: signedIn,
  reply_inquiry: anyone,
  report_abuse: server,
  resolve_report: signedIn,
  retry_job: signedIn,
  revoke_invitation: signedIn,
  save_product: signedIn,
  send_inquiry: signedIn,
  send_visitor_inquiry: server,
  set_cluster_state: signedIn,
  set_operator: signedIn,
  set_producer_state: signedIn,
  set_product_media: signedIn,
  set_product_translations: signedIn,
  set_user_suspended: signedIn,
  studio_frame: signedIn,
  take_rate_limit: server,
  verification_notes: signedIn,
};

export const TRIGGER_ONLY_NOTE = 'revoke execute from anon and authenticated';
