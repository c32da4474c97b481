import type { AnnotatedTextEdit, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { itemName } from '../model/links.ts';
import type { Item, Plan, Scope } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { slug } from '../syntax/slug.ts';
import { english, said } from '../syntax/said.ts';
import type { Said, Say } from '../syntax/said.ts';
import { quoted } from '../syntax/text.ts';
import { cursorAt } from './cursor.ts';
import { blockStart, positionAt, rangeOf } from './layout.ts';
import { mentionsOf } from './mentions.ts';
import { occurrencesOf, symbolAt } from './occurrences.ts';
import type { Entity, Occurrence } from './occurrences.ts';
import { misreadingOf } from './rename-check.ts';
import type { Misreading, NameEdit } from './rename-check.ts';
import { newNameOf } from './rename-name.ts';
import { SCOPE_NAMES } from './figure-words.ts';
import { isCalendarName } from './scope-names.ts';

/** Why something cannot be renamed, in words for the planner. */
export interface Refused {
  readonly refused: string;
}

export interface RenameOptions {
  /** The client shows what edits are about, and leaves out those that need a word from the planner. */
  readonly annotations: boolean;
  /** Version of each open file, so that an edit of another version is refused by the editor. */
  readonly versionOf: (uri: string) => number | null;
  /** The client's language; English where it is left out. */
  readonly say?: Say;
}

/** The name that would be renamed at an offset, or why it cannot be. Null where nothing is named there. */
export function prepareRename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  say: Say = english,
): { readonly range: Range; readonly placeholder: string } | Refused | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const symbol = cursor === null ? null : symbolAt(cursor);
  const tree = snapshot.tree(uri);
  if (symbol === null || tree === null) return null;
  const refused = refusalOf(symbol);
  if (refused !== null) return { refused: say(refused) };
  return { range: rangeOf(tree, symbol.place), placeholder: textOf(symbol) };
}

/**
 * The edits that give what is named at an offset (from the start of the file) a new name, in all files: its headers, and
 * every part of a reference that is its name. Mentions of a handle in prose come as edits to be confirmed. A refusal says
 * why it cannot be: no id, no valid name, one that is taken, one that would change what the plan says. Null where nothing
 * is named there.
 */
export function rename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  newName: string,
  options: RenameOptions,
): WorkspaceEdit | Refused | null {
  const { say = english } = options;
  const cursor = cursorAt(snapshot, uri, offset);
  const symbol = cursor === null ? null : symbolAt(cursor);
  const [entity] = symbol?.entities ?? [];
  if (symbol === null || entity === undefined) return null;
  const { plan } = snapshot;
  const refused = refusalOf(symbol);
  if (refused !== null) return { refused: say(refused) };
  const checked = newNameOf(plan, entity, newName);
  if ('refused' in checked) return { refused: say(checked.refused) };
  const { name } = checked;
  if (name === textOf(symbol)) return { documentChanges: [] };
  const edits = editsOf(plan, entity, name);
  const misread = misreadingOf(snapshot, edits);
  if (misread !== null) return { refused: say(misreadText(plan, name, misread)) };
  return workspaceEdit(snapshot, edits, entity, { old: textOf(symbol), name }, options);
}

/** Why the name at hand cannot be changed; null where it can. */
function refusalOf({ entities, by, place }: Occurrence): Said | null {
  const [entity, ...others] = entities;
  if (entity === undefined) return null;
  const text = quoted(place.block.text.slice(place.span.from, place.span.to));
  if (others.length > 0) return said`${text} may mean several. Say which one is meant, then rename that.`;
  if (entity.kind === 'item' && entity.subject.id === null) return noId(entity.subject);
  if (entity.kind === 'scope' && entity.subject.headers.every(({ header }) => header.id === null)) {
    return noId(entity.subject);
  }
  if (entity.kind === 'cycle' && isCalendarName(entity.subject.name)) {
    return said`${entity.subject.name} is a period of the calendar: its name says its days.`;
  }
  if (by === 'title') return said`${text} is a title here. Titles are changed where they stand; rename the id instead.`;
  return by === 'number' ? said`${text} is a number, not an id. Write the id, then rename that.` : null;
}

function noId(subject: Item | Scope): Said {
  const { title } = subject;
  const [keyword, name] =
    'headers' in subject
      ? [subject.kind, said`${SCOPE_NAMES[subject.kind]} ${quoted(title)}`]
      : [subject.header.keyword.text.toLowerCase() || subject.kind, itemName(subject)];
  const id = slug(title).split('-').slice(0, 3).join('-') || 'ID';
  return said`${name} has no id to rename. Give it one in front of the colon: ${keyword} ${id}: ${quoted(title).slice(1, -1)}`;
}

function textOf({ place }: Occurrence): string {
  return place.block.text.slice(place.span.from, place.span.to);
}

/** What changes in each file. A header that bears its scope's name only as a title gets the new id. */
function editsOf(plan: Plan, entity: Entity, name: string): ReadonlyMap<string, readonly NameEdit[]> {
  const edits = new Map<string, NameEdit[]>();
  for (const occurrence of occurrencesOf(plan, [entity])) {
    const { place, by, declares } = occurrence;
    const tree = plan.documents.get(place.uri)?.tree;
    const start = tree === undefined ? null : blockStart(tree, place.block);
    if (start === null || occurrence.entities.length > 1) continue;
    const { from, to } = place.span;
    const edit = { from: start + from, to: start + to, newText: name, named: name.startsWith('@') ? 1 : 0, occurrence };
    const titled = by === 'title' && declares ? keywordEnd(occurrence) : null;
    const made =
      by === 'id'
        ? edit
        : titled === null
          ? null
          : { ...edit, from: start + titled, to: start + titled, newText: ` ${name}`, named: 1 };
    if (made === null) continue;
    const known = edits.get(place.uri);
    if (known === undefined) edits.set(place.uri, [made]);
    else known.push(made);
  }
  return edits;
}

/** Where the keyword of the header ends that an occurrence is the title of. */
function keywordEnd({ place }: Occurrence): number | null {
  const header = place.block.lines.find((line) => line.kind === 'header' && line.to > place.span.from);
  return header?.kind === 'header' && !header.faulty ? header.keyword.to : null;
}

function misreadText(plan: Plan, name: string, { uri, offset, problem }: Misreading): Said {
  if (problem !== null) return said`${name} cannot be the new name: ${problem.message}`;
  const tree = plan.documents.get(uri)?.tree;
  const line = tree === undefined ? 1 : positionAt(tree, offset).line + 1;
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return said`${name} cannot be the new name: line ${line} of ${file} would then be read as something else.`;
}

const NAMES = 'names';
const MENTIONS = 'mentions';

function workspaceEdit(
  snapshot: Snapshot,
  edits: ReadonlyMap<string, readonly NameEdit[]>,
  entity: Entity,
  { old, name }: { readonly old: string; readonly name: string },
  { annotations, versionOf, say = english }: RenameOptions,
): WorkspaceEdit {
  const mentions = annotations ? mentionsOf(snapshot.plan, entity) : [];
  const documentChanges = snapshot.uris.flatMap((uri): TextDocumentEdit[] => {
    const tree = snapshot.tree(uri);
    if (tree === null) return [];
    const annotated = (edit: TextEdit, annotationId: string): TextEdit | AnnotatedTextEdit =>
      annotations ? { ...edit, annotationId } : edit;
    const all = [
      ...(edits.get(uri) ?? []).map(({ from, to, newText }) =>
        annotated({ range: { start: positionAt(tree, from), end: positionAt(tree, to) }, newText }, NAMES),
      ),
      ...mentions
        .filter((place) => place.uri === uri)
        .map((place) => annotated({ range: rangeOf(tree, place), newText: name.replace(/^@/, '') }, MENTIONS)),
    ];
    return all.length === 0 ? [] : [{ textDocument: { uri, version: versionOf(uri) }, edits: all }];
  });
  if (!annotations) return { documentChanges };
  // Editors leave out what needs a confirmation until it is given, and a reference that is left out leads nowhere.
  const names = { label: say(said`Rename ${old} to ${name}`), needsConfirmation: false };
  const mentioned = { label: say(said`Mentions in notes and remarks`), needsConfirmation: true };
  return {
    documentChanges,
    changeAnnotations: mentions.length === 0 ? { [NAMES]: names } : { [NAMES]: names, [MENTIONS]: mentioned },
  };
}
