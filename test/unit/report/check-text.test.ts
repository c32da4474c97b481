import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeCheckJson } from '../../../server/src/report/check-json.ts';
import type { CheckReport, FindingReport } from '../../../server/src/report/check-report.ts';
import { writeCheckText } from '../../../server/src/report/check-text.ts';
import type { Palette, TextOptions } from '../../../server/src/report/check-text.ts';

const as = (text: string): string => text;
const plain: Palette = { error: as, warning: as, info: as, hint: as, strong: as, quiet: as };
const options: TextOptions = { palette: plain, width: null, explain: false };

function finding(more: Partial<FindingReport> = {}): FindingReport {
  return {
    code: 'OKR101',
    name: 'not-measurable',
    severity: 'warning',
    message: 'kr "Improve response time": no number to measure.',
    start: { line: 3, column: 5 },
    end: { line: 3, column: 30 },
    item: null,
    because: [],
    related: [],
    fixes: [],
    ...more,
  };
}

function report(more: Partial<CheckReport> = {}): CheckReport {
  return { today: '2026-11-10', asOf: false, config: null, files: [], problems: [], ...more };
}

describe('report: check as text', () => {
  it('says so where nothing was found', () => {
    const files = [{ path: 'a.okr', findings: [] }];
    assert.equal(writeCheckText(report({ files }), options), '1 file checked: nothing found.\n');
  });

  it('lines positions up within a file, parts files by a blank line and counts at the end', () => {
    const files = [
      {
        path: 'a.okr',
        findings: [
          finding(),
          finding({ start: { line: 120, column: 1 }, severity: 'error', message: 'No such name.' }),
        ],
      },
      { path: 'b.okr', findings: [] },
      { path: 'c.okr', findings: [finding({ severity: 'hint', message: 'Give an id.' })] },
    ];
    assert.equal(
      writeCheckText(report({ files, asOf: true }), options),
      [
        'a.okr:3:5    warning  kr "Improve response time": no number to measure.  OKR101/not-measurable',
        'a.okr:120:1  error    No such name.  OKR101/not-measurable',
        '',
        'c.okr:3:5  hint     Give an id.  OKR101/not-measurable',
        '',
        '3 files checked as of 2026-11-10: 1 error, 1 warning, 1 hint.',
        '',
      ].join('\n'),
    );
  });

  it('puts what is wrong with the configuration first, and what could not be looked at before it', () => {
    const config = {
      path: 'okr.config.json',
      findings: [finding({ code: null, name: 'configuration', severity: 'error' })],
    };
    const problems = [{ path: 'gone.okr', message: 'There is no such file or folder.' }];
    const text = writeCheckText(report({ config, problems, files: [{ path: 'a.okr', findings: [] }] }), options);
    assert.deepEqual(text.split('\n'), [
      'gone.okr  error  There is no such file or folder.',
      '',
      'okr.config.json:3:5  error    kr "Improve response time": no number to measure.  configuration',
      '',
      '1 file checked: 1 not checked, 1 error.',
      '',
    ]);
  });

  it('prints the words a finding rests on where they are asked for', () => {
    const because = [{ text: 'Improve', says: 'a direction without an amount' }];
    const related = [{ path: 'b.okr', start: { line: 1, column: 2 }, message: 'first declared here' }];
    const files = [{ path: 'a.okr', findings: [finding({ because, related })] }];
    assert.match(
      writeCheckText(report({ files }), { ...options, explain: true }),
      /not-measurable\n {4}"Improve" a direction without an amount\n {4}b\.okr:1:2 first declared here\n/,
    );
  });

  it('wraps at the width of the terminal and loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 200 }),
        (words, width) => {
          const files = [{ path: 'a.okr', findings: [finding({ message: words.join(' ') })] }];
          const lines = writeCheckText(report({ files }), { ...options, width })
            .split('\n')
            .slice(0, -3);
          assert.ok(lines.every((line) => line.length <= Math.max(width, 50)));
          const said = lines.join(' ').split(/\s+/);
          assert.deepEqual(
            said.filter((word) => word !== ''),
            ['a.okr:3:5', 'warning', ...words, 'OKR101/not-measurable'],
          );
        },
      ),
    );
  });

  it('lets no text of a file steer the terminal', () => {
    const message = 'kr "\u001b[2J\u0007\u202Ereversed\u2066\r\nnext"';
    const files = [
      { path: 'a\u001b.okr', findings: [finding({ message, because: [{ text: '\u001b[31m', says: 'x' }] })] },
    ];
    const text = writeCheckText(report({ files }), { ...options, explain: true });
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    assert.equal(text.split('\n').length, 5);
  });
});

describe('report: check as JSON', () => {
  it('keeps every finding with its positions, and counts', () => {
    const files = [{ path: 'a.okr', findings: [finding()] }];
    const document: unknown = JSON.parse(writeCheckJson(report({ files })));
    assert.deepEqual(document, {
      schemaVersion: 1,
      today: '2026-11-10',
      config: null,
      files: [{ path: 'a.okr', findings: [finding()] }],
      problems: [],
      summary: { files: 1, errors: 0, warnings: 1, infos: 0, hints: 0 },
    });
  });
});
