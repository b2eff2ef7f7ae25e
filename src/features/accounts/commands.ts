import { fail, ok, type Result } from '#src/domain/result.ts';
import { localized, paths } from '#src/paths.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { safeNext } from '#src/server/auth/next.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle, toFailure } from '#src/server/db/failure.ts';
import { env } from '#src/server/env.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type { Confirm, MailLink, ProfileEdit, SignIn, SignUp } from './schema.ts';

/** Where the person goes once the mail's link is confirmed; the mail itself leads to the confirmation page. */
function mailTarget(deps: Deps, next = ''): string {
  const there = safeNext(next, localized(paths.welcome(), deps.locale));
  return new URL(there, env().siteUrl).href;
}

/** A class at its first lesson and all customers of a mobile network come from one address: it gets so many budgets. */
const ACCOUNTS_AT_ONE_ADDRESS = 20;

/** Spends from the budget of the address and of the account, so that neither can be hammered. */
async function spend(deps: Deps, email: string, rule: (typeof LIMITS)[keyof typeof LIMITS]) {
  const byAddress = await deps.limit(`address ${deps.address}`, {
    ...rule,
    count: rule.count * ACCOUNTS_AT_ONE_ADDRESS,
  });
  return byAddress.ok ? deps.limit(`account ${email}`, rule) : byAddress;
}

/**
 * Makes an account and mails the confirmation. A taken address gets the same answer here and a different mail,
 * so nobody learns who has an account.
 */
export async function signUp(deps: Deps, _actor: Actor, input: SignUp): Promise<Result<void>> {
  const spent = await spend(deps, input.email, LIMITS.signUp);
  if (!spent.ok) return spent;
  const { data, error } = await deps.db.auth.signUp({
    email: input.email,
    password: input.password,
    options: {
      emailRedirectTo: mailTarget(deps, input.next),
      data: { display_name: input.displayName, locale: deps.locale, intent: input.intent },
    },
  });
  const failure = error && toFailure(error, deps.log, deps.requestId);
  if (failure && failure.code !== 'email_taken') {
    return failure.code === 'password_weak'
      ? fail('password_weak', { password: 'password_weak' })
      : { ok: false, failure };
  }
  const taken = failure?.code === 'email_taken' || data.user?.identities?.length === 0;
  return taken ? tellOwner(deps, input.email, 'account_exists') : ok(undefined);
}

/** A mail to the owner of an address about what somebody, perhaps another, did with it. */
async function tellOwner(
  deps: Deps,
  email: string,
  template: 'account_exists' | 'email_asked',
): Promise<Result<void>> {
  const service = serviceClient('only the owner of an address is told about it, by mail');
  const sent = await service.rpc('enqueue_mail', {
    p_to: email,
    p_template: template,
    p_locale: deps.locale,
    p_data: {},
  });
  return sent.error ? { ok: false, failure: toFailure(sent.error, deps.log) } : ok(undefined);
}

export async function signIn(deps: Deps, _actor: Actor, input: SignIn): Promise<Result<void>> {
  const spent = await spend(deps, input.email, LIMITS.signIn);
  if (!spent.ok) return spent;
  const { error } = await deps.db.auth.signInWithPassword(input);
  return error ? { ok: false, failure: toFailure(error, deps.log, deps.requestId) } : ok(undefined);
}

/** Mails a link that signs in. The answer is the same whether or not the address has an account. */
export async function sendMagicLink(
  deps: Deps,
  _actor: Actor,
  input: MailLink,
): Promise<Result<void>> {
  const spent = await spend(deps, input.email, LIMITS.mailLink);
  if (!spent.ok) return spent;
  const { error } = await deps.db.auth.signInWithOtp({
    email: input.email,
    options: { shouldCreateUser: false, emailRedirectTo: mailTarget(deps, input.next) },
  });
  return silently(deps, error);
}

/** Mails a link to choose a new password; the same answer for every address. */
export async function sendPasswordReset(
  deps: Deps,
  _actor: Actor,
  input: { email: string },
): Promise<Result<void>> {
  const spent = await spend(deps, input.email, LIMITS.mailLink);
  if (!spent.ok) return spent;
  const { error } = await deps.db.auth.resetPasswordForEmail(input.email, {
    redirectTo: mailTarget(deps, localized(paths.newPassword(), deps.locale)),
  });
  return silently(deps, error);
}

/** Only an outage is worth telling: any other refusal would say whether the account exists. */
function silently(deps: Deps, error: { message: string } | null): Result<void> {
  if (!error) return ok(undefined);
  const failure = toFailure(error, deps.log, deps.requestId);
  if (failure.code === 'unreachable') return { ok: false, failure };
  deps.log.info('mail link not sent', { code: failure.code });
  return ok(undefined);
}

/** Redeems the token of a mail: signs in, and for an address change completes it. */
export async function confirmMail(
  deps: Deps,
  _actor: Actor,
  input: Confirm,
): Promise<Result<void>> {
  const spent = await deps.limit(`address ${deps.address}`, { ...LIMITS.signIn, count: 60 });
  if (!spent.ok) return spent;
  const { error } = await deps.db.auth.verifyOtp({ token_hash: input.token, type: input.type });
  if (!error) return ok(undefined);
  const failure = toFailure(error, deps.log, deps.requestId);
  return failure.code === 'unreachable' || failure.code === 'rate_limited'
    ? { ok: false, failure }
    : fail('link_gone');
}

export async function setPassword(
  deps: Deps,
  _actor: SessionUser,
  input: { password: string },
): Promise<Result<void>> {
  const { error } = await deps.db.auth.updateUser({ password: input.password });
  if (!error) return ok(undefined);
  const failure = toFailure(error, deps.log, deps.requestId);
  return failure.code === 'password_weak' || failure.code === 'password_same'
    ? fail(failure.code, { password: failure.code })
    : { ok: false, failure };
}

/** Whether this is the person's password. Spends from the budget of sign-ins. */
async function checkPassword(
  deps: Deps,
  actor: SessionUser,
  password: string,
): Promise<Result<void>> {
  const spent = await spend(deps, actor.email, LIMITS.signIn);
  if (!spent.ok) return spent;
  const { error } = await deps.db.auth.signInWithPassword({ email: actor.email, password });
  if (!error) return ok(undefined);
  const failure = toFailure(error, deps.log, deps.requestId);
  return failure.code === 'credentials_wrong'
    ? fail('credentials_wrong', { password: 'password_wrong' })
    : { ok: false, failure };
}

/**
 * Asks for another address; the change holds once the mail to it is confirmed, and the old one is told. A taken address
 * gets the same answer.
 */
export async function changeEmail(
  deps: Deps,
  actor: SessionUser,
  input: { email: string; password: string },
): Promise<Result<void>> {
  const spent = await spend(deps, actor.id, LIMITS.mailLink);
  if (!spent.ok) return spent;
  const known = await checkPassword(deps, actor, input.password);
  if (!known.ok) return known;
  const told = await tellOwner(deps, actor.email, 'email_asked');
  if (!told.ok) return told;
  const { error } = await deps.db.auth.updateUser(
    { email: input.email },
    { emailRedirectTo: mailTarget(deps, localized(paths.account(), deps.locale)) },
  );
  return silently(deps, error);
}

export async function signOut(deps: Deps, _actor: Actor): Promise<Result<void>> {
  const { error } = await deps.db.auth.signOut({ scope: 'local' });
  return error ? silently(deps, error) : ok(undefined);
}

/** Ends every session of this person, on every device. */
export async function signOutEverywhere(deps: Deps, _actor: SessionUser): Promise<Result<void>> {
  const { error } = await deps.db.auth.signOut({ scope: 'global' });
  return error ? { ok: false, failure: toFailure(error, deps.log, deps.requestId) } : ok(undefined);
}

export async function saveProfile(
  deps: Deps,
  actor: SessionUser,
  input: ProfileEdit,
): Promise<Result<void>> {
  const saved = await deps.db
    .from('profiles')
    .update({ display_name: input.displayName, locale: input.locale })
    .eq('user_id', actor.id)
    .select('user_id')
    .single();
  if (saved.error) return { ok: false, failure: toFailure(saved.error, deps.log, deps.requestId) };
  // The sign-in service writes its mails in the language that it keeps itself.
  await deps.db.auth.updateUser({ data: { locale: input.locale } });
  return ok(undefined);
}

/** Deletes the account after the password was given once more; refuses while others depend on it (`hand_over_first`). */
export async function deleteAccount(
  deps: Deps,
  actor: SessionUser,
  input: { password: string; sure: boolean },
): Promise<Result<void>> {
  if (!input.sure) return fail('invalid_input', { sure: 'required' });
  const known = await checkPassword(deps, actor, input.password);
  if (!known.ok) return known;
  const gone = settle(await deps.db.rpc('delete_my_account'), deps);
  if (!gone.ok) return gone;
  await deps.db.auth.signOut({ scope: 'local' });
  return ok(undefined);
}
