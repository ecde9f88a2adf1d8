import { rulesOfRecord, underSameRules } from '#domain/authority/rule-sets.ts';
import type { ApplicationContent } from '#domain/application/application.ts';
import type { AuthorityGeneration } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { kazakhSortKey } from '#domain/base/alphabets.ts';
import { foldForSearch } from '#domain/base/text.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { type RegisterEntry, entryOwner, ownerName } from '#domain/register/register-entry.ts';
import { openIntent } from '#operations/open-intent.ts';
import { type Act, type AuditedPut, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { foresee } from './foreseen.ts';
import type { Intended } from './intend.ts';
import type { IssueRefusal } from './issue-refusal.ts';
import { type OntoCarriers, carrierPuts, ontoCarrierRefusal } from './onto-carrier.ts';
import type { PreparedCertificate } from './prepare.ts';
import { relatedRefusal } from './related.ts';
import { replacements } from './replace.ts';
import { approvalRefusal, issuingAuthority } from './slice.ts';

/**
 * The second commit of a slice: its entries, certificates and everything that belongs to them, if what was signed is still what the register
 * would have signed, and the intent still open.
 */
export function registerCertificates(
  desk: Desk,
  { authority, prepared, intent: intended }: Intended,
  signatures: readonly Uint8Array[],
  carriersByApplicationId: OntoCarriers,
): Promise<Result<readonly RegisterEntry[], IssueRefusal>> {
  return transact<readonly RegisterEntry[], IssueRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    // While the key signed the activity may have ceased, or a list of the authority above have come in.
    const still = await issuingAuthority(desk, snapshot, time);
    if (!still.ok) return still;
    const ids = prepared.map(({ application }) => application.id);
    await foresee(desk, snapshot, ids, carriersByApplicationId);
    const tbsDers = prepared.map(({ tbsDer }) => tbsDer);
    const intent = await openIntent(snapshot, intended?.id ?? '', tbsDers, desk.sha256);
    if (intent === null) return err({ type: 'IntentClosed' });
    const [last] = await snapshot.list('entry', { index: 'number', reverse: true, limit: 1 });
    const entries: RegisterEntry[] = [];
    const acts: Act[] = [];
    const replacing = await replacements(desk, snapshot, { officer, station: authority.station }, time);
    for (const [i, certificate] of prepared.entries()) {
      await desk.breathe?.();
      const signature = signatures[i];
      const application = await snapshot.get('application', certificate.application.id);
      if (signature === undefined || application === undefined) return err({ type: 'ApplicationMissing' });
      // Between the two commits the application may have been changed in another tab's time as writer (I05).
      const refusal = await approvalRefusal(desk, snapshot, authority.station, application);
      if (refusal !== null) return err(refusal);
      // Approved, but as something else than what was signed: corrected meanwhile, or its key given to another.
      const { decision } = certificate.application;
      if (decision?.contentDigest !== application.decision?.contentDigest)
        return err({ type: 'NotApproved' });
      const taken = await relatedRefusal(snapshot, application, certificate, time);
      if (taken !== null) return err(taken);
      const chosen = carriersByApplicationId.get(application.id);
      const rules = rulesOfRecord(authority.station, application);
      const withoutCarrier = await ontoCarrierRefusal(snapshot, rules, application, chosen, time);
      if (withoutCarrier !== null) return err(withoutCarrier);
      const der = assembleCertificate(certificate.tbsDer, authority.generation.suite, signature);
      const entry = entryOf(desk, certificate, der, authority.generation, {
        number: (last?.number ?? 0) + entries.length + 1,
        issuedAt: time,
        issuedBy: officer,
      });
      entries.push(entry);
      const puts: AuditedPut[] = [
        { collection: 'entry', record: entry },
        { collection: 'certificate', record: { id: entry.id, salt: newSalt(desk.random), der } },
        {
          collection: 'application',
          record: { ...application, salt: newSalt(desk.random), issued: entry.id },
        },
        // One intent for all of them: it goes with the first.
        ...(i === 0 ? [{ collection: 'intent', record: { ...intent, outcome: 'done' } } as const] : []),
        ...(chosen === undefined
          ? []
          : await carrierPuts(snapshot, desk.random, application, chosen, {
              at: time,
              officer,
              certificate: entry.id,
            })),
      ];
      acts.push({ act: 'certificate-issued', subjects: [entry.id, application.id], puts });
      if (application.relation?.kind === 'replacement' && application.failedIssues === undefined) {
        const refused = await replacing.add(application.relation.of, {
          serialNumber: entry.id,
          applicationId: application.id,
        });
        if (refused !== null) return err(refused);
      }
    }
    return ok({ acts: [...acts, ...replacing.acts()], answer: entries });
  });
}

function entryOf(
  desk: Desk,
  certificate: PreparedCertificate,
  der: Uint8Array,
  { suite, generation }: AuthorityGeneration,
  facts: Pick<RegisterEntry, 'number' | 'issuedAt' | 'issuedBy'>,
): RegisterEntry {
  const { application, notBefore, notAfter, spkiDer } = certificate;
  const { content } = application;
  const owner = entryOwner(content);
  const name = ownerName(owner.subject);
  return {
    id: bytesToHex(certificate.serialNumber),
    salt: newSalt(desk.random),
    ...facts,
    generation,
    applicationId: application.id,
    applicationNumber: application.number,
    notBefore,
    notAfter,
    ...owner,
    suite,
    subjectKey: keyName(readPublicKey(spkiDer).key).name,
    keyIdentifierHex: bytesToHex(certificate.keyIdentifier),
    fingerprintSha256Hex: bytesToHex(desk.sha256(der)),
    folded: foldForSearch(
      [name, content.organisationShortName, content.organisationName, authorityNameOf(content)].join(' '),
    ),
    sortKey: kazakhSortKey(name),
    ...(application.relation === undefined ? {} : { relation: application.relation }),
    ...underSameRules(application),
  };
}

function authorityNameOf(content: ApplicationContent): string {
  return content.form === 'R-F1' ? content.authorityName : '';
}
