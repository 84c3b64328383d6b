/** The body or region whose name a title, a signature or a source begins with. */

import { isDepartmentCommittee } from '../language/region-forms.ts';
import { toHalfWidth } from './report-lines.ts';

/** A name as printed, and the body's class word that followed it in the text. */
export interface Speaker {
  /** `漳州市东山县`, `东山县市场监督管理局`, `苏州高新技术产业开发区`. */
  readonly name: string;
  /** The whole name of a body: `婺源县人民政府`; absent where the text names only the region. */
  readonly body?: string;
}

/**
 * The speaker of a title: what stands before 关于, the year or the subject.
 *
 * Reads `婺源县人民政府关于2021年…的报告`, `关于婺源县2021年…`, `2021年度婺源县法治政府建设年度报告`.
 */
export function findSpeaker(title: string): Speaker | undefined {
  const plain = toHalfWidth(title)
    .replace(/\s+/g, ' ')
    .replace(/^《/, '')
    .replace(
      /^(?:关于)?\s*(?:(?:19|20)\d{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})\s*年?\s*(?:度|全年)?\s*/,
      '',
    )
    .replace(/^关于/, '')
    .replace(/^(?:上报|报送|呈报|印发)/, '')
    .trim();
  const match = SPEAKER.exec(plain);
  return match?.[1] === undefined ? undefined : readBodyName(match[1]);
}

/** Splits a body's name from the name of what it governs: `东山县人民政府办公室` speaks for 东山县. */
export function readBodyName(name: string): Speaker {
  const last = toHalfWidth(name).trim().split(' ').at(-1) ?? '';
  const plain = last.replace(WITH_PARTY, '').replace(/^(?:中国共产党|中共)(?=.+政府)/, '');
  if (isDepartmentCommittee(plain)) return { name: plain };
  const region = plain.replace(GOVERNMENT, '').replace(/^(?:中国共产党|中共)/, '');
  return region === plain || region === '' ? { name: plain } : { name: region, body: plain };
}

/** The party's committee in front of its government: `中共东山县委、东山县人民政府`, `东山县委县政府`. */
const WITH_PARTY = new RegExp(
  [
    '^(?:中国共产党|中共)?.{2,24}?[省市县区旗州盟镇乡](?:工?委|委员会)[、和及]?(?=.{2,24}[省市县区旗州盟镇乡](?:人民)?政府)',
    '(?<=^(?:中国共产党|中共)?.{1,24}[省市县区旗州盟镇乡])(?:工?委|委员会)[、和及]?[省市县区旗州盟镇乡]?(?=(?:人民)?政府)',
  ].join('|'),
);
const GOVERNMENT =
  /(?:人民政府办公[厅室]|人民政府|政府办公室|政府|管理委员会办公室|管理委员会|管委会|委?(?:全面)?依法治[省市县区旗州]委员会(?:办公室)?|(?<=[省市县区旗州盟镇乡])委员会|(?<=[乡镇])办公室)$/;
const SPEAKER =
  /^(.{2,40}?(?:人民政府(?:办公[厅室])?|政府|管理委员会|管委会|委员会|办事处|办公室|[^结布格当全]局|厅|开发区|新区|园区|示范区|保税区|度假区|风景区|合作区|[省市县区旗镇乡盟州]|街道|苏木|中心|学院|大学|公司))(?=关于|[ ,(]?(?:19|20)\d{2}|[二一][〇零○]|年度|法治|依法|推进|贯彻|落实|全面|深入|加强|[一-龥]?年|$|[ (—-])/;
