import { blockIndex } from '../model/place.ts';
import type { Item, Opening, Place, PlanDocument, PlanFamily, PlanFix, Scope } from '../model/plan.ts';
import { said } from '../syntax/said.ts';
import { nearest } from '../syntax/nearest.ts';
import { quoted } from '../syntax/text.ts';
import type { Block, DirectiveLine, Span, Text } from '../syntax/tree.ts';
import { bearingOf, looksAt } from './applies.ts';
import { replacement, withoutLine } from './edits.ts';
import { REASON_TO_COME, okr010 } from './okr010-suppression.ts';
import { contentOf } from './places.ts';
import { RULES, ruleCalled } from './registry.ts';
import { nameOf } from './render.ts';
import type { Raised, Report, Rule, Scene } from './rule.ts';
import { isOn } from './settings.ts';
import type { Settings } from './settings.ts';

/** A directive of a document. `subject` is the item or scope below it; null for a file-wide one, and where none follows. */
export interface Directive {
  readonly line: DirectiveLine;
  readonly block: Block;
  readonly subject: Item | Scope | null;
}

/** What remains of the reports after the document's directives, and what there is to say of the directives. */
export interface Suppressed {
  readonly kept: readonly Raised[];
  readonly about: readonly Raised[];
}

/** What directives are applied to. */
export interface Silencing {
  readonly raised: readonly Raised[];
  readonly directives: readonly Directive[];
  /** All reports that a directive may speak of, also where they are not among `raised`. */
  readonly hits: (directive: Directive) => readonly Raised[];
  /** Whether it is here that there is something to say of a directive itself. */
  readonly spokenOf: (directive: Directive) => boolean;
}

/**
 * Applies `# okr-ignore` and `# okr-ignore-file`. A directive without a reason, or with a
 * placeholder for one, silences nothing. Reports about the
 * directives themselves are OKR010's.
 */
export function suppress(
  { raised, directives, hits, spokenOf }: Silencing,
  scene: Scene,
  settings: Settings,
): Suppressed {
  if (directives.length === 0) return { kept: raised, about: [] };
  const silenced = new Set<Raised>();
  const about: Raised[] = [];
  for (const directive of directives) {
    const add = (report: Report): void => {
      if (spokenOf(directive)) about.push({ rule: okr010, item: itemOf(directive), report });
    };
    const fault = faultOf(directive, scene);
    if (fault) add(fault);
    if (fault || directive.line.reason === null) continue;
    for (const name of directive.line.rules) {
      const rule = ruleCalled(name.text);
      if (!rule) {
        add(unknownRule(name, directive, scene));
        continue;
      }
      // What is said of directives is not known before all of them were looked at.
      if (rule === okr010) continue;
      const hit = hits(directive).filter((one) => one.rule === rule && isUnder(one, directive));
      for (const one of hit) silenced.add(one);
      if (hit.length === 0 && couldSpeak(rule, directive, scene, settings)) {
        add(unused(rule, name, directive, scene));
      }
    }
  }
  const sparing = directives.filter(
    ({ line }) => line.reason !== null && line.rules.some(({ text }) => ruleCalled(text) === okr010),
  );
  return {
    kept: raised.filter((one) => !silenced.has(one)),
    about: isOn(okr010, settings) ? about.filter((one) => !sparing.some((directive) => isUnder(one, directive))) : [],
  };
}

const NONE: readonly never[] = [];

/** Every directive begins with this word, which few blocks have. */
const DIRECTIVE = /okr-ignore/i;

function hasDirectives({ text }: Block): boolean {
  return DIRECTIVE.test(text);
}

function isSpokenOf({ subject }: Opening): boolean {
  return subject !== null && subject.suppressions.length > 0;
}

function linesIn(block: Block): readonly DirectiveLine[] {
  return hasDirectives(block) ? block.lines.filter((line) => line.kind === 'directive') : NONE;
}

/** All directives of a document. */
export function directivesOf({ document }: Scene): readonly Directive[] {
  return found(document.tree.blocks, document.openings);
}

/** Those in the blocks of a family, and those above that speak of what is in it. */
export function directivesFor(family: PlanFamily, { document }: Scene): readonly Directive[] {
  const { openings } = family;
  if (!family.blocks.some(hasDirectives) && !openings.some(isSpokenOf)) return NONE;
  const inside = found(family.blocks, openings);
  const lost = inside.filter(({ subject, line }) => subject === null && !line.wholeFile);
  const own =
    lost.length === 0
      ? inside
      : [...inside.filter((one) => !lost.includes(one)), ...lost.map((one) => placed(one, document))];
  const above = openings.flatMap(({ subject }) =>
    (subject?.suppressions ?? []).flatMap(({ line, block }): Directive[] => {
      if (subject === null || family.blocks.includes(block)) return [];
      // Of a KPI or scope that several files open, those of this file count.
      return blockIndex(document.tree, block) === null ? [] : [{ line, block, subject }];
    }),
  );
  return above.length === 0 ? own : [...own, ...new Map(above.map((one) => [one.line, one])).values()];
}

/** A directive at the end of a family speaks of what the next one opens. */
function placed(directive: Directive, document: PlanDocument): Directive {
  for (const { subject } of document.openings) {
    if (subject?.suppressions.some(({ line }) => line === directive.line) === true) return { ...directive, subject };
  }
  return directive;
}

function found(blocks: readonly Block[], openings: readonly Opening[]): readonly Directive[] {
  const directives = blocks.flatMap((block) => linesIn(block).map((line) => ({ line, block })));
  if (directives.length === 0) return [];
  const subjects = new Map<DirectiveLine, Item | Scope>();
  for (const { subject } of openings) {
    for (const { line } of subject?.suppressions ?? []) if (subject) subjects.set(line, subject);
  }
  return directives.map(({ line, block }) => ({ line, block, subject: subjects.get(line) ?? null }));
}

function isScope(subject: Item | Scope): subject is Scope {
  return 'headers' in subject;
}

function itemOf({ subject }: Directive): Item | null {
  return subject && !isScope(subject) ? subject : null;
}

/** Whether a report is one that a directive speaks of: about its item, or in the lines of its scope's headers. */
function isUnder({ item, report }: Raised, { line, subject }: Directive): boolean {
  if (line.wholeFile) return true;
  if (subject === null) return false;
  return isScope(subject) ? subject.headers.some(({ block }) => block === report.place.block) : item === subject;
}

function faultOf({ line, block, subject }: Directive, { document }: Scene): Report | null {
  const place: Place = { uri: document.uri, block, span: contentOf(line) };
  const remove: PlanFix = {
    title: said`Take the directive away`,
    safe: false,
    edits: [withoutLine(document.uri, block, line)],
  };
  const directive = line.wholeFile ? 'okr-ignore-file' : 'okr-ignore';
  const report = (message: keyof typeof okr010.messages, args: Report['args']): Report => {
    return { message, args, place, fixes: [remove] };
  };
  if (line.rules.length === 0) return report('no-rule', { directive });
  if (line.reason === null) return report('reason', { directive, rules: line.rules.map(({ text }) => text).join(' ') });
  if (isToCome(line.reason.text)) {
    const rules = line.rules.map(({ text }) => text).join(' ');
    return report('placeholder', { directive, rules, reason: quoted(line.reason.text) });
  }
  if (!line.wholeFile && subject === null) return report('nowhere', {});
  return null;
}

const NO_WORDS = /^(?:reason|why|because|tbd|todo|xx+|n\/a|none|[^\p{L}\p{N}]*)$/iu;

/** Whether nothing but what a quick fix or a template left stands where the reason belongs. */
function isToCome(reason: string): boolean {
  const plain = reason.trim().replace(/[.!?…]+$/, '');
  return plain.toLowerCase() === REASON_TO_COME || NO_WORDS.test(plain);
}

function placeOf(name: Span, { block }: Directive, { document }: Scene): Place {
  return { uri: document.uri, block, span: { from: name.from, to: name.to } };
}

function unknownRule(name: Text, directive: Directive, scene: Scene): Report {
  const place = placeOf(name, directive, scene);
  const names = RULES.flatMap(({ code, name: called }) => [code, called]);
  const better = nearest(name.text, names)[0] ?? null;
  return {
    message: 'unknown',
    args: { rule: name.text, nearest: better === null ? '' : said` Did you mean ${better}?` },
    place,
    fixes: better === null ? [] : [{ title: said`Write ${better}`, safe: false, edits: [replacement(place, better)] }],
  };
}

function unused(rule: Rule, name: Text, directive: Directive, scene: Scene): Report {
  const { line, block } = directive;
  const item = itemOf(directive);
  const { uri } = scene.document;
  const index = line.rules.indexOf(name);
  const [before, after] = [line.rules[index - 1], line.rules[index + 1]];
  const cut = after ? { from: name.from, to: after.from } : { from: before?.to ?? name.from, to: name.to };
  const alone = line.rules.length === 1;
  const edit = alone ? withoutLine(uri, block, line) : replacement({ uri, block, span: cut }, '');
  return {
    message: 'unused',
    args: {
      rule: rule.code,
      where: item ? said`about ${nameOf(item)}` : directive.subject ? said`here` : said`in this file`,
    },
    place: placeOf(name, directive, scene),
    fixes: [
      { title: alone ? said`Take the directive away` : said`Take ${rule.code} out of it`, safe: true, edits: [edit] },
    ],
    tag: 'faded',
  };
}

/** A rule that is off, or that leaves the items in peace because they rest, says nothing yet but may again. */
function couldSpeak(rule: Rule, directive: Directive, { document, plan }: Scene, settings: Settings): boolean {
  if (!isOn(rule, settings)) return false;
  if (rule.kinds.length === 0) return true;
  const item = itemOf(directive);
  const items = item ? [item] : document.items;
  return items.some((one) => looksAt(rule, bearingOf(one, plan)));
}
