import { formCited } from '#ui/i18n/citing.svelte.ts';
import { clauseNumber } from '#domain/clause/citation.ts';
import { roleNames } from './roles.ts';

const nines = { grounds: ' (grounds of revocation)', period: ' (period of revocation)' };

/** As the order counts; what is no clause's id stays as it is. */
export function clause(id: string): string {
  const number = clauseNumber(id);
  if (number === null) return id;
  const { point, subpoint, nine } = number;
  if (subpoint !== undefined) return `clause ${point}, subclause ${subpoint})`;
  return `clause ${point}${nine === undefined ? '' : nines[nine]}`;
}

export const common = {
  product: 'Tirkelim',
  menu: 'Menu',
  skipToContent: 'Skip to content',
  search: 'Search everything',
  language: 'Language',
  lock: 'Lock station',
  unlock: 'Unlock station',
  locked: 'locked',
  lockedAfterAct: 'locked after the act',
  roleNames,
  noOfficer: 'No officer',
  demonstration: 'TRIAL',
  demonstrationLine: 'This is a trial station: nothing here has legal force',
  errorTitle: 'Error:',
  readerTitle: 'This tab only reads',
  readerText:
    'Another tab writes the register: nothing is entered here. Writing can be taken over, and the other tab is then locked at once.',
  crlOverdue: (date: string) => `The CRL ended at ${date}: make a new one`,
  timeLeft: (seconds: number) =>
    seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`,
  pages: {
    today: 'Today',
    applications: 'Applications',
    register: 'Register',
    revocations: 'Revocation',
    crl: 'CRL',
    audit: 'Log',
    forms: 'Forms',
    archive: 'Archive',
    exchanges: 'Exchanges',
    media: 'Media',
    microscope: 'Microscope',
    carriers: 'Key carriers',
    get journals() {
      return `Journals ${formCited('G-F3')}, ${formCited('G-F5')}`;
    },
    station: 'Station',
    clauses: 'Clauses',
    setUp: 'Set up the station',
  },
  foot: {
    offlineReady: 'works offline',
    notOfflineReady: 'getting ready for offline work',
    lastBackup: (date: string) => `last backup ${date}`,
    noBackup: 'no backup yet',
    writer: 'writing',
    reader: 'reading only: another tab writes',
    storageKept: 'data are kept',
    storageNotKept: 'the browser may remove the data',
    version: (hash: string) => `version 1.0.0 · ${hash}`,
    updateWaiting: 'A new version is ready',
  },
  actions: {
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    back: 'Back',
    next: 'Next',
    continue: 'Continue',
    confirm: 'Confirm',
    remove: 'Remove',
    add: 'Add',
    edit: 'Correct',
    open: 'Open',
    print: 'Print',
    copy: 'Copy',
    copied: 'Copied',
    choose: 'Choose',
    chooseFile: 'Choose a file',
    takeOver: 'Write from this tab',
    more: 'Show more',
    saveFile: 'Save to a file',
    preview: 'Preview',
  },
  yes: 'yes',
  no: 'no',
  optional: 'optional',
  required: 'required',
  clause,
  errorsTitle: 'Please put this right',
  removeFilter: (text: string) => `Remove the filter “${text}”`,
  shown: (shown: number, total: number) => `${shown} of ${total}`,
  notFound: 'There is no such page',
  notFoundText: 'Check the address, or go back to Today.',
  faultTitle: 'The program stopped',
};
