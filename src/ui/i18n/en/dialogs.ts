import type { Catalogue } from '#ui/i18n/catalogue.ts';

/** What is asked for from the frame, and not needed before it stands. */
export const shortcuts: Catalogue['shortcuts'] = {
  title: 'Keys',
  search: 'search',
  newApplication: 'new application',
  confirm: 'confirm',
  approve: 'approve, issue, or the next step',
  next: 'next application',
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
  shut: {
    installing: 'The vault stays shut: the program is not fully installed yet. Load the page again.',
    altered:
      'The vault stays shut: a program file is not the one of the installed version. Type no passphrase; the page «Station» names the file. Install the program again from a copy that you trust.',
    takenOver:
      'The vault stays shut: another version of the program took over at this address. If you began the update in another tab, load this page again. If you did not, type no passphrase: close the browser and compare the hash of the version.',
    strangers:
      'The vault stays shut: a window at this address was not loaded from the installed program, and can reach the place where the register is kept. Close that window and open this one again.',
  },
  neither: {
    title: 'Neither passphrase nor recovery words',
    text: 'Without them nobody opens the vault, not the makers of the program either. The register is whole: it can be read and searched, and certificates, CRLs and the log can be taken out of it. There will be no new certificate and no new CRL.',
    steps: [
      'Look through the papers in the safe and every medium: the 24 words may be there. Another officer’s passphrase opens the station as well.',
      'If they are gone, ask the authority above to revoke the certificate of this key, and tell the owners until when the last CRL is valid.',
      'Export the register on the page «Media», and set the authority up with a new key in another browser.',
    ],
  },
  edited:
    'The record of the station was changed past the program. Keys and recipients were taken from the statement that the station signed; nothing is signed before the register is restored.',
  damaged:
    'One copy of the vault was damaged. The other one was opened and the damaged one repaired. Have the disk checked.',
  wait: (time: string) => `Too many failures. Try again after ${time}.`,
};

/** In the status bar. */
export const verdict = {
  shut: {
    altered: 'A program file was changed: keys stay shut',
    takenOver: 'Another version took over at this address: keys stay shut',
    strangers: 'A foreign page is open at this address: keys stay shut',
  },
  never: 'register not verified yet',
  whole: (date: string) => `register whole: verified ${date}`,
  faults: (date: string, count: string) => `${count} faults in the register: verified ${date}`,
};

export const trialDialog: Catalogue['trialDialog'] = {
  title: 'Trial station',
  text: 'Its register is kept apart from the real station. Nothing here has legal force, and every paper says “TRIAL”.',
  passphrase: 'Passphrase of a trial with ready data:',
  removal:
    'Removing the trial takes its register, keys and log out of this browser for good. Nothing happens to the real station.',
  remove: 'Remove trial',
  leave: 'Leave trial',
};

export const works: Catalogue['works'] = {
  issue: 'Certificates are being issued',
  cease: 'Certificates are being revoked',
  trial: 'The trial is being filled',
  verify: 'The log is being verified',
};

export const workDone: Catalogue['workDone'] = {
  issue: 'Issuing has ended: the result',
  cease: 'Revoking has ended',
  trial: 'The trial is ready',
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

export const rebuilt: Catalogue['rebuilt'] = {
  registerTitle: 'The register was rebuilt from the second store',
  found: {
    missing: 'There was no register in the browser’s first store.',
    behind: 'The register in the browser’s first store was in an older state.',
    damaged: 'The register in the browser’s first store was damaged.',
  },
  registerText:
    'It was rebuilt whole from the second store and verified by the log: every act that was shown as done is there. Make a backup, and have the disk checked.',
  journalTitle: 'The second store was written anew',
  journalText:
    'The register’s second store in the browser was lost or damaged. The register itself is whole, and the second store was written anew from it. Have the disk checked.',
};
