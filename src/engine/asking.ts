/** Who puts a question to the language model, and in which language the answer is wanted. */
import type { Locale } from '../programme/records.ts';
import type { AskModel } from './ask-model.ts';

/** One person's access to the model. */
export interface Asking {
  readonly ask: AskModel;
  readonly account: string;
  readonly locale: Locale;
}

/** The languages as prompts name them. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  zh: '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};
