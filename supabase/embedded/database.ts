import postgres, { type Options, type Sql } from 'postgres';

/** Address of a database on a local server, for a login and its password. */
export function localUrl(port: number, login: string, password: string, database: string): string {
  return `postgresql://${login}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** A connection that keeps the server's NOTICEs to itself; `max` defaults to one session. */
export function connect(url: string, options: Options<Record<string, never>> = {}): Sql {
  return postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10, ...options });
}
