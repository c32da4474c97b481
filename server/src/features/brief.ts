import { said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { healthOf } from '../model/health.ts';
import type { Item, OwnerOf, Plan, StatusOf } from '../model/plan.ts';
import { scoreOf } from '../model/score.ts';
import { standingOf } from '../model/standing.ts';
import { PACE_WORDS, STATUS_NAMES } from './figure-words.ts';
import { percent } from './words.ts';

/** How an item stands, in a few words for a list: `62 % · on track`, `healthy`. Empty where there is nothing to say. */
export function briefOf(plan: Plan, item: Item, say: Say): string {
  switch (item.kind) {
    case 'objective': {
      const { computed, pace } = scoreOf(plan, item);
      return joined(
        computed === null ? null : percent(computed),
        pace && say(PACE_WORDS[pace]),
        statusWord(item.status, say),
      );
    }
    case 'kr': {
      const { progress, pace } = standingOf(plan, item);
      return joined(
        progress === null ? say(said`not measurable`) : percent(progress),
        pace && say(PACE_WORDS[pace]),
        statusWord(item.status, say),
      );
    }
    case 'kpi': {
      const { healthy } = healthOf(plan, item);
      return healthy === null ? '' : say(healthy ? said`healthy` : said`outside its target`);
    }
  }
}

/** A status where it is not the usual one. */
export function statusWord({ status }: StatusOf, say: Say): string | null {
  return status === 'active' ? null : say(STATUS_NAMES[status]);
}

/** An owner as people write it: `@ana`, `Ana Souza`, the id of a scope. Null where there is none. */
export function ownerName(owner: OwnerOf | null): string | null {
  if (owner === null) return null;
  if (owner.kind === 'scope') return owner.scope.id;
  return owner.person.handle === null ? owner.person.name : `@${owner.person.handle}`;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}
