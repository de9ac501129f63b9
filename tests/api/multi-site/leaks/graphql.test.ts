import { graphqlCases } from './http/graphql';
import { describeRequests } from './lib/describe-requests';

describeRequests('GraphQL asked for what is on another site', graphqlCases);
