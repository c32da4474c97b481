import type { Said } from '../syntax/said.ts';
import { said } from '../syntax/said.ts';
import type { Item } from '../model/plan.ts';
import { titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr205 = defineRule({
  code: 'OKR205',
  name: 'long-title',
  severity: 'info',
  says: 'An objective of more than 20 words, a key result of more than 30.',
  why: `A title is what people repeat from memory. What it leaves out has its own line: \`why:\` for the reason, \`metric:\` for the
numbers, \`not:\` for the limits, and notes (\`>\`) for the rest.`,
  sources: ['PB'],
  bad: `objective: Become the support team that every customer of every shop, in every country where we sell, thinks of first whenever anything at all goes wrong
  kr: Answer within 6 h`,
  good: `objective: Become the support team that customers think of first
  why: Slow support is the first reason that people give for leaving
  kr: Answer within 6 h`,
  messages: { long: '{item} has {count} words, more than {max}. Say it shorter, and move the rest to {elsewhere}.' },
  options: {
    objective: numberOption(20, 1, 'How many words the title of an objective may have.'),
    keyResult: numberOption(30, 1, 'How many words the title of a key result may have.'),
  },
  objective: (objective, { options }) => tooLong(objective, options.objective, said`a why: line or a note (>)`),
  keyResult: (kr, { options }) => tooLong(kr, options.keyResult, said`a metric: line or a note (>)`),
});

function tooLong(item: Item, max: number, elsewhere: Said) {
  const count = wordsIn(item.title);
  return count <= max ? [] : [{ message: 'long' as const, args: { count, max, elsewhere }, place: titlePlace(item) }];
}

/** Words between white space; a title in a script without spaces counts two characters as one. */
function wordsIn(title: string): number {
  const words = title.trim().split(/\s+/);
  const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
  const characters = title.match(dense)?.length ?? 0;
  return words.length + Math.floor(characters / 2);
}
