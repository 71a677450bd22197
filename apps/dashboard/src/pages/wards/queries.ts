import { graphql } from '../../gql';

export const AREAS = graphql(`
  query Areas($edition: Int) {
    areas(edition: $edition, first: 200) {
      nodes {
        code
        name
        shortName
        column
        row
        residents
        adults
      }
    }
  }
`);

export const AREA_OF_POSTCODE = graphql(`
  query AreaOfPostcode($postcode: String!) {
    areaOfPostcode(postcode: $postcode) {
      code
      name
    }
  }
`);

export const CONTACTS = graphql(`
  query Contacts {
    answerPromises {
      agency {
        code
        name
      }
      months
      contact
    }
  }
`);
