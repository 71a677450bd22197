import { fail, ok, type Engagement } from '#domain';
import type { Connector } from '../contract.js';
import { documentConnector } from '../document-connector.js';
import { dated, submissionId } from '../mapping/preset.js';
import { describeIssues } from '../mapping/schema.js';
import { page, type Activity } from './page.js';
import { pullPages } from './pull.js';
import { rowsOf, questionTextsOf } from './rows.js';

/** The council's survey platform by its JSON data API; see README.md for the layout. */
const connector: Connector = {
  ...documentConnector({
    code: 'survey-platform',
    title: 'Survey platform, JSON data API',
    agencyKinds: ['council'],
    columns: [
      submissionId('response_id'),
      dated('submitted_at'),
      { as: 'channel', column: 'channel', optional: true, values: {} },
      { as: 'engagement-key', column: 'activity_id', optional: true },
    ],
    extract: (document) => {
      const parsed = page.safeParse(document);
      if (!parsed.success)
        return fail(`The file is not a page of the data API: ${describeIssues(parsed.error)}.`);
      const { activities } = parsed.data;
      return ok({
        rows: activities.flatMap(rowsOf),
        engagements: activities.map(engagementOf),
        questionTexts: questionTextsOf(activities),
      });
    },
  }),
  ways: ['pull', 'file'],
  pull: pullPages,
};
export default connector;

function engagementOf(activity: Activity): Engagement {
  return {
    key: activity.id,
    title: activity.title,
    kind: activity.type,
    participation: activity.participation,
    opens: activity.start_date,
    closes: activity.end_date,
    channel: null,
    decisionOwner: activity.decision_owner,
    canStillChange: activity.can_still_change,
    targetCommunities: activity.audiences,
    url: activity.url,
  };
}
