/**
 * Numbers as English writes them. Making an `Intl.NumberFormat` takes longer than reading a thousand lines, for it loads the
 * rules of a language first; what everyday figures need of them is short, and the rest is left to it.
 */

const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** From here on, digits behind the point could be lost while rounding. */
const LARGE = 1e9;

let plain: Intl.NumberFormat | null = null;
const money = new Map<string, Intl.NumberFormat>();

/** A number with groups of thousands and at most two digits behind the point, rounded half away from zero. */
export function formatNumber(value: number): string {
  if (isEveryday(value)) return written(value);
  plain ??= new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  return plain.format(value);
}

/** An amount of money, with the sign or the code of its currency, an ISO code. */
export function formatMoney(value: number, currency: string): string {
  const sign = SIGNS[currency];
  if (sign !== undefined && isEveryday(value)) return `${value < 0 ? '-' : ''}${sign}${written(Math.abs(value))}`;
  let format = money.get(currency);
  if (!format) {
    const options = { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 } as const;
    money.set(currency, (format = new Intl.NumberFormat('en', options)));
  }
  return format.format(value);
}

function isEveryday(value: number): boolean {
  return value === 0 ? !Object.is(value, -0) : Math.abs(value) >= 0.01 && Math.abs(value) < LARGE;
}

function written(value: number): string {
  // What is rounded is the decimal that people wrote, not the binary number next to it: 1.005 is 1.01.
  const hundredths = Math.round(Number(`${Math.abs(value)}e2`));
  const whole = Math.floor(hundredths / 100);
  const rest = hundredths % 100;
  const digits = rest === 0 ? '' : rest % 10 === 0 ? `.${rest / 10}` : `.${rest < 10 ? '0' : ''}${rest}`;
  return `${value < 0 ? '-' : ''}${String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',')}${digits}`;
}
