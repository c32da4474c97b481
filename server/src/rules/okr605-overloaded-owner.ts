import { said } from '../syntax/said.ts';
import { cycleName } from './cycles.ts';
import { ownedBeside } from './peers.ts';
import { titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr605 = defineRule({
  code: 'OKR605',
  name: 'overloaded-owner',
  severity: 'info',
  says: 'One person owns more than 5 key results of a cycle.',
  why: `Owning a key result means knowing every week where it stands and what to do next. Nobody does that for six. Key results without
an owner of their own count for their objective's. The sixth of a person carries the finding.`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  owner: @maria
  kr: Answer mails within 6 h
  kr: Answer calls within 2 min
  kr: Answer chats within 1 min
objective: Be kind to callers
  owner: @maria
  kr: Raise satisfaction from 82% to 90%
  kr: Cut complaints from 40 to 20
  kr: Reopen at most 2% of tickets`,
  good: `cycle 2026-Q4
objective: Be quick to help
  owner: @maria
  kr: Answer mails within 6 h
  kr: Answer calls within 2 min
  kr: Answer chats within 1 min
objective: Be kind to callers
  owner: @jon
  kr: Raise satisfaction from 82% to 90%
  kr: Cut complaints from 40 to 20
  kr: Reopen at most 2% of tickets`,
  messages: {
    many: '{item}: {owner} owns {count} key results in {cycle}, more than {max}. Who else could answer for some?',
  },
  options: { max: numberOption(5, 1, 'How many key results of a cycle one person may own.') },
  dependsOn: ['period'],
  keyResult(kr, { plan, options: { max } }) {
    const owned = ownedBeside(plan, kr);
    if (owned[max] !== kr || kr.owner?.kind !== 'person') return [];
    const { handle, name } = kr.owner.person;
    const args = { owner: handle === null ? name : `@${handle}`, count: owned.length, cycle: cycleName(kr) ?? '', max };
    const related = owned.slice(0, max).map((other) => ({ place: titlePlace(other), message: said`owned too` }));
    return [{ message: 'many', args, place: titlePlace(kr), related }];
  },
});
