export const revocation = {
  grounds: {
    'owners-wish': 'The owner’s wish, no reason given',
    'key-compromise': 'Private key compromise',
    'affiliation-changed': 'Termination of employment or transfer',
    'carrier-damaged': 'Damage of the carrier',
    liquidation: 'Liquidation of the organisation',
    'accreditation-ended': 'End of the accreditation',
    'court-decision': 'A court decision in force',
    cessation: 'Cessation of the authority',
    'own-error-replaced': 'The office’s own error, certificate replaced',
    'own-error': 'The office’s own error',
  },
};
