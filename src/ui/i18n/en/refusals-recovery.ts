export const refusalsRecovery = {
  ShareWordCount: ({ sheet, seen, expected }: { sheet: number; seen: number; expected: number }) =>
    `Typed sheet ${sheet}: ${expected} words are needed, ${seen} were typed. Type the whole sheet.`,
  ShareWordWrong: ({ sheet, position }: { sheet: number; position: number }) =>
    position === 0
      ? `Typed sheet ${sheet}: the words do not fit together. Type the words of one sheet, in their order.`
      : `Typed sheet ${sheet}: word ${position} is wrong. Read it from the sheet again and correct it.`,
  ShareTwice: ({ number }: { number: number }) =>
    `Sheet no. ${number} was typed twice. Take another sheet of this set.`,
  ShareOfOtherStation: ({ number }: { number: number }) =>
    `The typed sheet no. ${number} is another station’s. Take a sheet of this one.`,
  ShareOfOtherSet: ({ number }: { number: number }) =>
    `The typed sheet no. ${number} is of another set: the secret was split anew, and earlier sheets are void. Compare the set’s name and take a sheet of the last one.`,
  SharesTooFew: ({ seen, expected }: { seen: number; expected: number }) =>
    `${expected} sheets are needed, ${seen} typed. Type ${expected - seen} more.`,
  SharesDisagree:
    'Each sheet is sound by itself, but together they do not give the secret that they are named after: one of them was changed. Try other sheets of this set.',
  OfficerNotPresent:
    'An administrator has to unlock the station with the own passphrase: nobody else renews the secret.',
  RecoveryNotMade:
    'The station was locked in the meantime, and the new words are void. Begin the renewal anew.',
  SplitUnfit: 'There are 2 to 9 sheets; at least two of them open, and no more than there are.',
};
