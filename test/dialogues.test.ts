import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playDialogue } from './support/dialogue.ts';

const FOLDER = 'test/dialogues';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));

describe('dialogues', () => {
  it.each(files)('%s', async (name) => {
    expect(await playDialogue(join(FOLDER, name))).toBeGreaterThan(0);
  });
});
