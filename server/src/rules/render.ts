import type { Item } from '../model/plan.ts';
import { quoted } from '../syntax/text.ts';
import type { Argument } from './rule.ts';

/** Writes a template out: each `{name}` becomes its argument. A name without an argument stays, for a test to find. */
export function render(template: string, args: Readonly<Record<string, Argument>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(args[name] ?? hole));
}

/** How messages name an item: its kind and its title, cut where it is long, or its id or number where it has none. */
export function nameOf(item: Pick<Item, 'kind' | 'title' | 'id' | 'label'>): string {
  if (item.title.trim() !== '') return `${item.kind} ${quoted(item.title)}`;
  const handle = item.id ?? item.label;
  return handle === null ? `${item.kind} without a title` : `${item.kind} ${handle}`;
}

/** `1 key result`, `3 key results`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = 'and'): string {
  const rest = words.slice(0, -1);
  const end = words.at(-1) ?? '';
  return rest.length === 0 ? end : `${rest.join(', ')} ${last} ${end}`;
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
