import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localEmbedderId, parseModels } from '../../src/ai/local-model.ts';
import { makeTinyEncoder } from '../support/tiny-encoder.ts';

const listed = parseModels(JSON.parse(readFileSync('data/models.json', 'utf8')), 'data/models.json');
const { model } = makeTinyEncoder();
const problemOf = (changes: object): string => {
  try {
    parseModels({ models: [{ ...model, ...changes }] }, 'var/models.json');
    return 'none';
  } catch (error) {
    return String(error);
  }
};

describe('the list of models', () => {
  it('names one model by each name, at a fixed revision, with size and hash of every file', () => {
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    for (const { revision } of listed) expect(revision).toMatch(/^[0-9a-f]{40}$/);
    expect(listed.map(({ name }) => name)).toContain('bge-small-zh-v1.5');
  });

  it('gives each its own id, so that vectors of two are never compared', () => {
    expect(new Set(listed.map(localEmbedderId)).size).toBe(listed.length);
  });
});

describe('an own list', () => {
  it('is taken in the same form', () => {
    expect(parseModels({ models: [model] }, 'var/models.json')).toEqual([model]);
  });

  it('is refused with file and place when something is wrong or missing', () => {
    expect(problemOf({ pooling: 'max' })).toContain('var/models.json: models.0.pooling');
    expect(problemOf({ files: model.files.map((file) => ({ ...file, sha256: 'unknown' })) })).toContain('sha256');
    expect(problemOf({ weights: 'onnx/other.onnx' })).toContain('onnx/other.onnx is not among its files');
    expect(() => parseModels('x', 'var/models.json')).toThrow('the whole');
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', '.env', 'a//b'])('never writes to %s', (path) => {
    const files = [...model.files, { path, size: 1, sha256: '0'.repeat(64) }];
    expect(problemOf({ files })).toContain('models.0.files.2.path');
  });
});
