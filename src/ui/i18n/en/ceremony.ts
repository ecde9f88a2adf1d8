export const ceremony = {
  title: 'Files of the station’s own',
  open: {
    restored: 'The register was restored: the ceremony is not finished, issuing is closed',
    'rolled-back':
      'The register is older than a file that it made. Perhaps an older copy of the browser’s data or the disk was opened. Issuing is closed',
    forked:
      'Two different lists went out under one number. Perhaps two computers work from one backup. Issuing is closed',
  },
  since: (date: string) => `Begun: ${date}.`,
  listDue: 'A full CRL has to be signed',
  missing: (count: string) =>
    `Serial numbers that a list names and nobody has a certificate of: ${count}. Show the files if they are found:`,
  lostActs: (count: string) => `Known acts that are not in the backup: ${count}.`,
  showText:
    'Show a CRL or a certificate of this station where one is found: if the register does not know it, that is seen at once, and what is lacking is taken in.',
  show: 'Show files of its own',
  standings: {
    known: 'The register knows all of these files.',
    filled: 'What was lacking was taken into the register.',
    'rolled-back':
      'The register is older than this file. Perhaps an older copy of the browser’s data or the disk was opened; if not, the data were set back. What is in the file was taken in, and issuing is closed: restore the station from a newer backup, or state below what is lost and sign a full CRL.',
    forked:
      'Another list of this station has gone out. Perhaps two computers work from one backup; if not, somebody else has signed with the key. What is in the file was taken in, and issuing is closed: keep one station, state below what is lost, and sign a full CRL.',
  },
  stateText:
    'What can’t be shown any more is stated in writing: what is lost, why, who knows of it. The recovery words are needed; the text stays in the register.',
  stateLabel: 'What is lost, and why',
  state: 'State it',
};
