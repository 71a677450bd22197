/** Questions to begin with; each can be run as it stands. */
export const EXAMPLES: readonly { name: string; query: string }[] = [
  {
    name: 'Editions',
    query: `{
  editions(first: 5) {
    nodes { number publishedAt dataTo fingerprint }
  }
}`,
  },
  {
    name: 'What people raised, by theme',
    query: `{
  figures(report: "themes-by-community", by: [THEME], first: 50) {
    nodes {
      ... on PublishedFigure { keys { name } people { value low high } }
      ... on SuppressedFigure { keys { name } reason }
    }
  }
}`,
  },
  {
    name: 'Questions about safety, as they were asked',
    query: `{
  questions(search: "safe", first: 20) {
    nodes { engagement key text options { label } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  },
  {
    name: 'What people answered in one engagement, by age (put its id in)',
    query: `{
  answers(engagement: "plymouth-city-council/safer-plymouth-2024", by: AGE_BAND) {
    heard
    questions {
      text message
      all { base options { label people percent low high } }
      cut { name answers { base options { label percent } } }
      cutRefused
    }
  }
}`,
  },
  {
    name: 'How people voted on statements in one engagement, and what others supported (put its id in)',
    query: `{
  votes(engagement: "plymouth-city-council/after-dark-conversation") {
    voters groups
    statements { text voted agreePercent disagreePercent passPercent standing agreedInAll }
    supported { text counts { act times } }
    supportCountedOn
  }
}`,
  },
  {
    name: 'The same question over years and agencies',
    query: `{
  measure(code: "safe-after-dark") {
    message
    askings { agencyName asked share low high base }
  }
}`,
  },
  {
    name: 'What was decided, and how far it is',
    query: `{
  decisions(first: 10) {
    nodes { title decidedOn state actions { what due state } }
  }
}`,
  },
];
