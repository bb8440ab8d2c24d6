import fs from 'node:fs';
import {readValue} from './src/understanding/read-value.ts';
import {e164} from './src/understanding/read-phone.ts';
import {readOrdinal} from './src/understanding/ordinal.ts';
import {fold} from './src/text/fold.ts';
export const S=(id,zh,en,aliases)=>({id,label:{zh,en},aliases,division:'x'});
export const programme={sectors:[S('electronics','电子信息','Electronics and information technology',['芯片','半导体','集成电路','软件','人工智能','新一代信息技术','光电']),S('equipment','先进装备制造','Advanced equipment manufacturing',['装备制造','高端装备','航空','机械','机器人','advanced equipment']),S('materials','新材料','New materials',['材料','稀土','铜','钨']),S('energy','新能源','New energy',['锂电','锂电池','光伏','储能']),S('agriculture','现代农业','Modern agriculture',['农业','种业','水稻']),S('biomedicine','生物医药','Biomedicine',['中医药','医药','制药','药','生物医药(中医药)','traditional chinese medicine','pharma','中药']),],cities:[],recommenders:[],divisions:[],rules:{},timeZone:'Asia/Shanghai'};
const F=(kind,o={})=>({id:'x',kind,label:{zh:'某项',en:'Thing'},question:{zh:'',en:''},required:true,...o});
const fields={money:F('money',{label:{zh:'预算',en:'Budget'},unit:{zh:'万元',en:'10k'},allowRange:true,allowUndecided:true}),date:F('date',{label:{zh:'截止时间',en:'Deadline'},future:true}),phone:F('phone',{label:{zh:'联系电话',en:'Phone'},phone:'any'}),credit_code:F('credit-code',{label:{zh:'统一社会信用代码',en:'Credit code'}}),orcid:F('orcid',{label:{zh:'ORCID',en:'ORCID'}}),email:F('email',{label:{zh:'邮箱',en:'Email'}}),duration:F('duration',{label:{zh:'完成时限',en:'Term'},unit:{zh:'个月',en:'months'}}),percent:F('percent',{label:{zh:'自筹比例',en:'Own share'}}),count:F('number',{label:{zh:'团队人数',en:'Team size'},min:1}),yesno:F('yes-no',{label:{zh:'承诺',en:'Pledge'}}),industry:F('choice',{label:{zh:'产业领域',en:'Sector'},optionsFrom:'sectors'})};
const norm=(type,v)=>{ if(v===null||v===undefined) return v;
 if(type==='money'){const o={unit:'万元'}; if(v.yuan!==undefined)o.amount=v.yuan/1e4; if(v.min!==undefined)o.min=v.min/1e4; if(v.max!==undefined)o.max=v.max/1e4; if(v.approx)o.approx=true; return o;}
 if(type==='date') return {...v,date:v.end};
 if(type==='phone'){const e=e164(v); return {e164:e.number,ext:e.extension};}
 if(type==='industry') return programme.sectors.find(s=>s.id===v)?.label.zh;
 return v;};
const same=(e,g)=>{ if(e===undefined) return true; if(g===undefined) return false; if(typeof e!=='object') return e===g; return Object.entries(e).every(([k,x])=>k==='precision'||k==='approx'||g[k]===x);};
let n=0,ok=0,grave=0,needless=0; const bad=[];
for(const line of fs.readFileSync('/work/shared/devset/values.jsonl','utf8').trim().split('\n')){const c=JSON.parse(line); n++;
 let r; if(c.type==='list_ordinal'){const o=readOrdinal(fold(c.text)); r=o===null?{outcome:'reject'}:{outcome:'accept',value:{ordinal:o}};}
 else {const x=readValue(fields[c.type],c.text,{today:c.today,locale:c.lang==='en'?'en':'zh',programme}); r={...x,value:norm(c.type,x.value)};}
 const all=[c.expect,...(c.also_ok??[])];
 const hit=all.some(e=>e.outcome===r.outcome&&(r.outcome==='reject'||same(e.value,r.value)));
 if(hit){ok++;} else { bad.push([c.id,c.type,c.text,JSON.stringify(r),JSON.stringify(c.expect)].join(' | ')); if(r.outcome==='accept'){ if(!all.some(e=>e.outcome!=='reject'&&same(e.value,r.value)))grave++; } else if(r.outcome==='confirm') needless++; }
}
console.log(bad.join('\n')); console.log({n,ok,pct:(100*ok/n).toFixed(1),grave,needless});
