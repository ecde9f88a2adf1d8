import { describe, expect, it } from 'vitest';
import { gostChecks } from '#app/gost-checks.ts';
import { answer, fail, fakeWorker } from '#tests/support/fake-worker.ts';

const algorithm = { kind: 'gost3410', encoding: 'rfc4491' } as const;
const octets = new Uint8Array();

describe('the page’s side of the ГОСТ checks', () => {
  it('starts one worker, and gives each answer to who asked', async () => {
    let started = 0;
    const { verifier } = gostChecks(() => {
      started += 1;
      return fakeWorker<{ id: number }>((worker, { id }) => {
        answer(worker, { id, type: 'value', holds: id === 2 });
      });
    });
    const asked = [1, 2, 3].map(() => verifier.verify(octets, algorithm, octets, octets));
    expect(await Promise.all(asked)).toEqual([false, true, false]);
    expect(started).toBe(1);
  });

  it('a fault of the check rejects that check alone', async () => {
    const { verifier } = gostChecks(() =>
      fakeWorker<{ id: number }>((worker, { id }) => {
        answer(
          worker,
          id === 1 ? { id, type: 'fault', name: 'RangeError' } : { id, type: 'value', holds: true },
        );
      }),
    );
    await expect(verifier.verify(octets, algorithm, octets, octets)).rejects.toThrow('RangeError');
    expect(await verifier.verify(octets, algorithm, octets, octets)).toBe(true);
  });

  it('a worker that fails rejects what it was asked, and another one is started for the next', async () => {
    let started = 0;
    const { verifier } = gostChecks(() => {
      started += 1;
      return fakeWorker((worker) => {
        fail(worker);
      });
    });
    for (const number of [1, 2]) {
      await expect(verifier.verify(octets, algorithm, octets, octets)).rejects.toThrow('gost-worker');
      expect(started).toBe(number);
    }
  });
});
