import { rulesOfRecord, underSameRules } from '#domain/authority/rule-sets.ts';
import type { ApplicationContent } from '#domain/application/application.ts';
import type { AuthorityGeneration } from '#domain/authority/station.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { kazakhSortKey } from '#domain/base/alphabets.ts';
import { foldForSearch } from '#domain/base/text.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import {
  type RegisterEntry,
  type SigningIntent,
  entryOwner,
  ownerName,
} from '#domain/register/register-entry.ts';
import { type OntoCarriers, carrierPuts, ontoCarrierRefusal } from './onto-carrier.ts';
import { approvedPartOf } from '#domain/application/approval.ts';
import { relatedRefusal } from './related.ts';
import { replacements } from './replace.ts';
import type { ReplaceRefusal } from '#operations/revocation/for-replacement.ts';
import { type PrepareRefusal, Slice, approvalRefusal, issuingAuthority } from './slice.ts';
import type { RevokeRefusal } from '#domain/revocation/revoke-entry.ts';
import type { SignRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Question } from '#ports/register-store.ts';
import { foresee } from './foreseen.ts';
import { lockAfterAct } from '#operations/lock.ts';
import { type IntentClosed, openIntent } from '#operations/open-intent.ts';
import {
  type Act,
  type AuditedPut,
  type TransactionRefusal,
  newId,
  newSalt,
  transact,
} from '#operations/transact.ts';
import type { AuthorityAtWork, PreparedCertificate } from './prepare.ts';
import { requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';

export type IssueRefusal =
  | TransactionRefusal
  | PrepareRefusal
  | SignRefusal
  | RegisterTouched
  | RevokeRefusal
  | ReplaceRefusal
  | IntentClosed
  | { readonly type: 'Cancelled' };

export interface IssueOutcome {
  readonly applicationId: string;
  readonly result: Result<RegisterEntry, IssueRefusal>;
}

const noCarriers: OntoCarriers = new Map();

/** Enough for a strict commit to cost nothing beside the signatures, small enough to be cancelled at once. */
const sliceLength = 200;

/**
 * N-5.3, N-6, G-7: certificates for approved applications, one or many. For each slice: examination of the very octets, a commit
 * of the intents, the signatures (verified in the worker), a commit of register entries with everything that belongs to
 * them. A batch broken off can be begun again: what was issued is told as such, and nothing is issued twice.
 */
export async function issueCertificates(
  desk: Desk,
  command: { readonly applicationIds: readonly string[]; readonly carriersByApplicationId?: OntoCarriers },
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<readonly IssueOutcome[]> {
  const { applicationIds, carriersByApplicationId = noCarriers } = command;
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return applicationIds.map((applicationId) => ({ applicationId, result: sound }));
  const outcomes: IssueOutcome[] = [];
  for (let from = 0; from < applicationIds.length; from += sliceLength) {
    const slice = applicationIds.slice(from, from + sliceLength);
    if (options.cancellation?.isCancelled === true)
      outcomes.push(
        ...slice.map((applicationId) => ({ applicationId, result: err({ type: 'Cancelled' as const }) })),
      );
    else outcomes.push(...(await issueSlice(desk, slice, carriersByApplicationId)));
    options.onProgress?.(outcomes.length, applicationIds.length);
  }
  return outcomes;
}

async function issueSlice(
  desk: Desk,
  applicationIds: readonly string[],
  carriersByApplicationId: OntoCarriers,
): Promise<readonly IssueOutcome[]> {
  const outcomes = new Map<string, Result<RegisterEntry, IssueRefusal>>();
  const finish = () =>
    applicationIds.map((applicationId) => ({
      applicationId,
      result: outcomes.get(applicationId) ?? err({ type: 'Cancelled' as const }),
    }));
  const failAll = (prepared: readonly PreparedCertificate[], refusal: IssueRefusal) => {
    for (const { application } of prepared) outcomes.set(application.id, err(refusal));
    return finish();
  };

  const intended = await commitIntents(desk, applicationIds, carriersByApplicationId, outcomes);
  if (!intended.ok) {
    for (const id of applicationIds) if (!outcomes.has(id)) outcomes.set(id, intended);
    return finish();
  }
  const { prepared, authority, intents } = intended.value;
  if (prepared.length === 0) return finish();
  const signed = await desk.custody.signAsAuthority({
    what: 'certificates',
    station: authority.station,
    tbs: prepared.map(({ tbsDer }) => tbsDer),
    approved: prepared.map(({ application }) => approvedPartOf(application)),
    suite: authority.generation.suite,
    spkiDer: authority.certificate.tbs.publicKey.der,
  });
  if (!signed.ok) {
    if (signed.error.type === 'SignatureSuspect') await markKeySuspect(desk, authority.station.stationId);
    return failAll(prepared, signed.error);
  }
  const committed = await commitEntries(
    desk,
    authority,
    carriersByApplicationId,
    prepared,
    intents,
    signed.value,
  );
  if (!committed.ok) return failAll(prepared, committed.error);
  for (const entry of committed.value) outcomes.set(entry.applicationId, ok(entry));
  await lockAfterAct(desk);
  return finish();
}

interface Intended {
  readonly authority: AuthorityAtWork;
  readonly prepared: readonly PreparedCertificate[];
  readonly intents: readonly SigningIntent[];
}

function commitIntents(
  desk: Desk,
  applicationIds: readonly string[],
  carriersByApplicationId: OntoCarriers,
  outcomes: Map<string, Result<RegisterEntry, IssueRefusal>>,
): Promise<Result<Intended, IssueRefusal>> {
  return transact<Intended, IssueRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const authority = await issuingAuthority(desk, snapshot, now);
    if (!authority.ok) return authority;
    outcomes.clear();
    await foresee(snapshot, applicationIds, carriersByApplicationId);
    const slice = new Slice(desk, snapshot, authority.value, now);
    for (const id of new Set(applicationIds)) {
      const refusal = await slice.add(id, carriersByApplicationId.get(id));
      if (refusal !== null) outcomes.set(id, err(refusal));
    }
    const { prepared } = slice;
    const intents = prepared.map((certificate) => intentOf(desk, certificate, officer, now));
    return ok({ acts: intendedActs(intents), answer: { authority: authority.value, prepared, intents } });
  });
}

function intentOf(
  desk: Desk,
  { application, serialNumber, tbsDer }: PreparedCertificate,
  officer: string,
  at: Instant,
): SigningIntent {
  return {
    id: newId(desk.random),
    salt: newSalt(desk.random),
    what: 'certificate',
    number: bytesToHex(serialNumber),
    applicationId: application.id,
    tbsSha256Hex: bytesToHex(desk.sha256(tbsDer)),
    officer,
    at,
    outcome: 'open',
  };
}

function intendedActs(intents: readonly SigningIntent[]): readonly Act[] {
  if (intents.length === 0) return [];
  return [
    {
      act: 'issue-intended',
      subjects: intents.map(({ number }) => number),
      puts: intents.map((record) => ({ collection: 'intent', record })),
    },
  ];
}

function commitEntries(
  desk: Desk,
  authority: AuthorityAtWork,
  carriersByApplicationId: OntoCarriers,
  prepared: readonly PreparedCertificate[],
  intents: readonly SigningIntent[],
  signatures: readonly Uint8Array[],
): Promise<Result<readonly RegisterEntry[], IssueRefusal>> {
  return transact<readonly RegisterEntry[], IssueRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    // While the key signed the activity may have ceased, or a list of the authority above have come in.
    const still = await issuingAuthority(desk, snapshot, time);
    if (!still.ok) return still;
    const ids = prepared.map(({ application }) => application.id);
    const ofIntents = intents.map(({ id }): Question => ({ collection: 'intent', key: id }));
    await foresee(snapshot, ids, carriersByApplicationId, ofIntents);
    const [last] = await snapshot.list('entry', { index: 'number', reverse: true, limit: 1 });
    const entries: RegisterEntry[] = [];
    const acts: Act[] = [];
    const replacing = await replacements(desk, snapshot, { officer, station: authority.station }, time);
    for (const [i, certificate] of prepared.entries()) {
      const signature = signatures[i];
      const application = await snapshot.get('application', certificate.application.id);
      if (signature === undefined || application === undefined) return err({ type: 'ApplicationMissing' });
      const intent = await openIntent(snapshot, intents[i]?.id ?? '', certificate.tbsDer, desk.sha256);
      if (intent === null) return err({ type: 'IntentClosed' });
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
        { collection: 'intent', record: { ...intent, outcome: 'done' } },
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

/** The log gets the suspicion even when nothing else could be stored (D15). */
async function markKeySuspect(desk: Desk, stationId: string): Promise<void> {
  await transact(desk, () =>
    Promise.resolve(ok({ acts: [{ act: 'key-suspected', subjects: [stationId] }], answer: null })),
  );
}
