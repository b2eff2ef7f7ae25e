-- What a hosted Supabase database already contains and a bare PostgreSQL does not: roles, schemas and
-- rights, so that the same migrations run unchanged on both. Runs as the superuser before every migration
-- run; every statement can be repeated. The auth and storage tables come from the API server's own SQL.

do $$
declare
  wanted constant text[][] := array[
    ['anon', 'nologin noinherit'],
    ['authenticated', 'nologin noinherit'],
    ['service_role', 'nologin noinherit bypassrls'],
    ['supabase_auth_admin', 'nologin noinherit'],
    ['supabase_storage_admin', 'nologin noinherit'],
    ['dashboard_user', 'nologin'],
    ['authenticator', 'login'],
    ['postgres', 'login createdb createrole replication bypassrls']
  ];
  role text[];
begin
  foreach role slice 1 in array wanted loop
    if not exists (select from pg_catalog.pg_roles where rolname = role[1]) then
      execute format('create role %I %s', role[1], role[2]);
    end if;
  end loop;
end $$;

-- `postgres` runs the migrations. As on hosted Supabase it is an administrator but no superuser, so a
-- migration that needs more fails here, not first at somebody's project.
grant anon, authenticated, service_role to postgres with admin option;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
grant supabase_storage_admin to postgres;

-- `authenticator` is the API server's login. Lite reads the catalogue through it, so it inherits; it may
-- become each of the three request roles, and it owns nothing that a migration makes.
grant anon, authenticated, service_role to authenticator;
alter role authenticator bypassrls;
grant supabase_auth_admin, supabase_storage_admin to authenticator with inherit true;

do $$
begin
  execute format('alter database %I owner to postgres', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, temporary on database %I to anon, authenticated, service_role, authenticator', current_database());
end $$;

alter schema public owner to postgres;
revoke create on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

create schema if not exists extensions authorization postgres;
grant usage on schema extensions to anon, authenticated, service_role, authenticator;
alter role postgres set search_path = "$user", public, extensions;
alter role authenticator set search_path = public, extensions;
alter role supabase_admin set search_path = "$user", public, extensions;

create schema if not exists auth authorization supabase_auth_admin;
create schema if not exists storage authorization supabase_storage_admin;
grant usage on schema auth, storage to anon, authenticated, service_role, postgres;
