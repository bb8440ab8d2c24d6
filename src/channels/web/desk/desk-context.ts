/** What the pages of the staff desk share. */
import type { ChangeFeed, Desk } from '../../../ports/desk.ts';
import type { StaffRepository } from '../../../ports/store.ts';
import type { Form } from '../../../programme/form.ts';
import type { WebSessions } from '../session.ts';
import type { WebContext } from '../web-context.ts';

/** The web channel's own parts and what the desk reads from. */
export interface DeskOptions extends WebContext {
  readonly desk: Desk;
  readonly forms: readonly Form[];
  readonly feed: Pick<ChangeFeed, 'subscribe'>;
  readonly staff: Pick<StaffRepository, 'link'>;
}

/** The options with the desk's own sessions: a cookie beside the chat's, for a working day. */
export interface DeskContext extends DeskOptions {
  readonly seats: WebSessions;
}
