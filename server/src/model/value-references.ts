import { said } from '../syntax/said.ts';
import { readReference } from '../syntax/references.ts';
import { quoted } from '../syntax/text.ts';
import type { Text } from '../syntax/tree.ts';
import type { Fault } from './local-problem.ts';
import type { ReferenceValue } from './values.ts';

/** "Objective 2", "KR #1.4": a label with its keyword, as people write it beside the header. */
const LABEL = /^(?:o|obj|objective|goal|kr|key[ -]result|kpi)\s*#?\s*\d+(?:\.\d+)*$/i;

/**
 * Reads a reference. A label with its keyword ("Objective 2") is one reference of one part; a scope's title
 * ("Customer Support") is not one, for only its slug can be joined by dots.
 */
export function readReferenceValue(text: Text): { value: ReferenceValue | null; faults: readonly Fault[] } {
  const reference = readReference(text);
  if (reference) return { value: { reference, text }, faults: [] };
  if (LABEL.test(text.text)) return { value: { reference: { parts: [text], cycle: null }, text }, faults: [] };
  const message = /\s/.test(text.text)
    ? said`${quoted(text.text)} is no reference. Write the id that stands before the colon of what is meant, e.g. loyalty of "objective loyalty: …"; give it one where it has none.`
    : said`${quoted(text.text)} is no reference. Write ids joined by dots, e.g. acme.loyalty, with @2026-Q3 for another cycle.`;
  return { value: null, faults: [{ severity: 'error', message, from: text.from, to: text.to, fixes: [] }] };
}

const MARKDOWN = /^\[[^\]]*\]\(([^()\s]+)\)$/;
const ADDRESS = /^(?:https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/i;
const WITHOUT_SCHEME = /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i;

/** Reads a web or mail address, also inside a Markdown link or angle brackets. */
export function readLink(text: Text): { link: Text | null; faults: readonly Fault[] } {
  const inner = MARKDOWN.exec(text.text)?.[1] ?? text.text.replace(/^<(.*)>$/, '$1');
  if (ADDRESS.test(inner)) {
    const from = text.from + text.text.lastIndexOf(inner);
    return { link: { from, to: from + inner.length, text: inner }, faults: [] };
  }
  const better = WITHOUT_SCHEME.test(inner) ? `https://${inner}` : null;
  const fixes =
    better === null
      ? []
      : [{ title: said`Write ${better}`, safe: false, from: text.from, to: text.to, newText: better }];
  const message = said`${quoted(text.text)} is no web address. It begins with https:// or http://, or with mailto: for mail.`;
  return { link: null, faults: [{ severity: 'error', message, from: text.from, to: text.to, fixes }] };
}
