import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/actions.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/src/features/call-hierarchy.ts';
import { cascade } from '../../../server/src/features/cascade.ts';
import { checkInPlaces } from '../../../server/src/features/check-in-places.ts';
import { codeLenses, resolveCodeLens } from '../../../server/src/features/code-lens.ts';
import { resolveCompletion } from '../../../server/src/features/completion-resolve.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { documentLinks, resolveDocumentLink } from '../../../server/src/features/document-links.ts';
import { faded } from '../../../server/src/features/faded.ts';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { inlayHints, resolveInlayHint } from '../../../server/src/features/inlay-hints.ts';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { sayIn } from '../../../server/src/features/say-in.ts';
import { documentSymbols } from '../../../server/src/features/symbols.ts';
import { readConfig } from '../../../server/src/rules/parse-config.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { createOkrService } from '../../../server/src/service.ts';
import type { Snapshot } from '../../../server/src/service.ts';
import { english } from '../../../server/src/syntax/said.ts';
import type { Say } from '../../../server/src/syntax/said.ts';
import { PROPERTY_NAMES } from '../../../server/src/syntax/keywords.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');

/** Lines that the examples have no need of: all properties, all directives, faults, and what was dropped or moved. */
const MORE = `cycle 2026-Q1
team old: Old Team
  objective past: Prior Glory
    kr gone: Bring revenue up by 5% etc.
      status: dropped, nobody cared
    kr later: Halve waiting time
      2026-02-01: postponed, wait
    kr bare: Improve
    kr moved: Retain customers
      metric: 10% -> 20%
      2026-02-01: target 20% -> 25%
      2026-02-03: by 2026-03-01
      2026-02-04: baseline 10% -> 12%, remeasured
      2026-02-05: 15%, confidence 0.9, at risk
  kpi lone: Lone figure
# okr-ignore ${RULES.map(({ code }) => code).join(', ')}: board votes
objective nowhere: Nowhere
${PROPERTY_NAMES.map((name) => `  ${name}: value`).join('\n')}
`;

/** Labels of completions that are words of the language. */
const KEYWORDS: readonly string[] = [...PROPERTY_NAMES, 'end of cycle', 'on track', 'at risk', 'off track'];

function workspaceOf(texts: ReadonlyMap<string, string>): Snapshot {
  const service = createOkrService();
  service.setToday('2026-11-10');
  const strict = { rules: Object.fromEntries(RULES.map(({ name }) => [name, 'warning'])) };
  service.configure(readConfig(JSON.stringify(strict), { source: null, folder: 'file:///' }).config);
  for (const [uri, text] of texts) service.set(uri, { kind: 'text', text, notUtf8At: null });
  return service.snapshot();
}

function examples(): ReadonlyMap<string, string> {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.okr'));
  return new Map(files.map((name) => [`file:///${name}`, readFileSync(join(EXAMPLES, name), 'utf8')]));
}

function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** What is told of a file without being asked for, and what may be done to it. */
function told(snapshot: Snapshot, uri: string, text: string, say: Say): readonly (string | undefined)[] {
  const options = { snippets: true, refusals: true, creates: true, versionOf: () => null, say };
  const commands = { references: 'a', checkIn: 'b' };
  const all = { progress: true, owner: true, cycle: true, deadline: true };
  const range = { start: { line: 0, character: 0 }, end: { line: 100000, character: 0 } };
  return [
    ...[...diagnostics(snapshot, uri, say), ...faded(snapshot, uri, say)].flatMap((each) => [
      messageOf(each),
      ...(each.relatedInformation ?? []).map(({ message }) => message),
    ]),
    ...(inlayHints(snapshot, uri, range, all, say) ?? []).flatMap((hint) => {
      const { label, tooltip } = resolveInlayHint(snapshot, hint, say);
      return [JSON.stringify(label), JSON.stringify(tooltip)];
    }),
    ...(codeLenses(snapshot, uri, commands) ?? []).map(
      (lens) => resolveCodeLens(snapshot, lens, commands, say).command?.title,
    ),
    ...(documentLinks(snapshot, uri) ?? []).map((link) => resolveDocumentLink(snapshot, link, say).tooltip),
    ...(foldingRanges(snapshot, uri, say) ?? []).map(({ collapsedText }) => collapsedText),
    ...(documentSymbols(snapshot, uri, say) ?? []).map((symbol) => JSON.stringify(symbol, ['detail', 'children'])),
    ...[...text.matchAll(/^.*$/gm)].flatMap(({ index, 0: line }) => {
      const actions = codeActions(snapshot, uri, { from: index, to: index + line.length }, options) ?? [];
      return actions.flatMap(({ title, disabled }) => [title, disabled?.reason]);
    }),
  ];
}

/** What is answered at each word: hovers, calls, and what names may be changed to. */
function answered(snapshot: Snapshot, uri: string, text: string, say: Say): readonly (string | undefined)[] {
  const renamedBefore = new Set<string>();
  return [...text.matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
    const contents = hover(snapshot, uri, index, say)?.contents;
    const names = [prepareRename(snapshot, uri, index, say)];
    // Each renaming reads the whole plan anew: one of each word at the beginning of lines has to do.
    const isLate = index - text.lastIndexOf('\n', index) > 14;
    const tried = isLate || renamedBefore.has(word) ? [] : ['nowhere', '?!'];
    renamedBefore.add(word);
    const renamed = tried.map((name) =>
      rename(snapshot, uri, index, name, { annotations: true, versionOf: () => null, say }),
    );
    return [
      typeof contents === 'object' && 'value' in contents ? contents.value : undefined,
      ...(prepareCallHierarchy(snapshot, uri, index, say) ?? []).flatMap((call) => [
        call.detail,
        ...(incomingCalls(snapshot, call, say) ?? []).map(({ from }) => from.detail),
        ...(outgoingCalls(snapshot, call, say) ?? []).map(({ to }) => to.detail),
      ]),
      ...names.map((each) => (each !== null && 'refused' in each ? each.refused : undefined)),
      ...renamed.flatMap((each) => {
        if (each === null) return [];
        return 'refused' in each
          ? [each.refused]
          : Object.values(each.changeAnnotations ?? {}).map(({ label }) => label);
      }),
    ];
  });
}

/** What is proposed at each line, in front of it, behind its name and at its end. */
function proposed(snapshot: Snapshot, uri: string, text: string, say: Say): readonly (string | undefined)[] {
  const known = new Set<string>(KEYWORDS);
  return [...text.matchAll(/^.*$/gm)].flatMap(({ index, 0: line }) => {
    const indent = line.length - line.trimStart().length;
    return [0, indent, line.indexOf(': ') + 2, line.length].flatMap((at) => {
      const { items = [] } = completion(snapshot, uri, index + at, { snippets: true, say }) ?? {};
      return items
        .filter(({ label }) => !known.has(label))
        .flatMap((item) => {
          known.add(item.label);
          const { label, detail, labelDetails, documentation, ...rest } = resolveCompletion(snapshot, item, say);
          const snippet = rest.insertTextFormat === 2 ? rest.textEdit?.newText : undefined;
          return [label, detail, labelDetails?.description, JSON.stringify(documentation), snippet];
        });
    });
  });
}

/** English words without which hardly a phrase gets by, and which are neither German nor of the language. */
const ENGLISH =
  /(?<![\p{L}:.-])(?:the|of|is|are|and|or|with|for|by|from|its|it|no|has|have|this|that|which|what|when|where|be|been|to|at|on|out|here|there|more|than|says?|write|give|make|take|put|it|at|left|each|every|who|someone|nothing|nobody|does|cannot|can|would|should|may|must|they|them|then|into|above|below|until)(?![\p{L}:-])/giu;

/** Quoted text, code, and phrases of the language are not English. */
function prose(text: string): string {
  return text
    .replace(/\\([^A-Za-z])/g, '$1')
    .replace(/\*\*[a-z ]+\*\*:|`[^`]*`|„[^“]*“|"[^"]*"|\((?:https?|command):[^)]*\)/g, ' ')
    .replace(/\b(?:on track|at risk|off track|end of cycle|north star)\b/g, ' ')
    .replace(/\d\}? of \d|\d to \d/g, ' ');
}

/** The English words of a text that is not the planner's own: no word beside them stands beside them in a file. */
function leftOver(text: string, own: string): readonly string[] {
  const plain = prose(text);
  return [...plain.matchAll(ENGLISH)].flatMap(({ 0: word, index }) => {
    const before = /\S+\s+$/.exec(plain.slice(0, index))?.[0] ?? '\u0000';
    const behind = /^\s+[^\s,.;:…)*]+/.exec(plain.slice(index + word.length))?.[0] ?? '\u0000';
    return own.includes(before + word) || own.includes(word + behind) ? [] : [word];
  });
}

describe('in German', () => {
  let say: Say;
  before(async () => {
    say = await sayIn('de');
  });

  const leftIn = (texts: ReadonlyMap<string, string>, words: readonly (string | undefined)[]): readonly string[] => {
    const own = [...texts.values()].join('\n');
    return [...new Set(words)].flatMap((each) => {
      const left = each === undefined ? [] : leftOver(each, own);
      return left.length === 0 ? [] : [`${left.join(', ')} in: ${each ?? ''}`];
    });
  };

  it('everything is said that is said of the examples', () => {
    const texts = new Map([...examples(), ['file:///more.okr', MORE]]);
    const snapshot = workspaceOf(texts);
    const words = [...texts].flatMap(([uri, text]) => told(snapshot, uri, text, say));
    // Asking at each word takes long, and last quarter's files have nothing that these have not.
    for (const [uri, text] of [...texts].filter(([name]) => !name.includes('-Q3/'))) {
      words.push(...answered(snapshot, uri, text, say), ...proposed(snapshot, uri, text, say));
    }
    const nodes = JSON.stringify(cascade(snapshot, {}, say), ['roots', 'children', 'label', 'tooltip']).split('},');
    const places = snapshot.plan.objectives.flatMap(({ key }) => checkInPlaces(snapshot, key, say) ?? []);
    assert.ok(words.length > 1000);
    assert.deepEqual(leftIn(texts, [...words, ...nodes, ...places.map(({ detail }) => detail)]), []);
  });

  for (const { code, bad } of RULES) {
    it(`everything is said that is said of what ${code} finds`, () => {
      const uri = `file:///${code}.okr`;
      const texts = new Map([[uri, bad]]);
      assert.deepEqual(leftIn(texts, told(workspaceOf(texts), uri, bad, say)), []);
    });
  }

  it('a word of the language is offered with what it means', () => {
    const text = 'objective a: A\n  status: ';
    const snapshot = workspaceOf(new Map([['file:///a.okr', text]]));
    const detailIn = (language: Say): string | undefined => {
      const list = completion(snapshot, 'file:///a.okr', text.length, { snippets: false, say: language });
      return list?.items.find(({ label }) => label === 'dropped')?.detail;
    };
    assert.deepEqual([detailIn(say), detailIn(english)], ['aufgegeben', undefined]);
  });

  it('what is not said is found', () => {
    assert.deepEqual(leftOver('Das ist the „of“ `is` by: here', 'nothing'), ['the', 'here']);
    assert.deepEqual(leftOver('Objective Become the shop', 'objective: Become the shop'), []);
  });
});
