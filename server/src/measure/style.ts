import type { Clause } from './clause.ts';
import { nounClasses } from './lexicon.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { isVerb } from './prose.ts';
import type { Direction, Measurable, Style } from './reading.ts';
import type { Numbers } from './targets.ts';

/** What kind of thing moves: a state of the world, work of one's own, one deliverable, or a level that is kept. */
export function styleOf(
  prose: Prose,
  clause: Clause,
  numbers: Numbers,
  measurable: Measurable,
  direction: Direction,
): Style {
  const target = numbers.targets[0];
  const verb = prose.pieces[clause.verb];
  if (!target) return measurable === 'milestone' ? milestoneStyle(prose, clause) : vagueStyle(prose, clause);
  if (direction === 'maintain') return 'maintain';
  if (target.quantity.value === 0 && target.source === 'universal') return 'maintain';
  const { counts } = target;
  if (target.quantity.kind === 'mult' || (target.quantity.kind === 'delta' && target.quantity.unit?.name === '%'))
    return 'outcome';
  if (clause.opening === 'order' && (isVerb(verb, 'up', 'down', 'better') || isVerb(verb, 'attain'))) {
    return counts.has('output') && !counts.has('people') && !counts.has('metric') ? 'activity' : 'outcome';
  }
  if (clause.opening === 'order' && isVerb(verb, 'obtain'))
    return counts.has('output') && !counts.has('people') && !counts.has('metric') ? 'activity' : 'outcome';
  if (clause.opening === 'order' && isVerb(verb, 'work', 'effort')) return 'activity';
  if (counts.has('output')) return 'activity';
  if (clause.opening === 'statement' && isVerb(verb, 'work') && verb?.verb?.forms.has('participle')) return 'activity';
  return 'outcome';
}

function milestoneStyle(prose: Prose, clause: Clause): Style {
  const verb = prose.pieces[clause.verb];
  if (isVerb(verb, 'up', 'down') && clause.opening === 'order') return 'outcome';
  return 'milestone';
}

function vagueStyle(prose: Prose, clause: Clause): Style {
  const verb = prose.pieces[clause.verb];
  if (clause.opening === 'order') {
    if (isVerb(verb, 'up', 'down')) return 'outcome';
    if (isVerb(verb, 'better')) {
      const object = nounPhraseAt(prose, clause.verb + 1);
      if (!object) return 'activity';
      const head = nounClasses(prose.pieces[object.head]?.lower ?? '');
      return head.has('metric') || head.has('quality') || phraseClasses(prose, object).has('quality')
        ? 'outcome'
        : 'activity';
    }
    if (isVerb(verb, 'effort', 'work')) return 'activity';
    if (isVerb(verb, 'keep')) return 'maintain';
    return 'outcome';
  }
  return 'outcome';
}
