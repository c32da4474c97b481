import type { Item, Kpi, Plan, PlanDocument, PlanFix, PlanProblem } from '../model/plan.ts';
import type { Block, Problem } from '../syntax/tree.ts';
import { looksAt, phaseOf } from './applies.ts';
import type { Config } from './config.ts';
import { perPlan } from './per-plan.ts';
import { RULES, ruleCalled } from './registry.ts';
import { nameOf, render } from './render.ts';
import type { Finding, OpenRule, Raised, Report, Rule, Scene } from './rule.ts';
import { isOn, settingsFor, severityOf } from './settings.ts';
import type { Settings } from './settings.ts';
import { suppress } from './suppressions.ts';

/**
 * What there is to say of one document, in the order of its text. Empty for a document that the plan does not have.
 * Pure: the same plan, configuration and day give the same findings.
 */
export function findingsOf(plan: Plan, uri: string, config: Config): readonly Finding[] {
  const document = plan.documents.get(uri);
  if (!document) return [];
  const settings = settingsFor(config, uri);
  const scene: Scene = { plan, document, asOf: config.asOf };
  const raised = [
    ...problemsOf(document).filter(({ rule }) => isOn(rule, settings)),
    ...raisedByRules(scene, settings),
  ];
  const { kept, about } = suppress(raised, scene, settings);
  const findings = [...oneByCause(raised, kept), ...about].map(({ rule, item, report }) =>
    findingOf(rule, item, report, severityOf(rule, report.severity, config, settings)),
  );
  return inOrder(findings, document);
}

/** The problems that came with the tree and with the plan, as reports of the rules they belong to. */
function problemsOf(document: PlanDocument): readonly Raised[] {
  const itemAt = itemsByPlace(document);
  const raised: Raised[] = [];
  for (const block of document.tree.blocks) {
    for (const problem of block.problems) {
      const rule = ruleCalled(problem.rule);
      if (rule)
        raised.push({ rule, item: itemAt(block, problem.from), report: ofSyntax(problem, document.uri, block) });
    }
  }
  for (const problem of document.problems) {
    const rule = ruleCalled(problem.rule);
    if (rule)
      raised.push({ rule, item: itemAt(problem.place.block, problem.place.span.from), report: ofPlan(problem) });
  }
  return raised;
}

/** Finds the item that a place of the document belongs to: the last in its block whose header begins before it. */
function itemsByPlace(document: PlanDocument): (block: Block, offset: number) => Item | null {
  const byBlock = new Map<Block, Item[]>();
  for (const item of document.items) {
    const items = byBlock.get(item.block);
    if (items) items.push(item);
    else byBlock.set(item.block, [item]);
  }
  return (block, offset) => {
    const items = byBlock.get(block) ?? [];
    return items.findLast(({ header }) => header.from <= offset) ?? items[0] ?? null;
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

function raisedByRules(scene: Scene, settings: Settings): readonly Raised[] {
  const raised: Raised[] = [];
  const itemAt = itemsByPlace(scene.document);
  const byKind: Record<Item['kind'], { rule: Rule; open: OpenRule }[]> = { objective: [], kr: [], kpi: [] };
  for (const rule of RULES) {
    if (!isOn(rule, settings) || (rule.kinds.length === 0 && !rule.overDocuments)) continue;
    const open = rule.open(scene, settings.get(rule.code)?.options ?? {});
    for (const kind of rule.kinds) byKind[kind].push({ rule, open });
    for (const report of open.document(scene.document)) {
      raised.push({ rule, item: itemAt(report.place.block, report.place.span.from), report });
    }
  }
  for (const item of [...scene.document.items, ...declaredAgain(scene)]) {
    const phase = phaseOf(item, scene.plan);
    for (const { rule, open } of byKind[item.kind]) {
      if (!looksAt(rule, item, phase)) continue;
      for (const report of open.item(item)) {
        if (report.place.uri === scene.document.uri) raised.push({ rule, item, report });
      }
    }
  }
  return raised;
}

const kpisByFile = perPlan((plan) => {
  const files = new Map<string, Set<Kpi>>();
  for (const kpi of plan.kpis) {
    for (const { uri } of kpi.declarations) {
      if (uri === kpi.uri) continue;
      const kpis = files.get(uri) ?? new Set();
      files.set(uri, kpis.add(kpi));
    }
  }
  return files;
});

/** KPIs that are items of another file and have lines in this one. */
function declaredAgain({ plan, document }: Scene): readonly Kpi[] {
  return [...(kpisByFile(plan).get(document.uri) ?? [])];
}

/**
 * One cause, one finding: of rules that see the same thing in an item, the first speaks, even where it is silenced. What
 * comes with tree and plan is the same thing only at the same place.
 */
function oneByCause(raised: readonly Raised[], kept: readonly Raised[]): readonly Raised[] {
  const speaking = raised.filter(({ rule, item }) => item !== null && rule.insteadOf !== undefined);
  const byItem = new Map<Item | null, Raised[]>();
  for (const one of speaking) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one]);
  const displaces = (first: Raised, other: Raised): boolean =>
    first.rule.insteadOf?.includes(other.rule.code) === true &&
    (other.rule.group !== '0' || overlap(first.report, other.report));
  return kept.filter((one) => !byItem.get(one.item)?.some((first) => displaces(first, one)));
}

function overlap({ place: a }: Report, { place: b }: Report): boolean {
  return a.block === b.block && a.span.from < b.span.to && b.span.from < a.span.to;
}

function findingOf(rule: Rule, item: Item | null, report: Report, severity: Finding['severity']): Finding {
  const args = item ? { item: nameOf(item), ...report.args } : report.args;
  return {
    code: rule.code,
    name: rule.name,
    severity,
    message: render(rule.messages[report.message] ?? report.message, args),
    place: report.place,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    because: report.because ?? [],
    tag: report.tag ?? null,
    item: item?.key ?? null,
  };
}

function inOrder(findings: readonly Finding[], document: PlanDocument): readonly Finding[] {
  const starts = new Map<Block, number>();
  let at = 0;
  for (const block of document.tree.blocks) {
    starts.set(block, at);
    at += block.text.length;
  }
  const offset = ({ place }: Finding): number => (starts.get(place.block) ?? at) + place.span.from;
  return findings
    .map((finding) => ({ finding, at: offset(finding) }))
    .sort((a, b) => a.at - b.at || compare(a.finding.code, b.finding.code))
    .map(({ finding }) => finding);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
