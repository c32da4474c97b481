import type { Plan } from '../model/plan.ts';
import type { HeaderKind } from '../syntax/tree.ts';
import { cycleNames } from './completion-dates.ts';
import { people } from './completion-people.ts';
import type { Proposal } from './completion.ts';
import { choice } from './snippet.ts';

/** So many people and cycles are offered to choose from. */
const CHOICES = 8;

/** A header with the lines that mostly follow it, to be filled in; none for scopes and persons, whose lines are few. */
export function blockSnippets(plan: Plan, kind: HeaderKind): readonly Proposal[] {
  switch (kind) {
    case 'objective':
      return [
        block('objective with key results', 'an objective with its owner, its reason and two key results', [
          'objective ${1:id}: ${2:What will be better for whom}',
          `  owner: ${owner(plan, 3)}`,
          '  why: ${4:What makes it matter now}',
          '',
          '  kr ${5:first}: ${6:What will be measured}',
          '    metric: ${7:0} -> ${8:10}',
          '',
          '  kr ${9:second}: ${10:What will be measured}',
          '    metric: ${11:0} -> ${12:10}',
        ]),
      ];
    case 'kr':
      return [
        block('kr with its measure', 'a key result with its measure', [
          'kr ${1:id}: ${2:What will be measured}',
          '  metric: ${3:name} ${4:0} -> ${5:10}',
        ]),
      ];
    case 'kpi':
      return [
        block('kpi with its target', 'a figure to watch all along, with what healthy is', [
          'kpi ${1:id}: ${2:What is watched}',
          `  owner: ${owner(plan, 3)}`,
          '  target: ${4|>=,<=|} ${5:90%}',
          '  review: ${6|weekly,monthly,daily,quarterly|}',
        ]),
      ];
    case 'team':
      return [
        block('team with its lead', 'a team, what it is part of and who leads it', [
          'team ${1:id}: ${2:Name}',
          `  parent: ${choice(
            3,
            plan.scopes
              .filter((scope) => scope.kind !== 'person')
              .map(({ id }) => id)
              .slice(0, CHOICES),
            'company',
          )}`,
          `  lead: ${owner(plan, 4)}`,
        ]),
      ];
    case 'cycle':
    case 'company':
    case 'department':
    case 'person':
      return [];
  }
}

/** A cycle line with the nearest cycles to choose from. */
export function cycleSnippet(plan: Plan): string {
  return `cycle ${choice(
    1,
    cycleNames(plan)
      .map(({ label }) => label)
      .slice(0, CHOICES),
    '',
  )}`;
}

function owner(plan: Plan, number: number): string {
  const handles = people(plan).flatMap(({ label }) => (label.startsWith('@') ? [label] : []));
  return choice(number, handles.slice(0, CHOICES), '@owner');
}

function block(label: string, detail: string, lines: readonly string[]): Proposal {
  return { label, kind: 'snippet', detail, snippet: `${lines.join('\n')}\n$0`, snippetOnly: true };
}
