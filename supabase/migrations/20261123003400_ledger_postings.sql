-- What the events of an order book. src/domain/ledger.ts states the same rules; a test compares both line by line.

insert into public.ledger_account_kinds (key, nature, position) values
  ('owed_by_producers', 'asset', 65),   -- operator: refunded for a producer after its money was paid out
  ('owed_to_operator', 'liability', 155);

-- One line of a journal; p_book: producer, buyer or operator (which has no owner).
create function private.ledger_line(p_book text, p_owner uuid, p_account text, p_amount bigint) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(p_book, p_owner, 'account', p_account, 'amount', p_amount)
$$;

-- Everything that books or pays for an order waits for the others here.
create function private.order_to_book(p_order uuid) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
begin
  select * into o from public.orders where id = p_order for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  return o;
end $$;

create function private.journal_of(p_dedupe text) returns uuid
language sql stable security definer set search_path = '' as $$
  select j.id from public.ledger_journals j where j.dedupe = p_dedupe
$$;

-- What one order has on the accounts of one kind, over all books of that kind.
create function private.order_balance(p_order uuid, p_kinds text[]) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(e.amount), 0)::bigint from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
  where e.order_id = p_order and a.kind = any (p_kinds)
$$;

-- What the buyer has to pay in all, and what of it the books know.
create function private.order_owed(o public.orders) returns bigint
language sql immutable set search_path = '' as $$ select o.total_amount - o.credited_amount $$;
create function private.order_booked(p_order uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select -private.order_balance(p_order, '{deferred_sales,sales,sales_tax,cancellation_income}')
$$;

-- Commission ----------------------------------------------------------------------------------------

-- What is still to be booked so that the commission is that of all that was paid, up to what is owed.
create function private.commission_step(o public.orders, out amount bigint, out tax bigint)
language plpgsql stable security definer set search_path = '' as $$
declare
  base bigint;
  due bigint;
begin
  select greatest(0, least(m.paid, private.order_owed(o))) into base from private.order_money(o.id) m;
  due := private.share_bp(base, o.commission_bp);
  amount := due + private.order_balance(o.id, '{commission_income}');
  tax := private.share_bp(due, o.commission_tax_bp) + private.order_balance(o.id, '{commission_tax_due}');
end $$;

-- p_from_held: what comes out of the money that the operator holds; the rest the producer owes.
create function private.commission_lines(p_producer uuid, p_amount bigint, p_tax bigint, p_from_held bigint) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_array(
    private.ledger_line('producer', p_producer, 'commission', p_amount + p_tax),
    private.ledger_line('producer', p_producer, 'with_operator', -p_from_held),
    private.ledger_line('producer', p_producer, 'commission_payable', p_from_held - p_amount - p_tax),
    private.ledger_line('operator', null, 'held_for_producers', p_from_held),
    private.ledger_line('operator', null, 'commission_receivable', p_amount + p_tax - p_from_held),
    private.ledger_line('operator', null, 'commission_income', -p_amount),
    private.ledger_line('operator', null, 'commission_tax_due', -p_tax))
$$;

-- What is owed has changed under money already paid.
create function private.adjust_commission(p_order uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := private.order_to_book(p_order);
  step record;
  nth integer;
begin
  select * into step from private.commission_step(o);
  select count(*) into nth from public.ledger_journals j where j.order_id = o.id and j.kind = 'commission';
  return private.post_journal('commission', 'commission:' || o.id || ':' || nth, o.currency,
    private.commission_lines(o.producer_id, step.amount, step.tax, 0), o.id, o.reference);
end $$;

-- Sale, change, invoice, credit, cancellation ------------------------------------------------------

create function private.sale_lines(o public.orders, p_amount bigint) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_array(
    private.ledger_line('producer', o.producer_id, 'receivable', p_amount),
    private.ledger_line('producer', o.producer_id, 'deferred_sales', -p_amount),
    private.ledger_line('buyer', o.buyer_id, 'goods_on_order', p_amount),
    private.ledger_line('buyer', o.buyer_id, 'payable', -p_amount))
$$;
create function private.invoiced_change_lines(o public.orders, p_amount bigint, p_tax bigint) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_array(
    private.ledger_line('producer', o.producer_id, 'receivable', p_amount),
    private.ledger_line('producer', o.producer_id, 'sales', p_tax - p_amount),
    private.ledger_line('producer', o.producer_id, 'sales_tax', -p_tax),
    private.ledger_line('buyer', o.buyer_id, 'purchases', p_amount),
    private.ledger_line('buyer', o.buyer_id, 'payable', -p_amount))
$$;

-- The tax within a part of a total: the larger remainder wins, net on a tie.
create function private.tax_within(p_part bigint, p_total bigint, p_tax bigint) returns bigint
language sql immutable set search_path = '' as $$
  select case when p_total = 0 then 0 else (sign(p_part::numeric) * (div(abs(p_part::numeric) * p_tax, p_total)
    + case when mod(abs(p_part::numeric) * p_tax, p_total) * 2 > p_total then 1 else 0 end))::bigint end
$$;
create function private.order_tax(o public.orders) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce((r.document ->> 'taxAmount')::bigint, 0) from public.order_revisions r where r.order_id = o.id and r.revision = o.revision
$$;

create function private.book_sale(p_order uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := private.order_to_book(p_order);
begin
  return private.post_journal('sale', 'sale:' || o.id, o.currency, private.sale_lines(o, o.total_amount), o.id, o.reference);
end $$;

-- Call it with the order's new total in place. A repeat, when the total is booked already, books nothing.
create function private.book_change(p_order uuid, p_old_total bigint, p_new_total bigint) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := private.order_to_book(p_order);
  booked constant bigint := private.order_booked(p_order) + o.credited_amount;
  nth integer;
  made uuid;
begin
  if booked = p_new_total then return null; end if;
  if booked <> p_old_total or o.total_amount <> p_new_total then raise exception 'sums_differ' using errcode = 'PT409'; end if;
  select count(*) into nth from public.ledger_journals j where j.order_id = o.id and j.kind = 'change';
  made := private.post_journal('change', 'change:' || o.id || ':' || nth, o.currency,
    case when private.journal_of('invoice:' || o.id) is null then private.sale_lines(o, p_new_total - p_old_total)
      else private.invoiced_change_lines(o, p_new_total - p_old_total,
        private.order_tax(o) + private.order_balance(o.id, '{sales_tax}')) end, o.id, o.reference);
  perform private.adjust_commission(o.id);
  return made;
end $$;

create function private.book_invoice(p_order uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := private.order_to_book(p_order);
  deferred bigint;
  tax bigint;
begin
  if private.journal_of('invoice:' || o.id) is not null then return private.journal_of('invoice:' || o.id); end if;
  deferred := -private.order_balance(o.id, '{deferred_sales}');
  tax := private.tax_within(deferred, o.total_amount, private.order_tax(o));
  return private.post_journal('invoice', 'invoice:' || o.id, o.currency, jsonb_build_array(
    private.ledger_line('producer', o.producer_id, 'deferred_sales', deferred),
    private.ledger_line('producer', o.producer_id, 'sales', tax - deferred),
    private.ledger_line('producer', o.producer_id, 'sales_tax', -tax),
    private.ledger_line('buyer', o.buyer_id, 'purchases', deferred),
    private.ledger_line('buyer', o.buyer_id, 'goods_on_order', -deferred)), o.id, o.reference);
end $$;

-- What is kept of an order that ended changes by p_amount: nothing is left to be sold, so it is income from the end itself.
create function private.kept_lines(o public.orders, p_amount bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_array(
    private.ledger_line('producer', o.producer_id, 'receivable', p_amount),
    private.ledger_line('producer', o.producer_id, 'cancellation_income', -p_amount),
    private.ledger_line('buyer', o.buyer_id, 'cancellation_cost', p_amount),
    private.ledger_line('buyer', o.buyer_id, 'payable', -p_amount))
$$;

-- Books what was credited (a mediator's resolution, say) and is not in the books yet. Nothing to do books nothing.
create function private.book_credit(p_order uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := private.order_to_book(p_order);
  difference constant bigint := private.order_owed(o) - private.order_booked(p_order);
  nth integer;
  made uuid;
begin
  if difference = 0 or private.journal_of('sale:' || o.id) is null then return null; end if;
  select count(*) into nth from public.ledger_journals j where j.order_id = o.id and j.kind = 'credit';
  made := private.post_journal('credit', 'credit:' || o.id || ':' || nth, o.currency,
    case when private.journal_of('cancellation:' || o.id) is not null then private.kept_lines(o, difference)
      when private.journal_of('invoice:' || o.id) is null then private.sale_lines(o, difference)
      else private.invoiced_change_lines(o, difference, private.tax_within(difference, o.total_amount, private.order_tax(o))) end,
    o.id, o.reference);
  perform private.adjust_commission(o.id);
  return made;
end $$;

-- Whoever credits an order need not remember the books: when the transaction ends they know.
create function private.book_credited() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.book_credit(new.id);
  return null;
end $$;
create constraint trigger orders_credit_booked after update of credited_amount on public.orders
  deferrable initially deferred for each row when (old.credited_amount is distinct from new.credited_amount)
  execute function private.book_credited();

-- What is not invoiced yet is turned back; what is kept becomes income. Called with credited_amount in place; the caller plans
-- the refunds (p_refund is theirs to keep).
create function private.book_cancellation(p_order uuid, p_refund bigint, p_kept bigint) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := private.order_to_book(p_order);
  deferred bigint;
  made uuid;
begin
  if private.journal_of('cancellation:' || o.id) is not null then return private.journal_of('cancellation:' || o.id); end if;
  if p_kept <> private.order_owed(o) then raise exception 'sums_differ' using errcode = 'PT409'; end if;
  deferred := -private.order_balance(o.id, '{deferred_sales}');
  made := private.post_journal('cancellation', 'cancellation:' || o.id, o.currency, jsonb_build_array(
    private.ledger_line('producer', o.producer_id, 'deferred_sales', deferred),
    private.ledger_line('producer', o.producer_id, 'receivable', p_kept - deferred),
    private.ledger_line('producer', o.producer_id, 'cancellation_income', -p_kept),
    private.ledger_line('buyer', o.buyer_id, 'payable', deferred - p_kept),
    private.ledger_line('buyer', o.buyer_id, 'goods_on_order', -deferred),
    private.ledger_line('buyer', o.buyer_id, 'cancellation_cost', p_kept)), o.id, o.reference);
  perform private.adjust_commission(o.id);
  return made;
end $$;
