import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const rehearsal: Catalogue['rehearsal'] = {
  title: 'Yearly rehearsal of the key backup',
  text: 'The backup is read from its medium and opened with the passphrase and with the recovery words on the paper. One that nobody has opened cannot be relied on.',
  overdue: (due, until) =>
    `The backup was to be opened in both ways by ${due}. After ${until} no certificate is issued until it was; revoking and CRLs go on.`,
  closed: (due) =>
    `The backup was to be opened in both ways by ${due}: no certificate is issued until it was. Revoking and CRLs stay open.`,
  dueOn: (due) => `Next rehearsal: by ${due}`,
  item: 'Open the key backup with the passphrase and with the words',
  byPassphrase: 'Last opened with the passphrase',
  byWords: 'Last opened with the words',
  never: 'never',
  toMedia: 'Open the backup',
};
