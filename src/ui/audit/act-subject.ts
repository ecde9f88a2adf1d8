import { applicantName } from '#domain/application/applicant.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { openedByRecoveryWords } from '#domain/audit/signature-duty.ts';
import { parseInstant } from '#domain/base/instant.ts';
import type { Reading } from '#operations/office.ts';
import { dateTimeOf, groupsOfFour } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** One thing that an act was about; with a link where a page shows it. */
export interface ActSubject {
  readonly text: string;
  readonly href?: string;
}

/** What an act was about, by name: the log itself holds ids only, the names stand in the register. */
export async function actSubjects(record: AuditRecord, reading: Reading): Promise<readonly ActSubject[]> {
  const t = words.t.audit;
  const [first = '', second = ''] = record.subjects;
  switch (record.act) {
    case 'application-received':
    case 'application-corrected':
    case 'attachment-added':
    case 'examination-confirmed':
    case 'application-approved':
    case 'approval-withdrawn':
    case 'application-refused':
      return [await applicationSubject(first, reading), ...(second === 'late' ? [{ text: t.late }] : [])];
    case 'answer-taken':
      return (await reading.get('revocation', first)) === undefined
        ? [await applicationSubject(first, reading)]
        : [await caseSubject(first, reading)];
    case 'certificate-issued':
    case 'certificate-delivered':
    case 'certificate-recovered':
    case 'paper-placed':
    case 'accreditation-recorded':
    case 'certificate-revoked':
    case 'revocation-reason-raised':
      return [await certificateSubject(first, reading)];
    case 'issue-intended':
      return record.subjects.length === 1
        ? [await certificateSubject(first, reading)]
        : [{ text: t.numbers(String(record.subjects.length)) }];
    case 'revocation-received':
    case 'revocation-refused':
      return [
        await caseSubject(first, reading),
        ...(second === '' ? [] : [await certificateSubject(second, reading)]),
      ];
    case 'revocation-overtaken':
      return [await caseSubject(first, reading), await caseSubject(second, reading)];
    case 'replacement-confirmed':
      return [await caseSubject(first, reading), await applicationSubject(second, reading)];
    case 'crl-signed':
    case 'crl-written':
    case 'crl-published':
    case 'crl-given':
      return [{ text: t.crlNumber(first), href: `#/crl/${first.padStart(20, '0')}` }];
    case 'crl-intended':
    case 'issuer-crl-taken':
      return [{ text: t.crlNumber(first) }];
    case 'intent-abandoned':
      return [{ text: groupsOfFour(second) }];
    case 'unlock-refused':
    case 'officer-added':
    case 'passphrase-changed':
      return [await officerSubject(first, reading)];
    case 'station-opened':
      return [
        await officerSubject(first, reading),
        ...(second === openedByRecoveryWords ? [{ text: t.openedByRecoveryWords }] : []),
      ];
    case 'head-repaired':
      return first === '' ? [] : [{ text: t.headCopies[first] ?? first }];
    case 'register-rebuilt':
      return [{ text: t.registersFound[first] ?? first }];
    case 'station-locked':
      return [{ text: t.lockReasons[first] ?? first }];
    case 'key-backup-verified':
      return record.subjects.map((fact) => ({ text: t.setUpFacts[fact] ?? fact }));
    case 'file-exported': {
      const file = await reading.get('exportedFile', second);
      return [{ text: [t.exportKinds[first] ?? first, file?.fileName ?? ''].join(' ').trim() }];
    }
    case 'records-archived':
      return [{ text: t.exportKinds['archive-package'] ?? '' }, { text: `№ ${String(Number(first))}` }];
    case 'request-refused':
    case 'import-refused':
      return [{ text: refusalSentence(first) }, { text: `SHA-256 ${groupsOfFour(second.slice(0, 16))}…` }];
    case 'renewal-begun':
    case 'renewal-given-up':
    case 'authority-renewed':
      return [{ text: words.t.renewal.key(Number(second)) }];
    case 'epoch-raised':
      return [{ text: t.epoch(first) }];
    case 'log-verified':
      return [{ text: t.verified(first, second) }];
    case 'clock-confirmed': {
      const at = parseInstant(first);
      return at === null ? [] : [{ text: dateTimeOf(at) }];
    }
    default:
      return [];
  }
}

async function officerSubject(id: string, reading: Reading): Promise<ActSubject> {
  return { text: (await reading.get('officer', id))?.name ?? words.t.audit.unknownOfficer(id) };
}

async function applicationSubject(id: string, reading: Reading): Promise<ActSubject> {
  const application = await reading.get('application', id);
  if (application === undefined) return { text: id };
  return {
    text: `${words.t.audit.applicationNumber(application.number)}, ${applicantName(application.content)}`,
    href: `#/applications/${id}`,
  };
}

async function certificateSubject(serialNumber: string, reading: Reading): Promise<ActSubject> {
  const entry = await reading.get('entry', serialNumber);
  return entry === undefined
    ? { text: groupsOfFour(serialNumber) }
    : { text: entry.subject.commonName, href: `#/register/${serialNumber}` };
}

async function caseSubject(id: string, reading: Reading): Promise<ActSubject> {
  const found = await reading.get('revocation', id);
  return found === undefined
    ? { text: id }
    : { text: words.t.audit.caseNumber(found.number), href: `#/revocations/${id}` };
}

/** Sentences that need the refused file's details are not in the log; then the refusal's name stands. */
function refusalSentence(type: string): string {
  const sentence = Object.entries(words.t.refusals).find(([name]) => name === type)?.[1];
  return typeof sentence === 'string' ? sentence : type;
}
