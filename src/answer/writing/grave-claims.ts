/**
 * Claims that would do harm, each with what a paragraph prints that says so. The dictionary gives an English word many
 * Chinese ones, so that the words of a clause alone prove too little; these have to be printed themselves.
 */
import type { Wording } from './statement-words.ts';

export const GRAVE_CLAIMS: readonly Wording[] = [
  { said: /贪污|受贿|行贿|腐败|\b(?:brib\w+|corrupt\w*|embezzl\w*|graft)\b/i, printed: /贪|贿|腐|廉/ },
  {
    said: /被捕|逮捕|被抓|判刑|入狱|坐牢|\b(?:arrest\w*|jail\w*|imprison\w*|prisons?|convict\w*|detain\w*|indict\w*)\b/i,
    printed: /捕|抓获|判[决处刑]|刑罚|徒刑|服刑|入狱|监狱|拘留|羁押/,
  },
  {
    said: /免职|撤职|辞职|辞呈|落马|开除|双规|\b(?:resign\w*|sacked|ousted|expelled|stepped down|mayor was dismissed)\b/i,
    printed: /免职|撤职|辞职|辞去|辞呈|落马|开除|双规/,
  },
  {
    said: /处分|通报批评|立案调查|问责|丑闻|渎职|\b(?:disciplin\w+|scandal\w*|investigat\w+ for)\b/i,
    printed: /处分|批评|立案|问责|渎职|追究|追责|纪律|惩戒|违纪/,
  },
  { said: /刑事责任/, printed: /刑事责任/ },
  { said: /追究/, printed: /追究|追责/ },
  {
    said: /造假|伪造|舞弊|\b(?:forg(?:ed|ery|ing)|fak(?:ed|ing)|falsif\w+|fabricat\w+|fraud\w*)\b/i,
    printed: /造假|伪造|假冒|制假|假[药货证]|虚[假报]|弄虚|舞弊|诈/,
  },
  {
    said: /不满|怨|抗议|愤怒|恐慌|\b(?:anger\w*|angry|outrage\w*|protest\w*|dissatisf\w+|panic\w*)\b/i,
    printed: /不满|怨|抗议|愤|慌/,
  },
  { said: /伤亡|死亡|自杀|\b(?:died|killed|deaths?|suicides?)\b/i, printed: /亡|死|自杀/ },
  {
    said: /总理|\b(?:premier|prime minister)\b/i,
    printed: /总理/,
  },
  {
    said: /国家主席|国务院|\b(?:president|state council)\b/i,
    printed: /主席|国务院|中央|院长|会长/,
  },
  {
    said: /外国|外媒|境外|\b(?:foreign|overseas|abroad)\b/i,
    printed: /外国|国外|境外|海外|涉外|对外|外[资商籍企贸宾]|国际|港澳/,
  },
  {
    said: /媒体|记者|电视台|报纸|\b(?:newspapers?|journalists?|television|reporters)\b/i,
    printed: /媒体|记者|电视|报[纸刊社道]|日报|新闻|频道/,
  },
  { said: /捐赠|捐款|\bdonat\w+/i, printed: /捐/ },
  {
    said: /表彰|表扬|祝贺|\b(?:prais\w+|commend\w+|applaud\w*|congratulat\w+)\b/i,
    printed: /表彰|表扬|肯定|好评|赞|嘉奖|祝贺|荣誉|授予|通报/,
  },
  { said: /推翻|叫停|\b(?:overturned|scrapped|abandoned)\b/i, printed: /推翻|叫停|撤|废|停/ },
];
