/** The staff desk on the web channel's server. */
import formbody from '@fastify/formbody';
import type { FastifyPluginAsync } from 'fastify';
import { makeWebSessions } from '../session.ts';
import { addAnswerRoute } from './answer-route.ts';
import { addCandidatesPage } from './candidates-page.ts';
import { addCardPage } from './card-page.ts';
import { addCasePage } from './case-page.ts';
import { addCommandRoute } from './command-route.ts';
import type { DeskContext, DeskOptions } from './desk-context.ts';
import { addDeskFiles } from './desk-files.ts';
import { addDeskLive } from './desk-live.ts';
import { addEnterPage } from './enter-page.ts';
import { addListingPages } from './listing-page.ts';
import { addQueuePage } from './queue-page.ts';
import { addRequestsPage } from './requests-page.ts';
import { addTeamPage } from './team-page.ts';
import { addUnmatchedPage } from './unmatched-page.ts';

/** Routes under `/desk` and `/api/desk`; all reads go through {@link Desk}, all acts through `accept`. */
export function deskPlugin(options: DeskOptions): FastifyPluginAsync {
  return async (app) => {
    await app.register(formbody);
    const context: DeskContext = {
      ...options,
      seats: makeWebSessions({
        sessions: options.store.sessions,
        clock: options.clock,
        randomId: options.randomId,
        secure: options.origin?.startsWith('https:') ?? false,
        cookie: 'jiebang-desk',
        forStaff: true,
      }),
    };
    addEnterPage(app, context);
    addQueuePage(app, context);
    addCasePage(app, context);
    addCandidatesPage(app, context);
    addCardPage(app, context);
    addTeamPage(app, context);
    addUnmatchedPage(app, context);
    addRequestsPage(app, context);
    addListingPages(app, context);
    addDeskFiles(app, context);
    addCommandRoute(app, context);
    addAnswerRoute(app, context);
    addDeskLive(app, context);
  };
}
