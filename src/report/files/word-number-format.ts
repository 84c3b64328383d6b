/** Numbers as Word writes them in lists, by the name of the format (ECMA-376 part 1 §17.18.59). */

/** A number in a format; formats that Chinese reports do not use come out as digits. */
export function renderWordNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographTraditionalCounting':
      return renderChinese(number);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(number)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit).join('');
    case 'chineseLegalSimplified':
      return replaceDigits(renderChinese(number), '壹贰叁肆伍陆柒捌玖', '拾');
    case 'ideographLegalTraditional':
      return replaceDigits(renderChinese(number), '壹貳參肆伍陸柒捌玖', '拾');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(number, 0x2460);
    case 'decimalEnclosedParen':
      return enclosed(number, 0x2474);
    case 'decimalEnclosedFullstop':
      return enclosed(number, 0x2488);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
      return letters(number, 65);
    case 'lowerLetter':
      return letters(number, 97);
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    default:
      return String(number);
  }
}

function renderChinese(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const digit = (value: number) => '一二三四五六七八九'[value - 1] ?? '';
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${digit(number % 10)}`;
}

function replaceDigits(words: string, digits: string, ten: string): string {
  return [...words]
    .map((word) => digits['一二三四五六七八九'.indexOf(word)] ?? (word === '十' ? ten : word))
    .join('');
}

function enclosed(number: number, first: number): string {
  return number >= 1 && number <= 20 ? String.fromCharCode(first + number - 1) : String(number);
}

function letters(number: number, first: number): string {
  return number >= 1
    ? String.fromCharCode(first + ((number - 1) % 26)).repeat(Math.min(20, Math.ceil(number / 26)))
    : '';
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  const signs = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = number;
  return signs
    .map(([value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join('');
}
