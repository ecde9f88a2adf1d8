import { describe, expect, it } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest } from '#tools/failures.mjs';

describe('what failed, told at the end of a run', () => {
  it('names a test of Vitest that failed, and what it said, without colours', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'is well' },
      {
        status: 'failed',
        fullName: 'is not',
        failureMessages: ['\u001B[31mexpected 1\u001B[39m\n\n  to be 2'],
      },
    ];
    expect(
      failuresOfVitest({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults }] }),
    ).toEqual([{ title: 'is not', said: '    expected 1\n      to be 2' }]);
  });

  it('names a file that does not load', () => {
    const file = { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(failuresOfVitest({ testResults: [file] })).toEqual([
      { title: 'b.test.ts', said: '    no such module' },
    ]);
  });

  it('finds a test of Playwright however deep it lies, and the errors of the run', () => {
    const failed = {
      title: '[G04] held up',
      file: 'day/guard.spec.ts',
      line: 183,
      ok: false,
      tests: [{ results: [{ status: 'failed', errors: [{ message: 'not visible' }] }] }],
    };
    const passed = { ...failed, title: 'well', ok: true };
    const suites = [{ specs: [passed], suites: [{ suites: [{ specs: [failed] }] }] }];
    expect(failuresOfPlaywright({ suites, errors: [{ message: 'no site' }] })).toEqual([
      { title: 'day/guard.spec.ts:183 [G04] held up', said: '    failed\n    not visible' },
      { title: 'the run', said: '    no site' },
    ]);
  });

  it('says no more than a few lines of one', () => {
    const said = Array.from({ length: 100 }, (_, i) => `line ${String(i)}`).join('\n');
    const test = { status: 'failed', fullName: 'long', failureMessages: [said] };
    const [failure] = failuresOfVitest({
      testResults: [{ name: 'c', status: 'failed', assertionResults: [test] }],
    });
    expect(failure?.said.split('\n')).toHaveLength(12);
  });
});
