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
    'The first copy of the vault was damaged. The second one was opened and the first one repaired. Have the disk checked.',
  wait: (time: string) => `Too many failures. Try again after ${time}.`,
};
