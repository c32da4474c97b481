import type { Comparator, Quantity, Unit } from './quantity.ts';

const plain = new Map<string, Intl.NumberFormat>();
const money = new Map<string, Intl.NumberFormat>();

function plainFormat(locale: string): Intl.NumberFormat {
  let format = plain.get(locale);
  if (!format) plain.set(locale, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })));
  return format;
}

function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = money.get(key);
  if (!format) {
    const options = { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 } as const;
    money.set(key, (format = new Intl.NumberFormat(locale, options)));
  }
  return format;
}

const SIGNS: Readonly<Record<Comparator, string>> = { '=': '', '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ' };

/** A value with its unit for people to read: `86%`, `€20,000`, `7.5 h`, `115,900 visitors`, `4 posts per month`. */
export function formatValue(value: number, unit: Unit | null, locale = 'en'): string {
  if (!unit) return plainFormat(locale).format(value);
  const amount =
    unit.dimension === 'currency' ? moneyFormat(locale, unit.name).format(value) : plainFormat(locale).format(value);
  return amount + unitBehind(unit);
}

function unitBehind(unit: Unit): string {
  const per = unit.per === null ? '' : ` per ${unit.per}`;
  if (unit.dimension === 'currency' || unit.name === '') return per;
  return (unit.dimension === 'percent' || unit.dimension === 'times' ? unit.name : ` ${unit.name}`) + per;
}

/** A quantity for people to read, with its comparator or sign: `≥ 90%`, `+20%`, `3 of 5 teams`, `40–45%`. */
export function formatQuantity(quantity: Quantity, locale = 'en'): string {
  const { value, unit, op, kind, whole } = quantity;
  if (typeof value !== 'number') {
    const [low, high] = value;
    return `${SIGNS[op]}${formatValue(low, unit, locale)} – ${formatValue(high, unit, locale)}`;
  }
  if (whole !== null) {
    const all = plainFormat(locale).format(whole);
    return `${SIGNS[op]}${plainFormat(locale).format(value)} of ${all}${unit ? unitBehind(unit) : ''}`;
  }
  return `${SIGNS[op]}${kind === 'delta' && value >= 0 ? '+' : ''}${formatValue(value, unit, locale)}`;
}
