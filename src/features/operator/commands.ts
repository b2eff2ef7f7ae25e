import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { CategoryForm, ReportForm, SettingsForm } from './schema.ts';

/** Row-level security lets operators alone through; an unchanged row means nobody did. */
export async function saveSettings(
  deps: Deps,
  _actor: SessionUser,
  form: SettingsForm,
): Promise<Result<void>> {
  const saved = settle(
    await deps.db
      .from('site_settings')
      .update({
        name: form.name,
        tagline: form.tagline,
        accent: form.ownAccent ? (form.accent ?? null) : null,
        locales: form.locales,
        currencies: form.currencies,
        approves_producers: form.approves,
        ...(form.timeZone && { time_zone: form.timeZone }),
        mail_from_name: form.mailFromName,
        mail_from_address: form.mailFromAddress,
        contact_email: form.contactEmail || null,
      })
      .eq('only_row', true)
      .select('only_row'),
    deps,
  );
  if (!saved.ok) return saved;
  return saved.value.length === 1 ? ok(undefined) : fail('not_allowed');
}

/** A picture just uploaded becomes the logo; the one before is deleted. */
export async function setLogo(deps: Deps, media: string | null): Promise<Result<void>> {
  // SQL takes null for "none"; the generated types do not know.
  return done(settle(await deps.db.rpc('set_site_logo', { p_media: media as string }), deps));
}

export async function removeLogo(deps: Deps): Promise<Result<void>> {
  return setLogo(deps, null);
}

export async function saveCategory(
  deps: Deps,
  _actor: SessionUser,
  form: CategoryForm,
): Promise<Result<void>> {
  const answer = await deps.db.rpc('save_category', {
    p_id: form.id,
    // SQL takes null for "at the top".
    p_parent: (form.parent ?? null) as string,
    p_hs_heading: form.hsHeading,
    p_unit: form.unit ?? '',
    p_hidden: form.hidden,
    p_names: { en: form.name_en, fr: form.name_fr, rw: form.name_rw, sw: form.name_sw },
  });
  return done(settle(answer, deps));
}

export async function moveCategory(
  deps: Deps,
  _actor: SessionUser,
  form: { id: string; way: 'up' | 'down' },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('move_category', { p_id: form.id, p_up: form.way === 'up' });
  return done(settle(answer, deps));
}

/** Refused with `category_in_use` while listings or categories hang on it. */
export async function deleteCategory(
  deps: Deps,
  _actor: SessionUser,
  form: { id: string },
): Promise<Result<void>> {
  return done(settle(await deps.db.rpc('delete_category', { p_id: form.id }), deps));
}

type StateForm = { state: 'active' | 'suspended'; reason: string };

export async function setProducerState(
  deps: Deps,
  _actor: SessionUser,
  form: StateForm & { producer: string },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('set_producer_state', {
    p_producer: form.producer,
    p_state: form.state,
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

export async function setClusterState(
  deps: Deps,
  _actor: SessionUser,
  form: StateForm & { cluster: string },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('set_cluster_state', {
    p_cluster: form.cluster,
    p_state: form.state,
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

export async function approveCluster(
  deps: Deps,
  _actor: SessionUser,
  form: { cluster: string },
): Promise<Result<void>> {
  return done(settle(await deps.db.rpc('approve_cluster', { p_cluster: form.cluster }), deps));
}

/** Never oneself (`not_yourself`). */
export async function setUserState(
  deps: Deps,
  _actor: SessionUser,
  form: StateForm & { user: string },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('set_user_suspended', {
    p_user: form.user,
    p_suspended: form.state === 'suspended',
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

export async function setOperator(
  deps: Deps,
  _actor: SessionUser,
  form: { user: string; operator: 'yes' | 'no' },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('set_operator', {
    p_user: form.user,
    p_operator: form.operator === 'yes',
  });
  return done(settle(answer, deps));
}

/** Closes a report, with what it calls for in the same transaction; a dismissed one calls for nothing. */
export async function resolveReport(
  deps: Deps,
  _actor: SessionUser,
  form: ReportForm,
): Promise<Result<void>> {
  const also = form.verdict === 'upheld' ? form.also : null;
  const answer = await deps.db.rpc('resolve_report', {
    p_report: form.report,
    p_state: form.verdict,
    p_resolution: form.resolution,
    ...(also ? { p_also: also } : {}),
  });
  return done(settle(answer, deps));
}

export async function retryJob(
  deps: Deps,
  _actor: SessionUser,
  form: { job: number },
): Promise<Result<void>> {
  return done(settle(await deps.db.rpc('retry_job', { p_job: form.job }), deps));
}

export async function dropJob(
  deps: Deps,
  _actor: SessionUser,
  form: { job: number },
): Promise<Result<void>> {
  return done(settle(await deps.db.rpc('drop_job', { p_job: form.job }), deps));
}

function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}
