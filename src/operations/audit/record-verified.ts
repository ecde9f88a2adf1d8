import { type Result, ok } from '#domain/base/result.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, transact } from '#operations/transact.ts';

/** Writes down that the log was verified whole, and how many faults were found: an auditor asks when it was done last. */
export function recordLogVerified(desk: Desk, report: LogReport): Promise<Result<null, TransactionRefusal>> {
  return transact(desk, () =>
    Promise.resolve(
      ok({
        acts: [{ act: 'log-verified', subjects: [String(report.records), String(report.faults.length)] }],
        answer: null,
      }),
    ),
  );
}
