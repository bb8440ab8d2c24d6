/** Models behind an endpoint or built in. Implemented under ai and matching. */

/** Turns texts into vectors. */
export interface Embedder {
  /** Stored with every vector; a different id means re-embedding. */
  readonly id: string;
  readonly dimensions: number;
  /** Texts it likes to be handed at a time; 64 when left out. */
  readonly batch?: number;
  /** Unit-length vectors, one per text, in order. Some models read what is searched (`passage`, when left out) unlike what is asked (`query`). Throws BotError `model`. */
  embed(texts: readonly string[], purpose?: 'query' | 'passage'): Promise<readonly Float32Array[]>;
}

/** A language model behind prompt files. */
export interface ChatModel {
  readonly provider: string;
  /** Fills prompt file `prompt` and returns what `parse` accepts; throws BotError `model` after its own retry. */
  complete<T>(prompt: string, vars: Readonly<Record<string, string>>, parse: (raw: unknown) => T): Promise<T>;
}
