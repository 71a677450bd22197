import { graphql } from '../../gql';

export const MEASURES = graphql(`
  query Measures($edition: Int, $working: Boolean) {
    measures(edition: $edition, working: $working, first: 100) {
      nodes {
        times
        agencies
        from
        to
        measure {
          code
          name
          who
          wordings {
            code
            text
          }
        }
      }
    }
  }
`);

export const MEASURE = graphql(`
  query Measure($code: ID!, $edition: Int, $working: Boolean) {
    measure(code: $code, edition: $edition, working: $working) {
      times
      agencies
      from
      to
      message
      measure {
        code
        name
        who
        wordings {
          code
          text
          options
          counts
          source
        }
      }
      askings {
        agency
        agencyName
        engagement
        engagementTitle
        question
        text
        wording
        selection
        method
        population
        asked
        base
        share
        low
        high
        women
        men
        gap {
          points
          low
          high
        }
        reason
      }
      pairs {
        before
        now
        may
        why
        change {
          points
          low
          high
          verdict
        }
      }
      advice {
        wording
        text
        options
        joins
      }
    }
  }
`);

export const JOINING_SUGGESTIONS = graphql(`
  query JoiningSuggestions {
    joiningSuggestions(first: 100) {
      nodes {
        engagement
        title
        question
        text
        measure
        measureName
        wording
        alike
      }
    }
  }
`);

export const CONFIRM_MEASURE = graphql(`
  mutation ConfirmMeasure($input: JoinMeasureInput!) {
    confirmMeasure(input: $input)
  }
`);
