import type { Said } from './said.ts';
import { said } from './said.ts';
import { trimEnd } from './alphabet.ts';
import { beforeMarks, isBulleted, syntaxError } from './frame.ts';
import type { Frame } from './frame.ts';
import { likely } from './likely-fixes.ts';
import type { Owner } from './properties.ts';
import type { BlockEdit, Line, Problem, ProblemFix } from './tree.ts';

/** So many characters of a line are looked at to find out whether it goes on with a run. */
const HEAD = 200;

/** A list or a table as it is pasted from Markdown: lines in a row that are told of together. */
export interface StrayRun {
  readonly kind: 'list' | 'table';
  /** The item that it stands below. */
  readonly below: Owner | null;
  /** How far that item is indented. */
  readonly inset: number;
  readonly lines: RunLine[];
  /** Where the problem of its first line stands among those of the block. */
  readonly problem: number;
  /** The last line of it, counted in the block. */
  last: number;
}

interface RunLine {
  /** Where the line begins, behind its white space. */
  readonly start: number;
  /** Where its text begins, behind its bullet. */
  readonly text: number;
  readonly end: number;
  readonly indent: number;
}

/** The kind of run that a line without a beginning of the language is part of; null where it stands for itself. */
function runKind(frame: Frame, content: number, below: Owner | null): StrayRun['kind'] | null {
  const start = beforeMarks(frame, content);
  const head = frame.text.slice(start, Math.min(frame.end, start + HEAD));
  if (head.startsWith('|')) return 'table';
  if (below !== 'objective' && below !== 'kr') return null;
  const listed = isBulleted(frame.text.slice(frame.start, start)) && /\p{L}/u.test(head);
  return listed && likely(frame, start, head) === null ? 'list' : null;
}

function runLine(frame: Frame, content: number): RunLine {
  const text = beforeMarks(frame, content);
  return { start: frame.start, text, end: trimEnd(frame.text, text, frame.end), indent: frame.start - frame.from };
}

/**
 * Whether a line goes on with the run above it, blank lines aside, and has no problem of its own then. One that may begin a
 * run does so, where its problem is told.
 */
export function joinsRun(
  { runs, lines }: { readonly runs: StrayRun[]; readonly lines: readonly Line[] },
  frame: Frame,
  content: number,
  { below, inset, problem }: Pick<StrayRun, 'below' | 'inset'> & { readonly problem: number | null },
): boolean {
  const kind = runKind(frame, content, below);
  if (kind === null) return false;
  const run = runs.at(-1);
  if (run?.kind === kind && lines.findLast((line) => line.kind !== 'blank') === lines[run.last]) {
    run.lines.push(runLine(frame, content));
    run.last = lines.length;
    return true;
  }
  if (problem !== null) {
    runs.push({ kind, below, inset, lines: [runLine(frame, content)], problem, last: lines.length });
  }
  return false;
}

/** The one problem of a run, with fixes for all of its lines; null for a single line, whose own problem says more. */
export function runProblem({ kind, below, inset, lines }: StrayRun): Problem | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || lines.length < 2) return null;
  const span = { from: kind === 'table' ? first.start : first.text, to: last.end };
  const count = String(lines.length);
  const notes = all(said`Make them notes`, lines, ({ start }) => ({ from: start, to: start, newText: '> ' }));
  if (kind === 'table') {
    const says = said`These ${count} lines are a table, and nothing is read from it. Write each row as a key result, e.g. kr: Answer sooner, with metric: response time 8 h -> 6 h below it, or make them notes.`;
    return syntaxError(span, says, [notes]);
  }
  const marked = (title: Said, mark: (line: RunLine) => string): ProblemFix =>
    all(title, lines, (line) => ({ from: line.start, to: line.text, newText: mark(line) }));
  // Key results no further in than their objective would take what is said of it behind them.
  const inward = first.indent <= inset ? '  ' : '';
  // What is indented below another bullet is mostly what is done for it.
  const keyResults = marked(said`Make them key results`, ({ indent }) =>
    below === 'objective'
      ? inward + (indent > first.indent ? '[ ] ' : 'kr: ')
      : indent > first.indent
        ? '[ ] '
        : 'kr: ',
  );
  const tasks = marked(said`Make them tasks`, () => '[ ] ');
  if (below === 'objective') {
    const says = said`These ${count} lines are a list, and nothing is read from it. Begin each with "kr:", or put a line "Key Results:" above the list.`;
    return syntaxError(span, says, [keyResults, tasks, notes]);
  }
  const says = said`These ${count} lines are a list, and nothing is read from it. A task begins with "[ ]", a key result with "kr:", a note with ">".`;
  return syntaxError(span, says, [tasks, keyResults, notes]);
}

function all(title: Said, lines: readonly RunLine[], edit: (line: RunLine) => BlockEdit): ProblemFix {
  return { title, safe: false, edits: lines.map(edit) };
}
