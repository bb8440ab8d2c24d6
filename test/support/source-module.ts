/** Reads source files into the facts the architecture rules are about. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

/** One import or re-export. `target` is a path under `src/` for our own files, else the package name. */
export interface Import {
  readonly target: string;
  readonly isOwn: boolean;
  readonly isTypeOnly: boolean;
  readonly isDynamic: boolean;
}

/** One function with its length in lines; `isExcused` when a reason for its length stands beside it. */
export interface FunctionFact {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly isExcused: boolean;
}

/** One name a file exports, and whether a sentence of contract stands above it. */
export interface ExportFact {
  readonly name: string;
  readonly hasSentence: boolean;
}

/** What one source file is made of. `path` is relative to `src/`, with forward slashes. */
export interface SourceModule {
  readonly path: string;
  readonly lines: number;
  readonly isExcused: boolean;
  readonly imports: readonly Import[];
  readonly functions: readonly FunctionFact[];
  readonly exports: readonly ExportFact[];
  readonly isBarrel: boolean;
  /** `what:line` of constructs some rule counts: class, any, as, bang, env, clock, throw, throw-coded, default. */
  readonly marks: readonly { readonly what: string; readonly line: number }[];
}

const EXCUSE = /\/\/ architecture: \S.{8,}/;

/** All TypeScript files under a folder, and the browser's JavaScript. */
export function readModules(root: string): readonly SourceModule[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => readModule(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')))
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** Parses one file. */
export function readModule(path: string, text: string): SourceModule {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const imports: Import[] = [];
  const functions: FunctionFact[] = [];
  const marks: { what: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node, path);
    if (found !== null) imports.push(found);
    if (isFunction(node)) functions.push(functionFact(node, source, lineOf(node)));
    for (const what of marksOf(node, source)) marks.push({ what, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    isExcused: text.split('\n', 5).some((line) => EXCUSE.test(line)),
    imports,
    functions,
    exports: source.statements.flatMap((statement) => exportsOf(statement, source)),
    isBarrel: source.statements.length > 0 && source.statements.every((each) => ts.isExportDeclaration(each)),
    marks,
  };
}

function importOf(node: ts.Node, from: string): Import | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const specifier = node.moduleSpecifier;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return null;
    return { ...targetOf(specifier.text, from), isTypeOnly: isTypeOnly(node), isDynamic: false };
  }
  const argument = dynamicTarget(node);
  return argument === null
    ? null
    : { ...targetOf(argument, from), isTypeOnly: ts.isImportTypeNode(node), isDynamic: true };
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || allTypes(node.exportClause);
  const clause = node.importClause;
  if (clause === undefined) return false;
  return clause.isTypeOnly || (clause.name === undefined && allTypes(clause.namedBindings));
}

function allTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  const isNamed = bindings !== undefined && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings));
  return isNamed && bindings.elements.length > 0 && bindings.elements.every((each) => each.isTypeOnly);
}

/** `import('x')`, `require('x')`, and the type `import('x').Y`. */
function dynamicTarget(node: ts.Node): string | null {
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return node.argument.literal.text;
  }
  if (!ts.isCallExpression(node)) return null;
  const isCall = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
  const [argument] = node.arguments;
  return isCall && argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null;
}

function targetOf(specifier: string, from: string): Pick<Import, 'target' | 'isOwn'> {
  if (specifier.startsWith('.')) return { target: posix.join(dirname(from), specifier), isOwn: true };
  if (specifier.startsWith('node:')) return { target: specifier, isOwn: false };
  return {
    target: specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
    isOwn: false,
  };
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node)
  );
}

function functionFact(node: ts.FunctionLikeDeclaration, source: ts.SourceFile, line: number): FunctionFact {
  const end = source.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
  const holder = node.parent;
  const named =
    node.name ?? (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) ? holder.name : undefined);
  return {
    name: named?.getText(source) ?? '(unnamed)',
    line,
    lines: end - line + 1,
    isExcused: EXCUSE.test(node.getFullText(source)),
  };
}

function exportsOf(statement: ts.Statement, source: ts.SourceFile): readonly ExportFact[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword);
  if (isExported !== true) return [];
  const hasSentence = /[\p{L}].*[\p{L}]/u.test(sentenceAbove(statement, source));
  const names = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map((each) => each.name.getText(source))
    : [nameOf(statement, source)];
  return names.map((name) => ({ name, hasSentence }));
}

function sentenceAbove(statement: ts.Statement, source: ts.SourceFile): string {
  const comments = ts.getJSDocCommentsAndTags(statement).map((each) => each.getText(source));
  return comments.join(' ').replace(/[/*\s]+/g, ' ');
}

function nameOf(statement: ts.Statement, source: ts.SourceFile): string {
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return isNamed ? (statement.name?.getText(source) ?? 'default') : statement.getText(source).slice(0, 30);
}

const CLOCKS: ReadonlySet<string> = new Set([
  'Date.now',
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'randomUUID',
  'randomBytes',
  'randomInt',
  'DateTime.now',
  'DateTime.local',
  'DateTime.utc',
  'setTimeout',
  'setInterval',
]);

function marksOf(node: ts.Node, source: ts.SourceFile): readonly string[] {
  if (ts.isClassLike(node)) return ['class'];
  if (node.kind === ts.SyntaxKind.AnyKeyword) return ['any'];
  if (ts.isAsExpression(node)) return node.type.getText(source) === 'const' ? [] : ['as'];
  if (ts.isNonNullExpression(node)) return ['bang'];
  if (ts.isExportAssignment(node)) return ['default'];
  if (ts.isPropertyAccessExpression(node) && node.getText(source) === 'process.env') return ['env'];
  if (ts.isThrowStatement(node)) return [isCodedThrow(node) ? 'throw-coded' : 'throw'];
  if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && (node.arguments?.length ?? 0) === 0)
    return ['clock'];
  if (ts.isCallExpression(node) && CLOCKS.has(node.expression.getText(source))) {
    const isReading = node.arguments.length === 0 || !node.expression.getText(source).startsWith('DateTime.');
    return isReading ? ['clock'] : [];
  }
  return [];
}

/** A coded error made by a function (`botError(…)`, `refusal(…)`), or one caught and passed on; never a bare `new Error`. */
function isCodedThrow(node: ts.ThrowStatement): boolean {
  const isMade = ts.isNewExpression(node.expression) || ts.isLiteralExpression(node.expression);
  return !isMade && !ts.isTemplateExpression(node.expression) && !ts.isObjectLiteralExpression(node.expression);
}
