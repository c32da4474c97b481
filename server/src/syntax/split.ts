import { contentStart, openingAt } from './boundaries.ts';
import type { Opening } from './boundaries.ts';
import { breakLength, isBulleted, lineEnd } from './frame.ts';

/** Where a block begins, and where the line begins that opens it. */
export interface BlockHead {
  readonly from: number;
  readonly line: number;
  readonly opening: Opening;
}

/** A line that may open a block; `from` is the start of the comments directly above it. */
interface Candidate extends BlockHead {
  readonly content: number;
}

/** The starts of the blocks of `text`, in order. */
export function blockStarts(text: string): number[] {
  const starts = blockHeads(text).map(({ from }) => from);
  if (text !== '' && starts[0] !== 0) starts.unshift(0);
  return starts;
}

/**
 * What opens the blocks of `text`, in order; before the first there may be one that nothing opens. What a line opens is read
 * from the line alone, but for two kinds that the lines around decide: a scope without an id between an objective and its
 * first key result is the objective's owner, and a bullet without a colon below a plural label is an item of the list.
 */
export function blockHeads(text: string): readonly BlockHead[] {
  const candidates = findCandidates(text);
  const heads: BlockHead[] = [];
  let inside: Opening | null = null;
  let ownersBefore = -1;
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    const { opening, content, line } = candidate;
    if (opening.loose && inside?.kind === 'objective') {
      if (index < ownersBefore) continue;
      const next = firstFirm(candidates, index);
      if (leadsToKeyResult(candidates[next])) {
        ownersBefore = next;
        continue;
      }
    }
    if (opening.bare && inside?.kind === 'label' && isBulleted(text.slice(line, content))) continue;
    heads.push(candidate);
    inside = opening;
  }
  return heads;
}

/** The next candidate that is no scope without an id. */
function firstFirm(candidates: readonly Candidate[], from: number): number {
  let index = from;
  while (candidates[index]?.opening.loose === true) index++;
  return index;
}

function leadsToKeyResult(candidate: Candidate | undefined): boolean {
  return candidate !== undefined && (candidate.opening.kind === 'kr' || candidate.opening.items === 'kr');
}

function findCandidates(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  const returns = text.includes('\r');
  let comments = -1;
  for (let from = 0; from < text.length;) {
    const end = lineEnd(text, from, returns);
    const content = contentStart(text, from, end);
    if (content < end && text.charCodeAt(content) === 35) {
      if (comments < 0) comments = from;
    } else {
      const opening = content < end ? openingAt(text, content) : null;
      if (opening !== null) {
        candidates.push({ from: comments < 0 ? from : comments, line: from, content, opening });
      }
      comments = -1;
    }
    from = end + breakLength(text, end);
  }
  return candidates;
}
