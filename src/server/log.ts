/** Structured log: one JSON object per line, or a short readable line on a terminal. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Record<string, unknown>;

export type Log = Record<LogLevel, (msg: string, fields?: LogFields) => void> & {
  /** The same log with `fields` on every line. */
  child: (fields: LogFields) => Log;
  enabled: (level: LogLevel) => boolean;
};

type Sink = (line: string) => void;
type LogOptions = { level?: LogLevel; sink?: Sink; pretty?: boolean; now?: () => Date };

const LEVELS: Record<LogLevel, number> = { debug: 10, info: 20, warn: 30, error: 40 };
const PRIVATE_KEY = /pass|token|secret|authorization|cookie|api_?key|e-?mail|phone|address|^to$/i;
const URL_CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;
const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
const MAX_DEPTH = 5;

/** Makes a log. Secrets and personal data are removed by field name, and addresses inside texts by shape. */
export function createLog(options: LogOptions = {}, bound: LogFields = {}): Log {
  const level = LEVELS[options.level ?? levelFromEnvironment()];
  const pretty = options.pretty ?? Boolean(process.stdout.isTTY);
  const sink = options.sink ?? ((line) => void process.stdout.write(line));
  const now = options.now ?? (() => new Date());
  const write =
    (name: LogLevel) =>
    (msg: string, fields: LogFields = {}) => {
      if (LEVELS[name] < level) return;
      const record = {
        level: name,
        time: now().toISOString(),
        msg: scrub(msg),
        ...clean(bound),
        ...clean(fields),
      };
      sink(pretty ? readable(record) : `${JSON.stringify(record)}\n`);
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => createLog(options, { ...bound, ...fields }),
    enabled: (name) => LEVELS[name] >= level,
  };
}

function levelFromEnvironment(): LogLevel {
  const wanted = process.env['LOG_LEVEL'];
  return wanted !== undefined && Object.hasOwn(LEVELS, wanted) ? (wanted as LogLevel) : 'info';
}

function clean(fields: LogFields, depth = 0): LogFields {
  const out: LogFields = {};
  for (const [key, value] of Object.entries(fields)) {
    out[key] = PRIVATE_KEY.test(key) ? '[private]' : cleanValue(value, depth + 1);
  }
  return out;
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value;
  if (depth > MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, depth + 1));
  return clean(value as LogFields, depth);
}

function cleanError(error: Error, depth: number): LogFields {
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack ? { stack: scrub(error.stack) } : {}),
    ...(error.cause !== undefined ? { cause: cleanValue(error.cause, depth + 1) } : {}),
  };
}

function scrub(text: string): string {
  return text.replace(URL_CREDENTIALS, '$1[private]@').replace(EMAIL, '[private]');
}

function readable({ level, time, msg, ...rest }: LogFields): string {
  const detail = Object.entries(rest)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
  return (
    `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(msg)} ${detail}`.trimEnd() +
    '\n'
  );
}

/** The log of this process. */
export const log = createLog();
