import { familySlots } from '../model/memory.ts';
import type { Item, Plan, PlanDocument, PlanFamily } from '../model/plan.ts';
import type { Config } from './config.ts';
import { raisedIn } from './raise.ts';
import { nameOf } from './render.ts';
import type { Finding, Raised, Report, Rule, Scene } from './rule.ts';
import { settingsFor, severityOf } from './settings.ts';
import type { Said } from '../syntax/said.ts';
import { english } from '../syntax/said.ts';
import type { Settings } from './settings.ts';
import { directivesFor, directivesOf, suppress } from './suppressions.ts';
import type { Directive } from './suppressions.ts';

/** What there is to say of a document, and what it was put together of. */
interface Judged {
  readonly version: number;
  readonly parts: readonly (readonly Finding[])[];
  readonly findings: readonly Finding[];
}

const judged = new WeakMap<Config, WeakMap<PlanDocument, Judged>>();

/**
 * What there is to say of one document, in the order of its text. Empty for a document that the plan does not have.
 * Pure: the same plan, configuration and day give the same findings. While nothing of what is said changes, it is the same
 * list; a finding is the same object while its family does not change.
 */
export function findingsOf(plan: Plan, uri: string, config: Config): readonly Finding[] {
  const document = plan.documents.get(uri);
  if (!document) return [];
  let byDocument = judged.get(config);
  if (!byDocument) judged.set(config, (byDocument = new WeakMap()));
  const known = byDocument.get(document);
  if (known?.version === document.version) return known.findings;
  const parts = partsOf(plan, document, config);
  const same =
    known && known.parts.length === parts.length && parts.every((part, index) => part === known.parts[index]);
  const findings = same ? known.findings : parts.flat();
  byDocument.set(document, { version: document.version, parts, findings });
  return findings;
}

/** The findings of a document, family by family: those without any left out. */
function partsOf(plan: Plan, document: PlanDocument, config: Config): readonly (readonly Finding[])[] {
  const settings = settingsFor(config, document.uri);
  const scene: Scene = { plan, document, asOf: config.asOf };
  if (document.fileSuppressions.length > 0) return [ofWholeFile(scene, config, settings)];
  const slot = slotOf(config);
  const parts: (readonly Finding[])[] = [];
  for (const family of document.families) {
    const found = family.recall(slot, () => ofFamily(family, scene, config, settings));
    if (found.length > 0) parts.push(found);
  }
  return parts;
}

const slots = new WeakMap<Config, number>();

/** Findings depend on the configuration, which seldom changes. */
function slotOf(config: Config): number {
  let slot = slots.get(config);
  if (slot === undefined) slots.set(config, (slot = familySlots.take()));
  return slot;
}

function ofFamily(family: PlanFamily, scene: Scene, config: Config, settings: Settings): readonly Finding[] {
  const raised = raisedIn(family, scene, settings);
  const directives = directivesFor(family, scene);
  if (directives.length === 0)
    return raised.length === 0 ? NONE : written(raised, raised, NONE, family.blocks, config, settings);
  const inside = new Set(family.blocks);
  const hits = ({ subject }: Directive): readonly Raised[] => [
    ...raised,
    ...othersWith(subject, family, scene.document).flatMap((other) => raisedIn(other, scene, settings)),
  ];
  const { kept, about } = suppress(
    { raised, directives, hits, spokenOf: ({ block }) => inside.has(block) },
    scene,
    settings,
  );
  return written(raised, kept, about, family.blocks, config, settings);
}

const NONE: readonly never[] = [];

/** The other families of the document that a directive's subject is in, where it is not in this one alone. */
function othersWith(subject: Directive['subject'], family: PlanFamily, document: PlanDocument): readonly PlanFamily[] {
  if (subject === null) return NONE;
  const isScope = 'headers' in subject;
  if (!isScope && subject.kind !== 'kpi' && family.items.includes(subject)) return NONE;
  if (isScope && subject.headers.every(({ block }) => family.blocks.includes(block))) return NONE;
  return document.families.filter((other) => {
    if (other === family) return false;
    return isScope ? subject.headers.some(({ block }) => other.blocks.includes(block)) : other.items.includes(subject);
  });
}

/** What is said of a whole file (`okr-ignore-file`) is known only when all of it was looked at. */
function ofWholeFile(scene: Scene, config: Config, settings: Settings): readonly Finding[] {
  const { document } = scene;
  const raised = document.families.flatMap((family) => raisedIn(family, scene, settings));
  const hits = (): readonly Raised[] => raised;
  const directives = directivesOf(scene);
  const { kept, about } = suppress({ raised, directives, hits, spokenOf: () => true }, scene, settings);
  return written(raised, kept, about, document.tree.blocks, config, settings);
}

function written(
  raised: readonly Raised[],
  kept: readonly Raised[],
  about: readonly Raised[],
  blocks: PlanFamily['blocks'],
  config: Config,
  settings: Settings,
): readonly Finding[] {
  const findings = [...oneByCause(raised, kept), ...about].map(({ rule, item, report }) =>
    findingOf(rule, item, report, severityOf(rule, report.severity, config, settings)),
  );
  return inOrder(findings, blocks);
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
  const says: Said = { text: rule.messages[report.message] ?? report.message, args };
  return {
    code: rule.code,
    name: rule.name,
    severity,
    message: english(says),
    said: says,
    place: report.place,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    because: report.because ?? [],
    tag: report.tag ?? null,
    item: item?.key ?? null,
  };
}

function inOrder(findings: readonly Finding[], blocks: PlanFamily['blocks']): readonly Finding[] {
  if (findings.length < 2) return findings;
  const starts = new Map(blocks.map((block, index) => [block, index]));
  const at = ({ place }: Finding): number => starts.get(place.block) ?? blocks.length;
  return [...findings].sort(
    (a, b) => at(a) - at(b) || a.place.span.from - b.place.span.from || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
