import type { Application } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import { ok } from '#domain/base/result.ts';
import { signatureOf, signedApprovals } from '#operations/certificate/signed-approvals.ts';
import { transact } from '#operations/transact.ts';
import { type OfficeAtWork, taken } from './office-at-work.ts';

/**
 * An application as it stands in a register where approving asked for less: approved, whatever speaks against it. Its approval is signed
 * where the key worker signs it, and goes without a signature where not.
 */
export async function approvedAnyhow({ desk }: OfficeAtWork, id: string): Promise<void> {
  taken(
    await transact(desk, async (snapshot, at) => {
      const application = await snapshot.get('application', id);
      if (application === undefined) throw new Error('no application');
      const digest = contentDigest(application, desk.sha256);
      const officer = desk.custody.officerId() ?? '';
      const station = await snapshot.get('station', 'station');
      if (station === undefined) throw new Error('no station');
      const { confirmations: asked } = rulesOfRecord(station, application);
      const confirmations = asked.map(({ clause }) => ({ clause, officer, at }));
      const reasons = application.examination?.reasons ?? [];
      const examined: Application = {
        ...application,
        examination: { contentDigest: digest, confirmations, reasons },
      };
      const signed = await signedApprovals(desk, snapshot, { officer, at, applications: [examined] });
      const signature = signatureOf(signed.ok ? signed.value[0] : undefined);
      const record: Application = {
        ...examined,
        decision: { outcome: 'approved', officer, at, contentDigest: digest, grounds: [], ...signature },
      };
      const put = { collection: 'application', record } as const;
      return ok({ acts: [{ act: 'application-approved', subjects: [id], puts: [put] }], answer: null });
    }),
  );
}
