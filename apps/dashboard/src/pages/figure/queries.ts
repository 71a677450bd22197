import { graphql } from '../../gql';

export const ONE_FIGURE = graphql(`
  query OneFigure($id: ID!, $edition: Int!) {
    figure(id: $id, edition: $edition) {
      ...FigureWithReceipt
    }
  }
`);
