import { contentDigest } from '#domain/application/content-digest.ts';
import type { Application } from '#domain/application/application.ts';
import type { Office } from '#operations/office.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { examineAndApprove, requestOf, taken } from '#tests/support/station-in-page.ts';
import { type Acknowledged, say } from './said.ts';

/** The officer's work without an end: applications, certificates, revocations, CRLs, as fast as the page can. */
export async function workForever(office: Office): Promise<never> {
  for (let cycle = 1; ; cycle++) {
    const issued = await issueSome(office, 1 + (cycle % 4));
    await revoke(office, issued[0] ?? '');
    if (cycle % 3 === 0) await signAndPublish(office);
  }
}

/** An import of several applications in one commit, each examined, all of them issued in one batch. */
export async function issueSome(office: Office, count: number): Promise<readonly string[]> {
  const { acts } = office;
  const applications = await Promise.all(
    Array.from({ length: count }, async () => {
      const content = contentOf(crypto.getRandomValues(new Uint16Array(1))[0] ?? 0);
      return { content, request: await requestOf(office, content), scans: [] };
    }),
  );
  const received = taken(await acts.receiveApplications({ applications }));
  acknowledge({ act: 'received', ids: received.map(({ id }) => id) });
  for (const application of received) {
    await examineAndApprove(office, commandOf(office, application));
    acknowledge({ act: 'approved', id: application.id });
  }
  const outcomes = await acts.issueCertificates({ applicationIds: received.map(({ id }) => id) });
  return outcomes.map(({ applicationId, result }) => {
    const { id: serialNumber } = taken(result);
    acknowledge({ act: 'issued', id: applicationId, serialNumber });
    return serialNumber;
  });
}

export async function revoke({ acts }: Office, serialNumber: string): Promise<void> {
  const received = taken(
    await acts.receiveRevocation({
      serialNumber,
      source: { type: 'office', statement: 'Қате берілген' },
      ground: 'own-error',
    }),
  );
  taken(await acts.decideRevocation({ caseId: received.id, confirmedCorrect: true }));
  acknowledge({ act: 'revoked', caseId: received.id, serialNumber });
}

export async function signAndPublish({ acts }: Office): Promise<void> {
  const { id, sha256Hex } = taken(await acts.signCrl());
  acknowledge({ act: 'crl', id, published: false });
  taken(await acts.writeCrl({ id, sha256Hex, writtenTo: 'medium' }));
  taken(await acts.publishCrl({ id, where: 'http://pki.example.kz' }));
  acknowledge({ act: 'crl', id, published: true });
}

function commandOf(
  { sha256 }: Office,
  application: Application,
): { readonly applicationId: string; readonly contentDigest: string } {
  return { applicationId: application.id, contentDigest: contentDigest(application, sha256) };
}

/** Not awaited: the claim is on its way while the next act begins, as an officer's next click would. */
function acknowledge(claim: Acknowledged): void {
  void say('acknowledged', claim);
}
