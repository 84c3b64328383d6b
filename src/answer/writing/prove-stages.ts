/**
 * Proves the neighbours of a measure apart: accepted is not concluded, reconsideration no lawsuit. Where a sentence says
 * one of a family and the clause of its figure another, the figure measures something else.
 */
import type { NumberFault, ProvedNumber } from './prove-numbers.ts';
import { clauseAround } from './prove-signs.ts';

/** Each member as Chinese reports and as English texts say it. */
const FAMILIES: readonly (readonly (readonly [RegExp, RegExp])[])[] = [
  [
    [/行政复议|复议/, /\breconsideration|\badministrative review/i],
    [/诉讼|应诉|一审|二审|败诉|胜诉|出庭/, /\blitigation|\blawsuits?\b|\bsued\b|\bcourt\b|\bsuits?\b/i],
    [/行政处罚|处罚|罚款/, /\bpenalt|\bpunish|\bfine[sd]?\b/i],
    [/行政许可|许可/, /\blicen[sc]|\bpermit/i],
    [/调解/, /\bmediat/i],
    [/仲裁/, /\barbitrat/i],
    [/信访/, /\bpetition/i],
    [/法律援助/, /\blegal aid\b/i],
    [/公证/, /\bnotar/i],
  ],
  [
    [/受理/, /\baccept|\btook\b|\btaken\b/i],
    [
      /收到|新收|收案|接到|接收|申请/,
      /\breceived? (?:\w+ ){0,4}?(?:applications?|cases|lawsuits)\b|\bapplications?\b/i,
    ],
    [/审结|办结|结案|审理完毕|完结/, /\bconclud|\bclos(?:ed|ing)|\bcomplet|\bfinish|\bresolved\b/i],
    [/立案/, /\bopened\b|\bdocket|\bfiled\b|\binstituted\b/i],
    [/驳回|不予/, /\breject|\bdismiss|\brefus|\bdenied\b/i],
    [/维持/, /\bupheld|\buphold|\bmaintain|\baffirm/i],
    [/撤销|撤改|变更/, /\brevo[ck]|\bannul|\bquash|\boverturn|\bchang(?:ed|es|ing)\b/i],
    [/撤回/, /\bwithdr/i],
    [/终止/, /\bterminat|\bdiscontinu|\bended\b|\bending\b|\bsettle/i],
  ],
  [
    [
      /综合纠错/,
      /\b(?:overall|comprehensive|general|total|combined) (?:error[- ])?(?:correction|rectification)/i,
    ],
    [/直接纠错/, /\bdirect (?:error[- ])?(?:correction|rectification)/i],
  ],
  [
    [/微博/, /\bweibo|\bmicroblog/i],
    [/微信/, /\bwechat\b/i],
    [/网站|门户/, /\bwebsite/i],
  ],
];

/** Numbers of which the sentence says one thing and the clause that prints them another. */
export function proveStages(text: string, numbers: readonly ProvedNumber[]): NumberFault[] {
  return numbers.flatMap(({ number, borne, statement }): NumberFault[] => {
    const part = text.slice(0, statement.end);
    // `closed 99.5% of its 12,905 tickets`
    if (/\bof (?:its|the|all|their|these|those)?\s*$/i.test(text.slice(0, number.start))) return [];
    const near = clauseAround(text, number.start, number.end);
    const clauses = borne.flatMap(({ figure }) => figure.prepared?.figure.clause ?? []);
    if (clauses.length < borne.length || clauses.length === 0) return [];
    const isOther = (clause: string) =>
      FAMILIES.some((family) => {
        const printed = family.filter(([zh]) => zh.test(clause));
        const isSaid = (words: string) => family.filter(([zh, en]) => zh.test(words) || en.test(words));
        if (printed.length === 0 || isSaid(near).length === 0) return false;
        return !isSaid(part).some((one) => printed.includes(one));
      });
    if (!clauses.every(isOther)) return [];
    const words = text.slice(number.start, number.end);
    return [{ kind: 'measure', detail: `“${words}” is printed of something else: “${clauses[0]}”` }];
  });
}
