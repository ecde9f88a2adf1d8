import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import { applicantNumbers } from '#domain/application/applicant.ts';
import { type Application, applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { openCeremony } from '#domain/authority/ceremony.ts';
import { rehearsalOf } from '#domain/authority/rehearsal.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err } from '#domain/base/result.ts';
import type { ChainRefusal } from '#domain/crl/chain-standing.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { chainRefusalOf } from './chain-refusal.ts';
import { type FindingsRefusal, judgeFindings } from './examine-whole.ts';
import { type OntoCarrier, type OntoCarrierRefusal, ontoCarrierRefusal } from './onto-carrier.ts';
import {
  type AuthorityAtWork,
  type AuthorityRefusal,
  type PreparedCertificate,
  authorityAtWork,
  prepareCertificate,
} from './prepare.ts';
import { type RelatedRefusal, relatedRefusal } from './related.ts';
import { replacementRefusal } from './replace.ts';
import { stateBodyFinding } from './state-body.ts';
import { type ProvingDesk, registerMap } from '#operations/soundness.ts';
import type { ReplaceRefusal } from '#operations/revocation/for-replacement.ts';
import type { ForbiddenByChain } from './within-chain.ts';

export type PrepareRefusal =
  | ForbiddenByChain
  | AuthorityRefusal
  | ChainRefusal
  | {
      readonly type:
        | 'ApplicationMissing'
        | 'RequestMissing'
        | 'RequestUnreadable'
        | 'NotApproved'
        | 'AlreadyIssued'
        | 'EntryMissing'
        /** Of before approvals were signed: it is taken back and given anew. */
        | 'ApprovalNotSigned'
        /** The log says that it was taken back, or never given: what lies there is an older record. */
        | 'ApprovalNotStanding';
    }
  | FindingsRefusal
  /** Another application in the same act, of that number, has this key too. */
  | { readonly type: 'KeyTwice'; readonly number: string }
  | OntoCarrierRefusal
  | RelatedRefusal
  | ReplaceRefusal;

/** The authority, as long as it may issue: at work, not ceased, under a chain that stands, with a key backup known to open (F15). */
export async function issuingAuthority(
  desk: Desk,
  snapshot: Snapshot,
  now: Instant,
): Promise<Result<AuthorityAtWork, PrepareRefusal>> {
  const authority = authorityAtWork(desk, await snapshot.get('station', 'station'), now);
  if (!authority.ok) return authority;
  const { station } = authority.value;
  if (station.ceasedOn !== undefined) return err({ type: 'AuthorityCeased' });
  if (openCeremony(station) !== undefined) return err({ type: 'CeremonyOpen' });
  const rehearsal = rehearsalOf(station, now);
  if (rehearsal?.state === 'closed') return err({ type: 'RehearsalOverdue', lastAt: rehearsal.lastAt });
  const broken = await chainRefusalOf(snapshot, station, now);
  return broken === null ? authority : err(broken);
}

/** Whether the application, as it stands now, was approved and has no certificate yet. */
export async function approvalRefusal(
  desk: ProvingDesk,
  snapshot: Snapshot,
  station: Station,
  application: Application,
): Promise<PrepareRefusal | null> {
  const rules = rulesOfRecord(station, application);
  const state = applicationState(application, contentDigest(application, desk.sha256), rules);
  if (state === 'issued') return { type: 'AlreadyIssued' };
  const { decision } = application;
  if (state !== 'approved' || decision === undefined) return { type: 'NotApproved' };
  // A signed approval stays signed when it is taken back, and whoever kept the record could put it there again: the log has the last word.
  const map = await registerMap(desk, snapshot);
  return map.isApproved(application.id, decision.officer, decision.at)
    ? null
    : { type: 'ApprovalNotStanding' };
}

/** The key worker would refuse it; said before a serial number is used up. */
function unsignedRefusal({ decision }: Application): PrepareRefusal | null {
  return decision?.signature === undefined ? { type: 'ApprovalNotSigned' } : null;
}

/** Certificates that are signed and registered together: each is examined by itself, and against those before it. */
export class Slice {
  readonly prepared: PreparedCertificate[] = [];
  readonly #desk: Desk;
  readonly #snapshot: Snapshot;
  readonly #authority: AuthorityAtWork;
  readonly #now: Instant;
  /** Numbers of the applications by what no two of them may share. */
  readonly #byKey = new Map<string, string>();
  readonly #byOwner = new Map<string, string>();

  readonly #beside: ReadonlySet<string>;

  /** `beside`: certificates that are being signed, and that the register does not know yet. */
  constructor(
    desk: Desk,
    snapshot: Snapshot,
    authority: AuthorityAtWork,
    now: Instant,
    beside: readonly PreparedCertificate[] = [],
  ) {
    this.#desk = desk;
    this.#snapshot = snapshot;
    this.#authority = authority;
    this.#now = now;
    this.#beside = new Set(
      beside.flatMap(({ application, keyIdentifier }) => this.#marksOf(application, keyIdentifier)),
    );
  }

  /** Takes the application in, or says why it can't be; `later`: the register can't say before it has those beside. */
  async add(id: string, chosen: OntoCarrier | undefined): Promise<PrepareRefusal | 'later' | null> {
    const application = await this.#snapshot.get('application', id);
    if (application === undefined) return { type: 'ApplicationMissing' };
    if (this.#isBeside(application)) return 'later';
    const { station } = this.#authority;
    const rules = rulesOfRecord(station, application);
    const refusal =
      (await approvalRefusal(this.#desk, this.#snapshot, station, application)) ??
      (await this.#bodyUnconfirmed(application)) ??
      (await ontoCarrierRefusal(this.#snapshot, rules, application, chosen, this.#now)) ??
      this.#ownerTwice(application);
    if (refusal !== null) return refusal;
    const certificate = this.#examined(application, chosen);
    if (!certificate.ok) return certificate.error;
    if (this.#isBeside(application, certificate.value.keyIdentifier)) return 'later';
    const keyHex = bytesToHex(certificate.value.keyIdentifier);
    const taken =
      (await relatedRefusal(this.#snapshot, application, certificate.value, this.#now)) ??
      (await replacementRefusal(this.#snapshot, application, station, this.#now)) ??
      this.#keyTwice(keyHex) ??
      unsignedRefusal(application);
    if (taken !== null) return taken;
    this.#byKey.set(keyHex, application.number);
    const owner = this.#ownerOf(application);
    if (owner !== null) this.#byOwner.set(owner, application.number);
    this.prepared.push(certificate.value);
    return null;
  }

  #isBeside(application: Application, keyIdentifier?: Uint8Array): boolean {
    return this.#marksOf(application, keyIdentifier).some((mark) => this.#beside.has(mark));
  }

  /** What two certificates must not share unknown to each other: an owner who has one key, the certificate that is followed, the key. */
  #marksOf(application: Application, keyIdentifier?: Uint8Array): readonly string[] {
    const { relation } = application;
    const owner = this.#ownerOf(application);
    return [
      ...(owner === null ? [] : [`owner ${owner}`]),
      ...(relation === undefined ? [] : [`related ${relation.of}`]),
      ...(keyIdentifier === undefined ? [] : [`key ${bytesToHex(keyIdentifier)}`]),
    ];
  }

  async #bodyUnconfirmed(application: Application): Promise<PrepareRefusal | null> {
    const finding = await stateBodyFinding(this.#snapshot, application);
    return finding === null ? null : { type: 'ExaminationFailed', findings: [finding] };
  }

  /** The certificate's very octets, against every rule that must hold; a carrier's key was made with a request of its own (G-8). */
  #examined(
    application: Application,
    chosen: OntoCarrier | undefined,
  ): Result<PreparedCertificate, PrepareRefusal> {
    const certificate = prepareCertificate(
      this.#desk,
      this.#authority,
      chosen === undefined ? application : { ...application, request: chosen.request },
      this.#now,
    );
    if (!certificate.ok) return certificate;
    const { examination, decision } = application;
    const judged = judgeFindings(certificate.value.findings, decision?.reasons ?? examination?.reasons ?? []);
    return judged.ok ? { ...certificate, value: { ...certificate.value, application } } : judged;
  }

  /** G-11: one owner has one key; two applications of one owner can't both be right. */
  #ownerTwice(application: Application): PrepareRefusal | null {
    const before = this.#byOwner.get(this.#ownerOf(application) ?? '');
    return before === undefined ? null : { type: 'OwnerTwice', number: before };
  }

  #ownerOf(application: Application): string | null {
    const rules = rulesOfRecord(this.#authority.station, application);
    return rules.keyCarrier === undefined ? null : (applicantNumbers(application.content)[0] ?? null);
  }

  /** A06, inside the slice: what the register does not know yet. */
  #keyTwice(keyHex: string): PrepareRefusal | null {
    const before = this.#byKey.get(keyHex);
    return before === undefined ? null : { type: 'KeyTwice', number: before };
  }
}
