import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { Hide, NewReview, Reply } from './schema.ts';

/** One for an order, by its buyer, after the goods came. */
export async function writeReview(
  deps: Deps,
  _actor: SessionUser,
  input: NewReview,
): Promise<Result<{ done: 'reviewed' }>> {
  const written = settle(
    await deps.db.rpc('write_review', {
      p_order: input.order,
      p_rating: input.rating,
      // Null, not left out: PostgREST finds a function by the names of all its arguments.
      p_quality: (input.quality ?? null) as number,
      p_communication: (input.communication ?? null) as number,
      p_punctuality: (input.punctuality ?? null) as number,
      p_body: input.body,
      p_name: input.name,
      p_show_country: input.country,
      p_locale: deps.locale,
    }),
    deps,
  );
  return written.ok ? ok({ done: 'reviewed' }) : written;
}

export async function replyReview(
  deps: Deps,
  _actor: SessionUser,
  input: Reply,
): Promise<Result<{ done: 'replied' }>> {
  const replied = settle(
    await deps.db.rpc('reply_review', { p_order: input.order, p_reply: input.reply }),
    deps,
  );
  return replied.ok ? ok({ done: 'replied' }) : replied;
}

export async function hideReview(
  deps: Deps,
  _actor: SessionUser,
  input: Hide,
): Promise<Result<{ state: string }>> {
  const hidden = settle(
    await deps.db.rpc('set_review_hidden', {
      p_order: input.order,
      p_hidden: input.hidden === 'yes',
      p_reason: input.reason,
    }),
    deps,
  );
  return hidden.ok ? ok({ state: hidden.value }) : hidden;
}
