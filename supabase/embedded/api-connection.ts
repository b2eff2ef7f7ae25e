import { PostgresConnection } from '@supabase/lite/postgres';
import { pipelineSettings } from './api-pipeline.ts';

type Column = {
  to: number;
  from: number[];
  serialize: (value: unknown) => string;
  parse: (text: string) => unknown;
};

const asText = (value: unknown) => String(value);

/**
 * Lite hands JSON over as text in some places (a function's jsonb argument, auth's metadata) and as a
 * value in others; its own serializer would wrap the text in quotes once more. Text that is JSON goes as
 * it is; any other text is a JSON string.
 */
function jsonText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  try {
    JSON.parse(value);
    return value;
  } catch {
    return JSON.stringify(value);
  }
}

/** PostgreSQL's `2026-01-31 08:00:00+00` in the form that PostgREST answers, ISO 8601. */
function isoTime(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

const number = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : text);

/** Columns in the form hosted Supabase (PostgREST) gives and takes them, by type number. */
const COLUMNS: Record<string, Column> = {
  json: { to: 114, from: [114], serialize: jsonText, parse: (text) => JSON.parse(text) },
  jsonb: { to: 3802, from: [3802], serialize: jsonText, parse: (text) => JSON.parse(text) },
  numeric: { to: 1700, from: [1700], serialize: asText, parse: number },
  timestamp: { to: 1114, from: [1114], serialize: asText, parse: isoTime },
  timestamptz: { to: 1184, from: [1184], serialize: asText, parse: isoTime },
};

/**
 * Lite's connection, corrected in two points. Before its first request it would grant ALL on every table
 * of every schema that has row-level security to anon, authenticated and service_role, which undoes the
 * explicit grants of our migrations; and some column types come back in a form of its own.
 */
export function createApiConnection(url: string, maxSessions: number): PostgresConnection {
  const connection = new PostgresConnection({
    url,
    postgresOptions: {
      max: maxSessions,
      onnotice: () => undefined,
      connection: { application_name: 'isoko api' },
      types: COLUMNS as never,
    },
  });
  // "active" means: grants are done, run every request in a transaction as the visitor's role.
  (connection as unknown as { rlsState: string }).rlsState = 'active';
  pipelineSettings(connection.driver);
  return connection;
}
