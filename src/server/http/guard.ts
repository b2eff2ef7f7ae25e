/** Rooms that only a signed-in person may enter, by the route that Astro matched (never by comparing paths). */
const SIGNED_IN_ROOMS = [
  '/studio',
  '/supplier',
  '/coordination',
  '/operator',
  '/account',
  '/inquiries',
  '/notifications',
  '/orders',
  '/searches',
  '/shortlists',
  '/welcome',
  '/quotes/[id]/accept',
  '/quotes/[id]/counter',
];

export function needsSignIn(routePattern: string): boolean {
  return SIGNED_IN_ROOMS.some(
    (room) => routePattern === room || routePattern.startsWith(`${room}/`),
  );
}
