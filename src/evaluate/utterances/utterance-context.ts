/** What is open when an utterance of the suite is said. */
import type { Answers } from '../../programme/answer.ts';
import { allFields } from '../../programme/load-form.ts';
import type { Listing } from '../../programme/records.ts';
import { detectLocale } from '../../text/script.ts';
import type { GuessIntents } from '../../understanding/guess.ts';
import type { InterpretContext } from '../../understanding/interpret.ts';
import { readValue } from '../../understanding/read-value.ts';
import type { SuiteFixture } from '../suite-fixture.ts';
import { type SuiteSetting, suiteForm } from '../suite-forms.ts';
import { ownField, type SuiteNames } from '../suite-names.ts';
import { suiteLocale } from '../suite-records.ts';

/** The world utterances are read in. */
export interface UtteranceWorld {
  readonly setting: SuiteSetting;
  readonly names: SuiteNames;
  readonly fixture: SuiteFixture;
  /** Lists on screen, in order; the first is the one last spoken of. */
  readonly shown: readonly Listing[];
  readonly named: (words: string) => readonly Listing[];
  readonly guess: GuessIntents | undefined;
}

/** One utterance's state. */
export interface UtteranceState {
  readonly lang: string;
  readonly role: string;
  readonly state: string;
  readonly text: string;
}

/** The context for `interpret`. Forms the product does not have are read as what it shows in their place. */
export function utteranceContext(said: UtteranceState, world: UtteranceWorld): InterpretContext {
  const { setting, shown, named, fixture, guess } = world;
  const base = {
    locale: detectLocale(said.text) ?? suiteLocale(said.lang),
    today: fixture.today,
    programme: setting.programme,
    shown: shown.map(({ id }) => id),
    about: shown[0]?.id ?? null,
    named,
    isStaff: said.role === 'staff',
    ...(guess && { guess }),
  } as const;
  const [where, form = '', field = ''] = said.state.split(':');
  if (where !== 'in_form') return { ...base, focus: 'idle', choices: shown.length };
  if (said.role === 'staff') return { ...base, ...staffFocus(field) };
  return { ...base, ...inForm(form, field, said, world) };
}

/** A decision is taken on buttons under a notice, a question back is typed as its reason. */
function staffFocus(field: string): Pick<InterpretContext, 'focus' | 'choices'> {
  if (field === 'decision') return { focus: 'idle', choices: 4 };
  return field === 'bidders' ? { focus: 'choose', choices: 4 } : { focus: 'reason' };
}

function inForm(
  name: string,
  field: string,
  said: UtteranceState,
  world: UtteranceWorld,
): Pick<InterpretContext, 'focus' | 'form' | 'stage' | 'field' | 'answers'> {
  const { setting, names } = world;
  const form = suiteForm(setting, name);
  const [stage] = form?.stages ?? [];
  if (form === undefined || stage === undefined) return { focus: 'idle' };
  const fields = allFields(form);
  const at = fields.findIndex(({ id }) => id === ownField(names, name, field));
  const filled = at < 0 ? fields : fields.slice(0, at);
  const open = { form, stage: stage.id, answers: sheetAnswers(name, filled, said, world) };
  const inHand = fields[at];
  if (inHand === undefined) return { focus: 'review', ...open };
  const { sectors } = setting.programme;
  const options = sectors.map(({ id, label, aliases }) => ({ id, label, aliases }));
  const whole = inHand.optionsFrom === 'sectors' ? { ...inHand, options } : inHand;
  return { focus: 'field', ...open, field: whole };
}

function sheetAnswers(
  form: string,
  fields: ReturnType<typeof allFields>,
  said: UtteranceState,
  { fixture, names, setting }: UtteranceWorld,
): Answers {
  const key = form === 'need' ? 'E1.need' : said.lang === 'en' ? 'R3.apply' : 'R1.apply';
  const sheet = fixture.sheets[key] ?? {};
  const context = { today: fixture.today, locale: suiteLocale(said.lang), programme: setting.programme };
  const answers = Object.entries(sheet).flatMap(([name, text]) => {
    const field = fields.find(({ id }) => id === ownField(names, form, name));
    const read = field && readValue(field, text, context);
    return field === undefined || read === undefined || read.outcome === 'reject' ? [] : [[field.id, read.value]];
  });
  return Object.fromEntries(answers);
}
