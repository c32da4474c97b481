import { isAsideLevel } from './aside-level.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import type { FoundDeadline } from './deadline-phrase.ts';
import { foreignTo, isForeignDay } from './foreign-words.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { movedOver, scaledLike } from './from-to.ts';
import type { Amount } from './amount.ts';
import { isFormerLevel, isMovedLevel } from './plain-baseline.ts';
import type { Prose } from './prose.ts';
import { isBoundary, isMonth, isNoun, isPlural, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import { List, Noun, Verb } from './word-classes.ts';

const ARROW = /^(?:-+>|=>|[–—]>|[→⇒⟶➔➜➝➞⭢])$/;
/** Words before a figure that say it is where things stand, not where they are to go. */
const CURRENT = new Set(
  'starting compared vs versus was were now today previously currently baseline current'.split(' '),
);

/**
 * The amounts that can be a figure of the result, and those of them that say where it starts. Years, days, parts of rates
 * and sizes that only describe a thing ("a 5k", "5 2h workshops") are left out.
 */
export interface Candidates {
  readonly figures: readonly Amount[];
  readonly baselines: readonly Amount[];
}

export function findCandidates(prose: Prose, clause: Clause, deadline: FoundDeadline | null): Candidates {
  const figures: Amount[] = [];
  const baselines: Amount[] = [];
  const { amounts } = prose;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i];
    const next = nextFigure(prose, i);
    if (!amount || !canCount(prose, i, deadline)) continue;
    const moved = movedOver(prose, clause, amount);
    if (moved) {
      baselines.push(moved.from);
      figures.push(moved.to);
    } else if (isBaseline(prose, clause, i)) {
      baselines.push(next ? scaledLike(amount, next) : amount);
    } else if (
      next &&
      isJustTo(prose, amount, next) &&
      typeof amount.value === 'number' &&
      typeof next.value === 'number'
    ) {
      // "write 5 to 10 posts"
      const { value } = scaledLike(amount, next);
      figures.push({ ...next, value: typeof value === 'number' ? [value, next.value] : value, first: amount.first });
      i++;
    } else figures.push(amount);
  }
  return { figures, baselines };
}

function canCount(prose: Prose, index: number, deadline: FoundDeadline | null): boolean {
  const amount = prose.amounts[index];
  if (!amount) return false;
  const { first, last, unit } = amount;
  if (isForeignDay(prose, amount)) return false;
  if (deadline && first >= deadline.first && first <= deadline.last) return false;
  const previous = pieceAt(prose, first - 1);
  const before = previous?.lower ?? '';
  const after = lowerAt(prose, last + 1);
  const bare = unit === null && typeof amount.value === 'number';
  if (bare && ['thirds', 'quarters', 'fifths'].includes(after)) return false;
  const written = prose.pieces[first]?.text ?? '';
  if (bare && first === last && /^(?:19|20)\d\d$/.test(written)) {
    if (
      !previous ||
      previous.kind === 'open' ||
      listed(previous, List.months) ||
      (listed(previous, List.prepositions) && !(['from', 'to'].includes(before) && isPlural(prose.pieces[last + 1]))) ||
      ['end', 'year', 'fy', 'cy', 'since', 'early', 'late', 'mid'].includes(before)
    )
      return false;
    const named = nounPhraseAt(prose, last + 1);
    if (
      !named ||
      !isPlural(prose.pieces[named.head]) ||
      (before !== 'from' && isLedTo(prose, prose.amounts[index + 1]))
    )
      return false;
  }
  if (bare && [previous, prose.pieces[last + 1]].some(isMonth)) return false;
  // "the top 10% of sellers": which of them.
  if (['top', 'bottom'].includes(before) && unit?.name === '%' && after === 'of') return false;
  if (before === 'per' || before === 'every' || (before === 'each' && unit?.dimension === 'time')) return false;
  if (bare && (isNamed(prose, first, last) || isDistance(prose, amount))) return false;
  // "a 7-day average", "the 5-step form": a size of what is named behind it.
  const [dash, sized] = prose.pieces.slice(last + 1, last + 3);
  if (
    bare &&
    dash?.kind === 'dash' &&
    sized?.kind === 'word' &&
    dash.from === prose.pieces[last]?.to &&
    dash.to === sized.from
  )
    return false;
  if (isSizeOf(prose, amount)) return false;
  // "the last 12 months": a window to look at; "the 1.0 release": a name.
  if (
    ['last', 'past', 'previous', 'prior', 'preceding', 'trailing'].includes(before) &&
    (unit?.dimension === 'time' || unit === null)
  )
    return false;
  if (
    bare &&
    written.includes('.') &&
    /^(?:version|release|beta|alpha|spec|specification|edition|api|rc|milestone)$/.test(after)
  )
    return false;
  // "a 5k", "a 3-day event" describe one thing; "a 20% increase" and "a $5M pipeline" count.
  if ((before === 'a' || before === 'an' || before === 'one') && !amount.compared && !amount.times) {
    if (
      unit?.name !== '%' &&
      unit?.dimension !== 'currency' &&
      unit?.dimension !== 'points' &&
      !['point', 'score', 'star', 'rating', 'nps'].includes(after) &&
      !isScoreOf(prose, last) &&
      !isChangeOf(prose, last)
    )
      return false;
  }
  const touching = prose.amounts[index - 1];
  if (touching && touching.last === first - 1 && touching.unit === null && unit !== null && !isTimeLimit(amount))
    return false;
  return (
    !(amount.spelt && amount.value === 1) ||
    (amount.compared && (unit !== null || after !== 'of')) ||
    (isCountedOne(before, after) && !listed(previous, List.quality | List.loose | List.settled))
  );
}

/** "2026 sales of $5M", "2026 sign-ups to 500": the figure comes later. */
const isLedTo = (prose: Prose, later: Amount | undefined): boolean =>
  later !== undefined && /^(?:of|to|at|:)$/.test(lowerAt(prose, later.first - 1));

/** "a 4.5/5 average rating", "an 85 trust score". */
const isScoreOf = (prose: Prose, last: number): boolean =>
  ['score', 'rating', 'nps', 'grade', 'percentile'].includes(lowerAt(prose, nounPhraseAt(prose, last + 1)?.head ?? -1));

/** "a 5kg weight loss", "a 3 point gain": an article before how much changes. */
const isChangeOf = (prose: Prose, last: number): boolean => {
  const phrase = nounPhraseAt(prose, last + 1);
  return (
    phrase !== null &&
    /^(?:loss|gain|increase|decrease|reduction|drop|rise|improvement|saving)$/.test(lowerAt(prose, phrase.head))
  );
};

/** "the 60+ day bucket", "a 30 day trial": how long a thing is, with its unit in the singular. "A 10 minute response time" is a level. */
function isSizeOf(prose: Prose, { last, unit, value, op }: Amount): boolean {
  if (unit?.dimension !== 'time' || value === 1 || op === '<' || op === '<=') return false;
  if (!['day', 'week', 'month', 'quarter', 'year', 'hour', 'minute', 'second'].includes(lowerAt(prose, last)))
    return false;
  const sized = nounPhraseAt(prose, last + 1);
  if (sized?.first !== last + 1) return false;
  return !isNoun(prose.pieces[sized.head], Noun.metric) || OVER_TIME.test(lowerAt(prose, sized.head));
}

/** "… 5 km under 28 minutes": a limit of its own, where "5 2h workshops" says how long they are. */
const isTimeLimit = ({ compared, unit }: Amount): boolean => compared && unit?.dimension === 'time';

/** Figures of a stretch of time, which is then no level of theirs: "the 5 year costs". */
const OVER_TIME = /^(?:costs?|budgets?|sales|revenue|spend|spending|profits?|savings?|demand|growth|inventory)$/;

/** "Finish a 10k in 50 minutes": the name of a race. */
const isDistance = ({ pieces }: Prose, { first, last }: Amount): boolean =>
  pieces[first - 1]?.verb?.lemma === 'run' &&
  /^(?:5|10|15|20)k$/.test(
    pieces
      .slice(first, last + 1)
      .map(({ lower }) => lower)
      .join(''),
  ) &&
  (isBoundary(pieces[last + 1]) || (pieces[last + 1]?.amount ?? -1) >= 0);

/** "upgrade to Node 20": a number behind a name, and nothing behind the number. "NPS 40" is a level. */
function isNamed(prose: Prose, first: number, last: number): boolean {
  const name = pieceAt(prose, first - 1);
  // "Cadence 1.0 contracts": a version.
  const versioned = /^\d+\.\d$/.test(lowerAt(prose, first)) && first === last && first >= 2;
  if (
    versioned &&
    name?.kind === 'word' &&
    /^[A-Z][a-z]/.test(name.text) &&
    name.verb === null &&
    name.entry.nouns === 0
  )
    return true;
  if (first !== last || first < 2 || !name || name.kind !== 'word' || !/^[A-Z][a-z]/.test(name.text)) return false;
  return !isNoun(name, Noun.metric | Noun.people) && name.verb === null && nounPhraseAt(prose, last + 1) === null;
}

/** "one post per week" counts; "in one place", "the one tool", "one of the best" do not. */
function isCountedOne(before: string, after: string): boolean {
  if (/^(?:in|no|the|any|which|this|that|each|into|every|as|into|under|from)$/.test(before)) return false;
  return !/^(?:or|place|of|another|single|stop|pager|page|source|big|common|unified|central|click)$/.test(after);
}

function isBaseline(prose: Prose, clause: Clause, index: number): boolean {
  const amount = prose.amounts[index];
  const next = nextFigure(prose, index);
  if (!amount) return false;
  const before = leadBefore(prose, amount.first);
  if (replaces(prose, amount.first)) return true;
  if (!prose.english)
    return (
      next !== undefined &&
      // "um 10 % auf 1,1 Mio. €": by so much to so much.
      before !== 'um' &&
      !isForeignDay(prose, next) &&
      (foreignTo(prose, next) || isArrowBetween(prose, amount, next))
    );
  if (next && isArrowBetween(prose, amount, next)) return true;
  if (before === 'from') {
    if (next && leadsTo(prose, amount, next)) return true;
    const wider = lowerAt(prose, amount.first - 2);
    // "(from 12)"
    const aside = wider === '(' && prose.pieces[amount.last + 1]?.kind === 'close';
    // "to 75 from 45", "by 50% from 2 minutes"
    const moved = prose.amounts.slice(0, index).some(({ first }) => ['to', 'by'].includes(lowerAt(prose, first - 1)));
    if (moved || amount.unit?.name === '%' || wider === 'up' || wider === 'down' || aside) return true;
    return isFormerLevel(prose, index);
  }
  if (next && isJustTo(prose, amount, next) && isMovedLevel(prose, clause, amount, next)) return true;
  // "Activation: 35% to 50%"
  if (next && clause.opening === 'name' && isLevelOfName(prose, amount) && isJustTo(prose, amount, next)) return true;
  // "increase NPS 30 to 40"
  if (
    next &&
    before !== 'by' &&
    isJustTo(prose, amount, next) &&
    isVerb(prose.pieces[governor(prose, clause, amount.first)], Verb.up | Verb.down | Verb.better)
  )
    return true;
  return saysCurrent(prose, amount);
}

/** The amount behind one that is not the other side of its rate: the 1.5 of "from 2.4 per 100 stays to 1.5". */
const nextFigure = (prose: Prose, index: number): Amount | undefined =>
  prose.amounts.find(({ first }, i) => i > index && lowerAt(prose, first - 1) !== 'per');

/** "in 5 days instead of 9", "twice rather than once", "down from 12 %": how it was. */
const replaces = (prose: Prose, at: number): boolean => {
  const wider = lowerAt(prose, at - 2);
  switch (lowerAt(prose, at - 1)) {
    case 'of':
      return wider === 'instead';
    case 'than':
      return wider === 'rather';
    default:
      return false;
  }
};

const SCORE_NAMES = /^(?:e?nps|csat|ces|sus|score|rating|index)$/;

/** Whether a figure stands right behind the name of a score, or one with a unit behind the name of what it measures, or its colon. */
function isLevelOfName(prose: Prose, { first, unit }: Amount): boolean {
  const name = lowerAt(prose, first - 1);
  if (unit === null) return SCORE_NAMES.test(name);
  return name === ':' || (isNoun(prose.pieces[first - 1], Noun.metric) && !isPlural(prose.pieces[first - 1]));
}

/** The word that leads to an amount, past what only says that it is how things stand: "from current 45 %", "from avg. 2 min". */
function leadBefore(prose: Prose, at: number): string {
  let i = at - 1;
  while (/^(?:current|avg|average|today's|\.|an?|the|our)$/.test(lowerAt(prose, i))) i--;
  return lowerAt(prose, i) === 'from' ? 'from' : lowerAt(prose, at - 1);
}

function saysCurrent(prose: Prose, amount: Amount): boolean {
  if (isAsideLevel(prose, amount)) return true;
  for (let i = amount.first - 1; i >= Math.max(0, amount.first - 4); i--) {
    const piece = prose.pieces[i];
    if (!piece || piece.amount >= 0 || piece.kind === 'comma' || (piece.kind === 'stop' && piece.text !== ':'))
      return false;
    if (piece.lower === 'from' && ['up', 'down'].includes(lowerAt(prose, i - 1))) return true;
    if (!CURRENT.has(piece.lower)) {
      // "Set a baseline and cut it by 15%"
      if (isVerb(piece, Verb.up | Verb.down) && listed(prose.pieces[i - 1], List.conjunctions)) return false;
      continue;
    }
    return piece.lower === 'current' ? piece.depth > 0 : true;
  }
  return false;
}

/** "5 to 10", "30% – 40%": nothing stands between two amounts but what joins them. */
function isJustTo(prose: Prose, from: Amount, to: Amount): boolean {
  if (to.first !== from.last + 2 || to.compared) return false;
  const joint = prose.pieces[from.last + 1];
  return joint?.lower === 'to' || (joint?.kind === 'dash' && from.unit !== null && from.unit === to.unit);
}

/** "from 4 days to 2 days", "from 30% of users to 40%". */
function leadsTo(prose: Prose, from: Amount, to: Amount): boolean {
  for (let i = from.last + 1; i < to.first; i++) {
    const piece = prose.pieces[i];
    if (!piece || (piece.kind === 'stop' && piece.text !== '.')) return false;
    if (piece.lower === 'to' || piece.lower === 'into') return true;
  }
  return isArrowBetween(prose, from, to);
}

function isArrowBetween(prose: Prose, from: Amount, to: Amount): boolean {
  for (let i = from.last + 1; i < to.first; i++) if (ARROW.test(lowerAt(prose, i))) return true;
  return false;
}
