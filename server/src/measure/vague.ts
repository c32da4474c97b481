import type { Clause } from './clause.ts';
import { OPEN_ENDED_PHRASES, TERMS, VAGUE_PHRASES } from './lexicon.ts';
import type { Piece, Prose } from './prose.ts';
import { isFeature } from './measurable.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { hasForm, isBoundary, isNoun, isPlural, isVerb, listed, lowerAt } from './prose.ts';
import type { Phrase } from './reading.ts';
import type { Target } from './amount-meaning.ts';
import { markFirst } from './word-marks.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/** A list of phrases, and the mark of the words that they begin with. */
interface Phrases {
  readonly list: readonly string[];
  readonly mark: number;
  byFirst: ReadonlyMap<string, readonly string[]> | null;
}

const firstOf = (phrase: string): string => /^[a-z-]+|^\S+/.exec(phrase)?.[0] ?? phrase;
const phrases = (list: readonly string[]): Phrases => ({
  list,
  mark: markFirst(() => list.map(firstOf)),
  byFirst: null,
});

/** The phrases of a list by their first word, the longest first. */
function byFirstWord(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const phrase of [...list].sort((a, b) => b.length - a.length)) {
    const first = firstOf(phrase);
    const others = found.get(first);
    if (others) others.push(phrase);
    else found.set(first, [phrase]);
  }
  return found;
}

const VAGUE = phrases(VAGUE_PHRASES);
const OPEN_ENDED = phrases(OPEN_ENDED_PHRASES);
const NAMED = phrases(TERMS);

/** The phrases of a list that occur in the title, in their order, none inside another. */
function findPhrases(prose: Prose, phrases: Phrases): Phrase[] {
  const found: Phrase[] = [];
  if ((prose.marks & phrases.mark) === 0) return found;
  let lower: string | null = null;
  let past = 0;
  for (let at = 0; at < prose.pieces.length; at++) {
    const piece = prose.pieces[at];
    if (!piece || (piece.marks & phrases.mark) === 0 || piece.from < past) continue;
    phrases.byFirst ??= byFirstWord(phrases.list);
    const space = piece.lower.indexOf(' ');
    const starting = phrases.byFirst.get(space < 0 ? piece.lower : piece.lower.slice(0, space)) ?? [];
    // "uploads work on all browsers", "it deals with gaps": only an effort that is ordered is left open.
    if (hasForm(piece, Form.base) && at > 0 && !isOrdered(prose, at)) continue;
    if (lowerAt(prose, at - 1) === 'as' && piece.lower === 'part') continue;
    lower ??= prose.text.toLowerCase();
    for (const phrase of starting) {
      const end = piece.from + phrase.length;
      if (!lower.startsWith(phrase, piece.from) || /[\w'’-]/.test(lower[end] ?? '')) continue;
      past = end;
      found.push({ text: prose.text.slice(piece.from, past), from: piece.from, to: past });
      break;
    }
  }
  return found;
}

const isOrdered = (prose: Prose, at: number): boolean => {
  const { pieces } = prose;
  const before = pieces[at - 1];
  return (
    listed(pieces[at], List.quality | List.loose | List.settled) ||
    before?.kind !== 'word' ||
    listed(before, List.conjunctions | List.auxiliaries | List.pronouns) ||
    before.lower === 'to' ||
    /..ly$/.test(before.lower)
  );
};

/** Words that leave success to taste and that no number beside them settles. `text` is as written. */
export function findVague(prose: Prose, clause: Clause, targets: readonly Target[]): readonly Phrase[] {
  const found = findPhrases(prose, VAGUE);
  const named = findPhrases(prose, NAMED);
  const phrases = found.length;
  const settled = settledPieces(prose, clause, targets);
  const quotes = /["“]/.test(prose.text);
  for (let i = 0; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.kind !== 'word' || piece.amount >= 0) continue;
    if (piece.verb === null && piece.entry.lists === 0) continue;
    if (quotes && isQuoted(prose, i)) continue;
    if (
      !isVagueVerb(prose, clause, i, settled[i] ?? false) &&
      !(isVagueWord(prose, i, settled[i] ?? false) && !isHead(clause, piece, i))
    )
      continue;
    if (!isInside(piece, found, phrases) && !isInside(piece, named, named.length)) found.push(withDegree(prose, i));
  }
  return found.length > 1 ? onceEach(found.sort((a, b) => a.from - b.from)) : found;
}

function isInside(piece: Piece, phrases: readonly Phrase[], many: number): boolean {
  for (let k = 0; k < many; k++) {
    const phrase = phrases[k];
    if (phrase && piece.from >= phrase.from && piece.from < phrase.to) return true;
  }
  return false;
}

/** A word between quotation marks is somebody else's, or a name. */
function isQuoted({ text, pieces }: Prose, at: number): boolean {
  const piece = pieces[at];
  if (!piece) return false;
  const before = text.slice(0, piece.from);
  const opened = before.lastIndexOf('“') > before.lastIndexOf('”') || (before.split('"').length - 1) % 2 === 1;
  return opened && /["”]/.test(text.slice(piece.to));
}

/** "more inclusive", "most relevant": the degree is part of what is vague. */
function withDegree(prose: Prose, at: number): Phrase {
  const piece = prose.pieces[at];
  const from =
    (['more', 'most', 'less'].includes(lowerAt(prose, at - 1)) ? prose.pieces[at - 1]?.from : piece?.from) ?? 0;
  const to = piece?.to ?? from;
  return { text: prose.text.slice(from, to), from, to };
}

/** A word that is said again is told once. */
function onceEach(phrases: readonly Phrase[]): readonly Phrase[] {
  const said = new Set<string>();
  return phrases.filter(({ text }) => {
    const lower = text.toLowerCase();
    if (said.has(lower)) return false;
    said.add(lower);
    return true;
  });
}

/** For each piece, whether a target stands in its part of the sentence and so says how much is meant. */
function settledPieces(prose: Prose, clause: Clause, targets: readonly Target[]): readonly boolean[] {
  const { pieces } = prose;
  if (targets.length === 0) return [];
  const settled: boolean[] = [];
  let from = 0;
  for (let i = 1; i <= pieces.length; i++) {
    if (i < pieces.length && !startsPart(prose, clause, i)) continue;
    const has = targets.some((target) => target.first >= from && target.first < i);
    while (settled.length < i) settled.push(has);
    from = i;
  }
  return settled;
}

/** Where a part of the sentence with a verb of its own begins: "… to improve it", "… by adding 5", ". Then …". */
function startsPart(prose: Prose, clause: Clause, at: number): boolean {
  const piece = prose.pieces[at];
  const next = prose.pieces[at + 1];
  if (!piece || piece.depth > 0 || piece.amount >= 0) return false;
  if (piece.kind === 'stop') return piece.text !== ':' && next !== undefined;
  if (at !== clause.verb && clause.heads.includes(at)) return true;
  if (piece.lower === 'to') return hasForm(next, Form.base) && !isPlural(next);
  return (
    hasForm(piece, Form.gerund) &&
    (prose.pieces[at - 1]?.kind === 'comma' || ['by', 'through', 'via', 'while'].includes(lowerAt(prose, at - 1)))
  );
}

/** "Explore 2 options": how many does not say how far. */
const NEVER_SETTLED = new Set('explore understand consider research investigate'.split(' '));
/** What something is for ("a tool to support teams") leaves nothing open where these are said of it. */
const SERVES = new Set('support scale help assist facilitate enable allow'.split(' '));

/** "Improve the docs", "… to support the team": an effort that has no end of its own, where no number gives it one. */
function isVagueVerb(prose: Prose, clause: Clause, at: number, settled: boolean): boolean {
  const piece = prose.pieces[at];
  const verb = piece?.verb;
  if (!verb?.vague || (settled && !NEVER_SETTLED.has(verb.lemma))) return false;
  // "Continue to support" says it once; "expand to Kenya" says where.
  const purpose =
    lowerAt(prose, at - 1) === 'to' &&
    hasForm(piece, Form.base) &&
    !isPlural(prose.pieces[at]) &&
    !isVerb(prose.pieces[at - 2], Verb.effort) &&
    !SERVES.has(verb.lemma);
  if (/^(?:in)?to$/.test(lowerAt(prose, at + 1)) && /^[A-Z]/.test(prose.pieces[at + 2]?.text ?? '')) return false;
  if (at !== clause.verb && !purpose && !clause.heads.includes(at)) return false;
  // "Hire a designer, Support Engineer": a name among others.
  if (at > 0 && at !== clause.verb && isName(prose, at)) return false;
  // "a roadmap for how we will engage": what something else is about.
  if (
    at !== clause.verb &&
    ['will', 'can', 'could', 'would', 'should', 'may', 'might'].includes(lowerAt(prose, at - 1))
  )
    return false;
  if (verb.lemma === 'learn' && lowerAt(prose, at + 1) === 'to') return false;
  if (verb.lemma === 'support' && isFeature(prose, nounPhraseAt(prose, at + 1))) return false;
  return hasForm(piece, Form.base | Form.gerund);
}

/** "Clean up the backlog": the verb of the title, which only looks like a quality. */
const isHead = (clause: Clause, piece: Piece, at: number): boolean =>
  clause.opening === 'order' &&
  !clause.gerund &&
  hasForm(piece, Form.base) &&
  !listed(piece, List.loose | List.settled) &&
  clause.heads.includes(at);

function isVagueWord(prose: Prose, at: number, settled: boolean): boolean {
  const piece = prose.pieces[at];
  if (!listed(piece, List.quality | List.loose | List.settled)) return false;
  // "3rd-party Quality Assurance", "Great Place to Work": a name.
  if (at > 0 && prose.pieces[at - 1]?.kind === 'word' && isName(prose, at)) return false;
  if (piece && SEVERITY.has(piece.lower) && isOfTrouble(prose, at)) return false;
  if (piece && KIND.has(piece.lower) && !isSaidOfIt(prose, at)) return false;
  if (piece?.lower === 'most') return isMostOf(prose, at);
  if (piece?.lower === 'more') return !settled && isMoreOf(prose, at);
  if (piece?.lower === 'key') return isKeyThing(prose, at);
  if (!settled) return !(listed(piece, List.settled) && isCompared(prose, at));
  return listed(piece, List.loose) || isJudged(prose, at);
}

/** Sizes, which a figure in brackets behind their noun can define. */
const SIZE = new Set('large small big bigger smaller larger major minor top'.split(' '));

/**
 * "2 engaging posts", "3 teams successfully use it": how many there are does not say which of them pass, where a degree
 * that the number is of ("20 % faster", "90 % positive feedback") is said by it.
 */
function isJudged(prose: Prose, at: number): boolean {
  const piece = prose.pieces[at];
  if (!piece) return false;
  if (SIZE.has(piece.lower)) return isSizeOfThings(prose, at);
  if (listed(piece, List.settled) || !listed(piece, List.quality)) return false;
  if (['more', 'most'].includes(lowerAt(prose, at - 1))) return (prose.pieces[at - 2]?.amount ?? -1) < 0;
  if (/..ly$/.test(piece.lower)) return true;
  if (/(?:ed|er|est)$/.test(piece.lower)) return false;
  return describes(prose, at);
}

/** Whether the word stands in front of the noun that it describes, by itself or with other such words. */
function describes(prose: Prose, at: number): boolean {
  const next = prose.pieces[at + 1];
  if (isBoundary(next))
    return ['and', 'or'].includes(next?.lower ?? '') && listed(prose.pieces[at + 2], List.quality | List.loose);
  // "by engaging the team": a verb with its object.
  return !listed(next, List.determiners);
}

/** "6 big events", not "2 large customers (> $5k)", which says how large, nor "top 10". */
function isSizeOfThings(prose: Prose, at: number): boolean {
  const phrase = nounPhraseAt(prose, at);
  if (!phrase || phrase.head <= at) return false;
  for (let i = phrase.head + 1; i < prose.pieces.length; i++)
    if ((prose.pieces[i]?.depth ?? 0) > 0 && (prose.pieces[i]?.amount ?? -1) >= 0) return false;
  return true;
}

const isName = (prose: Prose, at: number): boolean =>
  /^[A-Z]/.test(prose.pieces[at]?.text ?? '') && /^[A-Z]/.test(prose.pieces[at + 1]?.text ?? '');

/** "most queries", "most of the team", not "the most requested features". */
function isMostOf(prose: Prose, at: number): boolean {
  const next = prose.pieces[at + 1];
  const before = prose.pieces[at - 1];
  if (before?.lower === 'the' || (before?.amount ?? -1) >= 0) return false;
  return (
    next?.lower === 'of' ||
    (isPlural(next) && next?.verb === null) ||
    isNoun(next, Noun.people | Noun.output | Noun.metric)
  );
}

/** "Publicise it more", "get more people to come": how much more is not said. Before a quality it belongs to that. */
function isMoreOf(prose: Prose, at: number): boolean {
  const next = prose.pieces[at + 1];
  return (
    !next || next.kind === 'stop' || next.kind === 'comma' || isVerb(prose.pieces[at - 1], Verb.obtain | Verb.attain)
  );
}

/** "key partners", not "licence keys", "key results" or "API key". */
function isKeyThing(prose: Prose, at: number): boolean {
  const next = prose.pieces[at + 1];
  if (isBoundary(next) || /^(?:results?|performance|replacements?|rotation|pairs?|management)$/.test(next?.lower ?? ''))
    return false;
  return !/^(?:licen[sc]e|api|access|ssh|public|private|encryption|security|primary|foreign|activation)$/i.test(
    lowerAt(prose, at - 1),
  );
}

/** How bad a finding is says which are meant, by the scale of those who sort them: "critical bugs". */
const SEVERITY = new Set('critical major minor severe serious high low large small big'.split(' '));
const TROUBLE =
  /^(?:bugs?|faults?|flaws?|problems?|crash(?:es)?|warnings?|disruptions?|impediments?|blockers?|weaknesses|issues?|defects?|incidents?|outages?|findings?|vulnerabilit(?:y|ies)|errors?|alerts?|failures?|tickets?|injur(?:y|ies)|accidents?|violations?|regressions?|releases?|versions?|complaints?|risks?|cves?|breach(?:es)?|escalations?|deviations?|non-?conformit(?:y|ies))$/;

/** "major error types", "critical bugs". */
function isOfTrouble(prose: Prose, at: number): boolean {
  for (let i = at + 1; i < at + 5 && !isBoundary(prose.pieces[i]); i++)
    if (TROUBLE.test(lowerAt(prose, i))) return true;
  return false;
}

/** In front of a noun these say which kind it is ("private repositories"), behind "is" how good it is. */
const KIND = new Set('private secure interactive functional'.split(' '));
const isSaidOfIt = (prose: Prose, at: number): boolean =>
  isBoundary(prose.pieces[at + 1]) &&
  (listed(prose.pieces[at - 1], List.auxiliaries | List.conjunctions) || /..ly$/.test(lowerAt(prose, at - 1)));

/** "lower the cost", "higher than last year": a comparison with something that is said. */
const isCompared = (prose: Prose, at: number): boolean =>
  lowerAt(prose, at + 1) === 'than' || hasForm(prose.pieces[at], Form.base);

/** Phrases that leave the end open: "etc.", "as needed", "try to". */
export function findOpenEnded(prose: Prose): readonly Phrase[] {
  return findPhrases(prose, OPEN_ENDED);
}
