import { nearest } from '../syntax/nearest.ts';
import { checkText } from './check-text.ts';
import { explainRule } from './explain-rule.ts';
import { listPlan } from './list-plan.ts';
import { showItem } from './show-item.ts';
import { refused } from './tool.ts';
import type { Tool, ToolAnswer, ToolScene } from './tool.ts';

/** All tools, the one to begin with first. */
export const TOOLS: readonly Tool[] = [listPlan, showItem, checkText, explainRule];

/**
 * Answers a call by name. `input` comes from outside and is checked: an object whose members are the tool's inputs, all
 * texts. A call that does not fit is refused with what was expected.
 */
export function callTool(scene: ToolScene, name: string, input: unknown): ToolAnswer {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool === undefined)
    return refused(`There is no tool "${name}". There are: ${listed(TOOLS.map((one) => one.name))}.`);
  const given = inputOf(tool, input ?? {});
  return typeof given === 'string' ? refused(given) : tool.answer(scene, given);
}

/** The inputs by name, or what is wrong with them. */
function inputOf({ name, inputs }: Tool, input: unknown): Readonly<Record<string, string>> | string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return `${name} takes an object with ${listed(Object.keys(inputs))}.`;
  }
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(input)) {
    if (!Object.hasOwn(inputs, key)) {
      const [near] = nearest(key, Object.keys(inputs));
      return `${name} has no input "${key}". ${near === undefined ? `It has ${listed(Object.keys(inputs))}.` : `Did you mean "${near}"?`}`;
    }
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return `"${key}" of ${name} must be a text.`;
    given[key] = value;
  }
  const missing = Object.entries(inputs).find(([key, { optional }]) => optional !== true && given[key] === undefined);
  return missing === undefined ? given : `${name} needs "${missing[0]}": ${missing[1].says}`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
