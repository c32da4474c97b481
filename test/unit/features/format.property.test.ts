import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatted, formatting, USUAL_FORM } from '../../../server/src/features/format.ts';
import { writeExportJson } from '../../../server/src/report/export-json.ts';
import { createOkrService } from '../../../server/src/service.ts';
import type { Snapshot } from '../../../server/src/service.ts';
import { HEADER_WORDS, PROPERTY_WORDS } from '../../../server/src/syntax/keywords.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { planText } from '../model/plan-arbitrary.ts';
import { planTexts } from '../report/plan-text.ts';
import { anyText, linesText } from '../syntax/okr-text.ts';
import { TODAY } from './workspace.ts';

const URI = 'file:///a.okr';

function snapshotOf(text: string): Snapshot {
  const service = createOkrService();
  service.setToday(TODAY);
  service.set(URI, { kind: 'text', text, notUtf8At: null });
  return service.snapshot();
}

/** What the plan says, without where it stands. */
function exported(text: string): string {
  const { plan } = snapshotOf(text);
  const json = writeExportJson(plan, { uris: new Set([URI]), show: (uri) => uri, config: null, findings: null });
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) =>
      ['line', 'column', 'start', 'end'].includes(key) && typeof value !== 'string' ? undefined : value,
    ),
    null,
    1,
  );
}

function form(text: string): string {
  return formatted(parse(text), USUAL_FORM) ?? text;
}

/** Texts of plans as they are written, and as a careless hand leaves them. */
const mangled = fc
  .tuple(
    fc.oneof(planText, planTexts, linesText),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('  ', '\t', '\n', '\n\n', '- ', '## ', ' \n', '**', '\r\n', '')), {
      maxLength: 12,
    }),
  )
  .map(([text, changes]) => {
    const lines = text.split('\n');
    for (const [at, put] of changes) lines[at % lines.length] = put + (lines[at % lines.length] ?? '').trimStart();
    return lines.join('\n');
  });
const texts = fc.oneof(
  anyText,
  mangled,
  fc.tuple(mangled, anyText).map((parts) => parts.join('\n')),
);

const BULLETS = /^(?:[-+•◦▪●·‣–—○■▸➢∙⁃o]|\d{1,3}[.)]|[a-z]\))+/;
const KEYWORDS = [...Object.values(HEADER_WORDS).flat(), ...PROPERTY_WORDS, '#'].map((word) => word.replace(/\W/g, ''));

function squashed(line: string): string {
  return line.toLowerCase().replace(/[\s*_#:：\u2026-]|\.\.+|→|–|—/g, '');
}

/** Fails where a line has other words than before: only a keyword at its start may be written in another way. */
function sameWords(before: string, after: string): void {
  if (before === after) return;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [was, is] = [before, after].map((text) => text.slice(0, text.length - tail));
  assert.ok(was !== undefined && is !== undefined);
  const sorted = (text: string): string => [...text.replace(/cycle|period|quarter|fy|20|to|'/g, '')].sort().join('');
  if (/^(?:cycle|period|quarter)/.test(is) && sorted(before.replace(BULLETS, '')) === sorted(after)) return;
  const isKeyword = (text: string): boolean => KEYWORDS.some((word) => word.startsWith(text));
  assert.ok(isKeyword(was) || isKeyword(was.replace(BULLETS, '')), `${before} → ${after}`);
  assert.ok(isKeyword(is), `${before} → ${after}`);
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => /\S/.test(line));
}

describe('formatting any text', () => {
  const runs = { numRuns: 250 };

  it('changes no word, and keeps the lines in their order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const before = linesOf(text);
        const after = linesOf(form(text));
        assert.equal(after.length, before.length);
        before.forEach((line, index) => sameWords(squashed(line), squashed(after[index] ?? '')));
      }),
      runs,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = form(text);
        assert.equal(form(once), once);
      }),
      runs,
    );
  });

  it('changes nothing of what the plan says', () => {
    fc.assert(
      fc.property(texts, (text) => assert.equal(exported(form(text)), exported(text))),
      runs,
    );
  });

  it('keeps a property in a misleading place where it misleads', () => {
    const misleading = (text: string): readonly string[] =>
      snapshotOf(text)
        .findings(URI)
        .flatMap(({ code, message }) => (code === 'OKR008' ? [message] : []));
    fc.assert(
      fc.property(texts, (text) => assert.deepEqual(misleading(form(text)).length, misleading(text).length)),
      runs,
    );
  });

  it('leaves lines alone that stay the same, and all outside of a range', () => {
    const options: FormattingOptions = { tabSize: 4, insertSpaces: false };
    fc.assert(
      fc.property(texts, fc.nat({ max: 30 }), fc.nat({ max: 10 }), (text, first, count) => {
        const document = TextDocument.create(URI, 'okr', 0, text);
        const snapshot = snapshotOf(text);
        const range = { start: { line: first, character: 0 }, end: { line: first + count, character: 1 } };
        const edits = formatting(snapshot, URI, options, range) ?? [];
        for (const edit of edits) {
          assert.ok(document.getText(edit.range) !== edit.newText);
          assert.ok(edit.range.start.line >= first && edit.range.end.line <= first + count + 1);
          if (edit.range.end.line === first + count + 1) assert.equal(edit.range.end.character, 0);
        }
        const whole = TextDocument.applyEdits(document, edits);
        assert.equal(exported(whole), exported(text));
      }),
      runs,
    );
  });
});
