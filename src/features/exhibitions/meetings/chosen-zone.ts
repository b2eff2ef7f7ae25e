/** The zone that a visitor chose, when a clock can show it. Browsers know zones by older names, too. */
export function chosenZone(asked: string | null | undefined): string | null {
  if (!asked || asked.length > 60) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions().timeZone && asked;
  } catch {
    return null;
  }
}
