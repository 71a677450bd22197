import { tabularConnector } from '../tabular.js';

/** Commonplace: comments on places of a map, with a feeling, coordinates and the agreements of others. */
export default tabularConnector({
  code: 'commonplace',
  title: 'Commonplace contributions',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^(contribution|comment|respondent|response) ?(id|ref)$/,
      /^(number of )?(agreements?|agrees?)( count)?$/,
      /^sentiment( score)?$|^(how do you feel|feeling)/,
      /^(lat|latitude)$/,
      /^(lng|lon|long|longitude)$/,
      /connection to the area/,
      /^(page )?url$|^link$|^tile|^(map|heatmap|design|proposal|section|page)( name| title)?$/,
      /^(moderation|status|confirmed|verified)/,
      /^why do you feel (this|that) way/,
      /^user ?id$/,
    ],
    atLeast: 4,
    never: /^(user ?agent|session ?id|ip ?address|legacy comments)$/,
    needs:
      /^(number of )?(agreements?|agrees?)( count)?$|^sentiment|^how do you feel|^why do you feel|connection to the area/,
    columns: [
      [/^(contribution|comment|response) ?(id|ref)$/, { as: 'submission-id' }],
      [/^user ?id$|^respondent ?id$/, { as: 'respondent', field: 'systemId' }],
      [/^(number of )?(agreements?|agrees?)( count)?$/, { as: 'support', act: 'agreements' }],
      [
        /^(page )?url$|^link$|^tile|^(map|heatmap|design|proposal|section|page)( name| title)?$|^(moderation|status|confirmed|verified)/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      [/^(lat|latitude|lng|lon|long|longitude)$/, { as: 'ignore', what: 'coordinates' }],
    ],
  },
});
