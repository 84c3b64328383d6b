/** Graded questions, as `data/eval/README.md` describes them, read from files with one JSON object a line. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../errors.ts';

const wants = ['answer', 'compare', 'refuse', 'clarify', 'correct', 'summary'] as const;
const wordings = z.array(z.array(z.string()));
const headings = z.array(z.string());

const wanted = {
  report: z.string().optional(),
  answer_any: wordings.optional(),
  answer_all: wordings.optional(),
  quote: z.string().optional(),
  section: headings.optional(),
  section_alt: z.array(headings).optional(),
  must_not: z.array(z.string()).optional(),
  must_not_regex: z.array(z.string()).optional(),
};

const turn = z.object({
  ...wanted,
  q: z.string(),
  want: z.enum(wants),
  type: z.string().optional(),
  lang: z.enum(['zh', 'en']).optional(),
  difficulty: z.string().optional(),
  or_clarify: z.boolean().optional(),
  sides: z.array(z.object({ ...wanted, report: z.string(), missing: z.boolean().optional() })).optional(),
  must_cover: z.array(z.object({ any: z.union([headings, wordings]) })).optional(),
});
const single = turn.extend({ id: z.string() });
const dialog = z.object({ id: z.string(), turns: z.array(turn) });

/** One side of a comparison. */
export type GradedSide = NonNullable<z.infer<typeof turn>['sides']>[number];

/** What is right about an answer, or about one side of it. */
export type Wanted = z.infer<z.ZodObject<typeof wanted>>;

/** One question with what is right; a turn of a dialog has the dialog's id as `chat`. */
export interface GradedQuestion extends z.infer<typeof turn> {
  readonly id: string;
  readonly type: string;
  readonly lang: 'zh' | 'en';
  readonly chat?: string;
}

/** Which questions to take. */
export interface QuestionFilter {
  /** Kinds by `want`, and `dialog` for the turns of dialogs; all when absent. */
  readonly wants?: readonly string[];
  /** Leaves dialogs out. */
  readonly isSingle?: boolean;
}

/** Kinds that a filter can name. */
export const questionKinds: readonly string[] = [...wants, 'dialog'];

/**
 * Reads graded questions, in the order of the files and lines, turns of dialogs one after another.
 *
 * @throws UserError `questions-unreadable` naming the file, and the line that is none.
 */
export async function readGradedQuestions(
  files: readonly string[],
  filter: QuestionFilter = {},
): Promise<GradedQuestion[]> {
  const questions: GradedQuestion[] = [];
  for (const file of files) {
    for (const { line, number } of await readLines(file)) {
      questions.push(...parseGradedLine(line, filter, `${file}:${number}`));
    }
  }
  return questions;
}

/** Lines of a file that are not blank, with their numbers. */
async function readLines(file: string): Promise<{ readonly line: string; readonly number: number }[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n');
    return lines.flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
  } catch (cause) {
    throw new UserError('questions-unreadable', `Cannot read the questions "${file}"`, undefined, { cause });
  }
}

function parseGradedLine(line: string, filter: QuestionFilter, place: string): GradedQuestion[] {
  const value = parseJson(line, place);
  const isDialog = typeof value === 'object' && value !== null && 'turns' in value;
  if (!isDialog) {
    const question = check(single, value, place);
    return isTaken(question.want, filter) ? [complete(question)] : [];
  }
  if (filter.isSingle || !isTaken('dialog', filter)) return [];
  const { id, turns } = check(dialog, value, place);
  return turns.map((one, index) => complete({ ...one, id: `${id}#${index + 1}`, chat: id }));
}

function isTaken(kind: string, { wants: kinds }: QuestionFilter): boolean {
  return kinds?.includes(kind) ?? true;
}

function complete(question: z.infer<typeof single> & { readonly chat?: string }): GradedQuestion {
  const lang = question.lang ?? (/[\u4e00-\u9fff]/.test(question.q) ? 'zh' : 'en');
  return { ...question, lang, type: question.type ?? question.want };
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UserError('questions-unreadable', `Cannot read ${place}: it is not JSON`, undefined, { cause });
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new UserError('questions-unreadable', `Cannot read ${place} as a graded question: ${wrong}`);
}
