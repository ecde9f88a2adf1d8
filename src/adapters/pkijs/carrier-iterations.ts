/** For the key (PBKDF2) and for the integrity check alike: the weaker of two would be the one that a thief tries. */
export const carrierIterations = 600_000;
