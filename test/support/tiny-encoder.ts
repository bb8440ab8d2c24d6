/** A sentence encoder made on the spot, in the same two files real ones come in: ONNX weights and a tokenizer. */
import { createHash } from 'node:crypto';
import protobuf from 'protobufjs';
import type { LocalModel } from '../../src/ai/local-model.ts';

/** Length of its vectors. */
export const TINY_DIMENSIONS = 16;

/** The part of the ONNX format that is needed here; field numbers are those of onnx.proto. */
const ONNX = protobuf
  .parse(`
  syntax = "proto3";
  message Attribute { string name = 1; int64 i = 3; repeated int64 ints = 8; int32 type = 20; }
  message Node { repeated string input = 1; repeated string output = 2; string op_type = 4; repeated Attribute attribute = 5; }
  message Tensor { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
  message Dim { int64 dim_value = 1; string dim_param = 2; }
  message Shape { repeated Dim dim = 1; }
  message TensorType { int32 elem_type = 1; Shape shape = 2; }
  message Type { TensorType tensor_type = 1; }
  message Value { string name = 1; Type type = 2; }
  message Graph { repeated Node node = 1; string name = 2; repeated Tensor initializer = 5; repeated Value input = 11; repeated Value output = 12; }
  message Opset { string domain = 1; int64 version = 2; }
  message Model { int64 ir_version = 1; Graph graph = 7; repeated Opset opset_import = 8; }
`)
  .root.lookupType('Model');

const FLOAT = 1;
const INT64 = 7;

/** Characters of one row mean much the same. */
const MEANINGS: readonly string[] = ['芳纶酰胺', '电工钢硅矽', '茶树叶', '藻湖'];
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const COMMON = '高性能绝缘纸对位薄带牌号无取向规模化清洁利用示例文本项一二三四五六七八九十揭榜做我们';
const LATIN = 'abcdefghijklmnopqrstuvwxyz0123456789';
const VOCABULARY = [
  ...SPECIAL,
  ...new Set([...MEANINGS.join(''), ...COMMON, ...LATIN]),
  ...[...LATIN].map((letter) => `##${letter}`),
];

/** Row of the embedding table: meaning on its own axis, the character itself spread over the others. */
function rowOf(token: string, position: number, seed: number): number[] {
  const row = Array.from({ length: TINY_DIMENSIONS }, () => 0);
  if (token === '[PAD]') return row.fill(9);
  const axis = MEANINGS.findIndex((characters) => characters.includes(token));
  if (axis >= 0) row[axis] = 4;
  row[4 + ((position * 7 + seed) % (TINY_DIMENSIONS - 4))] = 0.5;
  return row;
}

const node = (op_type: string, input: string[], output: string, attribute: object[] = []) => ({
  input,
  output: [output],
  op_type,
  attribute,
});
const floats = (name: string, dims: number[], values: number[]) => ({
  name,
  dims,
  data_type: FLOAT,
  raw_data: new Uint8Array(Float32Array.from(values).buffer),
});
const integers = (name: string, values: number[]) => ({
  name,
  dims: [values.length],
  data_type: INT64,
  raw_data: new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer),
});
const value = (name: string, elem_type: number, dims: (string | number)[]) => ({
  name,
  type: {
    tensor_type: {
      elem_type,
      shape: { dim: dims.map((dim) => (typeof dim === 'number' ? { dim_value: dim } : { dim_param: dim })) },
    },
  },
});

/** Token embeddings, and one layer in which every token looks at all unmasked tokens alike. */
function weights(seed: number): Uint8Array {
  const table = VOCABULARY.flatMap((token, position) => rowOf(token, position, seed));
  const graph = {
    name: 'tiny',
    initializer: [
      floats('table', [VOCABULARY.length, TINY_DIMENSIONS], table),
      floats(
        'types',
        [2, TINY_DIMENSIONS],
        Array.from({ length: 2 * TINY_DIMENSIONS }, () => 0.01),
      ),
      integers('last', [2]),
      integers('middle', [1]),
    ],
    node: [
      node('Gather', ['table', 'input_ids'], 'tokens'),
      node('Gather', ['types', 'token_type_ids'], 'kinds'),
      node('Add', ['tokens', 'kinds'], 'sum'),
      node('Cast', ['attention_mask'], 'mask', [{ name: 'to', i: FLOAT, type: 2 }]),
      node('Unsqueeze', ['mask', 'last'], 'wide'),
      node('Mul', ['sum', 'wide'], 'seen'),
      node('ReduceSum', ['seen', 'middle'], 'total'),
      node('ReduceSum', ['wide', 'middle'], 'count'),
      node('Div', ['total', 'count'], 'context'),
      node('Add', ['sum', 'context'], 'last_hidden_state'),
    ],
    input: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => value(name, INT64, ['batch', 'sequence'])),
    output: [value('last_hidden_state', FLOAT, ['batch', 'sequence', TINY_DIMENSIONS])],
  };
  // protobufjs speaks camelCase.
  const camel = (thing: unknown): unknown => {
    if (Array.isArray(thing)) return thing.map(camel);
    if (typeof thing !== 'object' || thing === null || thing instanceof Uint8Array) return thing;
    return Object.fromEntries(
      Object.entries(thing).map(([key, each]) => [
        key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        camel(each),
      ]),
    );
  };
  const model = camel({ ir_version: 8, graph, opset_import: [{ domain: '', version: 13 }] });
  return ONNX.encode(ONNX.fromObject(model as Record<string, unknown>)).finish();
}

function tokenizer(): Uint8Array {
  const vocab = Object.fromEntries(VOCABULARY.map((token, id) => [token, id]));
  const special = (id: string) => ({ id, ids: [vocab[id]], tokens: [id] });
  const json = {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: { '[CLS]': special('[CLS]'), '[SEP]': special('[SEP]') },
    },
    decoder: { type: 'WordPiece', prefix: '##' },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
  return new TextEncoder().encode(JSON.stringify(json));
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An encoder as a mirror would serve it: its entry in the list and the bytes of its files by path. */
export interface TinyEncoder {
  readonly model: LocalModel;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Makes one; another `seed` gives other vectors. */
export function makeTinyEncoder(name = 'tiny', seed = 0, changes: Partial<LocalModel> = {}): TinyEncoder {
  const files = { 'onnx/model.onnx': weights(seed), 'tokenizer.json': tokenizer() };
  const model: LocalModel = {
    name,
    about: 'made by the tests',
    licence: 'Apache-2.0',
    repo: `sample/${name}`,
    revision: 'main',
    weights: 'onnx/model.onnx',
    tokenizer: 'tokenizer.json',
    files: Object.entries(files).map(([path, bytes]) => ({ path, size: bytes.length, sha256: hash(bytes) })),
    dimensions: TINY_DIMENSIONS,
    maxTokens: 64,
    pooling: 'cls',
    queryPrefix: '',
    passagePrefix: '',
    ...changes,
  };
  return { model, files };
}
