import assert from 'node:assert/strict';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { fileStatus } from '../../../server/src/features/status.ts';
import { EXAMPLE, fixture } from './workspace.ts';

describe('the status of a file', () => {
  it('counts goals and findings, and gives the mean score', () => {
    const { snapshot, uri } = fixture(EXAMPLE);
    const status = fileStatus(snapshot, uri);
    assert.equal(status?.objectives, 1);
    assert.equal(status.keyResults, 2);
    assert.equal(Math.round((status.score ?? 0) * 100), 30);
    assert.equal(status.findings.error, 0);
    assert.equal(status.config, null);
  });

  it('has no score where nothing can be scored, and is null for an unknown file', () => {
    const { snapshot, uri } = fixture('nonsense here it is\n');
    assert.deepEqual(fileStatus(snapshot, uri), {
      objectives: 0,
      keyResults: 0,
      score: null,
      findings: { error: 1, warning: 0, info: 0, hint: 0 },
      config: null,
      ignored: false,
    });
    assert.equal(fileStatus(snapshot, 'file:///nowhere.okr'), null);
  });
});

describe('diagnostics', () => {
  it('carry code, page, severity and source', () => {
    const { snapshot, uri } = fixture('cycle 2026-Q4\nobjective: A\n  kr: Improve response time\n');
    const found = diagnostics(snapshot, uri).find(({ code }) => code === 'OKR101');
    assert.equal(found?.severity, 2);
    assert.equal(found.source, 'okr');
    assert.match(found.codeDescription?.href ?? '', /^https:\/\/.*\/docs\/rules\/okr101-not-measurable\.md$/);
    assert.deepEqual(found.range, { start: { line: 2, character: 6 }, end: { line: 2, character: 27 } });
  });

  it('lead to the other places that matter, in other files as well', () => {
    const { snapshot } = fixture(
      '=== a.okr\nteam t: T\n  objective same: A\n=== b.okr\nteam t: T\n  objective same: B\n',
    );
    const all = snapshot.uris.flatMap((uri) => diagnostics(snapshot, uri).map((each) => ({ uri, ...each })));
    const double = all.find(({ code }) => code === 'OKR005');
    const [related] = double?.relatedInformation ?? [];
    assert.ok(related !== undefined);
    assert.notEqual(related.location.uri, double?.uri);
    assert.deepEqual(related.location.range.start.line, 1);
  });

  it('fade what is needless', () => {
    const { snapshot, uri } = fixture('cycle 2026-Q4\n# okr-ignore OKR105: the board asked for it\nobjective: A\n');
    const found = diagnostics(snapshot, uri).find(({ code }) => code === 'OKR010');
    assert.deepEqual(found?.tags, [1]);
  });

  it('are empty for a file that is not known', () => {
    assert.deepEqual(diagnostics(fixture('').snapshot, 'file:///nowhere.okr'), []);
  });
});
