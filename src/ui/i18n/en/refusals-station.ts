import type { NotWarranted } from '#domain/authority/stated.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsStation = {
  NotWarranted: ({ because }: { readonly because: NotWarranted }) =>
    ({
      examination:
        'The key did not sign: the octets break a rule of the examination. Nothing was written; tell whoever looks after the program.',
      'not-approved':
        'The key did not sign: no officer’s signed approval is for this certificate. Nothing was issued; tell whoever looks after the program.',
      'station-unproven':
        'The key did not sign: nothing vouches for the station’s record. Verify the log, then restore the register from a backup.',
      'number-not-above':
        'The key did not sign: a CRL of this number or a higher one was signed already. Sign the list again.',
      'field-station':
        'The key did not sign: this is a field station, which decides nothing. Send the case to the authority in the next package.',
      'not-your-role':
        'The key did not sign: this is for a CA officer. Have somebody with that role unlock the station.',
      'four-eyes':
        'The key did not sign: under four eyes whoever entered or examined an application does not approve it. Have another officer examine or approve it.',
    })[because],
  SignatureSuspect:
    'The signature just made did not verify: the key or the computer is suspect. Nothing was issued. Stop working and check the key backup on another computer.',
  ApprovalNotSigned:
    'The approval is not signed by the officer’s key: it was given in an earlier version. On the page of the application take the approval back, examine it and approve it again.',
  ApprovalNotStanding:
    'The log’s last word on this application is no approval by that officer at that time: it was taken back, and the record was put there again past the program. On the page of the application take it back, examine it and approve it again.',
  IntentClosed:
    'The record of what was to be signed was closed by another tab, or changed: what was signed was not registered and not handed out. Load the page again and repeat.',
  AuthorityCertificateUnreadable:
    'The authority’s certificate can’t be read. Verify the log and restore the register from a backup.',
  AuthorityCeased: 'The authority has ceased its activity: no more certificates are issued.',
  CeremonyOpen:
    'The ceremony after the restore is not finished: no certificates are issued. What is left to do stands on the page Media.',
  RehearsalOverdue: ({ lastAt }: { lastAt: Instant }) =>
    `The key backup was last opened in both ways on ${dateTimeOf(lastAt)}. That is too long ago: no certificate is issued; revoking and CRLs stay open. On the page “Media”, open the backup with the passphrase and with the recovery words.`,
  CeremonyWithoutGap: 'There is nothing to state: nothing is lost.',
  StatementTextMissing: 'Write what is lost, and why it can’t be shown.',
  WordsOfOtherStation: 'These words are another station’s. Take the sheet of this one.',
  CertificateTaken: 'The authority’s certificate is registered already.',
  CertificateOfOtherKey:
    'None of the files holds a certificate for this station’s key. Choose the answer to its request.',
  CertificateNotAuthority:
    'The name in the certificate is not that of the request. Tell the Root CA; nothing was taken in.',
  CertificateNotForSigning:
    'The certificate in the answer is none for an authority (CA:TRUE, keyCertSign, cRLSign are missing) or is damaged. Tell the Root CA; nothing was taken in.',
  IssuerExpired: ({ authority, notAfter }: { authority: string; notAfter: Instant }) =>
    `The certificate of the authority above (${authority}) ended at ${dateTimeOf(notAfter)}: no certificate is issued. Revoking and CRLs stay open.`,
  AuthorityRevoked: ({
    authority,
    since,
    reasonCode,
  }: {
    authority: string;
    since: Instant;
    reasonCode?: string;
  }) =>
    `The certificate of ${authority} was revoked by the authority above at ${dateTimeOf(since)}${reasonCode === undefined ? '' : ` (${reasonCode})`}: no certificate is issued. Revoking and CRLs stay open.`,
  EntryMissing: 'There is no such certificate in the register. Check the serial number.',
  NotConfirmed: 'It was not confirmed: nothing was changed. Confirm and try again.',
  Cancelled: 'The act was stopped. What was done is done, the rest was not begun.',
  AuthorityExpired: ({ notAfter }: { notAfter: Instant }) =>
    `The authority’s certificate ended at ${dateTimeOf(notAfter)}: nothing can be signed. Get a new one.`,
  NextUpdateNotLater: ({ nextUpdate }: { nextUpdate: Instant }) =>
    `The next update (${dateTimeOf(nextUpdate)}) has to be later than this list.`,
  ExaminationFailed: ({ findings }: { findings: readonly { ruleId: string; observed: string }[] }) =>
    `The examination before signing failed (${findings.map(({ ruleId, observed }) => `${ruleId}: ${observed}`).join('; ')}). Nothing was issued.`,
  ChainBroken:
    'The chain is broken: a certificate’s signature does not hold or its issuer is missing. Choose the whole answer.',
  ChainMixed: ({ seen, expected }: { seen: string; expected: string }) =>
    `A certificate in the answer is signed by ${seen}, the station’s key signs by ${expected}. GOST and its two encodings are never mixed in one chain. Nothing was taken in. Get the answer of an authority with a key like this one.`,
  SettingOutOfRange: ({ from, to }: { setting: string; from: number; to: number }) =>
    `The value has to be a whole number from ${from} to ${to}.`,
  NotSelfSigned:
    'The authority stands under a Root CA, so it does not sign the certificate of its next key itself. Nothing was made. Save the request and take it to the Root CA.',
  RenewalBegun: 'Renewal of the key has begun already. Continue it on the page Key renewal.',
  RenewalMissing: 'There is no next key to give up: no renewal was begun. Nothing was changed.',
  RenewalNameUnfit: ({ limit }: { limit: number }) =>
    `The name is empty, longer than ${limit} letters, or has a character that no name may have. No key was made. Correct the name.`,
  RenewalNameTaken: ({ name }: { name: string }) =>
    `An earlier key signed under the name “${name}”: no two keys share a name. No key was made. Write another name.`,
  RenewalTermUnfit: ({ from, to }: { from: number; to: number }) =>
    `The term has to be a whole number of years from ${from} to ${to}. No key was made.`,
  AddressOfFormerKey: ({ address }: { address: string }) =>
    `Another key’s file lies at ${address}: its CRL and its certificate stay there. Nothing was changed. Write another address.`,
  RevocationUnlisted: ({ serialNumber }: { serialNumber: string }) =>
    `Certificate ${serialNumber} is revoked, and the records that the CRL is made of lack it: something was removed. No CRL was signed. Verify the log and restore the register from a backup.`,
};
