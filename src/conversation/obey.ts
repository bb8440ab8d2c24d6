/** Doing one command, whoever made it: a button, words or a language model. The table is the closed set. */
import type { Command, CommandName } from '../understanding/command.ts';
import { keepOwnCard } from './flow-card.ts';
import { askLanguage, chooseLanguage, makeReturnLink, revokeReturnLinks, takeConsent } from './flow-consent.ts';
import { askDeletion, deleteData, myData } from './flow-data.ts';
import { find, greet, showDetail } from './flow-discover.ts';
import { goMend } from './flow-go-mend.ts';
import { fillFrom } from './flow-intake-read.ts';
import { askWithdraw, cancel, discard, pause, restore } from './flow-leave.ts';
import { goOffline } from './flow-offline.ts';
import { handoff } from './flow-request.ts';
import { resume } from './flow-resume.ts';
import { startApplication, startNeed, startProfile } from './flow-start.ts';
import { showStatus } from './flow-status.ts';
import { answerQuestion, help, notUnderstood, thanks } from './flow-talk.ts';
import { letBe, meaningOfNo, meaningOfNumber, meaningOfYes, nothingMeant } from './flow-yes-no.ts';
import { isForPrivate } from './group-etiquette.ts';
import { leaveChange } from './leave-change.ts';
import { CARE_HANDLERS } from './obey-care.ts';
import { backInForm, FORM_HANDLERS } from './obey-form.ts';
import { STAFF_HANDLERS } from './obey-staff.ts';
import { button, line, query, say, type Work } from './work.ts';

/** One handler per command of the closed set. */
export type Handlers<Name extends CommandName> = {
  readonly [K in Name]: (work: Work, command: Extract<Command, { do: K }>) => Work;
};

const HANDLERS: Handlers<CommandName> = {
  ...FORM_HANDLERS,
  ...STAFF_HANDLERS,
  ...CARE_HANDLERS,
  start: greet,
  find,
  detail: (work, { listing }) => showDetail(work, listing),
  apply: startApplication,
  'post-need': (work, { words }) => startNeed(work, words),
  profile: startProfile,
  resume: (work, { draft, case: about, onward }) => {
    if (about !== undefined) return goMend(work, about);
    return resume(onward ? leaveChange(work, draft) : work, draft);
  },
  pause,
  cancel,
  discard: (work, { draft }) => discard(work, draft),
  restore: (work, { draft }) => restore(work, draft),
  'fill-from': fillFrom,
  'own-card': keepOwnCard,
  consent: (work, command) => {
    const taken = takeConsent(work, command.kind, command.yes, command.next);
    return command.yes && command.next ? obey(taken, command.next) : taken;
  },
  offline: goOffline,
  language: (work, { locale }) =>
    locale === undefined ? askLanguage(work) : backInForm(chooseLanguage(work, locale), LISTS),
  status: (work, command) => showStatus(work, command.case),
  withdraw: (work, command) => askWithdraw(work, command.case, command.confirmed === true),
  'return-link': (work, { revoke }) => backInForm(revoke ? revokeReturnLinks(work) : makeReturnLink(work)),
  'my-data': myData,
  'delete-data': (work, { confirmed, withdraw }) =>
    confirmed ? deleteData(work, withdraw === true) : askDeletion(work),
  ask: (work, { question }) => answerQuestion(work, question),
  help,
  handoff,
  thanks,
  none: (work, { text }) => notUnderstood(work, text),
  queue: (work) => query(work, { type: 'queue', limit: 5 }),
  affirm: (work) => meant(work, meaningOfYes(work), nothingMeant),
  deny: (work) => meant(work, meaningOfNo(work), letBe),
  choose: (work, { n }) => meant(work, meaningOfNumber(work, n), (left) => nothingMeant(left, n)),
};

const LISTS = [button('button.open-lists', { do: 'find' }), button('button.status', { do: 'status' })];

function meant(work: Work, command: Command | null, otherwise: (work: Work) => Work): Work {
  return command ? obey(work, command) : otherwise(work);
}

/** Runs one command; unknown ids and stale versions end in a sentence, never in a throw. */
export function obey(work: Work, command: Command): Work {
  // The table pairs each name with its own command type; TypeScript cannot follow that through an index.
  if (isForPrivate(work, command.do)) return say(work, { lines: [line('care.private-only')] });
  const handler = HANDLERS[command.do] as (work: Work, command: Command) => Work;
  return handler(work, command);
}
