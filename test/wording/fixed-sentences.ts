import ts from 'typescript';

/**
 * Fixed sentences of a file: a Chinese text that ends like one, one of two texts chosen by language of which one is
 * Chinese words, or a pair of `zh` and `en`.
 */
export function fixedSentences(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSentence(node) || isChoice(node) || isPair(node)) found.push(`${path}: ${node.getText(file)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The text of a literal, with `…` for what a template is filled with. */
function literalOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
}

/** The source of a regular expression. */
const isPattern = (text: string) => /\(\?|\\d|d\{/.test(text);

function isSentence(node: ts.Node): boolean {
  const text = literalOf(node) ?? '';
  if (isPattern(text)) return false;
  return (
    /\p{Script=Han}.*[。！？!?：:]\s*$/su.test(text) ||
    /\p{Script=Han}{2}[,，。；;]\p{Script=Han}/u.test(text)
  );
}

function isChoice(node: ts.Node): boolean {
  if (!ts.isConditionalExpression(node) || !/\blanguage\b/i.test(node.condition.getText())) return false;
  const [one, other] = [literalOf(node.whenTrue), literalOf(node.whenFalse)];
  return one !== undefined && other !== undefined && (isPhrase(one) || isPhrase(other));
}

/** Two Chinese characters or more, besides the 年月日 of a date. */
const isPhrase = (text: string) => /\p{Script=Han}{2}/u.test(text.replace(/[年月日]/g, ''));

function isPair(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const value = (name: string) =>
    node.properties.find(
      (one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name,
    )?.initializer;
  const [zh, en] = [value('zh'), value('en')];
  return zh !== undefined && en !== undefined && isPhrase(literalOf(zh) ?? '');
}
