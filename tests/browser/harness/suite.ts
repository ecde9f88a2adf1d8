import {
  ASYMMETRIC_MATCHERS_OBJECT,
  type ExpectStatic,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  getState,
  setState,
} from '@vitest/expect';
import * as chai from 'chai';

/**
 * The few words of vitest that the suites of adapters use, without vitest: the same suites run in Node by vitest, and
 * here in a page of a built bundle, under the application's own policy, in any browser.
 */
export interface BrowserTest {
  readonly title: string;
  readonly body: () => unknown;
  readonly before: readonly (() => unknown)[];
  readonly after: readonly (() => unknown)[];
}

interface Group {
  readonly name: string;
  readonly before: (() => unknown)[];
  readonly after: (() => unknown)[];
}

export const collected: BrowserTest[] = [];
const groups: Group[] = [{ name: '', before: [], after: [] }];

export function describe(name: string, body: () => void): void {
  groups.push({ name, before: [], after: [] });
  body();
  groups.pop();
}

export function it(name: string, body: () => unknown): void {
  const open = [...groups];
  collected.push({
    title: [...open.map((group) => group.name), name].filter((part) => part !== '').join(' › '),
    body,
    get before() {
      return open.flatMap((group) => group.before);
    },
    get after() {
      return open.flatMap((group) => group.after).reverse();
    },
  });
}

/** `%s` in the name is the case itself. */
it.each =
  <Case>(cases: readonly Case[]) =>
  (name: string, body: (value: Case) => unknown): void => {
    for (const value of cases) it(name.replace('%s', String(value)), () => body(value));
  };

export function beforeEach(body: () => unknown): void {
  groups.at(-1)?.before.push(body);
}

export function afterEach(body: () => unknown): void {
  groups.at(-1)?.after.push(body);
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const make = (value: unknown, message?: string): unknown => {
  setState({ assertionCalls: getState(expect).assertionCalls + 1 }, expect);
  return chai.expect(value, message);
};

export const expect = make as unknown as ExpectStatic;
Object.assign(expect, chai.expect, Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT));
setState(
  {
    assertionCalls: 0,
    isExpectingAssertions: false,
    isExpectingAssertionsError: null,
    expectedAssertionsNumber: null,
    expectedAssertionsNumberErrorGen: null,
  },
  expect,
);
