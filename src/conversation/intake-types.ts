/** The part of the reducer's contract that reads papers: files taken apart within the turn. */
import type { Paper, PaperReading } from '../intake/paper.ts';
import type { StoredFile } from '../programme/answer.ts';
import type { Command } from '../understanding/command.ts';

/** Takes a file apart. `files` came with it; `next` is a button that named the file, absent when it was just sent. */
export interface IntakeQuery {
  readonly type: 'paper';
  readonly file: StoredFile;
  readonly files: readonly StoredFile[];
  readonly next?: Extract<Command, { do: 'fill-from' }>;
  /** The question of the form it was sent to, when that asks for a file. */
  readonly field?: { readonly draft: string; readonly path: string };
}

/** What it holds, or why it cannot be read. */
export interface IntakeEvent {
  readonly type: 'paper-read';
  readonly query: IntakeQuery;
  readonly reading: PaperReading;
}

/** A paper with its name (null for a pasted text), and how a button refers to it. */
export interface Source {
  readonly paper: Paper;
  readonly name: string | null;
  readonly is: Extract<Command, { do: 'fill-from' }>['paper'];
}
