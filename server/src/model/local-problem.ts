import type { Said } from '../syntax/said.ts';
import type { Block, Span } from '../syntax/tree.ts';
import type { Place, PlanFix, PlanProblem } from './plan.ts';

/** A place inside a file whose URI is not said: what is remembered per block or per tree holds only these. */
export interface LocalPlace {
  readonly block: Block;
  readonly span: Span;
}

/** A problem of one file, before the file has a URI. */
export interface LocalProblem {
  readonly rule: PlanProblem['rule'];
  readonly severity: PlanProblem['severity'];
  readonly message: Said;
  readonly place: LocalPlace;
  readonly related: readonly { readonly place: LocalPlace; readonly message: Said }[];
  readonly fixes: readonly {
    readonly title: Said;
    readonly safe: boolean;
    readonly edits: readonly { readonly place: LocalPlace; readonly newText: string }[];
  }[];
}

export function placeIn(uri: string, place: LocalPlace): Place {
  return { uri, block: place.block, span: place.span };
}

/** The problem with its places in the file of that URI. */
export function problemIn(uri: string, problem: LocalProblem): PlanProblem {
  return {
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    place: placeIn(uri, problem.place),
    related: problem.related.map(({ place, message }) => ({ place: placeIn(uri, place), message })),
    fixes: problem.fixes.map((fix): PlanFix => ({
      title: fix.title,
      safe: fix.safe,
      edits: fix.edits.map((edit) => ({ place: placeIn(uri, edit.place), newText: edit.newText })),
    })),
  };
}

/**
 * What is wrong with a value. Spans count from the start of its block. A line break in the `newText` of a fix begins a
 * line like the one that is mended: with its indentation, behind the block's own kind of break.
 */
export interface Fault {
  readonly severity: 'error' | 'hint';
  readonly message: Said;
  readonly from: number;
  readonly to: number;
  readonly fixes: readonly {
    readonly title: Said;
    readonly safe: boolean;
    readonly from: number;
    readonly to: number;
    readonly newText: string;
  }[];
}

/** A fault of a block as OKR003. */
export function badValue(block: Block, fault: Fault): LocalProblem {
  return {
    rule: 'OKR003',
    severity: fault.severity,
    message: fault.message,
    place: { block, span: { from: fault.from, to: fault.to } },
    related: [],
    fixes: fault.fixes.map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      edits: [
        { place: { block, span: { from: fix.from, to: fix.to } }, newText: brokenAs(block, fix.from, fix.newText) },
      ],
    })),
  };
}

/** The text with the block's own line breaks, each followed by the indentation of the line at `at`. */
function brokenAs(block: Block, at: number, newText: string): string {
  if (!newText.includes('\n')) return newText;
  const lineBreak = /\r\n|\r|\n/.exec(block.text)?.[0] ?? '\n';
  const line = block.lines.find(({ from, to }) => from <= at && at < to);
  const indent = line ? block.text.slice(line.from, line.from + line.indent) : '';
  return newText.replaceAll('\n', lineBreak + indent);
}
