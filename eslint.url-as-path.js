/** Is it `new URL(..., import.meta.url)` or `new URL(import.meta.url)`: the address of a file? */
const isFileAddress = (node) =>
  node?.type === 'NewExpression' &&
  node.callee.name === 'URL' &&
  node.arguments.some(
    (argument) => argument.type === 'MemberExpression' && argument.object.type === 'MetaProperty',
  );

/** The value that a name was given where it was declared. */
function declared(context, identifier) {
  for (let scope = context.sourceCode.getScope(identifier); scope; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable.defs[0]?.node?.init;
  }
  return null;
}

/**
 * An address of a file has %20 for a space in its `pathname`, and %C3%A9 for an accent: as a path it names no file. It
 * works only in a folder with a plain name, so no test by the author finds it.
 */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { path: 'a file’s address is no path: use fileURLToPath (a space becomes %20 here)' },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'path' });
    return {
      MemberExpression(node) {
        const key = node.computed ? node.property.value : node.property.name;
        if (key !== 'pathname') return;
        const value = node.object.type === 'Identifier' ? declared(context, node.object) : node.object;
        if (isFileAddress(value)) report(node);
      },
      VariableDeclarator(node) {
        if (node.id.type !== 'ObjectPattern' || !isFileAddress(node.init)) return;
        if (node.id.properties.some(({ key }) => key?.name === 'pathname')) report(node);
      },
    };
  },
};
