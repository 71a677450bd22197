import ts from 'typescript';

const REMOVERS = new Set(['rm', 'rmSync', 'rmdir', 'rmdirSync']);
const SHELL = /\brm\s+(-\S+\s+)*(-[a-zA-Z]*[rR]|--recursive)|\brimraf\b|\bfind\b.*\s-delete\b/;

/**
 * Removals in a file that do not go through the guard.
 * @param path tells the language: scripts and modules, shell, package.json; others hold none
 * @returns "path:line: what is wrong"
 */
export function removalFaults(path: string, text: string): string[] {
  if (/\.(ts|tsx|mjs|cjs|js)$/.test(path)) return inCode(path, text);
  if (/\.sh$|(^|\/)package\.json$/.test(path) || text.startsWith('#!')) return inShell(path, text);
  return [];
}

function inShell(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      SHELL.test(line.replace(/^\s*#.*/, '')) ? [`${path}:${at + 1}: removes a folder in the shell`] : [],
    );
}

function inCode(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const above = namesOfHolders(source);
  const faults: string[] = [];
  const fault = (node: ts.Node, what: string): void => {
    faults.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    const what = faultOf(node, above);
    if (what) fault(node, what);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function faultOf(node: ts.Node, above: ReadonlySet<string>): string | null {
  if (ts.isImportSpecifier(node) && node.propertyName && REMOVERS.has(node.propertyName.text))
    return 'calls a removal by another name';
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node))
    return node.text === 'rm' || SHELL.test(node.text) ? 'removes by the shell' : null;
  if (ts.isPropertyAccessExpression(node) && REMOVERS.has(node.name.text) && !isCalled(node))
    return 'calls a removal by another name';
  if (!ts.isCallExpression(node)) return null;
  const name = nameOf(node.expression);
  const [first, second] = node.arguments;
  if (name !== 'removeFolder' && !REMOVERS.has(name)) return null;
  if (first && holdsAPath(first, above)) return 'removes what holds a path';
  if (name === 'removeFolder' || !second || onlyForce(second)) return null;
  return 'removes a folder, and not through removeFolder';
}

const isCalled = (node: ts.Expression): boolean =>
  ts.isCallExpression(node.parent) && node.parent.expression === node;

function nameOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

const onlyForce = (options: ts.Expression): boolean =>
  ts.isObjectLiteralExpression(options) &&
  options.properties.every((one) => ts.isPropertyAssignment(one) && one.name.getText() === 'force');

/** Does it ask for `dirname(...)`, or use a name that the file gives to one? */
function holdsAPath(node: ts.Node, above: ReadonlySet<string>): boolean {
  if (ts.isCallExpression(node) && nameOf(node.expression) === 'dirname') return true;
  if (ts.isIdentifier(node) && above.has(node.text)) return true;
  return ts.forEachChild(node, (child) => holdsAPath(child, above) || undefined) ?? false;
}

function namesOfHolders(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      if (ts.isCallExpression(node.initializer) && nameOf(node.initializer.expression) === 'dirname')
        names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}
