import { ItemHandle } from './item-handle.ts';
import { figureSlots, judgedSlots } from './memory.ts';
import type { Item } from './plan.ts';

/**
 * Remembers for each item how it stands: what other families may look at. `compute` may look at any items of the plan and
 * their figures, and at nothing else that changes.
 */
export function figureOf<Of, Subject extends Item, T>(
  compute: (plan: Of, item: Subject) => T,
): (plan: Of, item: Subject) => T {
  const slot = figureSlots.take();
  return (plan, item) =>
    item instanceof ItemHandle ? item.recallFigure(slot, compute, plan, item) : compute(plan, item);
}

/**
 * Remembers for each item what is computed of it, until something that was looked at meanwhile changes. `compute` may look
 * at any items of the plan, and at nothing else that changes.
 */
export function perItem<Of, Subject extends Item, T>(
  compute: (plan: Of, item: Subject) => T,
): (plan: Of, item: Subject) => T {
  const slot = judgedSlots.take();
  return (plan, item) =>
    item instanceof ItemHandle ? item.recallJudged(slot, compute, plan, item) : compute(plan, item);
}
