import { lookUp } from '../measure/lexicon.ts';

/** Numbers that make sense for a figure, by the words in its name. They illustrate; they are never written to a file. */
const NUMBERS: readonly (readonly [words: RegExp, from: string, to: string])[] = [
  [/\b(?:churn|error|defect|drop-?off|abandonment|turnover|attrition)\b/i, '9%', '6%'],
  [/\b(?:time|latency|delay|duration|wait|lead time)\b/i, '8 h', '6 h'],
  [/\b(?:costs?|spend|spending|expenses)\b/i, '$120k', '$100k'],
  [/\b(?:revenue|sales|income|arr|mrr|turnover|profit)\b/i, '$1.0M', '$1.2M'],
  [/\b(?:bugs?|incidents?|complaints?|alerts?|outages?|backlog)\b/i, '40', '20'],
  [/\b(?:nps|score|stars?)\b/i, '32', '40'],
  [
    /\b(?:rate|share|satisfaction|adoption|retention|engagement|conversion|coverage|quality|awareness|uptime)\b/i,
    '60%',
    '75%',
  ],
];

const SMALL = new Set(
  'a an the our my your their its his her all any some more less of in on at to for from with and or'.split(' '),
);
const STOP = /^(?:and|or|for|of|in|on|at|to|from|with|by|so|that|which|who|through|via|across|among|&)$/i;
const LONGEST_NAME = 4;

/**
 * A `metric:` line as an example of how a title might be measured: the thing that the title is about, with numbers of a
 * plausible kind. For messages only.
 */
export function metricExample(title: string): string {
  const name = thingOf(title);
  if (name === '') return 'metric: response time 8 h -> 6 h';
  const [, from, to] = NUMBERS.find(([words]) => words.test(name)) ?? [null, '20', '30'];
  return `metric: ${name} ${from} -> ${to}`;
}

/** The noun phrase behind the verb that a title begins with, in lower case, without its small words; else empty. */
function thingOf(title: string): string {
  const words = title
    .slice(0, 200)
    .replace(/[.,;:!?]+(?=\s|$)/g, ' .')
    .trim()
    .split(/\s+/);
  const verb = words.slice(0, 3).findIndex((word) => lookUp(word.toLowerCase()).verb?.forms.has('base') === true);
  if (verb < 0) return '';
  const rest = words.slice(verb + 1);
  while (rest[0] !== undefined && SMALL.has(rest[0].toLowerCase())) rest.shift();
  const end = rest.findIndex((word) => STOP.test(word) || word === '.');
  const name = rest.slice(0, end < 0 ? undefined : end);
  if (name.length === 0 || name.length > LONGEST_NAME) return '';
  return name.every((word) => /^[\p{L}][\p{L}\d-]*$/u.test(word)) ? name.map(lowered).join(' ') : '';
}

/** Lower case, save for names such as NPS and GitHub. */
function lowered(word: string): string {
  return /^\p{Lu}?\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
}
