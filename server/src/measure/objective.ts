import type { Clause } from './clause.ts';
import { readClause } from './clause.ts';
import { findDeadline } from './deadline-phrase.ts';
import { multipleOf } from './lexicon.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { findPlaceholder } from './placeholder.ts';
import type { Prose } from './prose.ts';
import { isNoun, isVerb, listed, LONGEST, lowerAt, readProse } from './prose.ts';
import type { Because, DeadlinePhrase, Phrase } from './reading.ts';
import { readNumbers } from './targets.ts';
import { findOpenEnded, findVague } from './vague.ts';
import { List, Noun, Verb } from './word-classes.ts';

/**
 * What the title of an objective says. An objective is qualitative; its numbers belong to its key results.
 *
 * `number` is the first number that is a target, or null. `language` is as in a key result's reading: `other` leaves all
 * word-based verdicts false.
 */
export interface ObjectiveReading {
  readonly qualitative: 'yes' | 'no';
  readonly number: Phrase | null;
  /** Whether it is a deliverable, a project or a step of one ("Launch the new site"). */
  readonly taskLike: boolean;
  /** Whether it is a figure, or a figure and its direction ("Reduce churn"). */
  readonly kpiLike: boolean;
  readonly vague: readonly Phrase[];
  readonly openEnded: readonly Phrase[];
  readonly deadline: DeadlinePhrase | null;
  readonly placeholder: boolean;
  readonly language: 'en' | 'other';
  readonly because: readonly Because[];
}

/** Reads the title of an objective: at most its first 2,000 characters, any text. Never fails. */
export function readObjective(title: string): ObjectiveReading {
  const prose = readProse(title);
  const clause = readClause(prose);
  const deadline = prose.english ? findDeadline(prose) : null;
  const placeholder = findPlaceholder(title.slice(0, LONGEST)) !== null;
  const { targets } = readNumbers(prose, clause, deadline);
  // Universals ("for everyone") and rhythms ("weekly") are ambition and not figures.
  const target = targets.find(({ source }) => source === 'amount' || source === 'multiple');
  const number = target
    ? { text: target.quantity.text, from: target.quantity.from, to: target.quantity.to }
    : findRank(prose);
  const task = prose.english ? taskWord(prose, clause) : -1;
  const figure = prose.english ? figureWord(prose, clause) : -1;
  const because: Because[] = [];
  if (number) because.push({ ...number, says: 'a number to reach' });
  if (task >= 0) because.push({ ...phraseAt(prose, task), says: 'a thing to do, once' });
  if (figure >= 0) because.push({ ...phraseAt(prose, figure), says: 'a figure that moves' });
  return {
    qualitative: number ? 'no' : 'yes',
    number,
    taskLike: task >= 0,
    kpiLike: figure >= 0,
    vague: prose.english ? findVague(prose, clause, targets) : [],
    openEnded: prose.english ? findOpenEnded(prose) : [],
    deadline: deadline?.phrase ?? null,
    placeholder,
    language: prose.english ? 'en' : 'other',
    because,
  };
}

function phraseAt(prose: Prose, at: number): Phrase {
  const piece = prose.pieces[at];
  return piece ? { text: piece.text, from: piece.from, to: piece.to } : { text: '', from: 0, to: 0 };
}

/** "the #1 app", "a top 10 employer". */
function findRank(prose: Prose): Phrase | null {
  const piece = prose.pieces.find((one) => /^(?:#\d+|top[ -]?\d+)$/.test(one.lower));
  return piece ? { text: piece.text, from: piece.from, to: piece.to } : null;
}

/** Verbs of work that say an ambition as often as a task: what they are said of decides. */
const LOFTY =
  /^(?:create|build|make|provide|enable|deliver|bring|empower|turn|transform|establish|develop|unlock|give|offer|set|put|take|do|run|share|meet|apply|form|start|begin|carry|spend|use|embed|read|call|find|celebrate|discover|speak|foster|connect|open|automate|visit|learn|play|present|feature|clear)$/;
const AMBITIONS =
  /^(?:world|company|culture|experience|place|brand|reputation|community|foundation|environment|habit|home|value|future|impact|leader|leadership|practice|service|services|workplace|relationship|relationships|care|content|interface|interfaces|architecture|architectures|skills|product|products|team|business|organization|organisation|ecosystem|quality|life|success|trust|love|standard|perspectives)$/;

/** The piece that makes an objective a task, or -1: the verb of a deliverable, or the name of a piece of work. */
function taskWord(prose: Prose, clause: Clause): number {
  const { pieces } = prose;
  const verb = pieces[clause.verb];
  if (clause.opening === 'name') {
    const phrase = nounPhraseAt(prose, clause.start);
    const head = phrase ? pieces[phrase.head] : undefined;
    return phrase && /^(?:release|launch|rollout|migration|implementation|redesign|setup)$/.test(head?.lower ?? '')
      ? phrase.head
      : -1;
  }
  if (clause.opening !== 'order') return -1;
  const lemma = verb?.verb?.lemma ?? '';
  const object = nounPhraseAt(prose, clause.verb + 1);
  const ambition = object !== null && AMBITIONS.test(lowerAt(prose, object.head));
  const lofty = ambition || hasQuality(prose, clause.verb + 1, object?.last ?? clause.verb);
  if (isVerb(verb, Verb.up | Verb.down | Verb.better | Verb.keep)) return -1;
  if (/^(?:experiment|promote|partner|research|investigate|explore|analyze|analyse|identify|map|hire)$/.test(lemma))
    return lofty ? -1 : clause.verb;
  if (isVerb(verb, Verb.effort) && !isVerb(verb, Verb.work)) return -1;
  if (!isVerb(verb, Verb.work))
    return /^(?:ensure|achieve)$/.test(lemma) &&
      object &&
      /^(?:delivery|completion|launch|rollout|mvp|go-live|release|certification)$/.test(lowerAt(prose, object.head))
      ? clause.verb
      : -1;
  if (LOFTY.test(lemma))
    return !lofty &&
      object &&
      (isNoun(pieces[object.head], Noun.output) || /^[A-Z]/.test(pieces[object.head]?.text ?? ''))
      ? clause.verb
      : -1;
  return ambition ? -1 : clause.verb;
}

const hasQuality = (prose: Prose, first: number, last: number): boolean => {
  for (let i = first; i <= last; i++) if (listed(prose.pieces[i], List.quality)) return true;
  return false;
};

/** Nouns that stand for a figure in an objective, and are no figure to a key result. */
const FIGURES =
  /^(?:revenue|sales|satisfaction|retention|engagement|awareness|recognition|visibility|loyalty|happiness|traffic|adoption|usage|conversion|churn|growth|performance|efficiency|productivity|quality|reliability|coverage|audience|customers?|users?|base|connections|followers|subscribers|opt-ins|opt-in|scalability|speed|cost|costs|spend|profit|profitability|margin|income|members|membership|drivers?|toil|number|uptime|share|pipeline|turnover|attrition|discoverability|time|rate|rates|latency|throughput|velocity|morale|waste|emissions|attendance|enrollment|enrolment|donations|funding|bookings|arr|mrr|nps|csat)$/;

/** The piece that makes an objective a figure and its direction, or -1. */
function figureWord(prose: Prose, clause: Clause): number {
  const { pieces } = prose;
  const verb = pieces[clause.verb];
  if (clause.opening === 'order') {
    const moves =
      isVerb(verb, Verb.up | Verb.down | Verb.better | Verb.keep) ||
      /^(?:drive|achieve|reach|speed|generate|boost|gain|get|deliver)$/.test(verb?.verb?.lemma ?? '') ||
      multipleOf(verb?.lower ?? '') !== null;
    if (!moves) return -1;
    const phrase = nounPhraseAt(prose, clause.verb + (/^(?:speed)$/.test(verb?.verb?.lemma ?? '') ? 2 : 1));
    if (!phrase) return -1;
    const head = pieces[phrase.head];
    // Some verbs of growth are said of anything; then only a plain figure is one.
    const figure = FIGURES.test(head?.lower ?? '') || isNoun(head, Noun.metric);
    const direct = isVerb(verb, Verb.up | Verb.down);
    if (
      figure ||
      (direct && /^(?:increase|reduce|decrease|lower|raise)$/.test(verb?.verb?.lemma ?? '')) ||
      hasPercent(prose)
    )
      return phrase.head;
    return -1;
  }
  if (clause.opening === 'name') {
    const phrase = nounPhraseAt(prose, clause.start);
    const head = phrase ? pieces[phrase.head] : undefined;
    return phrase &&
      phrase.last > phrase.first &&
      isNoun(head, Noun.metric) &&
      !isNoun(head, Noun.quality | Noun.output)
      ? phrase.head
      : -1;
  }
  return -1;
}

const hasPercent = (prose: Prose): boolean =>
  prose.amounts.some((amount) => amount.unit?.name === '%' || amount.unit?.dimension === 'currency');
