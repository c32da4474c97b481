import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/actions.ts';
import { served, serving } from '../../../server/src/features/alignment.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/src/features/call-hierarchy.ts';
import { cascade } from '../../../server/src/features/cascade.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { definition } from '../../../server/src/features/definition.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { documentLinks, resolveDocumentLink } from '../../../server/src/features/document-links.ts';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { linkedEditing } from '../../../server/src/features/linked-editing.ts';
import { documentHighlights } from '../../../server/src/features/highlight.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { lengthOf, offsetAt, positionAt } from '../../../server/src/features/layout.ts';
import { references } from '../../../server/src/features/references.ts';
import { prepareRename } from '../../../server/src/features/rename.ts';
import { selectionRanges } from '../../../server/src/features/selection.ts';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts';
import { fileStatus } from '../../../server/src/features/status.ts';
import { documentSymbols } from '../../../server/src/features/symbols.ts';
import type { Tree } from '../../../server/src/syntax/tree.ts';
import type { Snapshot } from '../../../server/src/service.ts';
import { anyText } from '../syntax/okr-text.ts';
import { A, B, snapshotOf } from './workspace.ts';

function treeOf(snapshot: Snapshot): Tree {
  const tree = snapshot.tree(A);
  assert.ok(tree !== null);
  return tree;
}

describe('features on any text', () => {
  it('answer without failing, with places that are there', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const snapshot = snapshotOf(a, b);
        const offset = Math.round(share * a.length);
        const within = (uri: string, { start, end }: Range): void => {
          const tree = snapshot.tree(uri);
          assert.ok(tree !== null);
          for (const position of [start, end]) assert.deepEqual(positionAt(tree, offsetAt(tree, position)), position);
        };
        for (const uri of [A, B]) {
          for (const finding of snapshot.findings(uri)) assert.equal(finding.place.uri, uri, finding.message);
          for (const { range, relatedInformation } of diagnostics(snapshot, uri)) {
            within(uri, range);
            for (const { location } of relatedInformation ?? []) within(location.uri, location.range);
          }
        }
        const found = hover(snapshot, A, offset);
        if (found?.range !== undefined) within(A, found.range);
        for (const link of definition(snapshot, A, offset) ?? []) within(link.targetUri, link.targetRange);
        for (const { uri, range } of references(snapshot, A, offset, { declarations: true }) ?? []) within(uri, range);
        documentHighlights(snapshot, A, offset)?.forEach(({ range }) => within(A, range));
        for (const link of served(snapshot, A, offset) ?? []) within(link.targetUri, link.targetRange);
        for (const link of serving(snapshot, A, offset) ?? []) within(link.targetUri, link.targetRange);
        foldingRanges(snapshot, A)?.forEach(({ startLine, endLine }) => {
          assert.ok(startLine < endLine && endLine < a.split(/\r\n|\r|\n/).length);
        });
        for (let grown = selectionRanges(snapshot, A, [offset])?.[0]; grown !== undefined; grown = grown.parent) {
          within(A, grown.range);
        }
        linkedEditing(snapshot, A, offset)?.ranges.forEach((range) => within(A, range));
        documentLinks(snapshot, A)?.forEach((link) => within(A, resolveDocumentLink(snapshot, link).range));
        workspaceSymbols(snapshot, a.slice(0, 3), { lazy: false });
        const name = prepareRename(snapshot, A, offset);
        if (name !== null && 'range' in name) within(A, name.range);
        for (const item of prepareCallHierarchy(snapshot, A, offset) ?? []) {
          within(item.uri, item.range);
          incomingCalls(snapshot, item)?.forEach(({ from, fromRanges }) =>
            fromRanges.forEach((r) => within(from.uri, r)),
          );
          outgoingCalls(snapshot, item)?.forEach(({ fromRanges }) => fromRanges.forEach((r) => within(item.uri, r)));
        }
        const here = positionAt(treeOf(snapshot), offset);
        for (const { textEdit } of completion(snapshot, A, offset, { snippets: true })?.items ?? []) {
          assert.ok(textEdit !== undefined && 'range' in textEdit);
          const { start, end } = textEdit.range;
          within(A, textEdit.range);
          assert.ok(start.line === here.line && end.line === here.line);
          assert.ok(start.character <= here.character && here.character <= end.character);
        }
        const options = { snippets: false, versionOf: () => null, creates: true };
        const all = codeActions(snapshot, A, { from: 0, to: a.length }, options) ?? [];
        const own = codeActions(snapshot, A, { from: offset, to: offset }, { ...options, only: ['refactor'] }) ?? [];
        for (const change of [...all, ...own].flatMap(({ edit }) => edit?.documentChanges ?? [])) {
          if (!('edits' in change) || snapshot.tree(change.textDocument.uri) === null) continue;
          for (const { range } of change.edits) within(change.textDocument.uri, range);
        }
        documentSymbols(snapshot, A)?.forEach(({ range }) => within(A, range));
        cascade(snapshot, {});
        fileStatus(snapshot, A);
      }),
      { numRuns: 300 },
    );
  });

  it('count offsets and positions alike, there and back', () => {
    fc.assert(
      fc.property(anyText, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const tree = snapshotOf(text, '').tree(A);
        assert.ok(tree !== null);
        assert.equal(lengthOf(tree), text.includes('\u0000') ? 0 : text.length);
        const offset = Math.round(share * lengthOf(tree));
        const between = text.slice(offset - 1, offset + 1) === '\r\n';
        if (!between) assert.equal(offsetAt(tree, positionAt(tree, offset)), offset);
      }),
    );
  });
});
