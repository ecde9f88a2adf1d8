import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';
import { faultSentence } from '#ui/i18n/fault-sentence.ts';
import { audit } from './audit.ts';

export const refusalsMedia = {
  LogRecordMissing: 'The log has no such record.',
  CheckpointMissing: 'No signed checkpoint covers this record yet. Unlock the station and try again.',
  RegisterTouched: ({ faults }: { readonly faults: readonly ChainFault[] }) =>
    `The register does not verify, and nothing was signed. Faults found: ${faults.length}. The first: ${faultSentence(audit, faults[0])} The whole list is on the page “Log”; restore the register from the last good backup.`,
  RegisterRolledBack:
    'The register is gone, or older than its last known state: nothing was written. Load the page again: it is rebuilt from the second store where that is whole. Otherwise restore it from a backup on the page Media.',
  NotABackup: 'This is no backup of a register. Nothing was changed; choose an .age file.',
  ManifestSignatureInvalid:
    'The station’s signature on the backup’s manifest does not hold: the file was changed. Nothing was changed here; take another backup.',
  BackupOfForeignKey:
    'The backup was signed by another station or another key than the secret vouches for. It may be forged, or another office’s. Nothing was changed; take your own backup.',
  BackupWithoutAnchor:
    'This backup is old, and the secret can’t tell whose it is. Type the SHA-256 fingerprint of the station’s certificate from paper or from an archive package, and open it again.',
  BackupOfTrial:
    'This is the backup of a trial station, and this address is a real one’s. Open it at the address of the trial.',
  BackupOfRealStation:
    'This is the backup of a real station, and this address is the trial’s. Open it at the address of the real station.',
  BackupClosed:
    'The station was locked after the backup was opened. Open the backup again and repeat the restore.',
  BackupNewer: ({ format }: { format: number }) =>
    `The backup was made by a newer version of the program (format ${format}). Update the program first.`,
  BackupFileChanged: ({ name }: { name: string }) =>
    `The file ${name} inside the backup is damaged or missing. Nothing was changed; take another backup.`,
  BackupLogBroken: ({ faults }: { faults: readonly unknown[] }) =>
    `The backup’s log is broken or its records do not fit the log (faults: ${faults.length}). Nothing was changed; take another backup.`,
  RegisterSound: 'The register is whole: there is nothing to rebuild. Nothing was changed.',
  SecondStoreUnfit:
    'The second store is not fit: it is damaged, something came after it, or there is none. Nothing was changed. Restore the register from the last backup.',
  RegisterNotEmpty:
    'There is a sound register in this browser: nothing is restored over it. Open the backup in an empty browser.',
  BackupOfOtherStation:
    'The backup is another station’s. Nothing was changed; choose the backup of this station.',
  EpochsExhausted:
    'The station was restored 127 times: the epochs of its numbers are used up. A new station with a new key is needed.',
  CrlFromFuture: ({ thisUpdate }: { thisUpdate: Instant }) =>
    `The CRL was made at ${dateTimeOf(thisUpdate)}, which has not come yet. Check the computer’s clock; nothing was taken in.`,
  CrlNotNewer: ({ thisUpdate, kept }: { thisUpdate: Instant; kept: Instant }) =>
    `This CRL (${dateTimeOf(thisUpdate)}) is not newer than the one kept (${dateTimeOf(kept)}). The kept one stays; ask for a new one.`,
  CrlUnreadable: 'This file is no CRL, or is damaged. Leave it out and choose a .crl file.',
  CrlOfOtherAuthority: 'This CRL was issued by another authority. It was not counted.',
  CrlSignatureInvalid: 'The signature of the CRL does not hold: the file was changed. It was not counted.',
  CrlWithoutNumber: 'The CRL has no number: its epoch can’t be told. It was not counted.',
  ClickAgain: 'The browser asks for a file or a folder only right after a click. Press the button once more.',
};
