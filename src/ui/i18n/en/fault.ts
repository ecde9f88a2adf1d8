import type { fault as kazakh } from '#ui/i18n/kk/fault.ts';

export const fault: typeof kazakh = {
  product: 'Tirkelim',
  code: (code) => `Code: ${code}`,
  copyReport: 'Copy the report',
  copied: 'Copied',
  reportContent: 'What the report says',
  reportText:
    'The report has only the version of the program and where it broke: nothing about persons, documents or the passphrase. Give it to whoever maintains the program.',
  close: 'Close',
  reload: 'Load the page again',
  again: 'Open the page again',
  toToday: 'Go to Today',
  update: 'Change to the new version',
  kinds: {
    act: {
      title: 'The act was not finished: an error in the program',
      safe: 'The register is whole: an act is written entirely or not at all. What you typed is still there.',
      todo: 'See on this page or in the log whether its result was written. If not, press the button again.',
    },
    page: {
      title: 'The page could not be shown: an error in the program',
      safe: 'The register is whole, the other pages work.',
      todo: 'Try to open the page again, or go to another one by the menu.',
    },
    background: {
      title: 'An error in the program',
      safe: 'The register is whole. What you typed is still there.',
      todo: 'You can go on working. If the page seems to lack something, load it again.',
    },
    start: {
      title: 'The program did not start',
      safe: 'The register was not opened, nothing in it has changed. The keys are locked.',
      todo: 'Load the page again. If it happens again, close the browser and open it anew. Do not delete the browser’s data: the register is kept there.',
    },
    'program-file': {
      title: 'A file of the program was not loaded',
      safe: 'The register is whole. What you typed is still there.',
      todo: 'Try the act again. If it does not help, load the page again: drafts of forms are kept.',
    },
    register: {
      title: 'The browser could not read or write the register',
      safe: 'Nothing of the unfinished act was written. What was written before is there.',
      todo: 'See whether the disk has room and is sound, then load the page again. If it happens again, make a backup.',
    },
    'custody-worker': {
      title: 'The part of the program that works with keys has stopped',
      safe: 'The station is locked, the keys lie encrypted in the vault. The unfinished act was not written.',
      todo: 'Unlock the station and try the act again.',
    },
    'printing-worker': {
      title: 'The paper was not drawn: the part of the program that prints has stopped',
      safe: 'The register is not affected.',
      todo: 'Print again. If there are many forms, print fewer at once.',
    },
    'verification-worker': {
      title: 'The verification of the log has stopped',
      safe: 'Verifying writes nothing: the log and the register are whole.',
      todo: 'Begin the verification again.',
    },
    'gost-worker': {
      title: 'The part of the program that verifies ГОСТ signatures has stopped',
      safe: 'The signature was not verified, and so nothing was accepted.',
      todo: 'Try the act again.',
    },
    'register-touched': {
      title: 'What was read from the register is not what the officers’ acts wrote',
      safe: 'Nothing was done with it, and the act was not written. Records that agree with the log can be used.',
      todo: 'Verify the log: the report names the record. Then restore the register from a backup.',
    },
    'register-newer': {
      title: 'The register was written by a newer version of the program',
      safe: 'The register is whole: this version does not open or change it. The keys are locked.',
      todo: 'Open the newer version of the program. Do not delete the browser’s data: the register is kept there.',
    },
    'register-closed': {
      title: 'Another tab has opened a newer version of the program',
      safe: 'This tab has closed the register. What was written is whole.',
      todo: 'Load the page again: the newer version opens.',
    },
  },
};
