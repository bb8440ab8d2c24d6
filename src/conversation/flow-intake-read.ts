/** Papers and pasted texts: read against the draft in hand, or offered as the beginning of one. Nothing is stored before it is shown. */
import { findAnswers } from '../intake/find-answers.ts';
import { labelsFound } from '../intake/findings.ts';
import { propose } from '../intake/propose.ts';
import { readPublications } from '../intake/publications.ts';
import { textPaper } from '../intake/text-blocks.ts';
import type { Proposals } from '../programme/draft-intake.ts';
import type { Draft, Listing } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf, openDraft, saveDraft } from './draft-change.ts';
import { askConsent } from './flow-consent.ts';
import { keepFiles } from './flow-files.ts';
import { showIntake } from './flow-intake.ts';
import { offerDraft } from './flow-intake-offer.ts';
import { askAgain, askNext } from './flow-next.ts';
import { attachmentRead } from './flow-own-form.ts';
import { notOpen } from './flow-start.ts';
import { draftInHand, hasConsent, openNow, park, readContext } from './focus.ts';
import { proposePublications } from './intake-publications.ts';
import type { IntakeEvent, Source } from './intake-types.ts';
import { button, draftOf, line, mine, note, query, say, type Work, withState } from './work.ts';

type FillFrom = Extract<Command, { do: 'fill-from' }>;

/** Questions that take any words whole: a paste is no paper there. */
const TAKES_WORDS: readonly string[] = ['reason', 'handoff', 'clinic', 'consent', 'confirm', 'cancel', 'choose'];
/** A pasted text is a paper when it has this many labels of the form; fewer are an answer that holds a colon. */
const PASTED_LABELS = 3;
/** So that a few words are never looked through for labels. */
const SHORTEST_PASTE = 16;
/** The longest pasted text a button may carry until a form is begun; longer ones are sent as a file. */
const LONGEST_CARRIED = 12_000;

/** What a file holds: values for the draft in hand, the beginning of a draft, or only a file. */
export function paperRead(work: Work, event: IntakeEvent): Work {
  const { query: asked, reading } = event;
  const { file, files, next, field } = asked;
  if (field) return attachmentRead(work, event);
  const draft = draftInHand(work);
  if (!reading.ok) {
    const silent = reading.problem === 'no-reader' || (reading.problem === 'unreadable' && draft !== undefined);
    const told = silent ? work : note(work, line(`intake.problem.${reading.problem}`, { name: file.name }));
    // Nobody could open a locked paper among the attachments either.
    const others = reading.problem === 'encrypted' ? files.filter(({ sha256 }) => sha256 !== file.sha256) : files;
    return next || others.length === 0 ? stay(told) : keepFiles(told, others);
  }
  const paper: Source = { paper: reading.paper, name: file.name, is: file };
  if (next) return fill(work, next, paper);
  if (draft)
    return (
      intoDraft(work, draft, paper, false) ?? keepFiles(note(work, line('intake.nothing', { name: file.name })), files)
    );
  return offerDraft(work, paper, 'file') ?? keepFiles(note(work, line('intake.nothing', { name: file.name })), files);
}

/** A button that names a paper: a file is read again, a pasted text is at hand. */
export function fillFrom(work: Work, command: FillFrom): Work {
  const { paper } = command;
  if ('text' in paper) return fill(work, command, { paper: textPaper(paper.text), name: null, is: paper });
  return query(work, { type: 'paper', file: paper, files: [paper], next: command });
}

function stay(work: Work): Work {
  const draft = draftInHand(work);
  return draft
    ? askAgain(work, draft)
    : say(work, { lines: [], buttons: [button('button.open-lists', { do: 'find' })] });
}

/** Pasted rows and label lines; null for words that are no paper. */
export function readPasted(work: Work, text: string): Work | null {
  const { focus } = work.state;
  if (text.length < SHORTEST_PASTE || !/[\n\t]/.test(text) || TAKES_WORDS.includes(focus.in)) return null;
  const source: Source = { paper: textPaper(text), name: null, is: { text } };
  const draft = draftInHand(work);
  if (!draft) return text.length > LONGEST_CARRIED ? null : offerDraft(work, source, 'paste');
  const form = work.book.form(draft.form);
  const found = findAnswers(source.paper, form);
  const inHand = 'path' in focus ? focus.path.replace(/[[#].*$/, '') : null;
  const others = [...found.texts.keys(), ...found.rows.keys()].filter((id) => id !== inHand);
  const isTable = [...found.rows.keys()].some((id) => id !== inHand);
  const isPaper = isTable || (others.length > 0 && labelsFound(found) >= PASTED_LABELS);
  if (isPaper) return intoDraft(work, draft, source, true);
  const publications = readPublications(source.paper, 'paste');
  return publications.length > 0 ? intoDraft(work, draft, source, true) : null;
}

function fill(work: Work, command: FillFrom, source: Source): Work {
  const { into } = command;
  const opened = 'draft' in into ? draftOf(work, into.draft) : null;
  if (opened) return filled(draftInHand(work)?.id === opened.id ? work : park(work), opened, source, command.anyway);
  if ('draft' in into) return stay(note(work, line('intake.gone')));
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', command);
  if ('listing' in into) {
    const listing = work.book.shelf.byId(into.listing);
    if (!listing) return stay(note(work, line('intake.gone')));
    if (!openNow(work, listing)) return notOpen(work, listing);
    return begin(work, listing, source, command);
  }
  const { programme } = work.book;
  const form = work.book.form(into.start === 'need' ? programme.needForm : programme.profileForm);
  const begun = openDraft(park(work), into.start, form, null);
  const { profile } = mine(work);
  const fresh = Object.keys(begun.draft.answers).length === 0;
  const known =
    into.start === 'profile' && profile && fresh
      ? saveDraft(begun.work, { ...begun.draft, answers: profile.answers })
      : begun;
  return filled(known.work, known.draft, source, true);
}

function begin(work: Work, listing: Listing, source: Source, command: FillFrom): Work {
  const submitted = mine(work).drafts.find((each) => each.listing === listing.id && each.status === 'submitted');
  if (submitted) return stay(note(work, line('intake.handed-in', { title: listing.title })));
  const form = work.book.form(work.book.programme.tracks[listing.track].applicationForm);
  const begun = openDraft(park(withState(work, { about: listing.id })), 'application', form, listing);
  return filled(begun.work, begun.draft, source, command.anyway);
}

function filled(work: Work, draft: Draft, source: Source, anyway = false): Work {
  return (
    intoDraft(work, draft, source, anyway) ??
    askNext(note(work, line('intake.nothing', { name: source.name ?? '' })), draft)
  );
}

/** Shows what the paper proposes for the draft; null when it says nothing about the form. */
function intoDraft(work: Work, draft: Draft, source: Source, anyway: boolean): Work | null {
  const form = work.book.form(draft.form);
  const found = findAnswers(source.paper, form);
  const proposals =
    labelsFound(found) > 0
      ? propose(
          found,
          form,
          draft.answers,
          { read: readContext(work), form: contextOf(work, draft) },
          source.name === null ? 'append' : 'replace',
        )
      : null;
  const other = anyway ? null : otherList(work, draft, found.listNumbers);
  if (other) return askWhichDraft(work, draft, source, other);
  const publications = readPublications(source.paper, source.name === null ? 'paste' : 'file');
  const useful = proposals && isUseful(proposals) ? proposals : proposePublications(work, draft, publications);
  if (useful) return show(work, draft, source, useful);
  if (proposals && proposals.same > 0)
    return askNext(note(work, line('intake.all-same', { n: proposals.same })), draft);
  return proposals && labelsFound(found) >= PASTED_LABELS ? askNext(note(work, line('intake.blank')), draft) : null;
}

function isUseful({ entries, unread }: Proposals): boolean {
  return entries.length > 0 || unread.length > 0;
}

function show(work: Work, draft: Draft, source: Source, proposals: Proposals): Work {
  if (proposals.entries.length === 0) {
    const names = proposals.unread.map(({ text }) => text).filter((text) => text !== '');
    return askNext(
      note(work, line('intake.none-read', { n: proposals.unread.length, names: names.slice(0, 3).join('、') })),
      draft,
    );
  }
  const saved = saveDraft(work, { ...draft, intake: { ...proposals, source: source.name, step: 'list' } });
  return showIntake(saved.work, saved.draft);
}

/** The list a paper names when it is not the one this draft takes up. */
function otherList(
  work: Work,
  draft: Draft,
  numbers: readonly string[],
): { readonly number: string; readonly listing: Listing | undefined } | null {
  const number = numbers.map((each) => each.trim()).find((each) => /[A-Z\d]{3}/i.test(each));
  if (number === undefined || draft.purpose !== 'application') return null;
  const listing = work.book.shelf.byId(number);
  return listing?.id === draft.listing ? null : { number, listing };
}

function askWhichDraft(
  work: Work,
  draft: Draft,
  source: Source,
  { number, listing }: { readonly number: string; readonly listing: Listing | undefined },
): Work {
  const isOpen = listing !== undefined && openNow(work, listing);
  return say(work, {
    lines: [line('intake.other-list', { number: number.slice(0, 20), title: listing?.title ?? '' })],
    buttons: [
      button('button.intake-here', { do: 'fill-from', paper: source.is, into: { draft: draft.id }, anyway: true }),
      ...(isOpen
        ? [button('button.intake-there', { do: 'fill-from', paper: source.is, into: { listing: listing.id } })]
        : []),
      button('button.intake-ignore', { do: 'keep' }),
    ],
  });
}
