import { tabularConnector } from '../tabular.js';

/** Decidim: answers of a survey, or proposals with a column for each language; bodies may hold HTML. */
export default tabularConnector({
  code: 'decidim',
  title: 'Decidim survey answers and proposals',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  layout: {
    signs: [
      /^(answer[ _]id|id)$/,
      /^(answered[ _]on|created_at)$/,
      /^ip[ _]hash$/,
      /^user[ _]status$/,
      /^participatory_space[/.](id|url)$/,
      /^component[/.]id$/,
      /^category[/.](id|name)/,
      /^scope[/.](id|name)/,
      /^title[/.][a-z]{2}/,
      /^body[/.][a-z]{2}/,
      /^state(_published_at)?$/,
      /^(supports|votes|(endorsements|likes)([/.]total_count)?|followers|follows_count|comments)$/,
      /^published_at$/,
      /^reference$/,
    ],
    atLeast: 3,
    needs: /^ip[ _]hash$|^user[ _]status$|^participatory_space[/.]|^component[/.]id$|^body[/.]|^answered on$/,
    columns: [
      [/^(answer[ _]id|id)$/, { as: 'submission-id' }],
      [/^(answered[ _]on|published_at|created_at)$/, { as: 'date' }],
      [/^author[/.]name$/, { as: 'respondent', field: 'fullName' }],
      [
        /^(title|body)([/.][a-z]{2}(-[a-z]{2})?)?$/,
        { as: 'question', kind: 'free-text', options: [], items: [], delimiter: null, decimalComma: false },
      ],
      [/^(supports|votes)([/.]total_count)?$/, { as: 'support', act: 'supports' }],
      [/^endorsements([/ _](total_)?count)?$/, { as: 'support', act: 'endorsements' }],
      [/^likes([/ _](total_)?count)?$/, { as: 'support', act: 'likes' }],
      [
        /^(answer|cost_report|execution_period)([/.]|$)|^answered_at$/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
      // What the proposer chose for the proposal, beside its number.
      [
        /^(category|scope)[/.](name|title)([/.][a-z]{2}(-[a-z]{2})?)?$|^taxonomies[/.](\d+[/.])?name([/.][a-z]{2}(-[a-z]{2})?)?$/,
        { as: 'ignore', what: 'what a proposal is about', detail: true },
      ],
      [
        /^(ip[ _]hash|user[ _]status|session[ _]token|participatory_space|component|category|taxonom|scope|author|address|latitude|longitude|state|supports|votes|endorsements|likes|followers|follows_count|comments|attachments|meeting_urls|related_proposals|is_amend|original_proposal|url|reference|withdrawn|created_in_meeting|valuator|evaluat|updated_at|coauthorships)/,
        { as: 'ignore', what: 'the tool’s own record' },
      ],
    ],
  },
});
