/**
 * scrypt's work factor as a power of two: 2^17 takes about 0.7 s and 128 MiB, for a thief as for an officer. A file that asks for less
 * is none of ours, and was made to be guessed; one that asks for more than the greatest would only hold the computer up.
 */
export const scryptWorkFactor = 17;
export const greatestWorkFactor = 20;
