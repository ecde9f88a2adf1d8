import type { Application } from '#domain/application/application.ts';
import { approvedPartOf } from '#domain/application/approval.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err } from '#domain/base/result.ts';
import type { SignatureNotWarranted } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

export type ApprovalNotSigned = SignatureNotWarranted | { readonly type: 'Locked' | 'StationMissing' };

/** The key worker's signatures on approvals that are about to be committed: without one nothing is certified. In the order of the applications. */
export async function signedApprovals(
  desk: Pick<Desk, 'custody'>,
  snapshot: Snapshot,
  request: {
    readonly officer: string;
    readonly at: Instant;
    readonly applications: readonly Application[];
  },
): Promise<Result<readonly string[], ApprovalNotSigned>> {
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  return desk.custody.signApprovals({
    ...request,
    station,
    applications: request.applications.map(approvedPartOf),
  });
}

/** As a member of the decision. */
export function signatureOf(signature: string | undefined): { readonly signature?: string } {
  return signature === undefined ? {} : { signature };
}
