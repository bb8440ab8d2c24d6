/** What a person may expect of the conversation, as a plain object of the form: no copy of the engine. */
import type { SmallField, SmallForm, SmallValue } from './small-form.ts';

/** What is open. */
export type Place =
  | { readonly at: 'idle' }
  | { readonly at: 'consent'; readonly kind: 'data' | 'hand-over' }
  | { readonly at: 'field'; readonly id: string }
  | { readonly at: 'review' }
  /** The review of what was handed in before. */
  | { readonly at: 'handed-in' }
  | { readonly at: 'cancel' }
  | { readonly at: 'confirm'; readonly what: 'withdraw' | 'delete' };

/** The bid handed in. */
export interface ModelCase {
  status: 'submitted' | 'accepted' | 'returned' | 'withdrawn';
  /** True while staff wait for its person. */
  asked: boolean;
  /** What moved it, in order. */
  readonly log: string[];
}

/** The whole expectation; commands change it in place. */
export interface Model {
  readonly form: SmallForm;
  place: Place;
  consented: boolean;
  handedOver: boolean;
  draft: 'none' | 'open' | 'submitted';
  answers: Record<string, SmallValue>;
  undo: { readonly id: string; readonly before: SmallValue | undefined }[];
  /** Field → the platform's id of the message that filled it, and when it was said. */
  filledBy: Map<string, { readonly message: string; readonly at: number }>;
  bid: ModelCase | null;
  /** Bids of the person withdrawn before. */
  withdrawn: number;
  /** Notices staff are owed about hand-ins and withdrawals. */
  notices: number;
  /** Ann's role is in force. */
  annDecides: boolean;
  /** Test time, and when the list closes. */
  now: number;
  readonly closes: number;
}

/** Nobody has said anything yet. */
export function newModel(form: SmallForm, now: number, closes: number): Model {
  return {
    form,
    ...nobody(),
    notices: 0,
    annDecides: true,
    now,
    closes,
  };
}

function nobody() {
  return {
    place: { at: 'idle' } as Place,
    consented: false,
    handedOver: false,
    draft: 'none' as Model['draft'],
    answers: {},
    undo: [],
    filledBy: new Map(),
    bid: null,
    withdrawn: 0,
  };
}

/** The person was forgotten: whoever speaks next is somebody new. */
export function forget(model: Model): void {
  Object.assign(model, nobody());
}

/** The question a message must ask: a field's id, `confirm` at the review, nothing elsewhere. */
export function question({ place }: Model): string | undefined {
  if (place.at === 'field') return place.id;
  return place.at === 'review' || place.at === 'handed-in' ? 'confirm' : undefined;
}

/** The field in hand. */
export function inHand(model: Model): SmallField | undefined {
  const { place, form } = model;
  return place.at === 'field' ? form.fields.find((each) => each.id === place.id) : undefined;
}

/** The first question without an answer, or the review. */
export function goOn(model: Model): void {
  const open = model.form.fields.find((each) => model.answers[each.id] === undefined);
  model.place = open ? { at: 'field', id: open.id } : { at: 'review' };
}

/** Required questions without an answer. */
export function missing({ form, answers }: Model): readonly SmallField[] {
  return form.fields.filter((each) => each.required && (answers[each.id] ?? null) === null);
}

/** Stores an answer said by `message` (none for a button) and goes on. */
export function answer(model: Model, id: string, value: SmallValue, message?: string): void {
  model.undo = [...model.undo, { id, before: model.answers[id] }].slice(-10);
  model.answers = { ...model.answers, [id]: value };
  if (message === undefined) model.filledBy.delete(id);
  else model.filledBy.set(id, { message, at: model.now });
  goOn(model);
}

/** Takes the last change back, if there is one. */
export function undo(model: Model): void {
  const last = model.undo.pop();
  if (!last) return;
  const { [last.id]: _, ...others } = model.answers;
  model.answers = last.before === undefined ? others : { ...others, [last.id]: last.before };
  goOn(model);
}

/** The answered question before the one in hand, in the order of the form. */
export function before(model: Model): SmallField | undefined {
  const { form, place, answers } = model;
  const here = place.at === 'field' ? form.fields.findIndex((each) => each.id === place.id) : form.fields.length;
  return form.fields.slice(0, here).findLast((each) => answers[each.id] !== undefined);
}

/** True once the list takes no bids. */
export function isClosed({ now, closes }: Model): boolean {
  return now >= closes;
}

/** True while the person may hand in anew or take back. */
export function mayMove(model: Model): boolean {
  const { bid } = model;
  return bid !== null && bid.status !== 'withdrawn' && (!isClosed(model) || bid.asked);
}

/** Takes the list up, once the person agreed. */
export function begin(model: Model): void {
  if (isClosed(model)) return;
  if (!model.consented) model.place = { at: 'consent', kind: 'data' };
  else if (model.draft !== 'submitted') {
    if (model.draft === 'none') startDraft(model);
    goOn(model);
  }
}

function startDraft(model: Model): void {
  model.draft = 'open';
  model.answers = {};
  model.undo = [];
  model.filledBy.clear();
}

/** A change to what was handed in opens it again for a new version. */
export function reopen(model: Model): void {
  if (model.place.at !== 'handed-in') return;
  model.draft = 'open';
  model.place = { at: 'review' };
}

/** Hands in, when everything needed is there and the review was just seen. */
export function submit(model: Model): void {
  if (model.draft === 'submitted') {
    model.place = { at: 'idle' };
    return;
  }
  if (missing(model).length > 0 || model.place.at !== 'review') model.place = { at: 'review' };
  else if (model.bid ? !mayMove(model) : isClosed(model)) model.place = { at: 'idle' };
  else if (model.form.track === 'enterprise-demand' && !model.handedOver)
    model.place = { at: 'consent', kind: 'hand-over' };
  else handIn(model);
}

/** The hand-in itself. */
export function handIn(model: Model): void {
  model.place = { at: 'idle' };
  if (model.bid ? !mayMove(model) : isClosed(model)) return;
  if (model.bid) {
    model.bid.status = 'submitted';
    model.bid.asked = false;
    model.bid.log.push('resubmit');
  } else model.bid = { status: 'submitted', asked: false, log: ['submit'] };
  model.draft = 'submitted';
  model.undo = [];
  model.notices += 1;
}
