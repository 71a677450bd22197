/** What holds a connection to PostgreSQL or Redis, and where it comes from. */
const MADE_BY = { pg: ['Pool', 'Client'], typeorm: ['DataSource'], ioredis: ['Redis', 'default', 'Cluster'] };

/** The name under which a declared name was exported by one of those packages; null = it is something else. */
function exported(context, identifier) {
  for (let scope = context.sourceCode.getScope(identifier); scope; scope = scope.upper) {
    const definition = scope.set.get(identifier.name)?.defs[0];
    if (!definition) continue;
    if (definition.type !== 'ImportBinding') return { from: null, name: identifier.name, loaded: true };
    const from = definition.parent.source.value;
    const { node } = definition;
    return { from, name: node.type === 'ImportSpecifier' ? node.imported.name : 'default' };
  }
  return null;
}

/**
 * A connection without a listener for its errors ends the process that holds it, or fails whichever test runs, when its server ends: it
 * is made in one place of each room, which gives it one.
 */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      made: 'connections are made by #store (openClient, openPool, openSource) and #queue (openRedis): one without a listener for errors ends the process',
    },
  },
  create(context) {
    const made = (callee) => {
      if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier') {
        const name = callee.computed ? callee.property.value : callee.property.name;
        const of = exported(context, callee.object);
        if (of?.from) return MADE_BY[of.from]?.includes(name) ?? false;
        return callee.object.name === 'pg' && MADE_BY.pg.includes(name);
      }
      if (callee.type !== 'Identifier') return false;
      const of = exported(context, callee);
      if (of?.from) return MADE_BY[of.from]?.includes(of.name) ?? false;
      return ['DataSource', 'Redis', 'IORedis'].includes(callee.name);
    };
    return {
      NewExpression(node) {
        if (made(node.callee)) context.report({ node, messageId: 'made' });
      },
    };
  },
};
