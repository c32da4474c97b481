import { lookUp } from '../measure/lexicon.ts';
import { Form, Noun } from '../measure/word-classes.ts';
import { hasForm } from '../measure/prose.ts';

/** Numbers that make sense for a figure, by its last word. They illustrate a message; they are never written to a file. */
const NUMBERS: readonly (readonly [heads: RegExp, from: string, to: string])[] = [
  [/^(?:churn|errors?|defects?|drop-?offs?|abandonment|turnover|attrition)$/, '9%', '6%'],
  [/^(?:time|times|latency|delay|delays|duration|wait)$/, '8 h', '6 h'],
  [/^(?:costs?|spend|spending|expenses)$/, '$120k', '$100k'],
  [/^(?:revenue|sales|income|arr|mrr|profit)$/, '$1.0M', '$1.2M'],
  [/^(?:bugs?|incidents?|complaints?|alerts?|outages?|backlog)$/, '40', '20'],
  [/^(?:nps|score|scores)$/, '32', '40'],
  [
    /^(?:rate|rates|share|satisfaction|adoption|retention|engagement|conversion|coverage|awareness|uptime)$/,
    '60%',
    '75%',
  ],
];

const GENERIC = 'metric: response time 8 h -> 6 h';

/** A figure that a title is about, with numbers that only illustrate how such a figure is written. */
export interface ExampleFigure {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
const SMALL = new Set('a an the our my your their its all any some more less'.split(' '));
const STOP = /^(?:and|or|for|of|in|on|at|to|from|with|by|so|that|which|who|through|via|across|among|&|\.)$/;
const LONGEST_NAME = 4;

/**
 * A `metric:` line as an example of how a title might be measured: the figure that the title is about with numbers of a
 * plausible kind, or one about response times where the title names no figure.
 */
export function metricExample(title: string): string {
  const figure = exampleFigure(title);
  return figure ? `metric: ${figure.name} ${figure.from} -> ${figure.to}` : GENERIC;
}

/** The figure that a title is about, in lower case; null where it names none that the numbers are known for. */
export function exampleFigure(title: string): ExampleFigure | null {
  const name = figureIn(title);
  const head = name.at(-1)?.toLowerCase() ?? '';
  const numbers = NUMBERS.find(([heads]) => heads.test(head)) ?? countOf(head);
  return numbers && { name: name.map(lowered).join(' '), from: numbers[1], to: numbers[2] };
}

/** People who come are counted: "new customers 20 -> 30". */
function countOf(head: string): readonly [null, string, string] | null {
  const { nouns, plural } = lookUp(head);
  return plural && (nouns & Noun.people) !== 0 ? [null, '20', '30'] : null;
}

/** The words of the noun phrase behind the verb that a title begins with; empty where it begins with none. */
function figureIn(title: string): readonly string[] {
  const words = title
    .slice(0, 200)
    .replace(/[.,;:!?]+(?=\s|$)/g, ' .')
    .trim()
    .split(/\s+/);
  const verb = words.findIndex((word) => !/ly$/i.test(word));
  if (!hasForm(lookUp(words[verb]?.toLowerCase() ?? ''), Form.base)) return [];
  const rest = withoutCount(words.slice(verb + 1));
  const start = rest.findIndex((word) => !SMALL.has(word.toLowerCase()));
  if (start < 0) return [];
  const end = rest.findIndex((word, index) => index >= start && STOP.test(word.toLowerCase()));
  const name = rest.slice(start, end < 0 ? undefined : end);
  return name.length <= LONGEST_NAME && name.every((word) => /^\p{L}[\p{L}\d-]*$/u.test(word)) ? name : [];
}

/** "The number of weekly visitors" counts weekly visitors. */
function withoutCount(words: readonly string[]): readonly string[] {
  const of = words.indexOf('of');
  return of > 0 && of < 3 && /^(?:number|count|amount|total)$/i.test(words[of - 1] ?? '') ? words.slice(of + 1) : words;
}

/** Lower case, save for names such as NPS and GitHub. */
function lowered(word: string): string {
  return /^\p{Lu}?\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
}
