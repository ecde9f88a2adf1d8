import { expect, it } from 'vitest';
import { createCancellation, neverCancelled } from '#domain/base/cancellation.ts';

it('a cancelled act hears of it once, early listeners and late ones', () => {
  const cancellation = createCancellation();
  const { token } = cancellation;
  const heard: string[] = [];
  token.onCancel(() => heard.push('early'));
  const away = token.onCancel(() => heard.push('gone'));
  away();
  expect(token.isCancelled).toBe(false);
  cancellation.cancel();
  cancellation.cancel();
  token.onCancel(() => heard.push('late'));
  expect(token.isCancelled).toBe(true);
  expect(heard).toEqual(['early', 'late']);
});

it('the token for acts without interruption stays as it is', () => {
  neverCancelled.onCancel(() => expect.fail('called'))();
  expect(neverCancelled.isCancelled).toBe(false);
});
