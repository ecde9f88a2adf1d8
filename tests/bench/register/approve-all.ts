import type { Application, Confirmation } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { err, ok } from '#domain/base/result.ts';
import { signatureOf, signedApprovals } from '#operations/certificate/signed-approvals.ts';
import { type Act, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';

const clauses: readonly Confirmation['clause'][] = ['N-5.1', 'N-5.2'];

/**
 * Both checks and the approval of many applications in one commit: the same records and lines as by the acts one after the other, which
 * would take longer than what is measured on them.
 */
export async function approveAll(desk: Desk, applications: readonly Application[]): Promise<void> {
  const approved = await transact(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId() ?? '';
    const examined = applications.map((application): Application => ({
      ...application,
      examination: {
        contentDigest: contentDigest(application, desk.sha256),
        confirmations: clauses.map((clause) => ({ clause, officer, at })),
        reasons: [],
      },
    }));
    const signed = await signedApprovals(desk, snapshot, { officer, at, applications: examined });
    if (!signed.ok) return err(signed.error);
    const acts = examined.flatMap((application, i): readonly Act[] => {
      const { id } = application;
      const digest = contentDigest(application, desk.sha256);
      const decision = { outcome: 'approved', officer, at, contentDigest: digest, grounds: [] } as const;
      const record = {
        ...application,
        salt: newSalt(desk.random),
        decision: { ...decision, ...signatureOf(signed.value[i]) },
      };
      return [
        { act: 'examination-confirmed', subjects: [id] },
        { act: 'application-approved', subjects: [id], puts: [{ collection: 'application', record }] },
      ];
    });
    return ok({ acts, answer: null });
  });
  if (!approved.ok) throw new Error(`refused: ${JSON.stringify(approved.error)}`);
}
