/** A paper that comes while no form is open: which form it fills, offered as one tap. */
import { findAnswers } from '../intake/find-answers.ts';
import { labelsFound } from '../intake/findings.ts';
import { bareLabel } from '../intake/label.ts';
import { paperText } from '../intake/paper.ts';
import { readPublications } from '../intake/publications.ts';
import type { Form } from '../programme/form.ts';
import type { Listing } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import { pasteQuery } from './flow-paste.ts';
import { openDrafts, openNow } from './focus.ts';
import type { Source } from './intake-types.ts';
import type { SayButton } from './say.ts';
import { button, line, query, say, type Work, withState } from './work.ts';

/** Labels a file, or a pasted text, must share with a form. */
const LEAST = { file: 3, paste: 4 } as const;
/** The form's own title is worth as much as this many labels. */
const TITLE = 4;
/** How far down a title stands. */
const TITLE_WITHIN = 400;

interface Match {
  readonly form: Form;
  readonly score: number;
  readonly numbers: readonly string[];
}

/** How much of a form a file or text has: one for each label of it found, and its title; nothing is read into it yet. */
export function formScore(form: Form, source: Source): number {
  return matchOf(form, source).score;
}

/** Offers to begin, or go on with, the form the paper fits; null when it fits none. */
export function offerDraft(work: Work, source: Source, from: 'file' | 'paste'): Work | null {
  const { programme } = work.book;
  const tracks = Object.values(programme.tracks).map((track) => track.applicationForm);
  const ids = [...new Set([programme.needForm, ...tracks, programme.profileForm])];
  const matches = ids.map((id) => matchOf(work.book.form(id), source)).filter(({ score }) => score >= LEAST[from]);
  const [best] = matches.toSorted((a, b) => b.score - a.score);
  const listing = best?.numbers.map((each) => work.book.shelf.byId(each.trim())).find((each) => each !== undefined);
  if (best && best.form.id === programme.needForm) return offer(work, source, 'need');
  if (best && best.form.id === programme.profileForm) return offer(work, source, 'profile');
  if (best) return offerBid(work, source, listing);
  const publications = readPublications(source.paper, from);
  if (publications.length <= (from === 'file' ? 0 : 1)) return null;
  const titles = publications.map(({ title }) => title).join('\n');
  return query(offer(work, source, 'profile', 'publications'), pasteQuery(titles));
}

function matchOf(form: Form, { paper }: Source): Match {
  const found = findAnswers(paper, form);
  const bare = (text: string) => bareLabel(text).bare.replace(/["“”'《》()]/g, '');
  const head = bare(fold(paperText(paper).slice(0, TITLE_WITHIN)).replace(/\s/g, ''));
  const isTitled = head.includes(bare(form.title.zh)) || head.includes(bare(form.title.en));
  return { form, score: labelsFound(found) + (isTitled ? TITLE : 0), numbers: found.listNumbers };
}

function offer(work: Work, source: Source, start: 'need' | 'profile', what: string = start): Work {
  const command = { do: 'fill-from', paper: source.is, into: { start } } as const;
  // A typed yes does the same as the button.
  return say(withState(work, { focus: { in: 'confirm', command } }), {
    lines: [line(`intake.offer-${what}`)],
    buttons: [button(`button.intake-start-${start}`, command, 'primary'), IGNORE],
  });
}

/** A bid belongs to a list: the one it names, the draft that waits, or the person says which. */
function offerBid(work: Work, source: Source, listing: Listing | undefined): Work {
  const waiting = openDrafts(work).filter((each) => each.purpose === 'application');
  const name = source.name ?? '';
  if (listing && openNow(work, listing)) {
    const command = { do: 'fill-from', paper: source.is, into: { listing: listing.id } } as const;
    return say(withState(work, { focus: { in: 'confirm', command } }), {
      lines: [line('intake.offer-bid', { title: listing.title })],
      buttons: [button('button.intake-start-bid', command, 'primary'), IGNORE],
    });
  }
  const shelf = work.book.shelf;
  const goOn = waiting.slice(0, 2).map(
    (draft): SayButton => ({
      label: line('button.intake-into', {
        title: (draft.listing === null ? undefined : shelf.byId(draft.listing)?.title) ?? '',
      }),
      command: { do: 'fill-from', paper: source.is, into: { draft: draft.id }, anyway: true },
    }),
  );
  return say(work, {
    lines: [line(listing ? 'intake.list-closed' : 'intake.which-list', { name, title: listing?.title ?? '' })],
    buttons: [...goOn, button('button.open-lists', { do: 'find' })],
  });
}

const IGNORE = button('button.intake-ignore', { do: 'deny' });
