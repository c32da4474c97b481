import { compact } from '../syntax/compact.ts';
import type { Block, CycleHeader, ItemHeader, ScopeHeader } from '../syntax/tree.ts';
import { misleadingPlace, noHolder, orphanLine, repeated, withoutEchoes } from './document-problems.ts';
import { inOrder, traitsOf } from './journal.ts';
import { itemPart, scopeKey } from './keys.ts';
import type { FamilyDraft, ItemDraft, OpeningDraft, ScopeDraft } from './drafts.ts';
import { factsOf } from './facts.ts';
import type { ReadFamily, Surroundings } from './family-draft.ts';
import type { Section } from './facts.ts';
import { valueProblems } from './values.ts';
import { addProperty, holdersOf, isGoal, isItem, stillOpen } from './holders.ts';
import type { Holder, ItemHolder, ScopeHolder } from './holders.ts';
import type { LocalProblem } from './local-problem.ts';
import type { PropertyUse, Suppression } from './plan.ts';

/** What was met so far on the way through a family. */
interface Walk {
  readonly items: ItemDraft[];
  readonly scopes: ScopeDraft[];
  readonly cycles: FamilyDraft['cycles'][number][];
  readonly openings: OpeningDraft[];
  readonly fileSuppressions: Suppression[];
  readonly problems: LocalProblem[];
  scope: ItemDraft['scope'];
  cycle: ItemDraft['cycle'];
  /** What stands above and is still open, outermost first. */
  open: Holder[];
  /** Directives that wait for the next item. */
  pending: readonly Suppression[];
  /** The scope that was opened before the family began. */
  readonly outside: ScopeHolder | null;
  reachesOut: boolean;
}

/**
 * Joins the blocks of a family: which scope, cycle and objective each item stands in, and which line belongs to which item.
 */
export function readFamily(blocks: readonly Block[], entry: Surroundings): ReadFamily {
  const walk: Walk = {
    items: [],
    scopes: [],
    cycles: [],
    openings: [],
    fileSuppressions: [],
    problems: [],
    scope: entry.scope,
    cycle: entry.cycle,
    open: entry.holder === null ? [] : [entry.holder],
    pending: entry.pending,
    outside: entry.holder,
    reachesOut: false,
  };
  const sections: Section[] = [];
  for (const block of blocks) {
    const facts = factsOf(block);
    for (const section of facts.sections) sections.push(section);
    if (facts.fileSuppressions.length > 0) walk.fileSuppressions.push(...facts.fileSuppressions);
    if (facts.problems.length > 0) walk.problems.push(...facts.problems);
  }
  for (const section of sections) {
    const { header } = section;
    if (header === null) {
      walk.pending = join(walk.pending, section.above);
      takeLines(walk, section);
      walk.pending = join(walk.pending, section.below);
      continue;
    }
    switch (header.header) {
      case 'cycle':
        openCycle(walk, section, header);
        break;
      case 'objective':
      case 'kr':
      case 'kpi':
        openItem(walk, section, header);
        break;
      case 'company':
      case 'department':
      case 'team':
      case 'person':
        openScope(walk, section, header);
    }
    walk.pending = join(walk.pending, section.below);
  }
  const { items, scopes, cycles, openings, fileSuppressions, problems } = walk;
  const [outermost] = walk.open;
  const holder = outermost !== undefined && !isItem(outermost) ? outermost : null;
  return {
    draft: {
      items: compact(items),
      scopes: compact(scopes),
      cycles: compact(cycles),
      openings: compact(openings),
      fileSuppressions: compact(fileSuppressions),
      problems: compact(withoutEchoes(problems)),
    },
    exit: { scope: walk.scope, holder, cycle: walk.cycle, pending: walk.pending },
    reachesOut: walk.reachesOut,
  };
}

function openCycle(walk: Walk, section: Section, header: CycleHeader): void {
  const { block } = section;
  walk.pending = join(walk.pending, section.above);
  walk.cycle = header.name ? header : 'unknown';
  walk.cycles.push({ header, block });
  walk.openings.push({ header, block, item: null, scope: null });
  walk.open = walk.open.filter((holder) => !isItem(holder));
  takeLines(walk, section);
}

function openScope(walk: Walk, section: Section, header: ScopeHeader): void {
  const { block } = section;
  const key = scopeKey(header);
  if (key !== '') {
    const draft = {
      key,
      header,
      block,
      properties: section.own,
      values: section.values,
      suppressions: section.above,
    };
    const holder: ScopeHolder = { kind: header.header, draft };
    walk.scope = draft;
    walk.scopes.push(draft);
    walk.open = [holder];
    walk.openings.push({ header, block, item: null, scope: draft });
    for (const uses of section.own.values()) walk.problems.push(...repeated(uses));
  } else {
    walk.scope = 'unknown';
    walk.pending = join(walk.pending, section.above);
    walk.open = [];
    walk.openings.push({ header, block, item: null, scope: null });
  }
  takeLines(walk, section);
}

function openItem(walk: Walk, section: Section, header: ItemHeader): void {
  const { block } = section;
  const draft: ItemHolder['draft'] = {
    header,
    block,
    scope: walk.scope,
    cycle: walk.cycle,
    objective: header.header === 'kr' ? (openObjective(walk)?.index ?? null) : null,
    part: itemPart(header),
    properties: section.own,
    values: section.values,
    notes: section.notes,
    journal: section.journal,
    traits: section.traits,
    initiatives: header.header === 'kpi' ? NONE : section.initiatives,
    suppressions: join(walk.pending, section.above),
  };
  walk.pending = NONE;
  const index = walk.items.push(draft) - 1;
  walk.openings.push({ header, block, item: index, scope: null });
  walk.open = stillOpen(walk.open, header.header);
  walk.open.push({ kind: header.header, draft, index });
  for (const uses of section.own.values()) if (uses.length > 1) walk.problems.push(...repeated(uses));
  for (const use of section.shallow) checkPlace(walk, use);
  takeProperties(walk, section.strays);
  if (header.header === 'kpi' && section.initiatives.length > 0) takeInitiatives(walk, section);
}

function openObjective(walk: Walk): ItemHolder | null {
  for (const holder of walk.open) if (isItem(holder) && holder.kind === 'objective') return holder;
  return null;
}

function takeLines(walk: Walk, section: Section): void {
  takeProperties(walk, section.strays);
  takeRest(walk, section);
}

/** Gives properties to the nearest above that can have them. */
function takeProperties(walk: Walk, uses: readonly PropertyUse[]): void {
  for (const use of uses) {
    const name = use.line.property;
    if (name === null) continue;
    const [holder] = holdersOf(walk.open, name);
    if (!holder) {
      walk.problems.push(noHolder(use, name, walk.open[walk.open.length - 1]?.draft.header ?? null));
      continue;
    }
    // Of a property that nothing above can have, one word is enough.
    walk.problems.push(...valueProblems(use.block, use.line));
    if (holder === walk.outside) walk.reachesOut = true;
    const added = addProperty(holder, name, use);
    if (added.length > 1) walk.problems.push(...repeated(added, added.length - 1));
    checkPlace(walk, use);
  }
}

function checkPlace(walk: Walk, use: PropertyUse): void {
  if (use.line.property === null) return;
  const [holder, outer] = holdersOf(walk.open, use.line.property);
  if (!holder || !outer) return;
  const problem = misleadingPlace(use, holder.draft, outer.draft);
  if (!problem) return;
  if (outer === walk.outside) walk.reachesOut = true;
  walk.problems.push(problem);
}

/** Gives journal, initiatives and notes of a section that opened no item to the nearest item above. */
function takeRest(walk: Walk, section: Section): void {
  const item = walk.open.findLast(isItem);
  if (section.journal.length > 0) {
    if (item) {
      item.draft.journal = inOrder([...item.draft.journal, ...section.journal]);
      item.draft.traits = traitsOf(item.draft.journal);
    } else for (const { line, block } of section.journal) walk.problems.push(orphanLine(line, block));
  }
  if (section.notes.length > 0 && item) item.draft.notes = [...item.draft.notes, ...section.notes];
  takeInitiatives(walk, section);
}

function takeInitiatives(walk: Walk, section: Section): void {
  if (section.initiatives.length === 0) return;
  const goal = walk.open.findLast(isGoal);
  if (goal) goal.draft.initiatives = [...goal.draft.initiatives, ...section.initiatives];
  else for (const { line, block } of section.initiatives) walk.problems.push(orphanLine(line, block));
}

const NONE: readonly never[] = [];

function join(a: readonly Suppression[], b: readonly Suppression[]): readonly Suppression[] {
  if (b.length === 0) return a;
  return a.length === 0 ? b : [...a, ...b];
}
