import type { Said, SaidArgument } from '../syntax/said.ts';
import { joined, said } from '../syntax/said.ts';
import { isBulleted } from '../syntax/frame.ts';
import { propertyOf } from '../syntax/keywords.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Owner, PropertyName } from '../syntax/properties.ts';
import type { Block, EntryLine, HeaderLine, InitiativeLine, LineBase } from '../syntax/tree.ts';
import { quoted } from '../syntax/text.ts';
import { A_KIND } from '../syntax/unknown-names.ts';
import type { ItemDraft, ScopeDraft } from './drafts.ts';
import type { LocalPlace, LocalProblem } from './local-problem.ts';
import type { PropertyUse } from './plan.ts';
import { valueProblems } from './values.ts';

const KIND_NAMES: Readonly<Record<Owner, Said>> = {
  company: said`company`,
  department: said`department`,
  team: said`team`,
  person: said`person`,
  objective: said`objective`,
  kr: said`key result`,
  kpi: said`KPI`,
};

/** `kr "Grow sign-ups"`: how messages name the item of a header. */
export function headerName(header: HeaderLine): string {
  if (header.header === 'cycle') return header.name ? `cycle ${header.name.text}` : 'cycle';
  const title = header.title?.text ?? '';
  if (title) return `${header.header} ${quoted(title)}`;
  return header.id ? `${header.header} ${header.id.text}` : header.header;
}

function kindsWith(name: PropertyName): SaidArgument {
  const of: readonly Owner[] = PROPERTIES[name].of;
  const names = of.map((kind, index) => (index === 0 ? A_KIND : KIND_NAMES)[kind]);
  const last = names.pop() ?? '';
  return names.length > 0 ? said`${joined(names, ', ')} or ${last}` : last;
}

function nameOf(use: PropertyUse): LocalPlace {
  return { block: use.block, span: use.line.name };
}

/** A property that nothing above can have. */
export function noHolder(use: PropertyUse, name: PropertyName, above: HeaderLine | null): LocalProblem {
  const where = above ? said`${headerName(above)} has no property "${name}"` : said`Nothing stands above "${name}"`;
  return {
    rule: 'OKR002',
    severity: 'error',
    message: said`${where}. It belongs below ${kindsWith(name)}.`,
    place: nameOf(use),
    related: [],
    fixes: [],
  };
}

/** The lines of one property of an item, from the second on: problems where it takes one value. */
export function repeated(uses: readonly PropertyUse[], from = 1): readonly LocalProblem[] {
  const [first] = uses;
  const name = first?.line.property;
  if (!first || !name || PROPERTIES[name].repeats) return [];
  const [, second] = uses;
  const isFaulty = (use: PropertyUse): boolean =>
    valueProblems(use.block, use.line).some(({ severity }) => severity === 'error');
  // Of two, the one that cannot be read is the one too many.
  const swapped = from === 1 && second !== undefined && isFaulty(first) && !isFaulty(second);
  const over = swapped ? [first, ...uses.slice(2)] : uses.slice(from);
  // A line such as "Team: Sales", read as an owner, has its own error already.
  const meant = over.filter((use) => propertyOf(use.line.name.text) === name);
  return meant.map((use): LocalProblem => {
    const other = use === first && swapped ? second : first;
    const { text } = use.line.value;
    return {
      rule: 'OKR004',
      severity: 'error',
      message:
        use === first
          ? said`"${name}" stands here twice, and ${quoted(text)} cannot be read. Take this line away.`
          : said`"${name}" stands here a second time; it takes one value, and the first one counts.`,
      place: nameOf(use),
      related: [{ place: nameOf(other), message: use === first ? said`The other one` : said`The one that counts` }],
      fixes: [
        {
          title: said`Remove this line`,
          safe: text === other.line.value.text,
          edits: [{ place: { block: use.block, span: use.line }, newText: '' }],
        },
      ],
    };
  });
}

/** Problems without those of values in lines that are one too many: the line goes, and what is wrong with it as well. */
export function withoutEchoes(problems: readonly LocalProblem[]): readonly LocalProblem[] {
  const over = problems.flatMap(({ rule, fixes }) =>
    rule === 'OKR004' ? fixes.flatMap(({ edits }) => edits.map(({ place }) => place)) : [],
  );
  if (over.length === 0) return problems;
  return problems.filter(
    ({ rule, place }) =>
      rule !== 'OKR003' ||
      !over.some(
        ({ block, span }) => block === place.block && span.from <= place.span.from && place.span.to <= span.to,
      ),
  );
}

/**
 * A property that `holder` gets, because it is nearest, while it stands at the indentation of what `outer` has. The fix
 * moves the line behind the outer one's own; another indents it where it is.
 */
export function misleadingPlace(
  use: PropertyUse,
  holder: ItemDraft | ScopeDraft,
  outer: ItemDraft | ScopeDraft,
): LocalProblem | null {
  const { line, block } = use;
  const inner = holder.header.indent;
  const pasted = isBehindPastedList(use, holder, outer);
  if (!pasted && (outer.header.indent >= inner || line.indent > inner)) return null;
  const name = line.name.text;
  const after = lastOwnLine(outer, use);
  const text = block.text;
  const lineBreak = text.slice(line.end, line.to) || after.block.text.slice(after.line.end, after.line.to) || '\n';
  const indent = text.slice(line.from, line.from + line.indent);
  const behind = { block: after.block, span: { from: after.line.to, to: after.line.to } };
  return {
    rule: 'OKR008',
    severity: pasted ? 'warning' : 'error',
    message: pasted
      ? said`"${name}" counts for ${headerName(holder.header)}, the last of a list, whose bullets it does not share. Is it meant for ${headerName(outer.header)}?`
      : said`"${name}" counts for ${headerName(holder.header)}, the nearest above, but is indented as if it belonged to ${headerName(outer.header)}.`,
    place: nameOf(use),
    related: [
      { place: { block: holder.block, span: contentOf(holder.header) }, message: said`It counts for this one` },
      {
        place: { block: outer.block, span: contentOf(outer.header) },
        message: pasted ? said`It may be meant for this one` : said`Its indentation says this one`,
      },
    ],
    fixes: [
      {
        title: said`Move it to ${headerName(outer.header)}`,
        safe: false,
        edits: [
          { place: behind, newText: indent + text.slice(line.content, line.end) + lineBreak },
          { place: { block, span: line }, newText: '' },
        ],
      },
      {
        title: said`Indent it below ${headerName(holder.header)}`,
        safe: false,
        edits: [
          {
            place: { block, span: { from: line.from, to: line.from + line.indent } },
            newText: `${holder.block.text.slice(holder.header.from, holder.header.from + inner)}  `,
          },
        ],
      },
    ],
  };
}

/** "Owner: …" at the margin, behind key results that were pasted as bullets there, while the objective has none yet. */
function isBehindPastedList(
  { line, block }: PropertyUse,
  holder: ItemDraft | ScopeDraft,
  { header, properties }: ItemDraft | ScopeDraft,
): boolean {
  const isListed = ({ text }: Block, each: LineBase): boolean =>
    isBulleted(text.slice(each.from + each.indent, each.content));
  return (
    header.indent === holder.header.indent &&
    line.indent === header.indent &&
    line.property !== null &&
    !properties.has(line.property) &&
    isListed(holder.block, holder.header) &&
    !isListed(block, line)
  );
}

/** The line behind which another of the item's own may stand: its last property in its own block, else its header. */
function lastOwnLine(
  item: ItemDraft | ScopeDraft,
  except: PropertyUse,
): { line: { end: number; to: number }; block: Block } {
  let last: { readonly end: number; readonly to: number } = item.header;
  for (const uses of item.properties.values()) {
    for (const { line, block } of uses)
      if (block === item.block && line !== except.line && line.to > last.to) last = line;
  }
  return { line: last, block: item.block };
}

function contentOf(header: HeaderLine): { from: number; to: number } {
  return { from: header.content, to: header.end };
}

/** A journal line or initiative with no item above it. */
export function orphanLine(line: EntryLine | InitiativeLine, block: Block): LocalProblem {
  return {
    rule: 'OKR001',
    severity: 'error',
    message:
      line.kind === 'entry'
        ? said`This check-in belongs to nothing: no objective, key result or KPI stands above it.`
        : said`This initiative belongs to nothing: no objective or key result stands above it.`,
    place: { block, span: { from: line.content, to: line.end } },
    related: [],
    fixes: [],
  };
}
