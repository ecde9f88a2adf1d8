import type { Instant } from '#domain/base/instant.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Random } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type Act, newSalt } from '#operations/transact.ts';

/** What still waited for a decision when another case revoked the certificate: closed by it, in the same commit, and it says by which. */
export async function overtakenCases(
  snapshot: Snapshot,
  random: Random,
  { serialNumber, by }: { readonly serialNumber: string; readonly by: string },
  { officer, at }: { readonly officer: string; readonly at: Instant },
): Promise<readonly Act[]> {
  const cases = await snapshot.list('revocation', { index: 'serialNumber', only: serialNumber });
  return cases
    .filter(({ id, decision }) => decision === undefined && id !== by)
    .map((open) => {
      const record: RevocationCase = {
        ...open,
        salt: newSalt(random),
        decision: { outcome: 'overtaken', officer, at, confirmedCorrect: false, by },
      };
      return {
        act: 'revocation-overtaken',
        subjects: [open.id, by],
        puts: [{ collection: 'revocation', record }],
      };
    });
}
