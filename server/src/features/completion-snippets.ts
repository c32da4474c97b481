import type { Plan } from '../model/plan.ts';
import { english, joined, said } from '../syntax/said.ts';
import type { Said, SaidArgument } from '../syntax/said.ts';
import type { HeaderKind } from '../syntax/tree.ts';
import { cycleNames } from './completion-dates.ts';
import { people } from './completion-people.ts';
import type { Proposal } from './completion.ts';
import { choice, stopSaying } from './snippet.ts';

/** So many people and cycles are offered to choose from. */
const CHOICES = 8;

/** A header with the lines that mostly follow it, to be filled in; none for scopes and persons, whose lines are few. */
export function blockSnippets(plan: Plan, kind: HeaderKind): readonly Proposal[] {
  switch (kind) {
    case 'objective':
      return [
        block(said`objective with key results`, said`an objective with its owner, its reason and two key results`, [
          joined(['objective ${1:id}: ', stopSaying(2, said`What will be better for whom`)], ''),
          `  owner: ${owner(plan, 3)}`,
          joined(['  why: ', stopSaying(4, said`What makes it matter now`)], ''),
          '',
          joined(['  kr ${5:first}: ', stopSaying(6, said`What will be measured`)], ''),
          '    metric: ${7:0} -> ${8:10}',
          '',
          joined(['  kr ${9:second}: ', stopSaying(10, said`What will be measured`)], ''),
          '    metric: ${11:0} -> ${12:10}',
        ]),
      ];
    case 'kr':
      return [
        block(said`kr with its measure`, said`a key result with its measure`, [
          joined(['kr ${1:id}: ', stopSaying(2, said`What will be measured`)], ''),
          '  metric: ${3:name} ${4:0} -> ${5:10}',
        ]),
      ];
    case 'kpi':
      return [
        block(said`kpi with its target`, said`a figure to watch all along, with what healthy is`, [
          joined(['kpi ${1:id}: ', stopSaying(2, said`What is watched`)], ''),
          `  owner: ${owner(plan, 3)}`,
          '  target: ${4|>=,<=|} ${5:90%}',
          '  review: ${6|weekly,monthly,daily,quarterly|}',
        ]),
      ];
    case 'team':
      return [
        block(said`team with its lead`, said`a team, what it is part of and who leads it`, [
          joined(['team ${1:id}: ', stopSaying(2, said`Name`)], ''),
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

function block(name: Said, detail: Said, lines: readonly SaidArgument[]): Proposal {
  return {
    label: english(name),
    name,
    kind: 'snippet',
    detail,
    snippet: joined([...lines, '$0'], '\n'),
    snippetOnly: true,
  };
}
