import { compact } from '../syntax/compact.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { readMetric } from '../measure/metric.ts';
import { readDigits } from '../measure/numbers.ts';
import { readPerson, suggestedHandle } from '../measure/people.ts';
import { explainQuantity } from '../measure/read-quantity.ts';
import { readShare } from '../measure/share.ts';
import type { ValueProblem } from '../measure/value-problem.ts';
import type { ValueShape } from '../syntax/properties.ts';
import { quoted } from '../syntax/text.ts';
import type { PropertyLine, Text } from '../syntax/tree.ts';
import type { Fault } from './local-problem.ts';
import { readLink, readReferenceValue } from './value-references.ts';
import {
  PERSPECTIVE_WORDS,
  PRIORITY_WORDS,
  REVIEW_WORDS,
  STATUS_WORDS,
  TYPE_WORDS,
  moodIn,
  readWord,
} from './value-words.ts';
import type { PersonValue, ReferenceValue, ValueReading } from './values.ts';

const EXAMPLES: Readonly<Record<ValueShape, string>> = {
  text: 'a text',
  scope: 'the id of a company, department, team or person',
  person: '@handle',
  people: '@handle, @handle',
  references: 'acme.loyalty',
  reference: 'loyalty',
  kpi: 'weekly-buyers',
  objectives: 'acme.loyalty',
  number: '2',
  status: 'active',
  priority: 'P1',
  share: '0.7',
  links: 'https://example.com',
  words: 'growth, retention',
  type: 'committed',
  perspective: 'customer',
  cycle: '2026',
  metric: '31% -> 40%',
  quantity: '71%',
  bound: '>= 120k',
  by: '2026-12-15',
  review: 'weekly',
};

const NO_FAULTS: readonly never[] = [];

/** Reads the value of a property line as its shape has it; never fails. Spans of faults count from the block's start. */
export function readValue(line: PropertyLine, shape: ValueShape): ValueReading {
  const { value: text, parts } = line;
  if (text.text === '') {
    const message = said`"${line.name.text}" is empty. Write e.g. ${line.name.text}: ${EXAMPLES[shape]}`;
    const severity = shape === 'text' ? 'hint' : 'error';
    return { value: null, faults: [fault(message, line.name, severity)] };
  }
  switch (shape) {
    case 'text':
      return { value: { shape, text: text.text }, faults: NO_FAULTS };
    case 'person': {
      const several = severalOwners(line);
      if (several !== null) return several;
      const person = readPersonValue(text);
      return person ? { value: { shape, person }, faults: NO_FAULTS } : { value: null, faults: [notAPerson(text)] };
    }
    case 'people':
      return readPeople(parts);
    case 'scope':
    case 'kpi':
    case 'reference': {
      const read = readReferenceValue(text);
      return { value: read.value && { shape, reference: read.value }, faults: read.faults };
    }
    case 'references':
    case 'objectives': {
      const faults: Fault[] = [];
      const references: ReferenceValue[] = [];
      for (const part of parts) {
        const read = readReferenceValue(part);
        if (read.value) references.push(read.value);
        faults.push(...read.faults);
      }
      return { value: { shape, references: compact(references) }, faults: compact(faults) };
    }
    case 'number':
      return readWeight(text);
    case 'status': {
      const comma = /,\s/.exec(text.text);
      const word = comma ? cut(text, 0, comma.index) : text;
      // How it goes is no status, which is said with the plan at hand: it belongs into a check-in of today.
      if (moodIn(word.text) !== null) return { value: null, faults: NO_FAULTS };
      const read = readWord(word, STATUS_WORDS, 'status');
      const why = comma ? text.text.slice(comma.index + 1).trim() : '';
      return { value: read.value && { shape, status: read.value, why: why || null }, faults: read.faults };
    }
    case 'priority': {
      const read = readWord(text, PRIORITY_WORDS, 'priority');
      return { value: read.value && { shape, priority: read.value }, faults: read.faults };
    }
    case 'type': {
      const read = readWord(text, TYPE_WORDS, 'type');
      return { value: read.value && { shape, type: read.value }, faults: read.faults };
    }
    case 'perspective': {
      const read = readWord(text, PERSPECTIVE_WORDS, 'perspective');
      return { value: read.value && { shape, perspective: read.value }, faults: read.faults };
    }
    case 'review': {
      const read = readWord(text, REVIEW_WORDS, 'review');
      return { value: read.value && { shape, review: read.value }, faults: read.faults };
    }
    case 'share':
      return readShareValue(text);
    case 'links': {
      const faults: Fault[] = [];
      const links: Text[] = [];
      for (const part of parts) {
        const read = readLink(part);
        if (read.link) links.push(read.link);
        faults.push(...read.faults);
      }
      return { value: { shape, links: compact(links) }, faults: compact(faults) };
    }
    case 'words':
      return { value: { shape, words: parts.flatMap((part) => tagsIn(part.text)) }, faults: NO_FAULTS };
    case 'cycle':
      return { value: { shape, cycle: text }, faults: NO_FAULTS };
    case 'by':
      return { value: { shape, by: text }, faults: NO_FAULTS };
    case 'metric': {
      const { measure, problem } = readMetric(text.text);
      return { value: measure && { shape, measure }, faults: problem ? [faultOf(problem, text)] : NO_FAULTS };
    }
    case 'quantity':
    case 'bound': {
      // "?" says that it is not known yet, as in "metric: ? -> 40%".
      if (text.text === '?') return { value: null, faults: NO_FAULTS };
      const { quantity, problem } = explainQuantity(text.text);
      if (quantity) return { value: { shape, quantity }, faults: NO_FAULTS };
      const whole = problem ? null : wholeMetric(line);
      if (whole) return { value: null, faults: [whole] };
      const message = said`${quoted(text.text)} is no quantity. Write a number with its unit, e.g. ${EXAMPLES[shape]}`;
      return { value: null, faults: [problem ? faultOf(problem, text) : fault(message, text)] };
    }
  }
}

/** `target: pilots 0 -> 25`: name, baseline and target at once, which is what a `metric` says. */
function wholeMetric({ name, value }: PropertyLine): Fault | null {
  const { measure, problem } = readMetric(value.text);
  if (!measure || problem || (measure.kind !== 'move' && measure.kind !== 'change') || measure.from === null)
    return null;
  const metric = `metric: ${value.text}`;
  const message = said`${quoted(value.text)} says from what to what; "${name.text}" takes one quantity. Below a key result write ${metric}`;
  const fixes = [{ title: said`Write ${metric}`, safe: false, from: name.from, to: value.to, newText: metric }];
  return fault(message, value, 'error', fixes);
}

function fault(message: Said, at: Text, severity: Fault['severity'] = 'error', fixes: Fault['fixes'] = []): Fault {
  return { severity, message, from: at.from, to: at.to, fixes };
}

/** A problem of the measure readers, whose offsets count from the start of the text that they read. */
export function faultOf(problem: ValueProblem, text: Text): Fault {
  const { fix } = problem;
  return {
    severity: problem.severity,
    message: problem.message,
    from: text.from + problem.from,
    to: text.from + problem.to,
    fixes: fix
      ? // What is taken away may be what was meant, and what was read all the same as well.
        [
          {
            title: fix.title,
            safe: problem.severity === 'error' && fix.newText !== '',
            from: text.from + fix.from,
            to: text.from + fix.to,
            newText: fix.newText,
          },
        ]
      : [],
  };
}

function cut(text: Text, from: number, to: number): Text {
  return { from: text.from + from, to: text.from + to, text: text.text.slice(from, to) };
}

function readPersonValue(text: Text): PersonValue | null {
  const person = readPerson(text.text);
  return person && { ...person, text };
}

/** `owner: @ana, @jon`: the first counts, and the others may contribute. Null where the value is not several handles. */
function severalOwners({ value }: PropertyLine): ValueReading | null {
  const [first = '', ...others] = value.text.split(/\s*(?:[,;&+/]|\band\b)\s*/i).filter((part) => part !== '');
  const isHandle = (text: string): boolean => text.startsWith('@') && readPerson(text) !== null;
  if (others.length === 0 || ![first, ...others].every(isHandle)) return null;
  const person = readPersonValue(cut(value, 0, first.length));
  const rest = others.join(', ');
  const message = said`One owner answers for it. Keep ${first}, and write the others below: with: ${rest}`;
  const fixes = [
    {
      title: said`Keep ${first}, and write with: ${rest}`,
      safe: false,
      from: value.from,
      to: value.to,
      newText: `${first}\nwith: ${rest}`,
    },
  ];
  return { value: person && { shape: 'person', person }, faults: [fault(message, value, 'error', fixes)] };
}

function notAPerson(text: Text): Fault {
  const handle = suggestedHandle(text.text);
  const fixes = handle
    ? [{ title: said`Write @${handle}`, safe: false, from: text.from, to: text.to, newText: `@${handle}` }]
    : [];
  return fault(
    said`${quoted(text.text)} is no handle. A handle is letters, digits, dots, - and _, e.g. @ana`,
    text,
    'error',
    fixes,
  );
}

/** The hint that a plain name could be a handle. `handle` is the one to offer. */
export function plainName(person: PersonValue, handle: string | null): Fault {
  const { text } = person;
  const offer = handle ? said` Write @${handle} where that is the handle.` : '';
  const fixes = handle
    ? [{ title: said`Write @${handle}`, safe: false, from: text.from, to: text.to, newText: `@${handle}` }]
    : [];
  return fault(
    said`${quoted(person.name)} is a plain name; a handle can be found and followed.${offer}`,
    text,
    'hint',
    fixes,
  );
}

function readPeople(parts: readonly Text[]): ValueReading {
  const people: PersonValue[] = [];
  const faults: Fault[] = [];
  for (const part of parts) {
    const person = readPersonValue(part);
    if (!person) {
      faults.push(notAPerson(part));
      continue;
    }
    people.push(person);
    if (person.handle === null) faults.push(plainName(person, suggestedHandle(person.name)));
  }
  return { value: { shape: 'people', people: compact(people) }, faults: compact(faults) };
}

function readWeight(text: Text): ValueReading {
  const reading = /^[\d.,'’\u00a0\u202f]+$/.test(text.text) ? readDigits(text.text) : null;
  if (reading && reading.value !== null)
    return { value: { shape: 'number', number: reading.value }, faults: NO_FAULTS };
  const better = reading?.better ?? null;
  const fixes =
    better === null
      ? []
      : [{ title: said`Write ${better}`, safe: true, from: text.from, to: text.to, newText: better }];
  const message = reading?.says ?? said`${quoted(text.text)} is no weight. Write a number from 0, e.g. 2`;
  return { value: null, faults: [fault(message, text, 'error', fixes)] };
}

/** What "7" or "70" was probably meant to be as a share. */
function likelyShare(value: number): string | null {
  if (value > 1 && value <= 10) return `${value}/10`;
  return value > 10 && value <= 100 ? `${value}%` : null;
}

function readShareValue(text: Text): ValueReading {
  const comma = /^(\d),(\d+)$/.exec(text.text);
  const read = readShare(text.text);
  if (read?.inRange) return { value: { shape: 'share', share: read.value }, faults: NO_FAULTS };
  const better = comma ? `${comma[1]}.${comma[2]}` : read?.form === 'decimal' ? likelyShare(read.value) : null;
  const fixes =
    better === null
      ? []
      : [{ title: said`Write ${better}`, safe: comma !== null, from: text.from, to: text.to, newText: better }];
  return {
    value: null,
    faults: [
      fault(
        read
          ? said`${quoted(text.text)} is not between 0 and 1. Write 0.7, 7/10 or 70%.`
          : said`${quoted(text.text)} is no share. Write 0.7, 7/10 or 70%.`,
        text,
        'error',
        fixes,
      ),
    ],
  };
}

function tagsIn(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^#/, ''))
    .filter((word) => word !== '');
}
