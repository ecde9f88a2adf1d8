import { contentDigest } from '#domain/application/content-digest.ts';
import { ok } from '#domain/base/result.ts';
import { transact } from '#operations/transact.ts';
import { type OfficeAtWork, taken } from './office-at-work.ts';

/** An application as it stands in a register where approving asked for less: approved, whatever speaks against it. */
export async function approvedAnyhow({ desk }: OfficeAtWork, id: string): Promise<void> {
  taken(
    await transact(desk, async (snapshot, at) => {
      const application = await snapshot.get('application', id);
      if (application === undefined) throw new Error('no application');
      const digest = contentDigest(application, desk.sha256);
      const officer = desk.custody.officerId() ?? '';
      const record = {
        ...application,
        decision: { outcome: 'approved', officer, at, contentDigest: digest, grounds: [] },
      } as const;
      const put = { collection: 'application', record } as const;
      return ok({ acts: [{ act: 'application-approved', subjects: [id], puts: [put] }], answer: null });
    }),
  );
}
