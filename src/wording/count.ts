/** A number with its English noun, which takes an s unless there is one: `1 report`, `5 reports`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
