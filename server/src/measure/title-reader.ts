import { compact } from '../syntax/compact.ts';
import { readClause } from './clause.ts';
import { findJoint } from './compound.ts';
import { findDeadline } from './deadline-phrase.ts';
import { directionOf } from './direction.ts';
import { impliedMeasure } from './implied-measure.ts';
import { goalElsewhere } from './goal-elsewhere.ts';
import { withoutTarget } from './measurable.ts';
import { filledIn, findPlaceholder } from './placeholder.ts';
import { LONGEST, readProse } from './prose.ts';
import type { Prose } from './prose.ts';
import type { Because, Measurable, Reading } from './reading.ts';
import { styleOf } from './style.ts';
import { readNumbers } from './targets.ts';
import { findOpenEnded, findVague } from './vague.ts';

/**
 * Reads what the title of a key result or a KPI says: whether it can be measured and by what, with the words that each
 * verdict rests on. Reads at most the first 2,000 characters, any text, and never fails.
 */
export function readTitle(title: string): Reading {
  const placeholder = findPlaceholder(title.slice(0, LONGEST));
  const filled = placeholder && filledIn(title, placeholder);
  const prose = filled === null ? readProse(title) : { ...readProse(filled), text: title };
  const clause = readClause(prose);
  const deadline = prose.english ? findDeadline(prose) : null;
  const numbers = readNumbers(prose, clause, deadline);
  const targets = placeholder ? [] : numbers.targets;
  const kept = { targets, baseline: /\d/.test(numbers.baseline?.text ?? '') ? numbers.baseline : null };
  // What is still to come tells of style and direction as a number would.
  const said = filled === null ? kept : numbers;
  const elsewhere = prose.english ? goalElsewhere(prose, clause) : -1;
  const vague = prose.english ? findVague(prose, clause, targets) : [];
  const because: Because[] = [];
  let measurable: Measurable;
  if (placeholder) {
    measurable = 'no';
    because.push({ ...placeholder, says: 'stands where a number or a title is still to come' });
  } else if (targets.length > 0) measurable = 'yes';
  else if (!prose.english) measurable = 'milestone';
  else {
    const verdict = withoutTarget(prose, clause, vague, elsewhere);
    measurable = verdict.measurable;
    because.push(phraseOf(prose, verdict.first, verdict.last, verdict.says));
  }
  for (const { quantity } of targets)
    because.push({ text: quantity.text, from: quantity.from, to: quantity.to, says: 'the target' });
  if (kept.baseline) {
    const { text, from, to } = kept.baseline;
    because.push({ text, from, to, says: 'the baseline' });
  }
  const { direction, at } = directionOf(prose, clause, said, elsewhere);
  if (at >= 0) because.push(phraseOf(prose, at, at, `the direction: ${direction}`));
  if (deadline) because.push({ ...deadline.phrase, says: 'the deadline' });
  const style = styleOf(prose, clause, said, measurable, direction);
  const joint = prose.english ? findJoint(prose, clause, targets) : null;
  return {
    measurable,
    style,
    direction,
    baseline: kept.baseline,
    targets: targets.map((target) => target.quantity),
    deadline: deadline?.phrase ?? null,
    vague,
    openEnded: prose.english ? findOpenEnded(prose) : [],
    compound: joint !== null,
    joint,
    placeholder: placeholder !== null,
    language: prose.english ? 'en' : 'other',
    measure: impliedMeasure(prose, clause, kept, measurable, direction),
    because: compact(because),
  };
}

function phraseOf(prose: Prose, first: number, last: number, says: string): Because {
  const from = prose.pieces[first]?.from ?? 0;
  const to = prose.pieces[Math.max(first, last)]?.to ?? from;
  return { text: prose.text.slice(from, to), from, to, says };
}
