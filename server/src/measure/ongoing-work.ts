import type { NounPhrase } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { lowerAt } from './prose.ts';

/** Names of work that goes on: "continuous feedback", "community outreach". */
const ONGOING = new Set(
  (
    'feedback promotion outreach discovery discoveries research support communication communications engagement exploration ' +
    'collaboration discussion discussions planning preparation maintenance training marketing networking work hiring recruiting ' +
    'recruitment documentation investigation curation moderation monitoring management coordination supervision participation ' +
    'involvement contribution contributions advocacy mentoring mentorship coaching tutoring teaching learning study practice ' +
    'practise reading writing experimentation observation analysis administration evangelism stewardship brainstorming ideation ' +
    'prospecting lobbying publicity advertising housekeeping cleaning cooking gardening volunteering fundraising socializing ' +
    'conversation conversations interaction interactions follow-up follow-ups guidance assistance education facilitation ' +
    'cultivation consultation optimization optimisation improvement improvements enhancement enhancements'
  ).split(' '),
);

/** "curation of links", "testing of new channels": a verbal noun of work that has no end of its own. */
export function isOngoingWork(prose: Prose, phrase: NounPhrase): boolean {
  const head = lowerAt(prose, phrase.head);
  if (/^(?:a|an|the)$/.test(lowerAt(prose, phrase.first - 1))) return false;
  return ONGOING.has(head) || (lowerAt(prose, phrase.last + 1) === 'of' && /..ing$/.test(head));
}

/** "facility with numbers", "command of Spanish": what one is able to do, by degrees. */
export const isSkill = (prose: Prose, { first, head, last }: NounPhrase): boolean =>
  first === head &&
  /^(?:facility|command|grasp|experience|comfort|ease|skill|skills)$/.test(lowerAt(prose, head)) &&
  /^(?:with|of|in|at)$/.test(lowerAt(prose, last + 1));
