import { said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { daysBetween } from '../measure/days.ts';
import type { Cycle, PersonUse, Plan, Scope } from '../model/plan.ts';
import { counted } from '../rules/render.ts';
import { briefOf } from './brief.ts';
import { code, dotted, escaped, paragraphs } from './markdown.ts';
import { KIND_NAMES } from './figure-words.ts';
import { day, inDays, percent } from './words.ts';

/** A scope: where it belongs, who leads it, and its objectives of the running cycles with how each stands. */
export function scopeCard(plan: Plan, scope: Scope, say: Say): string {
  const running = scope.objectives.filter(({ cycle }) => {
    return cycle === null || cycle === 'unknown' || cycle.end === null || cycle.end >= plan.today;
  });
  return paragraphs(
    `${say(KIND_NAMES[scope.kind])} **${escaped(scope.title)}** ${code(scope.id)}`,
    dotted(
      scope.parent === null ? null : say(said`part of ${escaped(scope.parent.title)}`),
      scope.lead.length === 0 ? null : say(said`lead ${scope.lead.map(personName).join(', ')}`),
      scope.members.length === 0 ? null : say(counted(scope.members.length, 'member')),
      scope.headers.length === 1 ? null : say(said`opened ${scope.headers.length} times`),
    ),
    told(scope, 'mission', say),
    told(scope, 'vision', say),
    running.map((objective) => `- ${dotted(escaped(objective.title), briefOf(plan, objective, say))}`).join('\n'),
  );
}

/** A cycle: from when to when, and how much of it has passed. */
export function cycleCard({ today }: Plan, { name, start, end }: Cycle, say: Say): string {
  if (start === null || end === null)
    return paragraphs(
      say(said`Cycle **${escaped(name)}**`),
      say(said`No dates are known: ${'`cycle ID: START to END`'}`),
    );
  const days = daysBetween(start, end) + 1;
  const passed = Math.min(Math.max(daysBetween(start, today) + 1, 0), days);
  const where = today < start ? said`begins ${inDays(daysBetween(today, start))}` : today > end ? said`over` : null;
  return paragraphs(
    say(said`Cycle **${escaped(name)}**: ${day(start)} to ${day(end)}`),
    say(where ?? said`day ${passed} of ${days} (${percent(passed / days)})`),
  );
}

/** What a scope says of itself. */
function told({ properties }: Scope, name: 'mission' | 'vision', say: Say): string | null {
  const text = properties.get(name)?.at(-1)?.line.value.text ?? '';
  if (text === '') return null;
  return say(name === 'mission' ? said`mission: ${escaped(text)}` : said`vision: ${escaped(text)}`);
}

function personName({ handle, name }: PersonUse): string {
  return escaped(handle === null ? name : `@${handle}`);
}
