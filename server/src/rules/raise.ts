import { familySlots } from '../model/memory.ts';
import type { Item, ItemPieces, PlanFamily, PlanFix, PlanProblem } from '../model/plan.ts';
import type { Block, Problem } from '../syntax/tree.ts';
import { bearingOf, looksAt } from './applies.ts';
import { RULES, ruleCalled } from './registry.ts';
import type { OpenRule, Raised, Report, Rule, Scene } from './rule.ts';
import { isOn } from './settings.ts';
import type { Settings } from './settings.ts';

const slots = new WeakMap<Settings, Record<'asOf' | 'today', number>>();

/** All that the rules have to say of a family, before anything is silenced. Computed again where something it rests on changed. */
export function raisedIn(family: PlanFamily, scene: Scene, settings: Settings): readonly Raised[] {
  let slot = slots.get(settings);
  if (slot === undefined) slots.set(settings, (slot = { asOf: familySlots.take(), today: familySlots.take() }));
  const own = scene.asOf ? slot.asOf : slot.today;
  return family.recall(own, () => raise(family, scene, settings, family.piecesUnder(own)));
}

function raise(family: PlanFamily, scene: Scene, settings: Settings, pieces: ItemPieces | null): readonly Raised[] {
  const itemAt = itemsByPlace(family);
  const raised: Raised[] = [];
  const comesWith = (name: string, block: Block, from: number, report: () => Report): void => {
    const rule = ruleCalled(name);
    if (rule && isOn(rule, settings)) raised.push({ rule, item: itemAt(block, from), report: report() });
  };
  for (const block of family.blocks) {
    for (const problem of block.problems) {
      comesWith(problem.rule, block, problem.from, () => ofSyntax(problem, family.uri, block));
    }
  }
  for (const problem of family.problems) {
    comesWith(problem.rule, problem.place.block, problem.place.span.from, () => ofPlan(problem));
  }
  const { byKind, ofFamilies } = rulesFor(settings, scene);
  for (const { rule, open } of ofFamilies) {
    for (const report of open.family(family)) {
      raised.push({ rule, item: itemAt(report.place.block, report.place.span.from), report });
    }
  }
  for (const item of family.items) {
    for (const one of rulesLookingAt(byKind[item.kind], bearingOf(item, scene.plan))) {
      const reports = pieces === null ? one.open.item(item) : again(one, item, pieces);
      if (reports.length === 0) continue;
      for (const report of reports) {
        // Of a KPI that several files declare, each family tells what stands in it.
        if (family.blocks.includes(report.place.block)) raised.push({ rule: one.rule, item, report });
      }
    }
  }
  return raised;
}

/** What a rule says of an item after an edit: what it said before, where that stands. */
function again({ index, open }: Opened, item: Item, pieces: ItemPieces): readonly Report[] {
  return pieces(item, index, () => open.item(item));
}

interface Opened {
  readonly rule: Rule;
  /** Its place among the rules of its kind of item. */
  readonly index: number;
  readonly open: OpenRule;
}

/** The rules for one kind of item, and those of them that look at items of a bearing: most items share one. */
interface OfKind {
  readonly all: readonly Opened[];
  readonly byBearing: Map<number, readonly Opened[]>;
}

function rulesLookingAt({ all, byBearing }: OfKind, bearing: number): readonly Opened[] {
  let rules = byBearing.get(bearing);
  if (rules === undefined) byBearing.set(bearing, (rules = all.filter(({ rule }) => looksAt(rule, bearing))));
  return rules;
}

interface Rules {
  readonly byKind: Readonly<Record<Item['kind'], OfKind>>;
  readonly ofFamilies: readonly Opened[];
}

/** What rules look at, set anew for each family: they are opened once for their settings. */
type Stage = { -readonly [Name in keyof Scene]: Scene[Name] };

const opened = new WeakMap<Settings, { readonly stage: Stage; readonly rules: Rules }>();

function rulesFor(settings: Settings, { plan, document, asOf }: Scene): Rules {
  let known = opened.get(settings);
  if (known === undefined) {
    const stage: Stage = { plan, document, asOf };
    opened.set(settings, (known = { stage, rules: openAll(settings, stage) }));
  }
  known.stage.plan = plan;
  known.stage.document = document;
  known.stage.asOf = asOf;
  return known.rules;
}

function openAll(settings: Settings, stage: Scene): Rules {
  const byKind: Record<Item['kind'], Opened[]> = { objective: [], kr: [], kpi: [] };
  const ofFamilies: Opened[] = [];
  for (const rule of RULES) {
    if (!isOn(rule, settings) || (rule.kinds.length === 0 && !rule.overFamilies)) continue;
    const open = rule.open(stage, settings.get(rule.code)?.options ?? {});
    for (const kind of rule.kinds) byKind[kind].push({ rule, index: byKind[kind].length, open });
    if (rule.overFamilies) ofFamilies.push({ rule, index: ofFamilies.length, open });
  }
  const ofKind = (kind: Item['kind']): OfKind => ({ all: byKind[kind], byBearing: new Map() });
  return { byKind: { objective: ofKind('objective'), kr: ofKind('kr'), kpi: ofKind('kpi') }, ofFamilies };
}

/** Finds the item that a place belongs to: the last in its block whose header begins before it. */
function itemsByPlace({ items }: PlanFamily): (block: Block, offset: number) => Item | null {
  return (block, offset) => {
    const inBlock = items.filter((item) => item.block === block);
    return inBlock.findLast(({ header }) => header.from <= offset) ?? inBlock[0] ?? null;
  };
}

function ofSyntax(problem: Problem, uri: string, block: Block): Report {
  const fixes: PlanFix[] = problem.fixes.map(({ title, safe, edits }) => ({
    title,
    safe,
    edits: edits.map(({ from, to, newText }) => ({ place: { uri, block, span: { from, to } }, newText })),
  }));
  const place = { uri, block, span: { from: problem.from, to: problem.to } };
  return { message: 'problem', args: { problem: problem.message }, place, severity: problem.severity, fixes };
}

function ofPlan({ message, place, severity, related, fixes }: PlanProblem): Report {
  return { message: 'problem', args: { problem: message }, place, severity, related, fixes };
}
