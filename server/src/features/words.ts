const CELLS = 10;

/** A share 0–1 as ten cells and a percentage: `▰▰▰▱▱▱▱▱▱▱ 31 %`. Only what is whole fills the last cell. */
export function bar(share: number): string {
  const clamped = Math.min(Math.max(share, 0), 1);
  const full = clamped === 1 ? CELLS : Math.min(Math.round(clamped * CELLS), CELLS - 1);
  return `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)} ${percent(share)}`;
}

/** A share 0–1 as a whole percentage. */
export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

const days = new Map<'long' | 'short', Intl.DateTimeFormat>();

/** An ISO day as people write it: 15 December 2026, or 15 Dec 2026. */
export function day(iso: string, month: 'long' | 'short' = 'long'): string {
  let format = days.get(month);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
    days.set(month, format);
  }
  return format.format(new Date(`${iso}T00:00:00Z`));
}
