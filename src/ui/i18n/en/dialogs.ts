import type { Catalogue } from '#ui/i18n/catalogue.ts';

/** What is asked for from the frame, and not needed before it stands. */
export const shortcuts: Catalogue['shortcuts'] = {
  title: 'Keys',
  search: 'search',
  newApplication: 'new application',
  print: 'print the form',
  down: 'next row',
  up: 'previous row',
  open: 'open',
  help: 'this list',
};

export const unlockDialog: Catalogue['unlockDialog'] = {
  title: 'Unlock the station',
  text: 'The passphrase opens the key vault on this computer only and is sent nowhere.',
  officer: 'Officer',
  passphrase: 'Passphrase',
  byRecovery: 'Passphrase forgotten: unlock with the recovery words',
  recoveryWords: 'Recovery words (24 words)',
  open: 'Unlock the station',
  opening: 'Unlocking: about a second',
  capsLock: 'Caps Lock is on',
  layoutHint: 'Check the keyboard layout: the phrase is typed in the letters in which it was written.',
  notControlled: 'The vault stays shut: the program is not fully installed yet. Load the page again.',
  damaged:
    'One copy of the vault was damaged. The other one was opened and the damaged one repaired. Have the disk checked.',
  wait: (time: string) => `Too many failures. Try again after ${time}.`,
};

export const works: Catalogue['works'] = {
  issue: 'Certificates are being issued',
  cease: 'Certificates are being revoked',
  verify: 'The log is being verified',
};

export const workDone: Catalogue['workDone'] = {
  issue: 'Issuing has ended: the result',
  cease: 'Revoking has ended',
  verify: 'The log was verified: the result',
};

const traces = { keys: 'keys', log: 'the log', records: 'records of the register' };

export const lost: Catalogue['lost'] = {
  title: 'The register was not found',
  'register-missing': () =>
    'There was a station in this browser and its register is gone: the data were removed. Do not start anew: restore it from a backup.',
  'rolled-back': () =>
    'The register is older than its last known state: the data were rolled back. Writing is closed. Restore it from a backup.',
  'register-damaged': (found: readonly ('keys' | 'log' | 'records')[]) =>
    `The station’s own record is gone, or contradicts the log, but this is still in the browser: ${found.map((trace) => traces[trace]).join(', ')}. No new station is set up over it. Do not clear the browser’s data: restore the station from a backup.`,
  restore: 'Go to restoring',
};
