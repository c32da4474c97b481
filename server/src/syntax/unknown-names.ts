import type { Said } from './said.ts';
import { said } from './said.ts';
import { beforeMarks, replacing } from './frame.ts';
import type { Frame } from './frame.ts';
import { HEADER_WORDS, headerOf, LABEL_WORDS, labelOf, PROPERTY_NAMES, PROPERTY_WORDS } from './keywords.ts';
import { editDistance, nearest } from './nearest.ts';
import { PROPERTIES } from './properties.ts';
import type { Owner, PropertyName } from './properties.ts';
import { quoted } from './text.ts';
import type { Problem, Text } from './tree.ts';
import { DATE_FORM, namedDay } from './written-days.ts';

/** Header words long enough that a slip in them can be told from another word. */
export const LONG_WORDS: readonly string[] = [...Object.values(HEADER_WORDS), ...Object.values(LABEL_WORDS)]
  .flat()
  .filter((word) => word.length > 3);

/** A key result may also hold those of its objective's that it has not itself. */
function belongs(name: PropertyName, kind: Owner): boolean {
  const of: readonly Owner[] = PROPERTIES[name].of;
  return of.includes(kind) || (kind === 'kr' && of.includes('objective'));
}

/** Words that people begin a line with and mean: as near as a slip to a name of the language, and none. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  'course form head lag leap line market mean net note notes now prior rag resource resources risk risks scope stage state stats who'.split(
    ' ',
  ),
);

/**
 * What a `name: value` line of an unknown name may have meant, nearest first: the properties of that kind of item and the
 * header words; where none is near, the properties of any item.
 */
export function nearNames(name: string, kind: Owner | null): readonly string[] {
  if (OWN_WORDS.has(name.toLowerCase())) return [];
  const own = PROPERTY_NAMES.filter((each) => kind === null || belongs(each, kind));
  const near = nearest(name, [...own, ...LONG_WORDS]);
  return [...new Set(near.length > 0 ? near : nearest(name, PROPERTY_WORDS))];
}

/** True where the nearest name is a header word or a plural label: the line was meant to open an item. */
export function meantAsHeader(near: readonly string[]): boolean {
  return near[0] !== undefined && (headerOf(near[0]) !== null || labelOf(near[0]) !== null);
}

/** The way out for a line that means nothing in the language. */
export const OWN_TEXT = said`Text of your own goes into a note: begin it with ">".`;

/** The way out that the message names. */
function wayOut(name: string, near: string | undefined): Said {
  if (near !== undefined) return said`Perhaps "${near}"?`;
  const day = namedDay(name);
  if (day !== null) return day.iso === null ? DATE_FORM : said`A journal line begins with a date such as ${day.iso}.`;
  return OWN_TEXT;
}

/** What messages call one of a kind. */
export const A_KIND: Readonly<Record<Owner, Said>> = {
  company: said`a company`,
  department: said`a department`,
  team: said`a team`,
  person: said`a person`,
  objective: said`an objective`,
  kr: said`a key result`,
  kpi: said`a KPI`,
};

/** Whether one slip makes the one name of the other; a word that is further from it, or as short, may be one of its own. */
function isSlip(written: string, name: string): boolean {
  return written.length > 3 && editDistance(written.toLowerCase(), name.toLowerCase(), 1) === 1;
}

/** The problem of `name: value` with a name that the language does not have. */
export function unknownNameProblem(frame: Frame, name: Text, kind: Owner | null, near: readonly string[]): Problem {
  const fixes = near
    .slice(0, 3)
    .map((each) =>
      replacing(said`Write "${each}"`, near.length === 1 && isSlip(name.text, each), name.from, name.to, each),
    );
  const day = namedDay(name.text)?.iso ?? null;
  if (day !== null) fixes.push(replacing(said`Write "${day}:"`, true, name.from, name.to, day));
  fixes.push(replacing(said`Make it a note`, false, frame.start, beforeMarks(frame, name.from), '> '));
  const what = meantAsHeader(near)
    ? said`${quoted(name.text)} is not a keyword.`
    : kind === null
      ? said`${quoted(name.text)} is not a property.`
      : said`${quoted(name.text)} is not a property of ${A_KIND[kind]}.`;
  return {
    rule: meantAsHeader(near) ? 'OKR001' : 'OKR002',
    severity: 'error',
    from: name.from,
    to: name.to,
    message: said`${what} ${wayOut(name.text, near[0])}`,
    fixes,
  };
}
