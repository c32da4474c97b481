import { english } from '../syntax/said.ts';
import { daysBetween } from '../measure/days.ts';
import type { Cycle, PersonUse, Plan, Scope } from '../model/plan.ts';
import { counted } from '../rules/render.ts';
import { briefOf } from './brief.ts';
import { code, dotted, escaped, paragraphs } from './markdown.ts';
import { day, percent } from './words.ts';

/** A scope: where it belongs, who leads it, and its objectives of the running cycles with how each stands. */
export function scopeCard(plan: Plan, scope: Scope): string {
  const running = scope.objectives.filter(({ cycle }) => {
    return cycle === null || cycle === 'unknown' || cycle.end === null || cycle.end >= plan.today;
  });
  return paragraphs(
    `${capital(scope.kind)} **${escaped(scope.title)}** ${code(scope.id)}`,
    dotted(
      scope.parent === null ? null : `part of ${escaped(scope.parent.title)}`,
      scope.lead.length === 0 ? null : `lead ${scope.lead.map(personName).join(', ')}`,
      scope.members.length === 0 ? null : english(counted(scope.members.length, 'member')),
      scope.headers.length === 1 ? null : `opened ${String(scope.headers.length)} times`,
    ),
    ...['mission', 'vision'].map((name) => textOf(scope, name)),
    running.map((objective) => `- ${dotted(escaped(objective.title), briefOf(plan, objective))}`).join('\n'),
  );
}

/** A cycle: from when to when, and how much of it has passed. */
export function cycleCard({ today }: Plan, { name, start, end }: Cycle): string {
  if (start === null || end === null)
    return paragraphs(`Cycle **${escaped(name)}**`, 'No dates are known: `cycle ID: START to END`');
  const days = daysBetween(start, end) + 1;
  const passed = Math.min(Math.max(daysBetween(start, today) + 1, 0), days);
  const where =
    today < start ? `begins in ${english(counted(daysBetween(today, start), 'day'))}` : today > end ? 'over' : null;
  return paragraphs(
    `Cycle **${escaped(name)}**: ${day(start)} to ${day(end)}`,
    where ?? `day ${String(passed)} of ${String(days)} (${percent(passed / days)})`,
  );
}

function textOf(scope: Scope, name: string): string | null {
  for (const [property, uses] of scope.properties) {
    const text = uses.at(-1)?.line.value.text ?? '';
    if (property === name && text !== '') return `${name}: ${escaped(text)}`;
  }
  return null;
}

function personName({ handle, name }: PersonUse): string {
  return escaped(handle === null ? name : `@${handle}`);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
