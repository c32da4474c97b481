import { said } from '../syntax/said.ts';
import type { Said, SaidArgument } from '../syntax/said.ts';
import type { Item } from '../model/plan.ts';
import { quoted } from '../syntax/text.ts';

/** How messages name an item: its kind and its title, cut where it is long, or its id or number where it has none. */
export function nameOf(item: Pick<Item, 'kind' | 'title' | 'id' | 'label'>): SaidArgument {
  if (item.title.trim() !== '') return `${item.kind} ${quoted(item.title)}`;
  const handle = item.id ?? item.label;
  return handle === null ? said`${item.kind} without a title` : `${item.kind} ${handle}`;
}

/** What is counted, one of it and several. */
const COUNTED = {
  day: (count: number) => (count === 1 ? said`${count} day` : said`${count} days`),
  finding: (count: number) => (count === 1 ? said`${count} finding` : said`${count} findings`),
  initiative: (count: number) => (count === 1 ? said`${count} initiative` : said`${count} initiatives`),
  item: (count: number) => (count === 1 ? said`${count} item` : said`${count} items`),
  'key result': (count: number) => (count === 1 ? said`${count} key result` : said`${count} key results`),
  KPI: (count: number) => (count === 1 ? said`${count} KPI` : said`${count} KPIs`),
  member: (count: number) => (count === 1 ? said`${count} member` : said`${count} members`),
  objective: (count: number) => (count === 1 ? said`${count} objective` : said`${count} objectives`),
  other: (count: number) => (count === 1 ? said`${count} other` : said`${count} others`),
  place: (count: number) => (count === 1 ? said`${count} place` : said`${count} places`),
  supporter: (count: number) => (count === 1 ? said`${count} supporter` : said`${count} supporters`),
} as const;

/** `1 key result`, `3 key results`. */
export function counted(count: number, what: keyof typeof COUNTED): Said {
  return COUNTED[what](count);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): SaidArgument {
  const rest = words.slice(0, -1);
  const end = words.at(-1) ?? '';
  return rest.length === 0 ? end : said`${rest.join(', ')} and ${end}`;
}

/** A share 0–1 as a whole percentage; shares below a tenth keep one decimal. */
export function asPercent(share: number): string {
  const percent = share * 100;
  return `${Math.abs(percent) < 10 ? Number(percent.toFixed(1)) : Math.round(percent)}%`;
}

/** A score or confidence 0–1 as the language writes it: `0.7`, `1.0`. */
export function asScore(value: number): string {
  const short = String(Number(value.toFixed(2)));
  return short.includes('.') ? short : `${short}.0`;
}
