/** Signs that stand before or behind an amount. Where several countries share a sign, the one most people mean. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  R$: 'BRL',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  MX$: 'MXN',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'CNY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₫': 'VND',
  '₴': 'UAH',
  '₦': 'NGN',
  '₱': 'PHP',
  '฿': 'THB',
};

/** Codes that are understood in any case, for no common word is spelt like them. */
const ANY_CASE =
  'USD EUR GBP JPY CHF CNY BRL INR CAD AUD NZD SEK NOK DKK PLN CZK HUF HKD SGD KRW MXN ZAR AED ILS RUB UAH BTC'.split(
    ' ',
  );

/** Codes that are understood in capitals only: in small letters they are words or too rare to guess. */
const CAPITALS = (
  'TRY THB IDR MYR PHP VND NGN KES EGP ARS CLP COP PEN UYU RON BGN ISK SAR QAR KWD BHD OMR JOD MAD TND GHS UGX TZS ' +
  'PKR BDT LKR TWD KZT GEL RSD'
).split(' ');

const WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  real: 'BRL',
  reais: 'BRL',
  yen: 'JPY',
  yuan: 'CNY',
  元: 'CNY',
  rupee: 'INR',
  rupees: 'INR',
  zł: 'PLN',
  kč: 'CZK',
};

const anyCase = new Set(ANY_CASE);
const capitals = new Set(CAPITALS);
/** By what is written, in lower case. */
const named: ReadonlyMap<string, string> = new Map([
  ...Object.entries(WORDS),
  ...ANY_CASE.map((code) => [code.toLowerCase(), code] as const),
  ...Object.entries(SIGNS).map(([sign, code]) => [sign.toLowerCase(), code] as const),
]);
/** "dollars" */
const LONGEST = 7;

/** Signs as they are written, longest first, so that `R$` is tried before `$`. */
export const CURRENCY_SIGNS: readonly string[] = Object.keys(SIGNS).sort((a, b) => b.length - a.length);

/** The ISO code of a sign (`R$`), a code (`EUR`, `eur`) or a word (`dollars`), or null where it is none. */
export function currencyNamed(text: string): string | null {
  if (text.length > LONGEST) return null;
  return named.get(text.toLowerCase()) ?? (capitals.has(text) ? text : null);
}

/** Whether the text is a sign or an ISO code, which may stand before its amount, unlike a word (`dollars`). */
export function leadsAmount(text: string): boolean {
  const upper = text.toUpperCase();
  return Object.hasOwn(SIGNS, upper) || anyCase.has(upper) || capitals.has(text);
}
