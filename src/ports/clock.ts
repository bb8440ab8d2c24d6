/** Time and chance, handed in so that tests can set them. */

/** The only source of time. */
export interface Clock {
  now(): Date;
}

/** 128 random bits as 32 hex digits. */
export type RandomId = () => string;
