import { graphql } from '../../gql';

export const REPORT_LINES = graphql(`
  query ReportLines {
    reportDrafts {
      id
      slug
      title
      forWhom
      edition
      agency
      digest
      releaseAt
      released
      hands {
        account
        part
        signs
      }
    }
  }
`);

export const REPORT_WHOLE = graphql(`
  fragment ReportWhole on ReportDraft {
    id
    slug
    title
    kind
    subject
    forWhom
    edition
    agency
    version
    corrects
    texts {
      code
      text
    }
    checks {
      code
      words
      stops {
        section
        words
      }
    }
    digest
    releaseAt
    released
    hands {
      account
      part
      signedAt
      signs
    }
    events {
      at
      account
      what
    }
  }
`);

export const REPORT = graphql(`
  query OneReport($id: ID!) {
    reportDraft(id: $id) {
      ...ReportWhole
      proposed
    }
  }
`);

export const REPORT_SUBJECTS = graphql(`
  query ReportSubjects {
    engagements(first: 1000) {
      nodes {
        id
        title
      }
    }
    areas(first: 100) {
      nodes {
        code
        name
      }
    }
    codebook {
      themes {
        code
        name
      }
    }
  }
`);

export const EQUALITY_DRAFT = graphql(`
  query EqualityDraft($kind: String!, $subject: String!, $edition: Int!) {
    equalityDraft(kind: $kind, subject: $subject, edition: $edition)
  }
`);

export const SAVE_REPORT = graphql(`
  mutation SaveReport($input: ReportInput!, $seen: Int) {
    saveReport(input: $input, seen: $seen) {
      id
    }
  }
`);

export const INVITE_READER = graphql(`
  mutation InviteReader($report: ID!, $account: String!) {
    inviteReader(report: $report, account: $account)
  }
`);

export const PROPOSE_REPORT = graphql(`
  mutation ProposeReport($id: ID!) {
    proposeReport(id: $id) {
      id
    }
  }
`);

export const SIGN_REPORT = graphql(`
  mutation SignReport($id: ID!, $digest: String!) {
    signReport(id: $id, digest: $digest)
  }
`);

export const SCHEDULE_REPORT = graphql(`
  mutation ScheduleReport($id: ID!, $at: DateTime!) {
    scheduleReport(id: $id, at: $at) {
      id
    }
  }
`);
