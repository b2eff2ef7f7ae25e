const PATIENCE_MS = 30_000;

/** Tells the server something and hears its answer; null when there is no network, or no answer to go by. */
export async function talk<T>(
  door: 'heartbeat' | 'bundle' | 'send',
  body: unknown,
): Promise<T | null> {
  try {
    const response = await fetch(`/k/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
