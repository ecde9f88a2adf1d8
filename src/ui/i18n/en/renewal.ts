export const renewal = {
  title: 'Key renewal',
  lead: 'The next key works under a new name and with a CRL of its own. The key before it goes on signing the CRL of what it issued, and nothing else.',
  stepsLabel: 'Steps of the key’s renewal',
  steps: {
    plan: 'The next key',
    backup: 'Key backup',
    certificate: 'Registration certificate',
    crl: 'The first CRL',
  },
  notDue: (date: string) =>
    `The present key issues certificates of full term up to ${date}. The key may be renewed before that.`,
  due: (date: string) =>
    `The next key is needed by ${date}: after that no certificate of full term is issued.`,
  late: (date: string) =>
    `The next key was needed by ${date}: the present one issues no certificates of full term any more.`,
  presentGoesOn:
    'Until the last step the present key issues certificates. A renewal that was broken off goes on where it stopped.',
  name: 'Name of the authority, without a number',
  nameHint: (limit: number) =>
    `The number of the key is added at its end: no issuer’s name ever comes twice. At most ${limit} letters.`,
  newName: 'New name',
  suiteHint: 'It has to be of the same family as the Root’s: GOST is never mixed with other keys in a chain.',
  addressesHint:
    'Each key’s CRL and certificate lie at addresses of their own. The files at the present key’s addresses stay where they are.',
  make: 'Make the next key',
  backupText:
    'No earlier backup has the new key. The renewal goes on once the backup was written, read back, and opened with the passphrase and the recovery words that are in use.',
  certificateText:
    'There is no authority above: the new key signs its own certificate. The certificate before it stays in force.',
  firstCrlText:
    'The new key’s certificate is registered. From the moment the first, empty CRL is signed the new key issues certificates. That can’t be undone.',
  firstCrl: 'Sign the first CRL and go over to the new key',
  doneTitle: 'The authority has gone over to its new key',
  done: (name: string) =>
    `Certificates are now issued by “${name}”. Publish the new CRL and the authority’s new certificate; go on issuing the former key’s CRL when it is due.`,
  toCrl: 'Go to the CRLs',
  toMedia: 'Go to saving the certificate',
  toStation: 'Go to the station',
  giveUpTitle: 'Give the next key up',
  giveUpText:
    'The next key is removed from the vault, and the present one works on unchanged. The key’s number is not used again. That can’t be undone.',
  giveUpConfirm: 'I understand: this key will never sign anything',
  giveUp: 'Give the next key up',
  keysTitle: 'Keys of the authority',
  keysText:
    'The newest key issues certificates. Those before it sign only the CRLs of the certificates that they issued.',
  key: (generation: number) => `key ${generation}`,
  keyHead: 'Key',
  nameHead: 'Issuer’s name',
  termHead: 'Term of its certificate',
  stateHead: 'State',
  states: {
    present: 'issues certificates',
    'next-list': 'signs CRLs',
    'last-list': 'its last CRL is due',
    'nothing-more': 'its last CRL is out',
    ended: 'its term is over',
    making: 'being prepared',
  },
  replaced: (date: string) => `replaced on ${date}`,
  begin: 'Begin the key’s renewal',
  goOn: 'Continue the key’s renewal',
  backedUp: (date: string) => `The last key backup was written on ${date}: it has all of these keys.`,
  notBackedUp: 'No key backup was written since the newest key was made. Write one on the page Media.',
  formerTitle: 'CRLs of former keys',
  formerText: 'Each key has a list of its own: a certificate that a former key issued is listed there only.',
  listsTitle: 'All lists',
  dueHead: 'Next list',
  unlistedHead: 'Not listed',
  actHead: 'Act',
  sign: 'Sign the CRL',
  signFor: (key: string) => `Sign the CRL (${key})`,
  lastListText: (date: string) =>
    `The term of every certificate of this key is over: the next list is its last and stays good to the end of the key’s own certificate (${date}).`,
  nothingMoreText: 'The last list is out: nothing more is asked of this key.',
  endedText: 'The key’s certificate is over: it can sign nothing.',
  agenda: {
    due: (name: string) => `${name}: the authority’s key has to be renewed`,
    making: (name: string) => `${name}: the key’s renewal is not finished`,
    list: (name: string) => `${name}: the former key’s next CRL has to be issued`,
    lastList: (name: string) => `${name}: the former key’s last CRL has to be issued`,
  },
  chainReplaced: (name: string, date: string) => `after ${name}, ${date}`,
  exportFormer: (key: string) => `Save the certificate (${key})`,
};
