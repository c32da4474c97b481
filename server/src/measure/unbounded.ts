import type { Clause } from './clause.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isBoundary, isNoun, isPlural, isVerb, listed, lowerAt } from './prose.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

// Orders that ask for more of something, for longer, or for as many as come: nothing says when they are done.

/** The noun or adverb that turns an everyday verb into an effort: "make progress", "take care", "get better". */
const IDLE: Readonly<Record<string, RegExp>> = {
  make: /^(?:progress|headway|strides|efforts?|improvements?|contact|use)$/,
  take: /^(?:care|advantage|part|responsibility|ownership|pride|time)$/,
  pay: /^attention$/,
  give: /^(?:attention|priority|thought|support)$/,
  get: /^(?:back|into|out|better|closer|faster|healthier|stronger|fitter|smarter|involved|organized|organised|comfortable|familiar|used|along)$/,
  keep: /^(?:pace|track|up)$/,
  move: /^(?:forward|ahead|faster)$/,
  do: /^(?:better|more|less|everything)$/,
  gain: /^(?:traction|momentum|experience|confidence|insights?|exposure|visibility|understanding|knowledge)$/,
  spend: /^(?:time|money|more|less|quality)$/,
  put: /^(?:effort|focus|emphasis)$/,
  place: /^(?:emphasis|focus)$/,
};

/** What is got by degrees. */
const MASS = new Set(
  'feedback input insight insights traction exposure momentum attention interest information help engagement advice knowledge experience recognition support press publicity goodwill'.split(
    ' ',
  ),
);

/** What grows and fades, and is never plainly there. */
const GRADUAL = new Set(
  'brand brands reputation foundation foundations relationship relationships pipeline network following presence connection connections bond bonds rapport partnerships awareness ties team community audience base story image profile'.split(
    ' ',
  ),
);

/** What is done with people one after the other. */
const WITH_PEOPLE = new Set(
  'onboard convert train educate mentor coach nurture engage recruit contact meet interview upsell activate retain acquire target help assist serve welcome reactivate qualify prospect'.split(
    ' ',
  ),
);

/** Many, under one name: "train the team" has no end where "train the new driver" may have. */
const GROUP = /^(?:teams?|staff|community|crew|audience|workforce|departments?|employees|colleagues|customers|users)$/;

/** Words that say how much more, and not how much. */
const COMPARATIVE = new Set(
  'better faster quicker easier sooner earlier smarter cheaper safer healthier smoother stronger longer further closer harder deeper'.split(
    ' ',
  ),
);

/** The last word of a title. */
const lastWord = (prose: Prose): number => {
  const end = prose.pieces.length - 1;
  return prose.pieces[end]?.kind === 'stop' ? end - 1 : end;
};

/** Index of the piece that leaves an order without an end, or -1. `object` is the object of its verb. */
export function unboundedAt(prose: Prose, clause: Clause, object: NounPhrase | null): number {
  const { pieces } = prose;
  const at = clause.verb;
  const verb = pieces[at];
  const lemma = verb?.verb?.lemma ?? '';
  const next = lowerAt(prose, at + 1);
  if (IDLE[lemma]?.test(next)) return at + 1;
  // "Position ourselves as a leader"
  if (/^(?:our|my|it|them)sel(?:f|ves)$/.test(next)) return at + 1;
  // "Plan what to build", "analyze which accounts are late": a question that stays open.
  if (
    isVerb(verb, Verb.open) &&
    ['what', 'which', 'how', 'why', 'where', 'whether'].includes(next) &&
    !DECIDES.has(lemma)
  )
    return at + 1;
  const end = lastWord(prose);
  // "Enable sales to sell faster", "… more effectively"
  if (end > at + 1 && (COMPARATIVE.has(lowerAt(prose, end)) || isMoreSo(prose, end))) return end;
  // "Expand into new markets": which and how many is not said.
  const into = next === 'into' ? nounPhraseAt(prose, at + 2) : null;
  if (isVerb(verb, Verb.up) && into && isBare(prose, into) && /^[a-z]/.test(pieces[into.first]?.text ?? ''))
    return at + 1;
  if (object && WITH_PEOPLE.has(lemma) && GROUP.test(lowerAt(prose, object.head))) return object.head;
  if (!object || object.first !== at + 1) return -1;
  const head = lowerAt(prose, object.head);
  if (isVerb(verb, Verb.obtain) && lemma !== 'add' && MASS.has(head)) return object.head;
  if (isBare(prose, object) && /^(?:improvements|enhancements|optimi[sz]ations)$/.test(head)) return object.head;
  if (WITH_PEOPLE.has(lemma) && isBare(prose, object) && isNoun(pieces[object.head], Noun.people | Noun.staff))
    return object.head;
  return ['close', 'win', 'land', 'sign', 'book'].includes(lemma) &&
    isBare(prose, object) &&
    ['deals', 'sales', 'business', 'revenue'].includes(head)
    ? object.head
    : -1;
}

/** What a decision or a paper answers, a title need not. */
const DECIDES = new Set(
  'decide determine document define choose evaluate assess test specify describe agree'.split(' '),
);

const isMoreSo = (prose: Prose, at: number): boolean =>
  /..ly$/.test(lowerAt(prose, at)) && ['more', 'less'].includes(lowerAt(prose, at - 1));

const isBare = (prose: Prose, { first, head }: NounPhrase): boolean =>
  isPlural(prose.pieces[head]) && !listed(prose.pieces[first - 1], List.determiners);

/** Index of the word that makes what is built a matter of degree ("a strong brand", "good relationships"), or -1. */
export function gradualAt(prose: Prose, object: NounPhrase | null): number {
  if (!object || !GRADUAL.has(lowerAt(prose, object.head))) return -1;
  for (let i = object.first; i < object.head; i++) if (listed(prose.pieces[i], List.quality | List.loose)) return i;
  return -1;
}

/** "Learn to swim", "apply for the grant", "become a certified trainer": a step, though its verb names an effort. */
export function isStep(prose: Prose, clause: Clause): boolean {
  const { pieces } = prose;
  const at = clause.verb;
  const next = lowerAt(prose, at + 1);
  switch (pieces[at]?.verb?.lemma) {
    case 'learn':
      return next === 'to' && hasForm(pieces[at + 2], Form.base) && isEnd(prose, at + 4);
    case 'apply':
    case 'register':
      return ['for', 'to'].includes(next) && /^(?:the|an?|our)$/.test(lowerAt(prose, at + 2));
    case 'become':
      return (
        /^an?$/.test(next) &&
        ['certified', 'accredited', 'licensed', 'registered', 'official', 'member', 'partner'].includes(
          lowerAt(prose, at + 2),
        )
      );
    default:
      return false;
  }
}

const isEnd = (prose: Prose, at: number): boolean => {
  const piece = prose.pieces[at];
  return !piece || piece.kind === 'stop' || isBoundary(piece);
};

/** Verbs of taking in more than before. */
export const widens = (piece: Piece | undefined): boolean =>
  ['extend', 'expand', 'broaden', 'widen', 'lengthen'].includes(piece?.verb?.lemma ?? '');

/** "Extend the trial to annual plans", "expand the API to cover webhooks": what one thing newly takes in. */
export function takesIn(prose: Prose, clause: Clause, object: NounPhrase | null): boolean {
  if (!widens(prose.pieces[clause.verb])) return false;
  if (!object || isPlural(prose.pieces[object.head]) || !['the', 'our'].includes(lowerAt(prose, object.first - 1)))
    return false;
  return ['to', 'with', 'by', 'beyond'].includes(lowerAt(prose, object.last + 1));
}
