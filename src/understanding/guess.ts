/** The second reader: what kinds of wish a message may be, learnt from examples, with how likely each is. */

/** Where the conversation stands, as the examples name it. */
export const GUESS_PLACES = ['idle', 'text', 'typed', 'choice', 'rows', 'review', 'confirm'] as const;

/** One of the places. */
export type GuessPlace = (typeof GUESS_PLACES)[number];

/** Every kind of wish an example may have. */
export const GUESS_INTENTS = [
  'answer',
  'correct',
  'change',
  'back',
  'skip',
  'cancel',
  'pause',
  'resume',
  'review',
  'submit',
  'undo',
  'affirm',
  'deny',
  'help',
  'ask',
  'handoff',
  'language',
  'find',
  'detail',
  'apply',
  'post-need',
  'status',
  'profile',
  'withdraw',
  'delete-data',
  'my-data',
  'subscribe',
  'thanks',
  'queue',
  'none',
] as const;

/** One of the kinds. */
export type GuessIntent = (typeof GUESS_INTENTS)[number];

/** A kind of wish and how likely it is, 0 to 1; calibrated, so that of guesses with p = 0.8 four in five are right. */
export interface Guess {
  readonly intent: GuessIntent;
  readonly p: number;
}

/** What the rules made of the same message: their rule's name and what its first command does. */
export interface Ruled {
  readonly why: string;
  readonly does: string;
}

/** Guesses for a folded message, the likeliest first; they add up to 1. */
export type GuessIntents = (folded: string, place: GuessPlace, ruled: Ruled) => readonly Guess[];

/** One labelled message, and what the rules make of it. */
export interface Example {
  readonly place: GuessPlace;
  readonly intent: GuessIntent;
  readonly text: string;
}
