/** Answers the questions a language model takes part in; without one, or when it fails, they are empty. */

import type { ModelQuery } from '../conversation/model-types.ts';
import type { Event, EventStamp } from '../conversation/reducer-types.ts';
import type { Asking } from './asking.ts';
import { summariseCase, tidyText } from './model-writing.ts';
import { understand } from './understand.ts';

/** Puts one question to the model. Never throws, never longer than the model's time. */
export async function answerModel(query: ModelQuery, stamp: EventStamp, asking: Asking): Promise<Event> {
  switch (query.type) {
    case 'understand':
      return {
        ...stamp,
        type: 'understood',
        text: query.text,
        commands: await understand(asking, query.text, query.question),
      };
    case 'tidy':
      return { ...stamp, type: 'tidied', query, text: await tidyText(asking, query.label, query.text) };
    case 'summarise':
      return { ...stamp, type: 'summarised', query, text: await summariseCase(asking, query.kind, query.fields) };
  }
}
