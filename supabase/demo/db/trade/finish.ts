import type { TransactionSql } from 'postgres';
import { DEMO_IDS } from '#supabase/demo/db/ids.ts';

/** After the last act: what only the whole of it can set right. Runs while the record may still be dated. */
export async function putInOrder(tx: TransactionSql): Promise<void> {
  await endOffers(tx);
  await numberPapers(tx);
  await sortEvents(tx);
  await readUntilNow(tx);
  // Nobody gets a hundred mails at the first start; what else was ordered (files, pictures) stays.
  // Deadlines are found by state: the worker's sweep needs no alarm.
  await tx`
    delete from private.outbox where xmin = pg_current_xact_id()::xid
      and kind in ('mail.send', 'notice.mail', 'push.send', 'sms.notice', 'rounds.clock')`;
}

/** While it was played every offer was good; it was good for so many days from its own day. */
async function endOffers(tx: TransactionSql): Promise<void> {
  await tx`
    update public.quotes set valid_until = valid_until - (now() - sent_at), updated_at = coalesce(decided_at, sent_at)
    where xmin = pg_current_xact_id()::xid and sent_at is not null`;
  await tx`
    update public.quotes q set document_sha256 = encode(sha256(convert_to(private.quote_content(q.id)::text, 'UTF8')), 'hex')
    where xmin = pg_current_xact_id()::xid and sent_at is not null`;
  await tx`
    update public.notifications n set data = n.data || jsonb_build_object('date', private.iso(q.valid_until))
    from public.quotes q where n.xmin = pg_current_xact_id()::xid and n.data ->> 'quoteId' = q.id::text and n.kind like 'quote_%'`;
  await tx`
    update public.notifications n set data = n.data || jsonb_build_object('date', o.promised_on)
    from public.orders o where n.xmin = pg_current_xact_id()::xid and n.data ->> 'orderId' = o.id::text and n.kind = 'order_confirmed'`;
  await tx`
    update public.notifications n set data = n.data || jsonb_build_object('neededBy', i.needed_by)
    from public.inquiries i where n.xmin = pg_current_xact_id()::xid and n.data ->> 'inquiryId' = i.id::text and n.data ? 'neededBy'`;
}

/** A paper of last December has last year's number: each series counts anew by the day on the paper. */
export async function numberPapers(tx: TransactionSql): Promise<void> {
  const [wrong] = await tx`
    select 1 from public.documents d where d.xmin = pg_current_xact_id()::xid and d.year <> extract(year from d.issued_at at time zone 'UTC') limit 1`;
  if (!wrong) return;
  await tx`
    create temporary table demo_numbers on commit drop as
    select d.id, d.label as old_label, n.year, n.number, n.producer_id, d.kind,
      private.document_prefix(d.kind) || '-' || n.year || '-' || lpad(n.number::text, greatest(4, length(n.number::text)), '0') as label
    from public.documents d join (
      select x.id, x.producer_id, extract(year from x.issued_at at time zone 'UTC')::integer as year,
        row_number() over (partition by x.producer_id, x.kind, extract(year from x.issued_at at time zone 'UTC') order by x.issued_at, x.number)::integer as number
      from public.documents x) n using (id)
    where d.xmin = pg_current_xact_id()::xid`;
  // First out of the way, because a number is taken at once.
  await tx`update public.documents d set number = d.number + 1000000 from demo_numbers n where n.id = d.id`;
  await tx`
    update public.documents d set year = n.year, number = n.number, label = n.label, snapshot = p.paper,
      sha256 = encode(sha256(convert_to(p.paper::text, 'UTF8')), 'hex')
    from demo_numbers n, lateral (
      select x.snapshot || jsonb_build_object('label', n.label,
        'replaces', (select o.label from demo_numbers o where o.id = x.replaces),
        'credit', case when x.snapshot #>> '{credit,invoice}' is null then x.snapshot -> 'credit' else jsonb_set(x.snapshot -> 'credit', '{invoice}',
          to_jsonb((select o.label from demo_numbers o where o.producer_id = n.producer_id and o.old_label = x.snapshot #>> '{credit,invoice}'))) end) as paper
      from public.documents x where x.id = n.id) p
    where d.id = n.id`;
  await tx`
    update public.events e set data = e.data || jsonb_build_object('title', n.label)
    from demo_numbers n where e.subject_kind = 'document' and e.subject_id = n.id`;
  await tx`delete from private.document_series s using demo_numbers n where s.producer_id = n.producer_id`;
  await tx`
    insert into private.document_series (producer_id, kind, year, last_number)
    select producer_id, kind, year, max(number) from demo_numbers group by 1, 2, 3`;
}

/** The record is read by number, so the demo's events get theirs in the order in which they happened. */
async function sortEvents(tx: TransactionSql): Promise<void> {
  await tx`
    with taken as (delete from public.events where data @> '{"demo": true}' and xmin = pg_current_xact_id()::xid returning *)
    insert into public.events (at, actor, subject_kind, subject_id, action, from_state, to_state, reason, producer_id, cluster_id, buyer_id, on_behalf_of, data)
    select at, actor, subject_kind, subject_id, action, from_state, to_state, reason, producer_id, cluster_id, buyer_id, on_behalf_of, data
    from taken order by at, id`;
}

/** Everybody has seen what is older than two days; what came since is new. */
async function readUntilNow(tx: TransactionSql): Promise<void> {
  await tx`
    update public.orders o set updated_at = e.at,
      buyer_read_at = least(greatest(e.at + interval '1 hour', o.created_at), now() - interval '2 days'),
      producer_read_at = least(greatest(e.at + interval '1 hour', o.created_at), now() - interval '2 days')
    from (select subject_id, max(at) as at from public.events where subject_kind = 'order' group by 1) e
    where e.subject_id = o.id and o.id::text like ${DEMO_IDS}`;
  await tx`
    update public.inquiries set buyer_read_at = greatest(buyer_read_at, last_message_at), producer_read_at = case when state = 'open' and rfq_id is not null and hashtext(producer_id::text) % 3 = 0 then producer_read_at else greatest(producer_read_at, last_message_at) end
    where xmin = pg_current_xact_id()::xid and (rfq_id is not null or exists (select 1 from public.quotes q where q.inquiry_id = inquiries.id))
      and last_message_at < now() - interval '2 days'`;
  await tx`
    update public.notifications set read_at = created_at + interval '3 hours'
    where xmin = pg_current_xact_id()::xid and read_at is null and created_at < now() - interval '2 days'`;
  await tx`
    update public.shortlists s set updated_at = created_at where xmin = pg_current_xact_id()::xid`;
}
