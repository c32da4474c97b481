import type { Say } from '../syntax/said.ts';
import { english } from '../syntax/said.ts';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { Place, PlanDocument } from '../model/plan.ts';
import { pageAddress } from '../rules/page-address.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Snapshot } from '../service.ts';
import { blockLine } from '../syntax/positions.ts';
import type { Block, Tree } from '../syntax/tree.ts';
import { rangeOf } from './layout.ts';

const SEVERITIES = { error: 1, warning: 2, info: 3, hint: 4 } as const satisfies Record<Severity, number>;
const UNNECESSARY = 1;

/** What a diagnostic carries for its quick fixes: the item it is about, and the titles of its fixes. */
export interface DiagnosticData {
  readonly item: string | null;
  readonly fixes: readonly string[];
}

/** What was told of a document last. */
interface Told {
  readonly tree: Tree;
  readonly findings: readonly Finding[];
  readonly say: Say;
  readonly diagnostics: readonly Diagnostic[];
  /** The other files that were spoken of, as they were. */
  readonly others: ReadonlyMap<string, Tree | null>;
}

/** What moved since something was told. */
interface Moved {
  readonly blocks: ReadonlySet<Block>;
  /** The other files that are as they were. */
  readonly kept: ReadonlySet<string>;
}

const told = new WeakMap<PlanDocument, Told>();

/**
 * The findings of a file as an editor takes them, in the order of the text. Empty for a file that is not known. As long as
 * nothing there is to say changes, it is the same list; a diagnostic that stays is the same object.
 */
export function diagnostics(snapshot: Snapshot, uri: string, say: Say = english): readonly Diagnostic[] {
  const tree = snapshot.tree(uri);
  const findings = snapshot.findings(uri);
  const document = snapshot.plan.documents.get(uri);
  const before = document && told.get(document);
  const last = before?.say === say ? before : undefined;
  const moved = last && tree ? movedSince(last, tree, snapshot) : null;
  const all =
    last && moved
      ? renewed(snapshot, findings, last, moved)
      : findings.map((each) => diagnosticOf(snapshot, each, say));
  if (document && tree && !(last?.tree === tree && last.diagnostics === all)) {
    const stands = last !== undefined && last.findings === findings && moved?.kept.size === last.others.size;
    const others = stands ? last.others : othersOf(snapshot, uri, findings);
    told.set(document, { tree, findings, say, diagnostics: all, others });
  }
  return all;
}

function othersOf(snapshot: Snapshot, uri: string, findings: readonly Finding[]): ReadonlyMap<string, Tree | null> {
  const others = new Map<string, Tree | null>();
  for (const { related } of findings) {
    for (const { place } of related) if (place.uri !== uri) others.set(place.uri, snapshot.tree(place.uri));
  }
  return others;
}

/** Null where the end of the file is on other lines. */
function movedSince(last: Told, now: Tree, snapshot: Snapshot): Moved | null {
  const blocks = movedBlocks(last.tree, now);
  if (blocks === null) return null;
  const kept = [...last.others].filter(([uri, tree]) => snapshot.tree(uri) === tree);
  return { blocks, kept: new Set(kept.map(([uri]) => uri)) };
}

/** The blocks between those at the start and the end of the file that are as they were; null where the end is on other lines. */
function movedBlocks(before: Tree, now: Tree): ReadonlySet<Block> | null {
  if (linesOf(before) !== linesOf(now)) return null;
  const [a, b] = [before.blocks, now.blocks];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return new Set(b.slice(head, b.length - tail));
}

function linesOf(tree: Tree): number {
  return blockLine(tree, tree.blocks.length);
}

/** The diagnostics of findings; those at the start and at the end of the list that are as they were are taken over. */
function renewed(snapshot: Snapshot, findings: readonly Finding[], last: Told, moved: Moved): readonly Diagnostic[] {
  const shift = findings.length - last.findings.length;
  const most = Math.min(findings.length, last.findings.length);
  let head = 0;
  while (head < most && findings[head] === last.findings[head]) head++;
  let kept = findings.length;
  while (kept > head && kept - shift > head && findings[kept - 1] === last.findings[kept - 1 - shift]) kept--;
  let changed = shift !== 0;
  const all = findings.map((finding, index) => {
    const known = index < head ? last.diagnostics[index] : index >= kept ? last.diagnostics[index - shift] : undefined;
    if (known !== undefined && standsStill(finding, moved)) return known;
    changed = true;
    return diagnosticOf(snapshot, finding, last.say);
  });
  return changed ? all : last.diagnostics;
}

/** Whether all places of a finding are on the lines where they were. What it relates to may be in another file. */
function standsStill({ place, related }: Finding, { blocks, kept }: Moved): boolean {
  if (blocks.has(place.block)) return false;
  for (const { place: other } of related) {
    if (other.uri === place.uri ? blocks.has(other.block) : !kept.has(other.uri)) return false;
  }
  return true;
}

/** One finding as a diagnostic that links to its rule's page. */
export function diagnosticOf(snapshot: Snapshot, finding: Finding, say: Say): Diagnostic {
  const data: DiagnosticData = { item: finding.item, fixes: finding.fixes.map(({ title }) => say(title)) };
  return {
    range: rangeOfPlace(snapshot, finding.place),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    codeDescription: { href: pageAddress(finding.code) },
    source: 'okr',
    message: say(finding.said),
    ...(finding.tag === 'faded' ? { tags: [UNNECESSARY] } : {}),
    ...(finding.related.length > 0
      ? { relatedInformation: finding.related.map((each) => relatedOf(snapshot, each, say)) }
      : {}),
    data,
  };
}

function relatedOf(snapshot: Snapshot, related: Finding['related'][number], say: Say): DiagnosticRelatedInformation {
  const { place, message } = related;
  return { location: { uri: place.uri, range: rangeOfPlace(snapshot, place) }, message: say(message) };
}

function rangeOfPlace(snapshot: Snapshot, place: Place): Diagnostic['range'] {
  const tree = snapshot.tree(place.uri);
  const start = { line: 0, character: 0 };
  return tree === null ? { start, end: start } : rangeOf(tree, place);
}
