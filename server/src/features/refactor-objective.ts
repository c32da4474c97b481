import { standingOf } from '../model/standing.ts';
import type { KeyResult, Objective, Plan, Scope } from '../model/plan.ts';
import { linesOf } from '../rules/edits.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Owner } from '../syntax/properties.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { Line } from '../syntax/tree.ts';
import type { Snapshot } from '../service.ts';
import { capitalised, changeIn, hasPlainHeader, standAlone, referredTo, textOf } from './item-lines.ts';
import { HAS_DIRECTIVE, MIXED_LINES, refusal } from './offers.ts';
import type { Refactoring } from './offers.ts';
import type { Change } from './changes.ts';
import { freeId, idChanges } from './refactor-id.ts';
import { pathTo } from './reference-path.ts';
import { contextOf, holds, isKnown, written } from './runs.ts';
import type { Context } from './runs.ts';

/** More teams than this below one scope would fill the menu. */
const MOST_TEAMS = 12;

/**
 * Hands a key result down: it becomes an objective of a team below, which supports the objective it came from. Its measure
 * and its journal go with it, as the first key result of the new objective.
 */
export const asObjective: Refactoring = (snapshot, item) => {
  if (item.kind !== 'kr' || item.scope === null || item.scope === 'unknown' || !hasPlainHeader(item)) return [];
  const { objective } = item;
  if (objective === null) return [];
  return below(item.scope)
    .slice(0, MOST_TEAMS)
    .map((team) => {
      const title = said`Turn it into an objective of ${team.title}`;
      const refused = referredTo(snapshot, item) ?? whyNot(snapshot, item, objective, team);
      if (refused !== null) return refusal(title, 'refactor.move', refused);
      return { title, kind: 'refactor.move', changes: () => handDown(snapshot, item, objective, team) };
    });
};

/** The companies, departments and teams below a scope, those nearest first. */
function below(scope: Scope): readonly Scope[] {
  const near = scope.children.filter(({ kind }) => kind !== 'person');
  return [...near, ...near.flatMap(below)];
}

function whyNot({ plan }: Snapshot, kr: KeyResult, objective: Objective, team: Scope): Said | null {
  if (!standAlone([kr])) return MIXED_LINES;
  if (kr.suppressions.length > 0) return HAS_DIRECTIVE;
  if (objective.id === null && freeId(plan, objective) === null) return said`Its objective has no id to refer to.`;
  const context = contextFor(plan, kr, team);
  return context === null || !isKnown(context) ? said`The cycle that it stands in cannot be read.` : null;
}

function contextFor(plan: Plan, kr: KeyResult, team: Scope): Context | null {
  const document = plan.documents.get(kr.uri);
  return document === undefined ? null : { scope: team, cycle: contextOf(plan, document, kr.block).cycle };
}

function handDown(snapshot: Snapshot, kr: KeyResult, objective: Objective, team: Scope): readonly Change[] {
  const { plan } = snapshot;
  const context = contextFor(plan, kr, team);
  if (context === null) return [];
  const newId = objective.id === null ? freeId(plan, objective) : null;
  const ids = new Map(newId === null ? [] : [[objective, newId]]);
  const cycle = context.cycle === null || context.cycle === 'unknown' ? null : context.cycle.name;
  const lines = objectiveLines(plan, kr, pathTo(objective, { scope: team, cycle }, ids));
  const home = [kr.uri, ...plan.documents.keys()].find((uri) => {
    const document = plan.documents.get(uri);
    return document !== undefined && holds(plan, document, context);
  });
  const added = written(plan, home ?? kr.uri, context, lines);
  if (added === null) return [];
  const own = linesOf(kr);
  const isFirst = kr.block.lines.find(({ kind }) => kind === 'header') === kr.header;
  const from = isFirst ? 0 : kr.header.from;
  const to = own.at(-1)?.to ?? kr.header.to;
  const given = newId === null ? [] : idChanges(snapshot, objective, newId);
  return [...given, changeIn(snapshot, kr, from, to, ''), added];
}

const INDENT = '  ';

/** The new objective with its own lines, and a key result with those that only a key result has. */
function objectiveLines(plan: Plan, kr: KeyResult, parent: string): readonly string[] {
  const { block, header } = kr;
  const title = block.text.slice(header.title.from, header.end).trim();
  const above = block.lines.slice(0, block.lines.indexOf(header)).filter(({ kind }) => kind === 'comment');
  const lines = linesOf(kr)
    .slice(1)
    .filter(({ kind }) => kind !== 'blank');
  const goes = lines.map((line, index) => isForObjective(line.kind === 'comment' ? (lines[index + 1] ?? line) : line));
  const own = lines.filter((_, index) => goes[index] === true);
  const measured = lines.filter((_, index) => goes[index] !== true);
  const { measure, source } = standingOf(plan, kr);
  const name = source === 'metric' ? capitalised(measure?.name ?? '') : '';
  const keyResult = `${INDENT}${INDENT}kr: ${name === '' ? title : name}`;
  return [
    ...above.map((line) => INDENT + textOf(kr, line)),
    `${INDENT}objective${kr.id === null ? '' : ` ${kr.id}`}: ${title}`,
    `${INDENT}${INDENT}supports: ${parent}`,
    ...own.map((line) => INDENT + INDENT + textOf(kr, line)),
    ...(measure === null && measured.length === 0 ? [] : [keyResult]),
    ...measured.map((line) => INDENT + INDENT + INDENT + textOf(kr, line)),
  ];
}

/** Properties that an objective has, and notes; what measures and reports stays with the key result. */
function isForObjective(line: Line): boolean {
  if (line.kind === 'note') return true;
  if (line.kind !== 'property' || line.property === null) return false;
  const of: readonly Owner[] = PROPERTIES[line.property].of;
  return of.includes('objective') && !STAYS.has(line.property);
}

/** What was said of this measure, and not of the goal. */
const STAYS: ReadonlySet<string> = new Set(['continues', 'score', 'weight']);
