import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { joinBefore } from './clause.ts';
import type { Prose } from './prose.ts';
import { hasForm, isBoundary, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import type { Phrase } from './reading.ts';
import { Form, List, Verb } from './word-classes.ts';

/** Where a title joins two results that could be graded apart: the conjunction, or null. */
export function findJoint(prose: Prose, clause: Clause, targets: readonly Target[]): Phrase | null {
  const joint = jointOfNumbers(prose, clause, targets);
  if (joint >= 0) return phraseAt(prose, joint);
  const other = Math.max(
    jointOfThreshold(prose, clause, targets),
    jointOfSentences(prose),
    jointOfVerbs(prose, clause, targets),
    jointOfStatements(prose, clause, targets),
  );
  return other >= 0 ? phraseAt(prose, other) : null;
}

const phraseAt = (prose: Prose, at: number): Phrase | null => {
  const piece = prose.pieces[at];
  return piece ? { text: piece.text, from: piece.from, to: piece.to } : null;
};

const isJoint = (prose: Prose, at: number): boolean => {
  const piece = prose.pieces[at];
  if (!piece || piece.depth > 0 || piece.amount >= 0) return false;
  return (
    piece.lower === 'and' || piece.text === '&' || piece.text === '+' || piece.kind === 'comma' || piece.kind === 'stop'
  );
};

/** The joint before the second number, or -1 where there is one number or none. */
function jointOfNumbers(prose: Prose, clause: Clause, targets: readonly Target[]): number {
  const [first, second] = targets;
  if (!first || !second) return -1;
  if (isPartOfThing(prose, clause, second.first) || ['total', 'sum'].includes(lowerAt(prose, second.first - 2)))
    return -1;
  if (saysAgain(prose, first, second)) return -1;
  for (let i = second.first - 1; i > first.first; i--) if (isJoint(prose, i)) return i;
  return second.first;
}

/** "from 2% to 4%, i.e. +2 pp": the second number is the first in other words. */
function saysAgain({ text, pieces }: Prose, first: Target, second: Target): boolean {
  const [from, to] = [pieces[first.last]?.to, pieces[second.first]?.from];
  return from !== undefined && to !== undefined && AGAIN.test(text.slice(from, to));
}

const AGAIN =
  /(?:^|[\s,;(])(?:i\.? ?e\.?|that is|that means|in other words|equivalent to|equal to)[,:\s]*(?:an? |the )?$/i;

/** "a sample covering 12 counties and 3 crops": what the thing is made of, however many numbers it has. */
const HOLDS = new Set(
  'covering spanning including containing featuring comprising identifying describing representing showing listing consisting totalling totaling'.split(
    ' ',
  ),
);

function isPartOfThing(prose: Prose, clause: Clause, at: number): boolean {
  for (let i = at - 1; i > 0; i--) {
    const piece = prose.pieces[i];
    if (!piece || piece.kind === 'stop' || clause.heads.includes(i)) return false;
    if (HOLDS.has(piece.lower)) return !listed(prose.pieces[i - 1], List.auxiliaries);
  }
  return false;
}

/** "Run the survey, >80% satisfied", "5 new languages with 80% satisfaction": something done, and a share to reach. */
function jointOfThreshold(prose: Prose, clause: Clause, targets: readonly Target[]): number {
  const [target] = targets;
  if (!target) return -1;
  const at = target.first - 1;
  const share = target.quantity.unit?.dimension === 'percent' && target.quantity.kind === 'abs';
  const done = clause.opening === 'order' && isVerb(prose.pieces[clause.verb], Verb.work | Verb.effort);
  if (share && done && clause.heads.length === 1 && prose.pieces[at]?.kind === 'comma' && at > clause.verb + 2)
    return at;
  // "The shop is live with < 2 % returns"
  if (share && lowerAt(prose, at) === 'with' && SHIPPED.has(lowerAt(prose, at - 1))) return at;
  for (const { first, unit, compared, value } of prose.amounts) {
    if (first <= target.last || prose.pieces[first]?.depth !== 0) continue;
    if (unit?.dimension !== 'percent' && (!compared || unit === null || unit.dimension === 'count') && value !== 0)
      continue;
    const joint = withBefore(prose, first, target.last);
    // "10 modules with 80 % test coverage": which modules count.
    if (joint >= 0 && (prose.pieces[joint - 1]?.kind === 'comma' || !isCountBefore(prose, target, joint))) return joint;
  }
  return -1;
}

/** Whether the number before a place counts things, as "10 modules" does and "80 % of them" does not. */
function isCountBefore(prose: Prose, target: Target, at: number): boolean {
  const last = prose.amounts.filter((amount) => amount.last < at).pop();
  return target.quantity.unit?.dimension === 'count' && last?.unit?.dimension !== 'percent';
}

const SHIPPED = new Set('live launched released shipped deployed'.split(' '));

/** Where "with" begins what a number is told of: "with 80 % attendance", "with a no-show rate below 5 %". */
function withBefore(prose: Prose, at: number, after: number): number {
  for (let i = at - 1; i > Math.max(after, at - 7); i--) {
    const piece = prose.pieces[i];
    if (piece?.lower === 'with') return i;
    if (
      isBoundary(piece) &&
      piece?.kind !== 'sign' &&
      !/^(?:of|at|above|below|over|under|than|a|an)$/.test(piece?.lower ?? '')
    )
      return -1;
  }
  return -1;
}

/** A second sentence, or a part behind a semicolon, with a verb of its own. */
function jointOfSentences(prose: Prose): number {
  const { pieces } = prose;
  for (let i = 2; i < pieces.length - 3; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind !== 'stop' || piece.depth > 0 || piece.text === ':' || piece.text.includes('?')) continue;
    const next = pieces[i + 1];
    // "e.g. person creation fails", "Inc. and": a stop inside a sentence.
    if (!next || next.depth > 0 || next.from === piece.to || (piece.text === '.' && !/^[A-Z0-9]/.test(next.text)))
      continue;
    if (isRemark(prose, i + 1)) continue;
    const rest = pieces.slice(i + 1);
    if (
      rest.some(
        (one) => one.depth === 0 && (listed(one, List.auxiliaries) || (hasForm(one, Form.base) && one === next)),
      )
    )
      return i;
  }
  return -1;
}

/** "This will be a report", "The deliverable is a report": a sentence that says more of the one before. */
const isRemark = (prose: Prose, at: number): boolean =>
  ['this', 'that', 'it', 'these', 'which'].includes(lowerAt(prose, at)) ||
  (['the', 'our', 'my'].includes(lowerAt(prose, at)) &&
    /^(?:deliverable|goal|target|aim|idea|purpose|outcome|result|metric|measure|kr|reason|baseline|output|scope)s?$/.test(
      lowerAt(prose, at + 1),
    ));

/** Words that point back at the first result: what follows is a further step of it. */
const BACK = new Set('it them its their this these those that him her such both accordingly'.split(' '));
/** "… all three pages": a number of what was named before. */
const pointsBack = (prose: Prose, at: number): boolean =>
  BACK.has(lowerAt(prose, at)) || (lowerAt(prose, at) === 'all' && (prose.pieces[at + 1]?.amount ?? -1) >= 0);

/** Further steps of what was made or found before them. */
const STEPS = new Set(
  'publish share present send propose invite promote socialize socialise prioritize prioritise measure evaluate review distribute communicate announce submit circulate bucket document report iterate act apply follow'.split(
    ' ',
  ),
);
/** Attempts, of which the result behind "and" is the end: "pitch the story and get published in 2 papers". */
const ATTEMPTS = new Set(
  'pitch approach contact apply submit identify find ask invite call email negotiate try attempt bid propose offer work engage reach talk meet prospect nominate enter compete promote market advertise'.split(
    ' ',
  ),
);
/** What the work before is meant to bring. */
const RESULTS = new Set('get receive secure obtain achieve reach have generate ensure win gain'.split(' '));

/** Two verbs, each with an object of its own: "hire a writer and build a pipeline", not "write and publish a post". */
function jointOfVerbs(prose: Prose, clause: Clause, targets: readonly Target[]): number {
  const { pieces } = prose;
  const first = clause.verb;
  const plain = clause.opening === 'order' || hasForm(pieceAt(prose, first), Form.base);
  if (first < 0 || !plain) return -1;
  for (const head of clause.heads) {
    const joint = joinBefore(prose, head);
    if (head === first || joint <= first + 1 || pieces[joint]?.text === ':' || isListed(prose, first, joint)) continue;
    // "Reduce time to hire and onboard from 60 days": one figure, named by two verbs.
    if (lowerAt(prose, joint - 2) === 'to' && hasForm(pieces[joint - 1], Form.base)) continue;
    // "Set up and use it"
    if (joint === first + 2 && PARTICLES.has(lowerAt(prose, first + 1))) continue;
    const preposition = listed(pieces[head + 1], List.prepositions) && (pieces[head + 2]?.amount ?? -1) >= 0;
    const object = pieces[preposition ? head + 2 : head + 1];
    // "… and keep it tidy" goes on where the first ends.
    const kept = isVerb(pieces[head], Verb.keep) && BACK.has(object?.lower ?? '');
    if (!object || (isBoundary(object) && object.amount < 0 && object.kind !== 'name' && !kept)) continue;
    if (BACK.has(object.lower) && !kept) continue;
    if ([2, 3, 4].some((ahead) => pointsBack(prose, head + ahead))) continue;
    const comma = pieces[joint - 1]?.kind === 'comma' || pieces[joint]?.kind === 'stop';
    const lemma = pieces[head]?.verb?.lemma ?? '';
    const [target] = targets;
    if (!comma && STEPS.has(lemma)) continue;
    if (pieces[joint]?.kind === 'comma' && (STEPS.has(lemma) || RESULTS.has(lemma))) continue;
    if (lemma === 'ensure' && !comma && target && target.first > head) continue;
    if (!comma && target && target.first > head && RESULTS.has(lemma) && ATTEMPTS.has(pieces[first]?.verb?.lemma ?? ''))
      continue;
    // "Identify and fix 2 bugs": verbs before the one number share it.
    if (target && head < target.first && (joint <= first + 2 || isSeries(prose, first, head))) continue;
    // "… to help the teams and give them rest": what it is for, twice.
    if (!comma && (!target || target.first < head) && isInPurpose(prose, first, joint)) continue;
    return joint;
  }
  return -1;
}

/** "scan, sort and file": verbs one behind the other, with one object. */
const isSeries = ({ pieces }: Prose, from: number, to: number): boolean =>
  pieces
    .slice(from, to)
    .every((piece) => piece.verb !== null || piece.kind === 'comma' || /^(?:and|&)$/.test(piece.lower));

/** Whether a "to" with its verb stands between: what is joined then is joined to that. */
const isInPurpose = ({ pieces }: Prose, from: number, to: number): boolean =>
  pieces.slice(from + 1, to).some((piece, i) => piece.lower === 'to' && hasForm(pieces[from + i + 2], Form.base));

const PARTICLES = new Set('up out off down in over back on through away'.split(' '));

/** Behind a dash or a colon stands a list of what the title means. */
const isListed = (prose: Prose, from: number, to: number): boolean =>
  prose.pieces
    .slice(from, to)
    .some((piece) => piece.depth === 0 && ((piece.kind === 'dash' && piece.amount < 0) || piece.text === ':'));

/** "X scales and deploys do not fail", "we have shipped A and have retired B": a second statement behind "and". */
function jointOfStatements(prose: Prose, clause: Clause, targets: readonly Target[]): number {
  const { pieces } = prose;
  if (clause.opening !== 'statement') return -1;
  for (let i = clause.verb + 1; i < pieces.length - 2; i++) {
    if (lowerAt(prose, i) !== 'and' || pieces[i]?.depth !== 0) continue;
    // "The app is live and 90% of users rate it well"
    if (targets[0]?.first === i + 1 && pieces.slice(i + 2).some((piece) => piece.verb !== null)) return i;
    if (i === clause.verb + 1) continue;
    for (let k = i + 1; k < Math.min(i + 5, pieces.length - 1); k++) {
      const piece = pieces[k];
      if (
        !piece ||
        (listed(piece, List.prepositions) && piece.lower !== 'of') ||
        ['that', 'which', 'who', 'how', 'what', 'where', 'when', 'why'].includes(piece.lower)
      )
        break;
      const statement = listed(piece, List.auxiliaries) && !['be', 'been', 'being'].includes(piece.lower);
      const alike =
        k === i + 1 && clause.heads.includes(k) && !listed(pieces[k + 1], List.prepositions | List.conjunctions);
      if (!statement && !alike) continue;
      if ([1, 2, 3].some((ahead) => BACK.has(lowerAt(prose, k + ahead)))) break;
      if (hasForm(pieces[clause.verb], Form.participle) && !statement && isBoundary(pieces[k + 1])) break;
      return i;
    }
  }
  return -1;
}
