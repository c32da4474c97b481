import type { Hover } from 'vscode-languageserver-types';
import { withWholeLinks } from '../rules/page-address.ts';
import { RULES } from '../rules/registry.ts';
import type { Snapshot } from '../service.ts';
import { english, said, worded } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { DirectiveLine, PropertyLine, Span } from '../syntax/tree.ts';
import { cardOf } from './card.ts';
import { checkInText } from './check-in-text.ts';
import { cursorAt, holderOf, touches } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { rangeIn } from './layout.ts';
import { namedAt } from './links.ts';
import { code, dotted, escaped, paragraphs } from './markdown.ts';
import { HEADER_SAYS } from './meanings.ts';
import { personAt, personCard } from './person-card.ts';
import { cycleCard, scopeCard } from './scope-card.ts';
import { cycleCalled } from './scope-names.ts';

interface Told {
  readonly text: string;
  readonly span: Span;
}

/**
 * What there is to tell at an offset (from the start of the file): an item's card on its header, a property's meaning on
 * its name, the target's card on a reference, what a check-in meant on its line. Null where there is nothing to tell or
 * the file is not known.
 */
export function hover(snapshot: Snapshot, uri: string, offset: number, say: Say = english): Hover | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const tree = snapshot.tree(uri);
  if (cursor?.placed == null || tree === null) return null;
  const told = tell(cursor, cursor.placed.line, cursor.offset - cursor.placed.start, say);
  if (told === null) return null;
  return { contents: { kind: 'markdown', value: told.text }, range: rangeIn(tree, cursor.placed.block, told.span) };
}

function tell(cursor: Cursor, line: NonNullable<Cursor['placed']>['line'], at: number, say: Say): Told | null {
  if (at < line.content) return null;
  const whole = { from: Math.min(line.content, line.end), to: line.end };
  switch (line.kind) {
    case 'header': {
      const text = headerText(cursor, line, touches(line.keyword, at), say);
      return text === null ? null : { text, span: whole };
    }
    case 'property':
      return propertyTold(cursor, line, at, say);
    case 'entry':
      return cursor.item === null ? null : told(checkInText(cursor.plan, cursor.item, line, say), whole);
    case 'initiative':
      return personTold(cursor, at, say);
    case 'directive':
      return ruleTold(line, at, say);
    case 'blank':
    case 'comment':
    case 'note':
    case 'label':
    case 'error':
      return null;
  }
}

function told(text: string | null, span: Span): Told | null {
  return text === null ? null : { text, span };
}

function headerText(
  cursor: Cursor,
  header: Extract<Cursor['placed'], object>['line'],
  onKeyword: boolean,
  say: Say,
): string | null {
  if (header.kind !== 'header') return null;
  const { plan, item, scope } = cursor;
  const meaning = onKeyword ? `*${code(header.header)} ${say(HEADER_SAYS[header.header])}*` : null;
  switch (header.header) {
    case 'objective':
    case 'kr':
    case 'kpi':
      return item === null ? meaning : paragraphs(cardOf(plan, item, say), meaning);
    case 'cycle': {
      const cycle = cursor.cycle === null ? null : cycleCalled(plan, cursor.cycle, cursor.document.uri);
      return cycle === null ? meaning : paragraphs(cycleCard(plan, cycle, say), meaning);
    }
    case 'company':
    case 'department':
    case 'team':
    case 'person':
      return scope === null ? meaning : paragraphs(scopeCard(plan, scope, say), meaning);
  }
}

function propertyTold(cursor: Cursor, line: PropertyLine, at: number, say: Say): Told | null {
  if (touches(line.name, at) || line.value.to === line.value.from) return meaningOf(line, say);
  const named = namedAt(cursor);
  if (named !== null) {
    const cards = named.targets.map((target) =>
      'headers' in target ? scopeCard(cursor.plan, target, say) : cardOf(cursor.plan, target, say),
    );
    return cards.length === 0 ? null : { text: cards.join('\n\n---\n\n'), span: named.span };
  }
  const person = personTold(cursor, at, say);
  if (person !== null) return person;
  const { property } = line;
  const holder = cursor.item === null ? null : holderOf(cursor.item, line);
  const measured = property !== null && MEASURED.has(property) && holder?.kind === 'kr';
  return measured ? { text: cardOf(cursor.plan, holder, say), span: line.value } : meaningOf(line, say);
}

/** Values whose meaning is how the key result stands. */
const MEASURED: ReadonlySet<string> = new Set(['metric', 'baseline', 'target', 'by', 'stretch', 'confidence']);

function meaningOf({ property, name }: PropertyLine, say: Say): Told | null {
  if (property === null) return null;
  const { says, of, aliases } = PROPERTIES[property];
  const also = aliases.length === 0 ? null : say(said`also ${aliases.map(code).join(', ')}`);
  return {
    text: `**${property}**: ${escaped(say(worded(says)))}\n\n${dotted(say(said`of ${of.join(', ')}`), also)}`,
    span: name,
  };
}

function personTold(cursor: Cursor, at: number, say: Say): Told | null {
  const found = cursor.placed === null ? null : personAt(cursor.plan, cursor.document.uri, cursor.placed.block, at);
  return found === null ? null : { text: personCard(cursor.plan, found.name, say), span: found.span };
}

function ruleTold({ rules }: DirectiveLine, at: number, say: Say): Told | null {
  const name = rules.find((each) => touches(each, at));
  const rule = RULES.find((each) => each.code === name?.text.toUpperCase() || each.name === name?.text.toLowerCase());
  if (name === undefined || rule === undefined) return null;
  return {
    text: paragraphs(
      `**${rule.code}** ${code(rule.name)}: ${say(worded(rule.says))}`,
      withWholeLinks(say(worded(rule.why))),
    ),
    span: name,
  };
}
