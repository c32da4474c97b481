type Class =
  'keyword' | 'id' | 'title' | 'property' | 'value' | 'date' | 'number' | 'person' | 'arrow' | 'comment' | 'note';

/** Longer lines are nobody's plan; they are shown as they are. */
const LONGEST = 2000;

const BULLETS = String.raw`[ \t]*(?:(?:[-*+•]|\d{1,3}[.)]|#{2,6})[ \t]+)*(?:\*\*|__)?`;
const HEADERS =
  'company|organi[sz]ation|org|department|division|team|squad|person|objective|obj|goal|o|key[ -]results?|kr|kpi';
const PROPERTIES =
  'mission|vision|why|not|retro|source|metric|baseline|target|stretch|weight|score|confidence|parent|supports|continues|' +
  'measures|for|north[ -]star|owner|with|lead|members|during|by|due|deadline|type|perspective|status|priority|review|' +
  'tags?|links?';
const COLON = String.raw`[ \t]*(?:(?:\*\*|__)[ \t]*)?[:：](?:\*\*|__)?`;

const COMMENT = /^[ \t]*#(?!#)/;
const NOTE = /^[ \t]*>/;
const CHECK_IN = /^([ \t]*(?:[-*+•][ \t]+)?)(\d{4}-\d{2}-\d{2})(?=[ \t:：]|$)(.*)$/u;
const CYCLE = new RegExp(String.raw`^(${BULLETS})(cycle|period|quarter)([ \t]*[:：][ \t]*|[ \t]+)(.*)$`, 'iu');
const HEADER = new RegExp(
  String.raw`^(${BULLETS})(${HEADERS})(?![\p{L}\p{N}])((?:[ \t]*#?\d[\d.]*)?(?:[ \t]+[\p{L}\p{N}][\p{L}\p{N}_-]*)?)(${COLON})(.*)$`,
  'iu',
);
const PROPERTY = new RegExp(String.raw`^(${BULLETS})(${PROPERTIES})(${COLON})(.*)$`, 'iu');
const INITIATIVE = /^([ \t]*(?:[-*+•][ \t]+)?)(\[[ xX]\])(.*)$/u;

/** What stands in a line of values: a day, a person, an arrow, a number with its sign and unit. */
const VALUES =
  /(?<date>\b\d{4}-\d{2}-\d{2}\b)|(?<person>(?<![\p{L}\p{N}])@[\p{L}\p{N}][\p{L}\p{N}_.-]*)|(?<arrow>->|→)|(?<number>(?<![\p{L}\p{N}_])[+\-~≈]?[$€£¥₹]?\d+(?:[.,'/]\d+)*[ ]?%?)/gu;

/** The HTML of a plan's text, for a Markdown preview: all of the text, escaped, in spans of the classes `okr-…`. */
export function okrHtml(text: string): string {
  return text.split('\n').map(lineHtml).join('\n');
}

function lineHtml(line: string): string {
  if (line.length > LONGEST) return escaped(line);
  if (COMMENT.test(line)) return span('comment', line);
  if (NOTE.test(line)) return span('note', line);
  const checkIn = CHECK_IN.exec(line);
  if (checkIn !== null) return plain(checkIn[1]) + span('date', checkIn[2]) + values(checkIn[3]);
  const cycle = CYCLE.exec(line);
  if (cycle !== null) return plain(cycle[1]) + span('keyword', cycle[2]) + plain(cycle[3]) + span('date', cycle[4]);
  const header = HEADER.exec(line);
  if (header !== null) {
    const [, before, keyword, id, colon, title] = header;
    return plain(before) + span('keyword', keyword) + span('id', id) + plain(colon) + span('title', title);
  }
  const property = PROPERTY.exec(line);
  if (property !== null) {
    const [, before, name, colon, value] = property;
    return plain(before) + span('property', name) + plain(colon) + values(value);
  }
  const initiative = INITIATIVE.exec(line);
  if (initiative !== null) return plain(initiative[1]) + span('keyword', initiative[2]) + values(initiative[3]);
  return escaped(line);
}

function values(text = ''): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(VALUES)) {
    html += span('value', text.slice(from, match.index)) + span(classOf(match.groups ?? {}), match[0]);
    from = match.index + match[0].length;
  }
  return html + span('value', text.slice(from));
}

function classOf(groups: Readonly<Record<string, string | undefined>>): Class {
  if (groups['date'] !== undefined) return 'date';
  if (groups['person'] !== undefined) return 'person';
  return groups['arrow'] === undefined ? 'number' : 'arrow';
}

function span(name: Class, text = ''): string {
  return text.trim() === '' ? text : `<span class="okr-${name}">${escaped(text)}</span>`;
}

function plain(text = ''): string {
  return escaped(text);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
