import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';
import { refusalsApplication } from './refusals-application.ts';
import { refusalsRegister } from './refusals-register.ts';
import { refusalsChain } from './refusals-chain.ts';
import { refusalsRuleSet } from './refusals-rule-set.ts';
import { refusalsArchive } from './refusals-archive.ts';
import { refusalsExchange } from './refusals-exchange.ts';
import { refusalsMedia } from './refusals-media.ts';
import { refusalsRecovery } from './refusals-recovery.ts';
import { refusalsOfficers } from './refusals-officers.ts';
import { refusalsStation } from './refusals-station.ts';
import { refusalsBody } from './refusals-body.ts';
import { refusalsRevocation } from './refusals-revocation.ts';
import { refusalsRevocationLetters } from './refusals-revocation-letters.ts';

export const refusals = {
  ...refusalsApplication,
  ...refusalsRegister,
  ...refusalsStation,
  ...refusalsRecovery,
  ...refusalsOfficers,
  ...refusalsChain,
  ...refusalsMedia,
  ...refusalsBody,
  ...refusalsRevocation,
  ...refusalsRevocationLetters,
  ...refusalsArchive,
  ...refusalsRuleSet,
  ...refusalsExchange,
  NotTheWriter: 'Another tab is writing. To write here, close it or take writing over to this tab.',
  ClockBehind: ({ now, lastAct }: { now: Instant; lastAct: Instant }) =>
    `The computer's clock says ${dateTimeOf(now)}, but the last act was recorded at ${dateTimeOf(lastAct)}. Nothing was written. Set the clock right and try again.`,
  ClockAhead: ({ now, lastAct }: { now: Instant; lastAct: Instant }) =>
    `More than 60 days have passed since the last act (${dateTimeOf(lastAct)}): the clock says ${dateTimeOf(now)}. If the date is right, confirm it on the page Station.`,
  NoRoom: 'The disk is full: nothing was written. Make room and try again.',
  KeyTaken: ({ collection }: { collection: string }) =>
    `There is a record with this number already (${collection}): nothing was written. Try again.`,
  RegisterBusy: 'The register is busy: nothing was written. Try again in a minute.',
  FieldStation:
    'This is a field station: it takes papers in, and its authority decides. Nothing was written. Send the case to the authority in the next package.',
  Locked: 'The station is locked. Unlock it and repeat the act.',
  StationMissing: 'The station is not set up. Set it up first.',
  NotSetUp: 'Setting the station up is not finished. Continue it on the page Station.',
  TooSoon: ({ notBefore }: { notBefore: Instant }) =>
    `Too many failures. Try again after ${dateTimeOf(notBefore)}.`,
  DamagedOrWrongKey:
    'It did not open: the passphrase is wrong or the file is damaged. Check letters and layout and try again.',
  VaultFileMissing: ({ holder }: { holder: string }) =>
    `A file is missing from the vault (${holder}). Restore it from the key backup.`,
  VaultKeyForeign: ({ holder }: { holder: string }) =>
    `The passphrase is right, but the vault’s file (${holder}) holds another key than the register names. Nothing was opened. Restore from a backup.`,
  StationForeign:
    'The secret is right, but the register names another station, or another key of it: the record was changed past the program. Nothing was opened. Restore from a backup.',
  StatementInvalid:
    'The station’s statement of itself is missing, or not signed by its key: the register was changed past the program. Restore it from a backup.',
  NotStated:
    'The station did not confirm this change by its key: its record was changed past the program. Nothing was written. Verify the register on the page “Log” and restore it from a backup.',
  RecoveryWordWrong: ({ position }: { position: number }) =>
    position === 0
      ? 'The words do not fit together. Check that they are not those of another station.'
      : `Word ${position} is wrong. Read it from the sheet again and correct it.`,
  RecoveryWordCount: ({ seen, expected }: { seen: number; expected: number }) =>
    `${expected} words are needed, ${seen} were typed. Add the missing ones.`,
  OtherKey: 'The file opened, but it holds another key. Choose the backup of this station.',
  StationExists: 'The station is set up already: no new keys were made.',
  EarlierStationFound:
    'This browser has traces of an earlier station: no new keys were made. Restore the station from a backup.',
};
