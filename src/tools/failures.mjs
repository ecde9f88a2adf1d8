/**
 * What failed, out of the runners' own reports: a title and what was said of it, in a few lines. Printed once more when
 * everything has ended, because a long run's middle is what a reader never sees.
 *
 * @typedef {{ readonly title: string, readonly said: string }} Failure
 */

const LINES = 12;

/**
 * @param {{ testResults: readonly VitestFile[] }} report of Vitest's JSON reporter
 * @returns {readonly Failure[]} a file that does not load is one
 *
 * @typedef {{ status: string, fullName: string, failureMessages?: readonly string[] }} VitestTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: readonly VitestTest[] }} VitestFile
 */
export function failuresOfVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) =>
    assertionResults.length === 0 && status === 'failed'
      ? [{ title: name, said: firstLines(message ?? '') }]
      : assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => ({
            title: test.fullName,
            said: firstLines((test.failureMessages ?? []).join('\n')),
          })),
  );
}

/**
 * @param {{ suites: readonly PlaywrightSuite[], errors: readonly { message?: string }[] }} report of Playwright's JSON reporter
 * @returns {readonly Failure[]} those of the tests, and then those of the run itself
 *
 * @typedef {{ status?: string, errors?: readonly { message?: string }[] }} PlaywrightResult
 * @typedef {{ title: string, file: string, line: number, ok: boolean,
 *   tests: readonly { results: readonly PlaywrightResult[] }[] }} PlaywrightSpec
 * @typedef {{ specs?: readonly PlaywrightSpec[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite
 */
export function failuresOfPlaywright({ suites, errors }) {
  return [
    ...suites.flatMap(failuresOfSuite),
    ...errors.map(({ message }) => ({ title: 'the run', said: firstLines(message ?? '') })),
  ];
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {readonly Failure[]}
 */
function failuresOfSuite({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => ({
      title: `${file}:${String(line)} ${title}`,
      said: firstLines(
        tests
          .flatMap(({ results }) => results)
          .flatMap(({ status, errors = [] }) => [status ?? '', ...errors.map(({ message }) => message ?? '')])
          .join('\n'),
      ),
    }));
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/** @param {string} said */
function firstLines(said) {
  return said
    .replaceAll(/\u001B\[[0-9;]*m/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .map((line) => `    ${line}`)
    .join('\n');
}
