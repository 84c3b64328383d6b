/** Counts what a statement expects, since the driver does not complain about too few values. */

const NOT_CODE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * How many `?` a statement has outside its strings, names and comments.
 *
 * @throws TypeError for a named or numbered parameter: values are passed by position only.
 */
export function countParameters(sql: string): number {
  const code = sql.replace(NOT_CODE, ' ');
  if (/\?\d|[:@$][A-Za-z_]/.test(code)) throw new TypeError(`Use plain "?" as parameter in: ${sql}`);
  return code.split('?').length - 1;
}
