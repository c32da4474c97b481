import type {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  InsertTextFormat,
  Range,
} from 'vscode-languageserver-types';
import type { Item, Plan } from '../model/plan.ts';
import { propertyOf } from '../syntax/keywords.ts';
import type { Snapshot } from '../service.ts';
import { english } from '../syntax/said.ts';
import type { Said, Say } from '../syntax/said.ts';
import { lineStartProposals } from './completion-lines.ts';
import { checkInProposals } from './completion-check-in.ts';
import { detailOf } from './completion-resolve.ts';
import type { About } from './completion-resolve.ts';
import { headerProposals, valueProposals } from './completion-values.ts';
import { ruleProposals } from './completion-rules.ts';
import { peopleProposals } from './completion-people.ts';
import { cursorAt } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { rankOf } from './fuzzy.ts';
import { positionAt } from './layout.ts';

/** Something to write at the cursor. `from` is where the text that it replaces begins, in characters of the line. */
export interface Proposal {
  readonly label: string;
  /** What is shown in place of the label; it is still found by that. */
  readonly name?: Said;
  readonly kind: 'keyword' | 'property' | 'reference' | 'person' | 'date' | 'value' | 'snippet' | 'rule';
  readonly detail?: Said;
  /** What it stands for, to tell more of it once it is selected. */
  readonly about?: About;
  /** The item that it stands for. */
  readonly item?: Item;
  /** Grey text behind the label: a title, a score. */
  readonly description?: string | Said;
  readonly text?: string;
  /** Text with tab stops, for clients that know them; `text` or the label stands in for it elsewhere. */
  readonly snippet?: string | Said;
  /** It makes no sense without tab stops. */
  readonly snippetOnly?: boolean;
  /** What the client filters by, where that is more than the label: an id is found by its title as well. */
  readonly find?: string;
}

/** Proposals for one place, in the order in which they are to be shown; many are made one by one as they are taken. */
export interface Proposals {
  readonly from: number;
  /** What may stand behind the cursor and is replaced as well: the rest of the word that the cursor is in. */
  readonly over: RegExp;
  readonly items: Iterable<Proposal>;
}

export interface CompletionOptions {
  readonly snippets: boolean;
  /** The client asks for the detail of a proposal once it is selected. */
  readonly lazy?: boolean;
  /** The client shows no grey text behind a label: it is told as the detail. */
  readonly plainLabels?: boolean;
  /** The client takes the range that is replaced once for all proposals. */
  readonly sharedRange?: boolean;
  /** The client's language; English where it is left out. */
  readonly say?: Say;
}

/** What stands in the line in front of the cursor. `text` is the line up to the cursor, `content` where it begins to mean something. */
export interface Before {
  readonly text: string;
  readonly content: number;
}

const KINDS = {
  keyword: 14,
  property: 10,
  reference: 18,
  person: 6,
  date: 12,
  value: 12,
  snippet: 15,
  rule: 20,
} as const satisfies Record<Proposal['kind'], CompletionItemKind>;
const SNIPPET: InsertTextFormat = 2;

/** More proposals than this nobody reads: of more, the nearest that answer what is written are given, and asked for anew. */
const MOST = 100;

/** A list mark, heading marks or emphasis in front of a keyword. */
const DROPPED = /^\s*(?:(?:[-*+•◦▪●·‣–—]|\d{1,3}[.)]|[A-Za-z]\)|#{2,})\s+)?/;

/**
 * What could be written at an offset (from the start of the file): at the start of a line keywords and the properties that
 * the item still lacks, behind a property's name its values. Null where the file is not known or nothing is to be proposed.
 */
export function completion(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  options: CompletionOptions,
): CompletionList | null {
  const cursor = cursorAt(snapshot, uri, offset);
  if (cursor === null) return null;
  const before = beforeCursor(cursor);
  const proposals = proposalsAt(cursor, before);
  if (proposals === null) return null;
  const { shown, isIncomplete } = shownOf(proposals, before, options);
  if (shown.length === 0 && !isIncomplete) return null;
  const { line, character } = positionAt(cursor.document.tree, cursor.offset);
  const over = proposals.over.exec(behindCursor(cursor))?.[0].length ?? 0;
  const range = {
    start: { line, character: character - (before.text.length - proposals.from) },
    end: { line, character: character + over },
  };
  return {
    isIncomplete,
    ...(options.sharedRange === true ? { itemDefaults: { editRange: range } } : {}),
    items: shown.map((proposal, index) => itemOf(cursor.plan, proposal, index, range, options)),
  };
}

/** What of the proposals is shown: all, or of too many the first that answer what is written. */
function shownOf(
  { items, from }: Proposals,
  { text }: Before,
  { snippets }: CompletionOptions,
): { readonly shown: readonly Proposal[]; readonly isIncomplete: boolean } {
  const answers = answering(text.slice(from));
  const all: Proposal[] = [];
  const shown: Proposal[] = [];
  for (const proposal of items) {
    if (!snippets && proposal.snippetOnly === true) continue;
    if (all.length <= MOST) all.push(proposal);
    if (shown.length < MOST && answers(proposal)) shown.push(proposal);
    if (shown.length === MOST && all.length > MOST) break;
  }
  return all.length > MOST ? { shown, isIncomplete: true } : { shown: all, isIncomplete: false };
}

/** Which proposals what is written so far may become. */
function answering(written: string): (proposal: Proposal) => boolean {
  const words = written
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return ({ label, find = label }) => rankOf(words, [find.toLowerCase()]) !== null;
}

function beforeCursor({ placed, offset }: Cursor): Before {
  if (placed === null) return { text: '', content: 0 };
  const text = placed.block.text.slice(placed.line.from, Math.min(offset - placed.start, placed.line.end));
  return { text, content: DROPPED.exec(text)?.[0].length ?? 0 };
}

function behindCursor({ placed, offset }: Cursor): string {
  return placed === null ? '' : placed.block.text.slice(offset - placed.start, placed.line.end);
}

function proposalsAt(cursor: Cursor, before: Before): Proposals | null {
  const written = before.text.slice(before.content);
  const directive = /^#\s*(?:okr-ignore(?:-file)?)\b/i.test(written.trimStart());
  if (directive) return ruleProposals(before);
  const names = /(?:^|[\s,;(])@[^\s@]*$/.test(written);
  if (written.startsWith('>') && names) return peopleProposals(cursor.plan, before);
  if (/^[#>]/.test(written)) return null;
  if (names && /^\d{4}-\d\d-\d\d:/.test(written)) return peopleProposals(cursor.plan, before);
  if (/^\d{4}-\d\d-\d\d:/.test(written)) return checkInProposals(cursor, before);
  const name = /^([^:]{1,30}):/.exec(written)?.[1];
  const property = name === undefined ? null : propertyOf(name.trim());
  if (property !== null) return valueProposals(cursor, before, property);
  if (/(?:^|\s)@[^\s@]*$/.test(written)) return peopleProposals(cursor.plan, before);
  if (name !== undefined || /^\[[^\]]*\]/.test(written)) return null;
  return headerProposals(cursor, before) ?? lineStartProposals(cursor, before);
}

function itemOf(
  plan: Plan,
  proposal: Proposal,
  index: number,
  range: Range,
  options: CompletionOptions,
): CompletionItem {
  const { label, name, kind, about, text, snippet, find } = proposal;
  const { snippets, plainLabels, sharedRange, say = english } = options;
  const asSnippet = snippets && snippet !== undefined;
  const shown = name === undefined ? label : say(name);
  const filterText = find ?? (shown === label ? undefined : label);
  const newText = asSnippet ? spoken(snippet, say) : (text ?? label);
  const description = proposal.description === undefined ? undefined : spoken(proposal.description, say);
  const detail = plainLabels === true && description !== undefined ? description : detailFor(plan, proposal, options);
  return {
    label: shown,
    kind: KINDS[kind],
    ...(description === undefined || plainLabels === true ? {} : { labelDetails: { description } }),
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { data: about }),
    ...(filterText === undefined ? {} : { filterText }),
    sortText: String(index).padStart(5, '0'),
    ...(asSnippet ? { insertTextFormat: SNIPPET } : {}),
    ...(sharedRange === true ? { textEditText: newText } : { textEdit: { range, newText } }),
  };
}

function spoken(text: string | Said, say: Say): string {
  return typeof text === 'string' ? text : say(text);
}

function detailFor(
  plan: Plan,
  { label, kind, detail, item }: Proposal,
  { lazy, say = english }: CompletionOptions,
): string | undefined {
  if (detail === undefined) return lazy === true || item === undefined ? undefined : detailOf(plan, item, say);
  const told = say(detail);
  // A word of the language is told once where it is one of the client's, too.
  return kind === 'value' && told === label ? undefined : told;
}
