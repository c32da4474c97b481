import { breakLength, lineEnd } from './frame.ts';
import { parseBlock } from './parse.ts';
import { blockHeads } from './split.ts';
import type { BlockHead } from './split.ts';
import type { HeaderKind, HeaderLine } from './tree.ts';

/** A header without its places. */
export interface OutlineHeader {
  readonly header: HeaderKind;
  /** The id as it is written, of a cycle its name. */
  readonly id: string | null;
  /** Null where it can have none. */
  readonly title: string | null;
  /** A cycle that says its days. */
  readonly dated: boolean;
}

/** `objective growth: Grow` and `cycle 2026-Q4`, as most headers are written: these need no parser. */
const PLAIN =
  /[ \t]*(?:(company|department|team|person|objective|kr|kpi) ([A-Za-z][\w-]*): ([!-~](?:[^\r\n]*[A-Za-z])?)|cycle (\d{4}(?:-[QH]\d)?))(?=[\r\n]|$)/y;

/** The headers of a text, in order, as its tree has them. Reads no other lines, but for those of lists below plural labels. */
export function outlineOf(text: string): readonly OutlineHeader[] {
  const returns = text.includes('\r');
  const heads = blockHeads(text);
  return heads.flatMap((head, index) => plainly(text, head) ?? parsed(text, head, heads[index + 1], returns));
}

function plainly(text: string, { line }: BlockHead): OutlineHeader | null {
  PLAIN.lastIndex = line;
  const match = PLAIN.exec(text);
  if (match === null) return null;
  const [, keyword, id, title, cycle] = match;
  if (cycle !== undefined) return { header: 'cycle', id: cycle, title: null, dated: false };
  return { header: kindOf(keyword), id: id ?? null, title: title ?? null, dated: false };
}

function kindOf(keyword: string | undefined): HeaderKind {
  switch (keyword) {
    case 'company':
    case 'department':
    case 'team':
    case 'person':
    case 'objective':
    case 'kr':
      return keyword;
    default:
      return 'kpi';
  }
}

function parsed(
  text: string,
  { from, line, opening }: BlockHead,
  next: BlockHead | undefined,
  returns: boolean,
): readonly OutlineHeader[] {
  const end = lineEnd(text, line, returns);
  // Of a list each bullet is a header.
  const own = opening.kind === 'label' ? text.slice(from, next?.from) : text.slice(line, end + breakLength(text, end));
  return parseBlock(own).lines.flatMap((each) => (each.kind === 'header' ? [withoutPlaces(each)] : []));
}

/** A header of a tree without its places. */
export function withoutPlaces(line: HeaderLine): OutlineHeader {
  if (line.header === 'cycle') {
    return { header: 'cycle', id: line.name?.text ?? null, title: null, dated: line.start !== null };
  }
  return { header: line.header, id: line.id?.text ?? null, title: line.title?.text ?? null, dated: false };
}
