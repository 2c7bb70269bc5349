/** Random cases are the same in every build; `FAST_CHECK_SEED=7 npm test` tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20261124) });
