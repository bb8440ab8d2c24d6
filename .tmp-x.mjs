import {APPLY} from './src/understanding/idle-rules.ts'; import {isQuestion} from './src/understanding/question.ts';
console.log(APPLY.exec('报名参加这个'), isQuestion('报名参加这个'));
