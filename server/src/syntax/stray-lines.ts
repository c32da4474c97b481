import { beforeMarks, replacing, syntaxError } from './frame.ts';
import type { Frame } from './frame.ts';
import { trimEnd } from './alphabet.ts';
import { PROPERTY_WORDS } from './keywords.ts';
import { nearest } from './nearest.ts';
import { quoted } from './text.ts';
import { LONG_WORDS } from './unknown-names.ts';
import type { Line, Problem, ProblemFix, Text } from './tree.ts';

const PROPERTY_START = new RegExp(`^(${PROPERTY_WORDS.join('|')})(?=[ \\t]+[^ \\t])`, 'i');
const OTHER_DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)[ \t]*[:\uff1a]?[ \t]*/;
const EMPTY_BOX = /^\[\][ \t]*/;

/** The fixes that a line's own words suggest. */
function likelyFixes(frame: Frame, start: number, content: string): ProblemFix[] {
  const date = OTHER_DATE.exec(content);
  if (date !== null) {
    const [head = '', year = '', month = '', day = ''] = date;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return [replacing(`Write the date as ${iso}`, true, start, start + head.length, `${iso}: `)];
  }
  const box = EMPTY_BOX.exec(content);
  if (box !== null) return [replacing('Write "[ ]"', true, start, start + box[0].length, '[ ] ')];
  const property = PROPERTY_START.exec(content)?.[1];
  if (property !== undefined) {
    const at = start + property.length;
    const gap = /^[ \t]+/.exec(frame.text.slice(at, frame.end))?.[0].length ?? 0;
    return [replacing(`Write "${property.toLowerCase()}:"`, false, at, at + gap, ': ')];
  }
  const word = /^\p{L}{4,}(?=[ \t]|$)/u.exec(content)?.[0];
  const near = word === undefined ? undefined : nearest(word, LONG_WORDS)[0];
  if (word === undefined || near === undefined) return [];
  const behind = start + word.length;
  const gap = /^[ \t]+/.exec(frame.text.slice(behind, frame.end))?.[0].length ?? 0;
  return [replacing(`Write "${near}:"`, false, start, behind + gap, `${near}: `)];
}

/** Where a text put behind the line above would go; null where that line has no text to go on. */
function joint(above: Line | undefined): number | null {
  if (above === undefined) return null;
  switch (above.kind) {
    case 'property':
      return above.property === null || above.value.text === '' ? null : above.value.to;
    case 'entry':
    case 'note':
    case 'initiative':
      return above.body.text === '' ? null : above.body.to;
    case 'header':
      if (above.header === 'cycle' || above.faulty || above.title === null || above.title.text === '') return null;
      return above.title.to;
    default:
      return null;
  }
}

/** The problem of a line that begins like no line of the language. */
export function strayProblem(frame: Frame, content: number, above: Line | undefined): Problem {
  const start = beforeMarks(frame, content);
  const end = trimEnd(frame.text, start, frame.end);
  const head = frame.text.slice(start, Math.min(end, start + 200));
  const span = { from: start, to: end };
  if (/[\0\ufffd]/.test(head)) {
    return syntaxError(span, 'This line holds characters that are no text. Is the file saved as UTF-8?', []);
  }
  const fixes = likelyFixes(frame, start, head);
  const isHeading = frame.text.slice(frame.start, start).includes('##');
  if (isHeading) fixes.push(replacing('Make it a comment', false, frame.start, start, '# '));
  fixes.push(replacing('Make it a note', false, frame.start, start, '> '));
  if (/[\p{L}]/u.test(head)) {
    fixes.push(replacing('Make it an objective', false, frame.start, start, 'objective: '));
    fixes.push(replacing('Make it a key result', false, frame.start, start, 'kr: '));
  }
  const at = joint(above);
  if (at !== null) fixes.push(replacing('Join it to the line above', false, at, start, ' '));
  const first = fixes[0];
  const hint =
    first !== undefined && first.title.startsWith('Write')
      ? ` ${first.title}, perhaps.`
      : ' Make it a note with ">" or a comment with "#", or begin it with a keyword such as "objective:", "kr:" or "owner:".';
  return syntaxError(span, `${quoted(head)} begins like no line of the language.${hint}`, fixes);
}

/** The problem of "Goal: 10 km": a quantity where a title should be opens no objective. */
export function quantityProblem(frame: Frame, content: number): Problem {
  const span = { from: content, to: trimEnd(frame.text, content, frame.end) };
  const text = frame.text.slice(span.from, span.to);
  const colon = text.search(/\s*[*_]*\s*[:\uff1a]/);
  const word = text.slice(0, colon);
  const value = text.slice(colon).replace(/^\s*[*_]*\s*[:\uff1a][*_]*\s*/, '');
  return syntaxError(
    span,
    `${quoted(value)} is a quantity, not an objective. A quantity to reach is written "target: ${value}".`,
    [replacing('Write "target:"', true, span.from, span.from + word.length, 'target')],
  );
}

/** The problem of a comment that reads like a header: a heading of one mark. */
export function headingComment(frame: Frame, content: number): Problem {
  const behind = content + 1 + (/^[ \t]*/.exec(frame.text.slice(content + 1, content + 200))?.[0].length ?? 0);
  return {
    rule: 'OKR001',
    severity: 'warning',
    from: content,
    to: trimEnd(frame.text, content, frame.end),
    message: 'One "#" makes this header a comment: nothing is read from it. Take the "#" away, or write "##".',
    fixes: [replacing('Take the "#" away', false, content, behind, '')],
  };
}

/** The problem of a journal line without its colon. */
export function dateColonProblem(frame: Frame, date: Text): Problem {
  const gap =
    /^(?:[ \t]*[-\u2013\u2014](?=[ \t]))?[ \t]*/.exec(
      frame.text.slice(date.to, Math.min(frame.end, date.to + 200)),
    )?.[0].length ?? 0;
  return syntaxError({ from: date.from, to: date.to }, `A colon is missing after the date: "${date.text}: \u2026".`, [
    replacing('Put the colon after the date', true, date.to, date.to + gap, ': '),
  ]);
}

/** So many problems of one block are told one by one. */
const MOST_PROBLEMS = 100;

/** A block's problems, or where there are very many, the first ones with a last word on how many more there are. */
export function capped(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[MOST_PROBLEMS];
  if (next === undefined) return problems;
  const left = problems.length - MOST_PROBLEMS;
  const message = `${next.message} (${String(left)} problems from here to the next header; only this one is told.)`;
  return [...problems.slice(0, MOST_PROBLEMS), { ...next, message, fixes: [] }];
}
