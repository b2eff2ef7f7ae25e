import { isPrivateHost } from '../outgoing/private-address.ts';

/** Whether a browser's endpoint may be kept: https, the usual port, a name or an address out in the world. */
export function mayBeEndpoint(endpoint: string, allowPrivate: boolean): boolean {
  if (!URL.canParse(endpoint) || endpoint.length > 1000) return false;
  const url = new URL(endpoint);
  if (url.username || url.password) return false;
  if (allowPrivate) return /^https?:$/.test(url.protocol);
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return !isPrivateHost(url);
}
