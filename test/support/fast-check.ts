/** fast-check with a fixed seed: the same examples on every run; `FC_SEED=$RANDOM npm test` hunts among others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_260_907) });

export default fc;
