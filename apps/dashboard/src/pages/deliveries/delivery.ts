import type { DeliveryQuery } from '../../gql/graphql';

export type Delivery = NonNullable<DeliveryQuery['delivery']>;
