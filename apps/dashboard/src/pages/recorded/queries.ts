import { graphql } from '../../gql';

export const RECORDED_SERIES = graphql(`
  query RecordedSeries($edition: Int, $ward: String) {
    recordedSeries(edition: $edition, ward: $ward, first: 20) {
      located
      nodes {
        source
        agencyName
        title
        licence
        attribution
        received
        missing
        months {
          month
          count
          unsettled
        }
        kinds {
          kind
          name
          month
          year
          yearBefore
        }
        breaks {
          month
          settled
          reason
        }
      }
    }
  }
`);

export const VOICE_AND_RECORD = graphql(`
  query VoiceAndRecord($edition: Int) {
    voiceAndRecord(edition: $edition, first: 1000) {
      noCause
      period
      attributions
      nodes {
        theme
        themeName
        ward
        wardName
        stands
        words
        voice {
          words
          difference {
            value
            low
            high
          }
        }
        record {
          count
          words
          ratio {
            value
            low
            high
          }
        }
        kinds
      }
    }
  }
`);

export const ENGAGE_NEXT = graphql(`
  query EngageNext($edition: Int) {
    engageNext(edition: $edition, first: 50) {
      about
      nodes {
        kind
        code
        name
        ward
        wardName
        words
      }
    }
  }
`);
