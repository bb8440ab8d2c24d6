/** The part of the reducer's contract that a language model takes part in. It proposes; nothing it says is done unread. */
import type { AnswerValue } from '../programme/answer.ts';
import type { Command } from '../understanding/command.ts';
import type { ModelQuestion } from '../understanding/model-question.ts';

/** Questions to a model; without one, or when it fails, the answer is empty. */
export type ModelQuery =
  | { readonly type: 'understand'; readonly text: string; readonly question: ModelQuestion }
  /** The person's long words for a field, put more clearly: to be confirmed. */
  | {
      readonly type: 'tidy';
      readonly draft: string;
      readonly path: string;
      readonly label: string;
      readonly text: string;
      /** What is stored when there is nothing better. */
      readonly value: AnswerValue;
    }
  /** A case in a few sentences, for the staff who open it. */
  | { readonly type: 'summarise'; readonly case: string; readonly kind: string; readonly fields: readonly string[] };

/** Their answers. */
export type ModelEvent =
  | { readonly type: 'understood'; readonly text: string; readonly commands: readonly Command[] }
  | { readonly type: 'tidied'; readonly query: Extract<ModelQuery, { type: 'tidy' }>; readonly text: string | null }
  | {
      readonly type: 'summarised';
      readonly query: Extract<ModelQuery, { type: 'summarise' }>;
      readonly text: string | null;
    };
