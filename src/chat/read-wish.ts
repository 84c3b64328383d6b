/** What people ask of the bot itself, in words: the command that does it. */
import type { WORDING } from '../wording/wording.ts';

type Wish = Extract<keyof typeof WORDING.commands, 'language' | 'privacy' | 'feedback' | 'stop'>;

/** Each is the whole message: a question about reports may hold the same words. */
const wishes: readonly (readonly [Wish, RegExp])[] = [
  [
    'language',
    /^(?:请|麻烦)?(?:你|您)?(?:以后|今后)?(?:都)?(?:请)?(?:用|说|讲|改用|使用|换成?|切换(?:到|成|为)?)(?:简体)?(?:中文|汉语|英文|英语|语言)(?:来)?(?:回答|回复|回应|说)?(?:我)?$/u,
  ],
  ['language', /^(?:请)?(?:设置|更改|选择|切换|换)(?:一下)?(?:回答的|回复的)?语言$/u],
  [
    'language',
    /^(?:please )?(?:(?:answer|reply|respond|speak|talk)(?: to)?(?: me)?(?: in)?|(?:switch|change)(?: to)?(?: the)?) (?:english|chinese|language)(?: please)?$/iu,
  ],
  ['stop', /^(?:(?:请|快)?停(?:止|下|一下)?(?:回答)?|别写了|stop(?: writing)?)$/iu],
  ['privacy', /^(?:隐私|隐私(?:政策|声明|说明)|privacy(?: policy)?)$/iu],
  ['privacy', /^你们?(?:会|都)?(?:保存|记录|收集|存储|储存)了?我的?(?:哪些|什么)(?:数据|信息|资料|内容)$/u],
  ['privacy', /^what (?:data )?do you (?:store|keep|save|remember|know)(?: about me)?$/iu],
  ['feedback', /^我?(?:想|要)?(?:提|反馈|写)(?:一?[个点条些])?(?:意见|建议)$/u],
  [
    'feedback',
    /^(?:意见反馈|反馈|(?:i (?:want|would like) to )?(?:give|send|leave)(?: you)? feedback|feedback)$/iu,
  ],
];

/** The command that a message stands for; `undefined` for a question. */
export function readWish(message: string): Wish | undefined {
  const words = message
    .replace(/[\s,，。.!！?？~～]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return wishes.find(([, pattern]) => pattern.test(words))?.[0];
}
