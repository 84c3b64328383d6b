import { describe, expect, it } from 'vitest';
import type { BothLanguages } from '../../src/wording/language.ts';
import { WORDING } from '../../src/wording/wording.ts';
import { sources } from './sources.ts';

type FilledIn = string | undefined | readonly FilledIn[] | { readonly [name: string]: FilledIn };

/** A sentence with what was filled into it. */
interface Filled extends BothLanguages {
  readonly name: string;
  readonly parameters: readonly string[];
}

/** What is filled in, where it is not one text for each parameter. */
const special: Readonly<Record<string, readonly (readonly FilledIn[])[]>> = {
  'refusals.notInReport': [
    ['<a>', '<b>'],
    ['<a>', ''],
  ],
  'refusals.notInAny': [['<a>'], ['']],
  'refusals.noneGives': [
    ['<a>', '<b>'],
    ['<a>', ''],
  ],
  'comparisons.namesDiffer': [
    [
      [
        { place: '<a>', name: '<b>' },
        { place: '<c>', name: '<d>' },
      ],
    ],
  ],
  'comparisons.unitsDiffer': [[['<a>', '<b>']]],
  'comparisons.roseBy': [
    ['<a>', '<b>', '<c>'],
    ['<a>', '<b>', ''],
  ],
  'comparisons.fellBy': [
    ['<a>', '<b>', '<c>'],
    ['<a>', '<b>', ''],
  ],
  'selfCheck.shareFits': [
    ['<a>', '<b>', '<c>'],
    ['', '<b>', '<c>'],
  ],
  'selfCheck.shareMisfits': [
    ['<a>', '<b>', '<c>'],
    ['', '<b>', '<c>'],
  ],
  'selfCheck.sumFits': [
    ['<a>', '<b>', '<c>'],
    ['', '<b>', '<c>'],
  ],
  'selfCheck.sumMisfits': [
    ['<a>', '<b>', '<c>'],
    ['', '<b>', '<c>'],
  ],
  'selfCheck.labelDiffers': [['<a>', ['<b>', '<c>']]],
  'selfCheck.impossibleDate': [
    ['<a>', '<b>'],
    ['<a>', undefined],
  ],
  'buttons.paragraph': [
    ['<a>', '<b>'],
    ['<a>', undefined],
  ],
  'chat.notAllowed': [['<a>'], [undefined]],
};

const sentences = Object.entries(WORDING).flatMap(([group, members]) =>
  Object.entries(members).map(([key, sentence]) => ({ name: `${group}.${key}`, sentence })),
);
const filled = sentences.flatMap(({ name, sentence }) => fillIn(name, sentence));
const words = filled.filter(({ name }) => !/^(?:joins|buttons)\./.test(name));

function fillIn(name: string, sentence: unknown): Filled[] {
  if (typeof sentence !== 'function') return [{ name, parameters: [], ...(sentence as BothLanguages) }];
  const plain = Array.from({ length: sentence.length }, (_, index) => `<${'abcdefg'[index]}>`);
  return (special[name] ?? [plain]).map((given) => ({
    name,
    parameters: JSON.stringify(given).match(/<\w>/g) ?? [],
    ...sentence(...given),
  }));
}

/** Names, units and commands that have no other letters. */
const named = /https?:\S*|\/[a-z]+|Telegram|Ctrl|npm run ingest|Bot API|--local|robots\.txt|PDF|Word|zip|MB/g;

const names = (found: readonly { readonly name: string }[]) => [...new Set(found.map(({ name }) => name))];

describe('WORDING', () => {
  it('has every sentence in both languages', () => {
    expect(words.length).toBeGreaterThan(100);
    expect(names(words.filter(({ zh }) => !/\p{Script=Han}/u.test(zh)))).toEqual([]);
    expect(names(words.filter(({ en }) => en === ''))).toEqual([]);
  });

  it('fills every parameter into both languages', () => {
    const lost = filled.filter(({ zh, en, parameters }) =>
      parameters.some((parameter) => !zh.includes(parameter) || !en.includes(parameter)),
    );

    expect(names(lost)).toEqual([]);
  });

  it('prints nothing for what is left out', () => {
    const odd = filled.filter(({ zh, en }) => /undefined|null|NaN|\[object|“”|""/.test(`${zh}\n${en}`));

    expect(names(odd)).toEqual([]);
  });

  it('has no Chinese in the English', () => {
    const chinese = filled.filter(({ en }) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(en));

    expect(names(chinese)).toEqual([]);
  });

  it('has nothing but names, units and commands in Latin letters in the Chinese', () => {
    const latin = words.filter(({ zh }) => /[A-Za-z]{2,}/.test(zh.replace(named, '').replace(/<\w>/g, '')));

    expect(names(latin)).toEqual([]);
  });

  it('ends a sentence in both languages or in neither', () => {
    const isSentence = (text: string) => /[.!?。!?！？]$/.test(text);
    const uneven = words.filter(({ zh, en }) => isSentence(zh) !== isSentence(en));

    expect(names(uneven)).toEqual([]);
  });

  it('is said by the program to its last sentence', () => {
    const program = sources.map(({ text }) => text).join('\n');
    // A group may be listed whole or by a key that is known later, a sentence be taken out of its group by name.
    const isSaid = (group: string, key: string) =>
      new RegExp(`WORDING\\.${group}(?:\\.${key}\\b|[)[])|\\b${key}\\b[^}]*\\} = WORDING\\.${group};`).test(
        program,
      );
    const silent = names(sentences).filter((name) => {
      const [group = '', key = ''] = name.split('.');
      return !isSaid(group, key);
    });

    expect(silent).toEqual([]);
  });
});
