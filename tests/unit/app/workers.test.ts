import type { WrittenLine } from '#domain/audit/audit-record.ts';
import { describe, expect, it } from 'vitest';
import { aStation } from '#tests/support/station-samples.ts';
import { custodyClient } from '#app/custody-client.ts';
import { verifyLogInWorker } from '#app/log-verification.ts';
import { workerPrinter } from '#app/worker-printer.ts';
import { createCancellation } from '#domain/base/cancellation.ts';
import { Fault } from '#domain/base/fault.ts';
import type { FormContent } from '#domain/form/content.ts';
import { answer, fail, fakeWorker } from '#tests/support/fake-worker.ts';

interface Asked {
  readonly id: number;
  readonly method?: string;
}

const papers: readonly FormContent[] = [];

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error: unknown = await promise.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  if (!(error instanceof Fault)) throw new Error(`no fault: ${String(error)}`);
  return error;
}

describe('the printing worker', () => {
  it('that fails rejects what it was asked, and another one is started for the next', async () => {
    let started = 0;
    const printer = workerPrinter(() => {
      started += 1;
      return started === 1
        ? fakeWorker<Asked>(fail)
        : fakeWorker<Asked>((worker, { id }) => {
            answer(worker, { id, type: 'value', value: { ok: true, value: new Uint8Array([1]) } });
          });
    });
    const both = await Promise.all([faultOf(printer.print(papers)), faultOf(printer.print(papers))]);
    expect(both.map(({ code }) => code)).toEqual(['printing-worker', 'printing-worker']);
    expect((await printer.print(papers)).ok).toBe(true);
    expect(started).toBe(2);
  });

  it('names the class of what broke, and no more', async () => {
    const printer = workerPrinter(() =>
      fakeWorker<Asked>((worker, { id }) => {
        answer(worker, { id, type: 'fault', name: 'RangeError' });
      }),
    );
    expect((await faultOf(printer.print(papers))).message).toBe('printing-worker: RangeError');
  });

  it('that is cancelled answers so, and draws what else was asked', async () => {
    const workers: { ended: number }[] = [];
    const printer = workerPrinter(() => {
      const isFirst = workers.length === 0;
      const worker = fakeWorker<Asked>((self, { id }) => {
        if (!isFirst) answer(self, { id, type: 'value', value: { ok: true, value: new Uint8Array([id]) } });
      });
      workers.push(worker);
      return worker;
    });
    const cancellation = createCancellation();
    const cancelled = printer.printUntil(papers, () => undefined, cancellation.token);
    const other = printer.print(papers);
    cancellation.cancel();
    expect(await cancelled).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(await other).toEqual({ ok: true, value: new Uint8Array([2]) });
    expect(workers[0]?.ended).toBe(1);
  });
});

describe('the key worker', () => {
  const line = {} as WrittenLine;

  it('that fails ends with every key, and what was under way is broken', async () => {
    const workers: { ended: number }[] = [];
    const custody = custodyClient(() => {
      const worker = fakeWorker<Asked>((self, { id, method }) => {
        if (method === 'unlock')
          answer(self, {
            id,
            type: 'value',
            value: { ok: true, value: { damaged: [], damagedCopies: [], anchoredKeyHex: '01', edited: [] } },
          });
        else fail(self);
      });
      workers.push(worker);
      return worker;
    });
    const heard: boolean[] = [];
    custody.subscribe(() => heard.push(custody.isUnlocked()));
    await custody.unlock({
      officerId: 'o',
      passphrase: 'p',
      first: [],
      second: [],
      station: aStation(),
      officers: [],
    });
    expect(custody.anchoredKeyHex()).toBe('01');
    expect((await faultOf(custody.signActs([line]))).code).toBe('custody-worker');
    expect(heard).toEqual([true, false]);
    expect(custody.officerId()).toBeNull();
    expect(custody.anchoredKeyHex()).toBeNull();
    expect(workers[0]?.ended).toBe(1);
  });

  it('that is locked in the middle tells so: it is no worker that failed', async () => {
    const custody = custodyClient(() => fakeWorker<Asked>(() => undefined));
    const signing = custody.signActs([line]);
    custody.lock();
    expect((await faultOf(signing)).code).toBe('custody-locked');
  });

  it('names the class of what broke in it, and no more', async () => {
    const custody = custodyClient(() =>
      fakeWorker<Asked>((worker, { id }) => {
        answer(worker, { id, type: 'fault', name: 'OperationError' });
      }),
    );
    const fault = await faultOf(custody.signActs([line]));
    expect([fault.code, fault.message]).toEqual(['custody-worker', 'custody-worker: OperationError']);
  });
});

describe('the worker that verifies the log', () => {
  it.each([
    ['that fails', (worker: Worker) => fail(worker), 'verification-worker'],
    [
      'that meets a fault',
      (worker: Worker) => answer(worker, { type: 'fault', name: 'DataError' }),
      'verification-worker: DataError',
    ],
  ] as const)('%s is told, and ended', async (_, perform, message) => {
    const worker = fakeWorker<Asked>((self) => {
      perform(self);
    });
    const fault = await faultOf(verifyLogInWorker('tirkelim', () => worker)());
    expect([fault.code, fault.message]).toEqual(['verification-worker', message]);
    expect(worker.ended).toBe(1);
  });
});
