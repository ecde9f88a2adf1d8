import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const screen: Catalogue['screen'] = {
  show: 'Show on the screen',
  showReceipt: 'Show the receipt on the screen',
  showTitle: 'Over the screen',
  showLead: (frames) =>
    `Point the other computer’s camera at this screen. It needs at least ${frames} pictures; they go on without end, and a missed one does no harm.`,
  code: 'A QR code that keeps changing',
  pause: 'Pause',
  goOn: 'Go on',
  tooLarge: 'The file has more than 20 kB: take it over on a medium.',
  read: 'Read by the camera',
  readTitle: 'From a screen by the camera',
  readLead:
    'Point the camera at the other computer’s screen, with the whole code in view. What is read is shown first, as a file is.',
  picture: 'The camera’s picture',
  progressLabel: 'How much was read',
  nothingYet: 'No code in view yet.',
  progress: (have, needed) => `Read: ${have} of ${needed}`,
  trouble: {
    other: 'Another transfer is on the screen. Show the first one again, or read this one from the start.',
    damaged: 'What was read is not what its hash says: nothing was taken. Read it from the start.',
  },
  startOver: 'Read from the start',
  refused:
    'The camera did not open: it is not allowed, or another program has it. Allow it, or bring the file on a medium.',
};
