import { graphql } from '../../gql';

export const DECISION_LINE = graphql(`
  fragment DecisionLine on Decision {
    id
    reference
    origin
    title
    decided
    decidedOn
    why
    willDo
    notDone
    notDoneBecause
    decidedBy
    model
    lead
    portfolio
    state
    daysLate
    public
    version
    agency {
      code
      name
    }
    engagementIds
    asked {
      id
      agency
      key
      title
      opens
      closes
    }
    themes {
      code
      name
    }
    wards {
      code
      name
    }
    communities {
      code
      name
    }
    priorities {
      id
      plan
      title
    }
    evidence {
      figure
      edition
      did
      told {
        ...FigureCell
      }
      answer {
        people
      }
    }
    quotes {
      edition
      quote
      stance
      words
    }
    actions {
      what
      owner
      due
      state
      said
      doneOn
      because
      effect
      effectFigure {
        figure
        edition
      }
    }
  }
`);

export const STATE_NUMBERS = graphql(`
  fragment StateNumbers on StateCounts {
    all
    planned
    underWay
    done
    late
    willNotDo
  }
`);

export const DECISIONS = graphql(`
  query Decisions($filter: DecisionFilter, $edition: Int, $after: String) {
    decisions(filter: $filter, edition: $edition, first: 10, after: $after) {
      nodes {
        ...DecisionLine
      }
      totalCount
      records
      decidedYears
      doneYears
      counts {
        ...StateNumbers
      }
      byWard {
        code
        name
        counts {
          ...StateNumbers
        }
      }
      byTheme {
        code
        name
        counts {
          ...StateNumbers
        }
      }
      byAgency {
        code
        name
        counts {
          ...StateNumbers
        }
      }
      byPriority {
        code
        name
        counts {
          ...StateNumbers
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DECISION = graphql(`
  query OneDecision($id: ID!, $edition: Int) {
    decision(id: $id, edition: $edition) {
      ...DecisionLine
      changes {
        on
        words
      }
    }
  }
`);

export const WAITING = graphql(`
  query Waiting($edition: Int) {
    waitingVoices(edition: $edition) {
      agency {
        code
        name
      }
      theme {
        code
        name
      }
      quarters
      since
      promisedBy
      daysLate
      inPart
      months
      figure {
        ...FigureCell
      }
    }
    waitingTold(edition: $edition) {
      edition
      untold {
        code
        name
      }
    }
    answerPromises {
      agency {
        code
        name
      }
      months
      words
    }
  }
`);

export const DECISION_CHOICES = graphql(`
  query DecisionChoices($edition: Int) {
    agencies(edition: $edition, first: 100) {
      nodes {
        code
        name
      }
    }
    communities(edition: $edition, first: 1000) {
      nodes {
        code
        name
      }
    }
    areas(edition: $edition, first: 100) {
      nodes {
        code
        name
      }
    }
    codebook(edition: $edition) {
      themes {
        code
        name
        parent
      }
    }
    planPriorities(edition: $edition) {
      id
      agency
      code
      plan
      title
      themes
    }
  }
`);

export const PLAN_PRIORITIES = graphql(`
  query PlanPriorities($edition: Int) {
    codebook(edition: $edition) {
      themes {
        code
        name
        parent
      }
    }
    planPriorities(edition: $edition) {
      id
      plan
      title
      themes
    }
  }
`);
