import {intent} from './.tmp-u.mjs';
const T=`
apply:org|江右新材料科技有限公司|provide_answer
apply:org|返回电力设备厂|provide_answer
apply:org|我们是南浦理工大学|provide_answer
apply:org|跳跃科技有限公司|provide_answer
apply:org|上一步|go_back
apply:org|单位名称填全称吗？|help,ask_question
apply:org|取消吧|cancel
apply:org|南浦理工大学，电话13800138000|provide_answer
apply:credit_code|91360100MA0X1A2B2G|provide_answer
apply:credit_code|去哪里查信用代码|help,ask_question
apply:credit_code|跳过这一项|skip
apply:credit_code|不知道|skip,help
apply:credit_code|在哪看|help
apply:credit_code|错了，单位名称应该是江右大学|correct_field
apply:leader|李敏|provide_answer
apply:leader|帮帮忙|provide_answer,help
apply:phone|13800138000|provide_answer
apply:phone|我的邮箱是 li.min@example.com|provide_answer,correct_field
apply:phone|不想留电话|skip,provide_answer
apply:phone|留电话干什么用|help,ask_question
apply:phone|手机号必须填吗|help,ask_question
apply:email|手机号填错了|correct_field
apply:email|电话改成13900139001|correct_field
apply:email|不对，负责人应该是李敏|correct_field
apply:email|回上一个问题|go_back
apply:email|退回去|go_back
apply:email|下一题|skip
apply:email|先存着，我去开会|pause
apply:email|明天再填|pause
apply:email|我不想填了|cancel
apply:email|看看我填了什么|review
apply:email|转人工|talk_to_staff
apply:email|例子|help
apply:email|怎么还要邮箱|help,ask_question
apply:email|换成英文|language_switch
apply:email|change the phone to 13900139001|correct_field
apply:email|actually the lead is Li Min|correct_field
apply:email|go back|go_back
apply:email|skip this|skip
apply:email|I'll finish later|pause
apply:email|undo|go_back
apply:orcid|没有|skip
apply:orcid|我没有ORCID|skip
apply:orcid|what is orcid|help,ask_question
apply:orcid|I don't have one|skip
apply:orcid|none|skip
apply:solution|跳过传统的烧结步骤，直接采用闪烧|provide_answer
apply:solution|取消式连接件改为一体成型|provide_answer
apply:solution|本方案不需要返回上一步重新装夹|provide_answer
apply:solution|提交速度提升三倍的边缘计算架构|provide_answer
apply:solution|采用热压成型，温度应该是380度，压力不对称加载|provide_answer
apply:solution|帮助用户减少停机，保存能量并转人工巡检为自动|provide_answer
apply:solution|删除冗余数据，压缩模型|provide_answer
apply:solution|撤销重做机制的版本管理系统|provide_answer
apply:solution|我们用英文版PLC手册，改成中文界面|provide_answer
apply:solution|Skip connections in the network reduce vanishing gradients|provide_answer
apply:solution|cancel out the thermal drift with a reference arm|provide_answer
apply:solution|submit-and-forget queues and automatic back-off|provide_answer
apply:solution|怎么解决？先做预处理，再做活化，最后成型，三步走完全国产化|provide_answer
apply:solution|先跳过|skip
apply:solution|不改了|provide_answer,affirm
apply:solution|举个例子|help
apply:solution|后补助有多少？|ask_question
apply:solution|知识产权归谁？|ask_question
apply:solution|预算写错了|correct_field
apply:solution|把预算改成700万|correct_field
apply:indicators|击穿强度不低于45kV/mm，幅宽不小于1米|provide_answer
apply:indicators|指标不是越高越好，是要稳定|provide_answer
apply:budget|800万|provide_answer
apply:budget|要包含自筹吗|ask_question
apply:budget|看着给吧|provide_answer
apply:budget|大概八百来万|provide_answer
apply:budget|最高能申请多少？|ask_question
apply:duration|三年|provide_answer
apply:duration|能延期吗？|ask_question
apply:end_date|2029年12月31日|provide_answer
apply:end_date|最晚可以到什么时候|ask_question
apply:attachments|没有|skip,deny
apply:attachments|暂无附件|skip,deny
apply:attachments|no attachments|skip,deny
apply:attachments|以后再传|skip,pause
apply:commitment|同意|affirm
apply:commitment|我郑重承诺|affirm,provide_answer
apply:commitment|没问题|affirm
apply:commitment|不行|deny
apply:commitment|要承诺什么？|help,ask_question
apply:commitment|I agree|affirm
apply:commitment|OK的|affirm
apply:confirm|提交|submit
apply:confirm|确认提交|submit,affirm
apply:confirm|可以，提交吧|submit
apply:confirm|没问题|affirm,submit
apply:confirm|预算改成600万|correct_field
apply:confirm|改第3项|correct_field
apply:confirm|好的，但电话换一个|correct_field
apply:confirm|等一下，先不提交|deny,pause
apply:confirm|再看一遍|review
apply:confirm|预算那里写错了|correct_field
apply:confirm|邮箱不对|correct_field
apply:confirm|提交后还能改吗？|ask_question
apply:confirm|算了不报了|cancel
apply:confirm|先存着明天再交|pause
apply:confirm|submit it|submit
apply:confirm|go ahead|affirm,submit
apply:confirm|the phone is wrong|correct_field
apply:confirm|change item 5|correct_field
apply:confirm|not now|deny,pause
apply:confirm|周期改为24个月，团队人数改成10人|correct_field
need:field|新材料|provide_answer
need:field|我们做锂电隔膜的|provide_answer
need:field|哪个领域合适？|ask_question,help
need:problem|跳不过去的坎是取消模具后的二次定位|provide_answer
need:budget|没想好|skip,provide_answer
need:budget|待定|provide_answer,skip
need:budget|政府给多少？|ask_question
need:deadline|明年6月底前|provide_answer
need:ip|双方共有|provide_answer
need:disclose_name|可以公开|affirm,provide_answer
need:disclose_name|不公开|deny,provide_answer
need:disclose_name|公开了会怎样？|ask_question,help`;
let n=0,ok=0;
for(const l of T.trim().split('\n')){const [st,text,want]=l.split('|'); const {i,r}=intent({lang:/[a-z]{3}/.test(text)&&!/\p{Script=Han}/u.test(text)?'en':'zh',role:'researcher',state:'in_form:'+st,text}); n++; if(want.split(',').includes(i))ok++; else console.log(st,text,'=>',i,r.why,JSON.stringify(r.commands).slice(0,120),'| want',want); if(i==='correct_field')console.log('   ',text,JSON.stringify(r.commands)); }
console.log(n,ok);
